"""Moving, deciding, telling: each move by a person, each refusal by the database too."""

import datetime as dt
import threading

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from candidates.enums import ReasonCode
from candidates.models import Application, Pipeline, StatusChange
from candidates.services import pipeline, standing, wording
from candidates.stages import MOVES, Status, may_move
from tests import make


@pytest.fixture
def position():
    make.organisation()
    return make.published(openings=1)


pytestmark = pytest.mark.django_db


def move(application, *way, by=None, **words):
    by = by or application.position.owner
    for new in way:
        application = pipeline.move(application, new, by=by, at=timezone.now(), **words)
    return application


def test_every_move_is_data_and_outcomes_stay():
    for old in Status:
        for new in Status:
            assert may_move(old, new) == (new in MOVES[old])
    assert MOVES[Status.HIRED] == MOVES[Status.WITHDRAWN] == frozenset()
    assert all(Status.WITHDRAWN not in new for new in MOVES.values())


def test_a_forbidden_move_is_refused_and_changes_nothing(position):
    application = make.application(position)

    with pytest.raises(pipeline.MoveNotAllowedError):
        move(application, Status.HIRED)

    application.refresh_from_db()
    assert application.status == Status.SUBMITTED
    assert application.changes.count() == 1


def test_a_move_leaves_who_when_and_why(position):
    application = make.application(position)
    at = timezone.now()

    pipeline.move(
        application,
        Status.NOT_SELECTED,
        by=position.owner,
        at=at,
        reason_code=ReasonCode.ESSENTIAL_NOT_MET,
        note="No payroll run so far.",
    )

    application.refresh_from_db()
    change = application.changes.latest("at")
    assert (change.old, change.new) == ("SUBMITTED", "NOT_SELECTED")
    assert (change.by, change.at, change.reason_code) == (
        position.owner,
        at,
        "ESSENTIAL_NOT_MET",
    )
    assert application.decided_by == position.owner
    assert application.outcome_sent_at is None
    assert application.letters.count() == 0


def test_a_no_without_a_reason_is_refused_by_the_service(position):
    with pytest.raises(pipeline.ReasonMissingError):
        move(make.application(position), Status.NOT_SELECTED)


