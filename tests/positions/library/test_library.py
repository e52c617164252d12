"""Every template that ships is complete, clear and asks for nothing it should not."""

import re
from itertools import chain

import pytest

from positions.clarity.readability import readability
from positions.clarity.statement import check_duty
from positions.clarity.values import CLEAR, DutyInput, Severity
from positions.clarity.whole import MARGINAL, check_position
from positions.clarity.wording import check_wording
from positions.criteria import EducationLevel, Equivalence, RequirementKind, core_of
from positions.library.loading import templates

FAMILIES = {
    "Accounting and payroll",
    "Customers and claims",
    "People and hiring",
    "Purchasing, office and compliance",
    "Records and data",
}
# The roles that back offices hire for most; the library may have more.
ROLES = {
    "accountant",
    "accounts-payable-clerk",
    "accounts-receivable-clerk",
    "bookkeeper",
    "claims-handler",
    "compliance-analyst",
    "customer-support-representative",
    "data-entry-clerk",
    "document-controller",
    "executive-assistant",
    "hr-administrator",
    "logistics-coordinator",
    "office-manager",
    "payroll-clerk",
    "purchasing-clerk",
    "records-clerk",
    "recruiter-coordinator",
    "settlements-analyst",
}
SENTENCE = re.compile(r"[.?](?=\s|$)")
DANGLING = {"a", "an", "and", "for", "of", "or", "the", "to", "up", "how"}

DUTIES = [
    pytest.param(duty.statement, id=f"{key}-{number}")
    for key, template in templates().items()
    for number, duty in enumerate(template.blueprint.duties, start=1)
]


@pytest.fixture(params=templates())
def template(request):
    return templates()[request.param]


@pytest.fixture
def blueprint(template):
    return template.blueprint


def whole(blueprint):
    return check_position(
        [
            DutyInput(one.statement, one.share, bool(one.essential), one.essential)
            for one in blueprint.duties
        ]
    )


def test_the_library_has_every_role():
    assert templates().keys() >= ROLES


def test_the_roles_stand_in_five_families_and_each_has_its_own_title():
    titles = [one.blueprint.title for one in templates().values()]

    assert {one.family for one in templates().values()} == FAMILIES
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("statement", DUTIES)
def test_a_duty_is_clear(statement):
    check = check_duty(statement)

    assert check.score >= CLEAR
    assert [one for one in check.findings if one.severity is Severity.ERROR] == []
    assert check.is_clear


@pytest.mark.parametrize("statement", DUTIES)
def test_a_duty_gives_its_criterion_a_name_that_stands_alone(statement):
    assert core_of(statement).split()[-1] not in DANGLING


def test_the_duties_lack_nothing_as_a_whole(blueprint):
    check = whole(blueprint)

    assert check.score is not None
    assert check.score >= CLEAR
    assert check.findings == ()  # D13 included: no school year above twelve


def test_the_shares_are_round_and_fill_the_time(blueprint):
    shares = [duty.share for duty in blueprint.duties]

    assert sum(shares) == 100
    assert all(share % 5 == 0 for share in shares)
    assert sum(one.share for one in blueprint.duties if not one.essential) <= MARGINAL


def test_each_duty_says_another_thing(blueprint):
    statements = [duty.statement for duty in blueprint.duties]
    reasons = [duty.essential for duty in blueprint.duties if duty.essential]

    assert len(set(statements)) == len(statements)
    assert len(set(reasons)) == len(reasons)


def test_a_reason_is_one_sentence(blueprint):
    reasons = [
        *(duty.essential for duty in blueprint.duties),
        *(one.reason for one in blueprint.requirements),
        blueprint.education_reason,
    ]

    assert {len(SENTENCE.findall(one)) for one in reasons if one} == {1}


def test_the_summary_is_two_sentences_that_are_easy_to_read(blueprint):
    reading = readability(blueprint.summary)

    assert len(SENTENCE.findall(blueprint.summary)) == 2
    assert reading is not None
    assert reading.grade <= 12


def test_the_blurb_is_one_short_sentence(template):
    assert len(SENTENCE.findall(template.blurb)) == 1
    assert template.blurb.endswith(".")
    assert len(template.blurb) <= 90


def test_whatever_names_a_duty_names_one_of_its_own(blueprint):
    named = [
        one.duties
        for one in chain(
            blueprint.experience, blueprint.requirements, blueprint.interview
        )
    ]
    places = range(len(blueprint.duties))

    assert all(named)
    assert set(chain.from_iterable(named)) <= set(places)
    assert all(len(set(duties)) == len(duties) for duties in named)


def test_what_is_asked_for_can_be_met_in_more_than_one_way(blueprint):
    if not blueprint.routes:
        assert blueprint.education_reason == ""
        return
    assert blueprint.education_reason
    assert blueprint.equivalence is not Equivalence.BOTH
    assert all(kind.education_counts for kind in blueprint.experience)
    assert any(0 < kind.months <= 36 for kind in blueprint.experience)


def test_a_route_can_be_met_by_finishing_a_course_of_its_level(blueprint):
    least = {"POST_SECONDARY": 30, "SHORT_CYCLE": 60, "BACHELOR": 120}

    for route in blueprint.routes:
        assert route.fields
        assert route.credits_full <= least[EducationLevel(route.level).name]
        assert max(relevance for _field, relevance in route.fields) == 100


def test_an_essential_requirement_or_a_licence_says_why(blueprint):
    for one in blueprint.requirements:
        if one.essential or one.kind is RequirementKind.LICENCE:
            assert one.reason, one.name


def test_an_interview_asks_about_two_or_three_sides(blueprint):
    sides = [one.dimension for one in blueprint.interview]

    assert 2 <= len(sides) <= 3
    assert len(set(sides)) == len(sides)


def test_no_wording_puts_anybody_off(template):
    blueprint = template.blueprint
    texts = [
        template.blurb,
        blueprint.title,
        blueprint.summary,
        blueprint.education_reason,
        *(one for duty in blueprint.duties for one in (duty.statement, duty.essential)),
        *(one.kind_of_work for one in blueprint.experience),
        *(text for one in blueprint.requirements for text in (one.name, one.reason)),
    ]

    assert [found for text in texts for found in check_wording(text)] == []


def test_every_text_fits_its_field(blueprint):
    assert len(blueprint.title) <= 80
    assert all(len(duty.statement) <= 200 for duty in blueprint.duties)
    assert all(len(duty.essential) <= 120 for duty in blueprint.duties)
    assert all(len(one.name) <= 90 for one in blueprint.requirements)
    assert all(len(kind.kind_of_work) <= 90 for kind in blueprint.experience)
