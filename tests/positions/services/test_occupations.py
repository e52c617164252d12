import pytest
from django.utils import timezone

from positions.criteria import EducationLevel
from positions.models import OccupationTask, OccupationTitle
from positions.onet.release import TaskKind
from positions.services import beginnings, definition, occupations, plans
from positions.services.definition import DutyRow
from positions.services.occupations import SuggestedDuty
from tests import make

pytestmark = pytest.mark.django_db


def found(words):
    return [
        (hit.occupation.title, hit.title) for hit in occupations.search(words).titles
    ]


def test_search_puts_the_nearest_title_first():
    for title, *also in (
        ("Lead Clerks", "Head Clerk"),
        ("Pay Clerk Supervisors",),
        ("Money Counters", "Pay Clerk"),
        ("Pay Clerk",),
        ("Wage Counters", "Pay Clerk Assistant"),
        ("Office Clerks", "Hospital Pay Clerk"),
        ("Roofers", "Slate Roofer"),
    ):
        make.occupation(title, *also)

    assert found("pay clerk") == [
        ("Pay Clerk", "Pay Clerk"),
        ("Money Counters", "Pay Clerk"),
        ("Pay Clerk Supervisors", "Pay Clerk Supervisors"),
        ("Wage Counters", "Pay Clerk Assistant"),
        ("Office Clerks", "Hospital Pay Clerk"),
    ]


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("AP clerk", "Accounts Payable Clerk"),
        ("a/p CLERK", "Accounts Payable Clerk"),
        ("clerk, accounts payable", "Accounts Payable Clerk"),
        ("acounts payble clerk", "Accounts Payable Clerk"),
        ("acc pay", "Accounts Payable Clerk"),
    ],
)
def test_search_understands_what_people_type(words, title):
    make.occupation("Bookkeeping Clerks", "Accounts Payable Clerk", "Paymaster")
    make.occupation("Roofers", "Appliance Clerk")

    assert found(words)[0] == ("Bookkeeping Clerks", title)


def test_an_occupation_is_found_once_by_its_best_title():
    make.occupation("Pay Counters", "Pay Clerk", "Pay Clerk Assistant")

    assert found("pay clerk") == [("Pay Counters", "Pay Clerk")]


def test_when_no_title_has_the_words_the_nearest_are_said_to_be_near():
    make.occupation("Pay Counters", "Payroll Clerk")
    make.occupation("Roofers")

    hits = occupations.search("payrol zebra")

    assert hits.is_near
    assert [hit.title for hit in hits.titles] == ["Payroll Clerk"]


@pytest.mark.parametrize("words", ["", "  ", "%", "\\", "'; --", "___"])
def test_search_without_a_word_finds_nothing(words):
    make.occupation()

    assert found(words) == []


@pytest.mark.parametrize("item_count", [1, 3])
def test_search_asks_once(django_assert_num_queries, item_count):
    for number in range(item_count):
        make.occupation(f"Pay Counters {number}")

    with django_assert_num_queries(1):
        assert len(found("pay counters")) == item_count


def test_current_release_is_none_before_an_import():
    assert occupations.current_release() is None
    make.occupation(release="")
    assert occupations.current_release() == ""


def test_the_first_core_tasks_are_ticked():
    tasks = [
        OccupationTask(id=number, kind=TaskKind.CORE if number > 2 else TaskKind.OTHER)
        for number in range(1, 13)
    ]

    assert occupations.ticked(tasks) == [3, 4, 5, 6, 7, 8, 9, 10]
    assert occupations.ticked(tasks[:2]) == [1, 2]


def test_a_suggestion_shares_the_time_by_importance():
    occupation = make.occupation(tasks=4, software=2)
    one, two, three, _four = occupation.tasks.order_by("order")
    OccupationTask.objects.filter(pk=one.pk).update(importance=500)
    OccupationTask.objects.filter(pk=two.pk).update(importance=250)

    made = occupations.suggestion(occupation, [three.pk, two.pk, one.pk])

    assert made == occupations.Suggestion(
        title="Pay Counters",
        summary="Count what is paid, and to whom.",
        duties=(
            SuggestedDuty("Count the pay of department 1.", 50),
            SuggestedDuty("Count the pay of department 2.", 25),
            SuggestedDuty("Count the pay of department 3.", 25),
        ),
        education=EducationLevel.BACHELOR,
        experience_months=12,
        software=("Ledgerware 0", "Ledgerware 1"),
        source=f"ONET:{occupation.release}:{occupation.pk}",
    )


def test_tasks_that_nobody_rated_share_evenly_and_add_up():
    occupation = make.occupation(tasks=7)

    made = occupations.suggestion(
        occupation, occupation.tasks.values_list("pk", flat=True)
    )

    assert [duty.share for duty in made.duties] == [15, 15, 14, 14, 14, 14, 14]


def test_tasks_of_another_occupation_are_not_taken():
    occupation, other = make.occupation(tasks=1), make.occupation("Roofers")
    every = OccupationTask.objects.values_list("pk", flat=True)

    made = occupations.suggestion(occupation, every)

    assert other.tasks.count() == 3
    assert [duty.share for duty in made.duties] == [100]


def test_without_a_survey_nothing_is_suggested_to_be_asked_for():
    occupation = make.occupation(education=[], experience=[])

    made = occupations.suggestion(occupation, [])

    assert (made.education, made.experience_months) == (None, None)


@pytest.mark.parametrize("experience", ["Work as Pay Clerk", ""])
def test_a_position_begins_with_the_suggestion_and_no_education(experience):
    occupation = make.occupation(tasks=3)
    by = make.user()
    made = occupations.suggestion(
        occupation, occupation.tasks.values_list("pk", flat=True)
    )

    position = beginnings.begin(
        occupations.blueprint_of(made, experience=experience),
        by=by,
        at=timezone.now(),
        title="Pay Clerk",
        department="Finance",
        openings=2,
    )

    assert position.is_draft
    assert (position.title, position.openings, position.owner) == ("Pay Clerk", 2, by)
    assert list(
        position.duties.order_by("order").values_list("statement", "share", "essential")
    ) == [
        ("Count the pay of department 1.", 34, False),
        ("Count the pay of department 2.", 33, False),
        ("Count the pay of department 3.", 33, False),
    ]
    assert not hasattr(position, "education")
    asked = [(kind.kind_of_work, kind.months) for kind in position.experience.all()]
    assert asked == ([("Work as Pay Clerk", 12)] if experience else [])


def test_other_titles_are_those_that_people_reported_first():
    occupation = make.occupation("Pay Counters", "Alms Clerk", "Zinc Clerk")
    OccupationTitle.objects.filter(title="Zinc Clerk").update(kind="REPORTED")

    assert occupations.also_called(occupation) == ("Zinc Clerk", "Alms Clerk")


def test_o_net_is_named_as_long_as_its_words_stand():
    occupation = make.occupation(tasks=1)
    made = occupations.suggestion(occupation, [occupation.tasks.get().pk])
    position = beginnings.begin(
        occupations.blueprint_of(made),
        by=make.user(),
        at=timezone.now(),
        department="Finance",
    )
    duty = position.duties.get()

    assert occupations.release_behind(plans.plan_of(position)) == occupation.release

    definition.set_duties(
        position,
        [DutyRow("Counts the coins each evening.", 100, id=duty.pk)],
        by=position.owner,
    )
    assert occupations.release_behind(plans.plan_of(position)) is None
