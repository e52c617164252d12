"""Structured interviews: one kit, rated alone, locked, compared, counted."""

import re

import pytest
from django.urls import reverse
from django.utils import timezone

from backoffice_ats.accounts.enums import Role
from backoffice_ats.audit.models import Act, AuditEvent
from candidates.services import exporting
from candidates.stages import Status
from screening.enums import Method
from screening.instruments.questions import QUESTIONS, QuestionKind
from screening.models import InterviewRating, KitQuestion, Measure, Scorecard
from screening.services import agreement, evaluation, finals, kits, scorecards
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def position(db):
    make.organisation()
    return make.published()


@pytest.fixture
def raters(position):
    return [make.member(position).user for _number in range(3)]


@pytest.fixture
def application(position):
    return make.application(position, name="Aoife Marsh", status=Status.SHORTLISTED)


def page(application, name="interview", *args):
    return reverse(f"screening:{name}", args=[application.pk, *args])


# ---- the questions that come with this ----


def test_there_are_five_questions_of_each_dimension_with_anchors():
    about = [one.dimension for one in QUESTIONS]

    assert len(QUESTIONS) == 25
    assert {about.count(one) for one in about} == {5}
    assert len({one.key for one in QUESTIONS}) == 25
    assert sum(one.kind is QuestionKind.PAST for one in QUESTIONS) == 15
    for one in QUESTIONS:
        assert all(len(text.split()) <= 25 for text in (one.low, one.mid, one.high))


# ---- the kit ----


def test_a_kit_is_drafted_from_the_plan_once(position):
    kit = kits.draft(position)

    assert kit == kits.draft(position)
    dimensions = [one.dimension for one in kit]
    essential = sum(duty.essential for duty in position.duties.all())
    assert len(set(dimensions) - {""}) == 5
    assert dimensions.count("") == essential
    assert {one.criterion for one in kit} == {
        one.id for one in kits.criteria_of(position)
    }


def test_structured_is_earned(position, raters):
    before = " ".join(kits.lacks(position))
    kit = kits.draft(position)
    complete = kits.lacks(position)
    KitQuestion.objects.filter(pk=kit[0].pk).update(criterion=0)
    foreign = kits.lacks(position)
    position.team.all().delete()

    assert "At least 4 questions" in before
    assert "A question for each criterion" in before
    assert complete == []
    assert foreign == ["Questions for criteria of the plan: one asks about none."]
    assert "Two people on the hiring team who rate." in kits.lacks(position)


def test_a_kit_that_was_used_stands(client, position, application, raters):
    kit = kits.draft(position)
    make.scorecard(application, raters[0])
    client.force_login(position.owner)

    told = client.post(
        reverse("screening:kit_question_remove", args=[position.slug, kit[0].pk]),
        follow=True,
    )

    assert "Everybody gets the same questions" in told.text
    assert position.kit.count() == len(kit)


def test_a_question_is_written_with_all_its_anchors(client, position):
    client.force_login(position.owner)
    [criterion] = kits.criteria_of(position)
    address = reverse("screening:kit_question_add", args=[position.slug])
    typed = {
        "criterion": criterion.id,
        "dimension": "SERVICE",
        "kind": "PAST",
        "text": "Tell us about a queue.",
        "low": "Left it",
        "mid": "Served it",
        "high": "",
        "minutes": "5",
    }

    missing = client.post(address, typed)
    done = client.post(address, typed | {"high": "Ended it"}, follow=True)

    assert "Say what a 5 is." in missing.text
    assert "Tell us about a queue." in missing.text
    assert "The question is kept." in done.text
    assert position.kit.get().high == "Ended it"


# ---- rating alone ----


def test_a_rater_goes_through_question_by_question(
    client, position, application, raters
):
    kit = kits.draft(position)
    client.force_login(raters[0])
    ends = [
        client.post(
            page(application, "rate_interview", number),
            {"rating": "4", "notes": "Called the supplier."},
        )["Location"]
        for number in range(1, len(kit) + 1)
    ]
    again = client.get(page(application, "rate_interview", 1))

    assert ends[-1] == page(application)
    assert "Called the supplier." in again.text
    assert len(re.findall(r"<input[^>]*\schecked", again.text)) == 1
    done = client.post(page(application, "submit_interview"), follow=True)
    assert "It stands now" in done.text
    locked = client.post(
        page(application, "rate_interview", 1), {"rating": "1"}, follow=True
    )
    assert "You have handed this in: it stands." in locked.text
    assert set(InterviewRating.objects.values_list("rating", flat=True)) == {4}