def test_a_no_without_person_and_reason_is_refused_by_the_database(position):
    application = make.application(position)

    with pytest.raises(IntegrityError), transaction.atomic():
        Application.objects.filter(pk=application.pk).update(status=Status.NOT_SELECTED)
    with pytest.raises(IntegrityError), transaction.atomic():
        Application.objects.filter(pk=application.pk).update(
            status=Status.NOT_SELECTED, reason_code="LESS_EVIDENCE"
        )
    with (
        pytest.raises(IntegrityError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            "UPDATE candidates_application SET status = 'NOT_SELECTED',"
            " decided_by_id = %s, decided_at = now(), reason_code = '' WHERE id = %s",
            [position.owner_id, application.pk],
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        StatusChange.objects.create(
            application=application,
            old=Status.SUBMITTED,
            new=Status.NOT_SELECTED,
            at=timezone.now(),
        )

    application.refresh_from_db()
    assert application.status == Status.SUBMITTED


def test_hiring_fills_the_seat_and_lists_who_still_waits(position):
    hired, waiting, gone = (
        make.application(position, name=name, email=f"{name}@mail.example")
        for name in ("ada", "bo", "cy")
    )
    pipeline.withdraw(gone, at=timezone.now())
    assert list(pipeline.unresolved(position)) == []

    move(hired, Status.OFFER, Status.HIRED)

    assert pipeline.seats_left(position) == 0
    assert list(pipeline.unresolved(position)) == [waiting]
    move(waiting, Status.OFFER)
    with pytest.raises(pipeline.SeatsFilledError):
        move(waiting, Status.HIRED)


@pytest.mark.django_db(transaction=True)
def test_two_people_cannot_take_the_last_seat(position):
    offered = [
        move(make.application(position, email=""), Status.OFFER) for _ in range(4)
    ]
    barrier = threading.Barrier(4)
    ends: list[str] = []

    def hire(application):
        try:
            barrier.wait(timeout=30)
            move(application, Status.HIRED)
            ends.append("hired")
        except pipeline.SeatsFilledError:
            ends.append("filled")
        finally:
            connection.close()

    threads = [threading.Thread(target=hire, args=[one]) for one in offered]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(ends) == ["filled", "filled", "filled", "hired"]


def test_withdrawing_is_not_being_rejected(position):
    application = make.application(position)

    for _ in range(2):
        pipeline.withdraw(application, at=timezone.now())

    application.refresh_from_db()
    change = application.changes.latest("at")
    assert application.status == Status.WITHDRAWN
    assert (change.new, change.by, change.reason_code) == ("WITHDRAWN", None, "")
    assert application.changes.count() == 2
    assert [letter.kind for letter in application.letters.all()] == ["WITHDRAWN"]


def test_declining_an_offer_counts_as_leaving_with_its_reason(position):
    application = move(make.application(position), Status.OFFER)

    pipeline.record_leaving(
        application, by=position.owner, at=timezone.now(), declined=True, note="Pay."
    )

    application.refresh_from_db()
    assert application.status == Status.WITHDRAWN
    assert application.changes.latest("at").reason_code == "OFFER_DECLINED"
    assert pipeline.seats_left(position) == 1


def test_only_an_offer_can_be_declined(position):
    with pytest.raises(pipeline.MoveNotAllowedError):
        pipeline.record_leaving(
            make.application(position),
            by=position.owner,
            at=timezone.now(),
            declined=True,
        )


# ---- what the applicant may know ----


def told(application):
    return standing.standing_of(Application.objects.get(pk=application.pk)).stage


def test_a_decision_shows_only_when_it_was_told(position):
    application = make.application(position)
    assert told(application) is Status.SUBMITTED

    move(application, Status.SHORTLISTED)
    assert told(application) is Status.UNDER_REVIEW
    pipeline.announce(application, by=position.owner, at=timezone.now())
    assert told(application) is Status.SHORTLISTED

    move(application, Status.NOT_SELECTED, reason_code="INTERVIEW")
    assert told(application) is Status.SHORTLISTED
    pipeline.announce(application, by=position.owner, at=timezone.now())
    assert told(application) is Status.NOT_SELECTED
    assert application.letters.filter(kind="OUTCOME").count() == 1
    with pytest.raises(pipeline.NothingToTellError):
        pipeline.announce(application, by=position.owner, at=timezone.now())


def test_an_untold_rejection_does_not_keep_somebody_from_leaving(position):
    application = make.application(position)
    move(application, Status.NOT_SELECTED, reason_code="LESS_EVIDENCE")

    before = standing.standing_of(Application.objects.get(pk=application.pk))
    pipeline.withdraw(application, at=timezone.now())

    application.refresh_from_db()
    assert before.may_withdraw
    assert application.status == Status.WITHDRAWN
    assert application.changes.filter(new=Status.NOT_SELECTED).exists()


def test_a_told_outcome_cannot_be_left(position):
    application = make.application(position)
    move(application, Status.NOT_SELECTED, reason_code="LESS_EVIDENCE", tell=True)

    with pytest.raises(pipeline.MoveNotAllowedError):
        pipeline.withdraw(application, at=timezone.now())


def test_without_an_address_nothing_is_told_and_nothing_is_half_done(position):
    application = make.application(position, email="")
    move(application, Status.NOT_SELECTED, reason_code="LESS_EVIDENCE")

    with pytest.raises(pipeline.NoAddressError):
        pipeline.announce(application, by=position.owner, at=timezone.now())

    application.refresh_from_db()
    assert application.outcome_sent_at is None


def test_looking_again_takes_the_outcome_back(position):
    application = make.application(position)
    move(application, Status.NOT_SELECTED, reason_code="LESS_EVIDENCE", tell=True)

    again = move(application, Status.UNDER_REVIEW)

    assert (again.decided_by, again.reason_code, again.outcome_sent_at) == (
        None,
        "",
        None,
    )
    assert told(application) is Status.UNDER_REVIEW


def test_the_day_to_hear_by_follows_the_closing_day(position):
    application = make.application(position)
    closes = timezone.localtime(position.closes_at).date()

    assert standing.hear_by(application) == closes + dt.timedelta(days=14)


def test_a_reason_is_said_in_the_words_of_the_letters_language(position):
    Pipeline.objects.update_or_create(position=position, defaults={"language": "de"})
    wording.keep_reasons("de", {"INTERVIEW": "Das Gespräch zeigte eine Lücke."})
    wording.keep(
        "outcome_not_selected", "de", wording.Text("Absage", "Warum: $reason\n")
    )
    one, other = make.application(position), make.application(position)

    move(one, Status.NOT_SELECTED, reason_code="INTERVIEW", tell=True)
    wording.keep_reasons("de", {"INTERVIEW": ""})
    move(other, Status.NOT_SELECTED, reason_code="INTERVIEW", tell=True)

    assert one.letters.get(kind="OUTCOME").body == (
        "Warum: Das Gespräch zeigte eine Lücke.\n"
    )
    assert "The interview showed a gap" in other.letters.get(kind="OUTCOME").body