def test_what_is_open_is_led_to_before_handing_in(client, application, raters):
    kits.draft(application.position)
    client.force_login(raters[0])
    client.post(page(application, "rate_interview", 2), {"rating": "3"})

    response = client.post(page(application, "submit_interview"))

    assert response["Location"] == page(application, "rate_interview", 1)
    assert Scorecard.objects.get().submitted_at is None


@pytest.mark.parametrize("role", [None, Role.HR_MANAGER, Role.ADMINISTRATOR])
def test_nobody_sees_anothers_before_their_own(client, application, raters, role):
    make.scorecard(application, raters[0], [1, 5], submit=True)
    reader = make.user(role) if role else raters[1]
    client.force_login(reader)

    hidden = client.get(page(application)).text

    assert "They told of a case." not in hidden
    assert "Ratings are hidden" in hidden
    make.scorecard(application, raters[1], [3], submit=True)
    client.force_login(raters[1])
    assert "They told of a case." in client.get(page(application)).text


def test_hr_may_look_with_a_reason_and_it_leaves_a_line(client, application, raters):
    make.scorecard(application, raters[0], submit=True)
    client.force_login(make.user(Role.HR_MANAGER))

    unsaid = client.post(page(application, "reveal_ratings"), follow=True)
    shown = client.post(
        page(application, "reveal_ratings"), {"reason": "The chair is ill."}
    )

    assert "Say why you look" in unsaid.text
    assert "They told of a case." in shown.text
    assert "the same" not in shown.text  # there is nobody to agree with
    [event] = AuditEvent.objects.filter(act=Act.REVEALED)
    assert event.details["reason"] == "The chair is ill."


def test_a_panel_member_of_another_position_finds_nothing(client, application):
    kits.draft(application.position)
    other = make.member(make.published()).user
    client.force_login(other)

    assert client.get(page(application)).status_code == 404
    assert client.get(page(application, "rate_interview", 1)).status_code == 404


def test_interviews_are_rated_late(client, position, raters):
    kits.draft(position)
    early = make.application(position)
    client.force_login(raters[0])

    told = client.post(page(early, "rate_interview", 1), {"rating": "3"}, follow=True)

    assert "for people on the shortlist or beyond" in told.text
    assert not Scorecard.objects.exists()


# ---- together ----


def test_two_cards_make_a_score_that_counts_after_interviews(
    position, application, raters
):
    make.scorecard(application, raters[0], [3], submit=True)
    one = Measure.objects.get(method=Method.INTERVIEW, subject="")
    assert (one.value, one.reason) == (None, "ONE_RATER")

    make.scorecard(application, raters[1], [5], submit=True)

    whole = Measure.objects.get(method=Method.INTERVIEW, subject="")
    assert (whole.value, whole.error, whole.count) == (7_500, 2_500, 2)
    evaluation.evaluate_application(application.pk, at=timezone.now())
    [final] = finals.of_position(position, position.owner)
    [part] = [one for one in final.parts if one.criterion.kind.value == "INTERVIEW"]
    assert (part.score, part.is_open) == (7_500, False)


def test_the_widest_spread_comes_first(application, raters):
    kit = kits.draft(application.position)
    make.scorecard(application, raters[0], [3], submit=True)
    other = make.scorecard(application, raters[1], [3])
    scorecards.rate(other, kit[2], rating=1, notes="")
    scorecards.rate(other, kit[4], rating=4, notes="")
    scorecards.submit(other, at=timezone.now())

    compared = agreement.compare(application)

    assert [one.question for one in compared][:2] == [kit[2], kit[4]]
    assert [one.is_to_talk_about for one in compared][:2] == [True, False]
    assert compared[-1].agreement.value == 1
    assert (compared[0].low, compared[0].high) == (1, 3)


def test_a_change_keeps_both_ratings_and_the_reason(client, application, raters):
    kit = kits.draft(application.position)
    make.scorecard(application, raters[0], [2], submit=True)
    make.scorecard(application, raters[1], [4], submit=True)
    client.force_login(raters[0])
    address = page(application, "change_rating", kit[0].pk)

    unsaid = client.post(address, {"rating": "4"})
    client.post(address, {"rating": "4", "reason": "I had missed the follow-up."})
    shown = client.get(page(application)).text

    assert "both ratings are kept" in unsaid.text
    row = InterviewRating.objects.get(scorecard__rater=raters[0], question=kit[0])
    assert (row.rating, row.first_rating) == (4, 2)
    assert "first 2; I had missed the follow-up." in shown
    assert Measure.objects.get(method=Method.INTERVIEW, subject="").value > 5_000


def test_agreement_and_severity_are_for_those_who_run_it(
    client, position, application, raters
):
    other = make.application(position, name="Bo Lind", status=Status.SHORTLISTED)
    third = make.application(position, name="Cia Roth", status=Status.SHORTLISTED)
    for one, low, high in ((application, 4, 5), (other, 1, 2), (third, 2, 4)):
        make.scorecard(one, raters[0], [low, low, high], submit=True)
        make.scorecard(one, raters[1], [high, low, high], submit=True)

    count, icc, alpha = agreement.agreement_of(position)
    address = reverse("screening:kit", args=[position.slug])
    client.force_login(raters[0])
    panel = client.get(address).text
    client.force_login(position.owner)
    run = client.get(address).text

    assert count == 3
    assert icc.icc2k is not None
    assert icc.icc2k > 0.9
    assert alpha.value is not None
    assert alpha.value > 0.6
    assert "Mean of each rater" in run
    assert "Mean of each rater" not in panel


def test_the_pages_ask_the_same_questions_of_many(
    client, application, raters, django_assert_max_num_queries
):
    make.scorecard(application, raters[0], submit=True)
    client.force_login(raters[0])

    def queries():
        with django_assert_max_num_queries(40) as seen:
            client.get(page(application))
        return len(seen)

    queries()
    few = queries()
    for rater in raters[1:]:
        make.scorecard(application, rater, [2, 5], submit=True)
    assert queries() == few


def test_nobody_learns_a_total_before_they_have_rated(position, application, raters):
    make.scorecard(application, raters[0], [3], submit=True)
    make.scorecard(application, raters[1], [5], submit=True)
    evaluation.evaluate_application(application.pk, at=timezone.now())

    def interview_for(user):
        [final] = finals.of_position(position, user)
        [part] = [one for one in final.parts if one.criterion.kind == "INTERVIEW"]
        return part.is_open

    assert interview_for(raters[2])
    assert not interview_for(raters[0])
    assert not interview_for(position.owner)
    make.scorecard(application, position.owner, [1])
    assert interview_for(position.owner)


@pytest.mark.parametrize(("value", "differs"), [(5_300, False), (5_200, True)])
def test_two_methods_that_disagree_are_information(
    client, application, raters, value, differs
):
    make.scorecard(application, raters[0], [3, 5], submit=True)
    make.scorecard(application, raters[1], [5, 3], submit=True)
    whole = Measure.objects.get(method=Method.INTERVIEW, subject="")
    Measure.objects.create(
        application=application,
        method=Method.SCENARIOS,
        value=value + (whole.value - 7_500),
        at=timezone.now(),
    )
    client.force_login(raters[0])

    text = client.get(page(application)).text

    assert ("worth a question, and no more" in text) == differs
    client.force_login(raters[2])
    assert "worth a question" not in client.get(page(application)).text


def test_the_applicant_can_have_what_was_written_down(application, raters):
    make.scorecard(application, raters[0], [3], submit=True)
    make.scorecard(application, raters[1], [5])

    told = exporting.all_of(application)["screening"]

    assert {one["rating"] for one in told["interviews"]} == {3}
    assert told["interviews"][0]["notes"] == "They told of a case."
    assert raters[0].name not in str(told)
    assert [one["method"] for one in told["measures"]][:1] == ["INTERVIEW"]


def test_who_looked_first_is_marked_when_they_rate_after_all(
    client, position, application, raters
):
    make.scorecard(application, raters[0], submit=True)
    client.force_login(position.owner)
    client.post(page(application, "reveal_ratings"), {"reason": "To plan the day."})

    scorecards.begin(application, position.owner, at=timezone.now())
    make.scorecard(application, position.owner, [2], submit=True)

    late, early = application.scorecards.order_by("-pk")
    assert late.revealed_at
    assert early.revealed_at is None
    assert "after a look at others" in client.get(page(application)).text


def test_a_card_that_was_begun_says_that_its_rater_looked(
    client, position, application, raters
):
    make.scorecard(application, raters[0], submit=True)
    begun = make.scorecard(application, position.owner)
    client.force_login(position.owner)

    client.post(page(application, "reveal_ratings"), {"reason": "To plan the day."})

    begun.refresh_from_db()
    assert begun.revealed_at
