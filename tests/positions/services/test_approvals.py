"""Asking and answering: in order, by the right person, once."""

import datetime as dt
import threading

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from backoffice_ats.accounts.enums import Role
from positions.enums import ApprovalState, PositionStatus
from positions.models import Approval, Position
from positions.services import approvals, definition, lifecycle, plans, terms
from positions.services.approvals import StepRow
from positions.services.definition import EducationRow, RouteRow
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def hr():
    make.organisation()
    return make.user(Role.HR_MANAGER, name="Ruth Adeyemi")


@pytest.fixture
def head():
    return make.user(Role.PANEL_MEMBER, name="Henrik Lund")


@pytest.fixture
def administrator():
    return make.user(Role.ADMINISTRATOR, name="Ada Okafor")


@pytest.fixture
def chain(hr, head, administrator):
    rows = [StepRow("Budget", head), StepRow("Headcount", role=Role.ADMINISTRATOR)]
    approvals.set_chain(rows, by=administrator)


def now():
    return timezone.now()


def sent(hr, **fields):
    position = make.position(by=hr, **fields)
    lifecycle.send_for_approval(position, by=hr, at=now())
    return position


def granted(hr, head, administrator, **fields):
    position = sent(hr, **fields)
    approvals.approve(position, by=head, at=now())
    approvals.approve(position, by=administrator, at=now())
    return position


def test_each_step_is_asked_in_its_order(hr, head, administrator, chain):
    position = sent(hr)
    assert position.status == PositionStatus.IN_APPROVAL
    assert [a.label for a in approvals.waiting_for(head)] == ["Budget"]
    assert approvals.waiting_for(administrator) == []

    with pytest.raises(approvals.NotYourTurnError):
        approvals.approve(position, by=administrator, at=now())
    approvals.approve(position, by=head, at=now(), comment="Within the budget.")
    assert position.status == PositionStatus.IN_APPROVAL
    assert [a.label for a in approvals.waiting_for(administrator)] == ["Headcount"]
    approvals.approve(position, by=administrator, at=now())

    position.refresh_from_db()
    assert position.status == PositionStatus.APPROVED
    assert approvals.waiting_for(administrator) == []
    first = Approval.objects.get(label="Budget")
    assert (first.state, first.decided_by, first.comment) == (
        ApprovalState.APPROVED,
        head,
        "Within the budget.",
    )


def test_what_is_approved_is_published_and_a_draft_is_not(
    hr, head, administrator, chain
):
    draft = make.position(by=hr)
    with pytest.raises(approvals.NotApprovedError, match="nobody has approved"):
        lifecycle.publish(draft, by=hr, at=now())
    with pytest.raises(lifecycle.WrongStatusError):
        lifecycle.publish(sent(hr), by=hr, at=now())

    opened = lifecycle.publish(granted(hr, head, administrator), by=hr, at=now())

    assert opened.status == PositionStatus.OPEN


def test_without_a_chain_a_draft_goes_straight_out(hr):
    position = make.position(by=hr)
    with pytest.raises(approvals.NothingToApproveError):
        lifecycle.send_for_approval(position, by=hr, at=now())

    lifecycle.publish(position, by=hr, at=now())

    assert [r.state for r in position.rounds.all()] == [ApprovalState.NOT_ASKED]


def test_something_unfinished_is_not_sent(hr, chain):
    draft = make.draft(by=hr)
    with pytest.raises(plans.PlanIncompleteError):
        lifecycle.send_for_approval(draft, by=hr, at=now())
    draft.refresh_from_db()
    assert draft.is_draft
    assert not draft.rounds.exists()


def test_sending_back_takes_a_comment_and_makes_a_draft_again(hr, head, chain):
    position = sent(hr)
    with pytest.raises(approvals.CommentMissingError):
        approvals.send_back(position, by=head, at=now(), comment="  ")
    approvals.send_back(position, by=head, at=now(), comment="Say who covers nights.")

    position.refresh_from_db()
    assert position.is_draft
    back = approvals.last_sent_back(position)
    assert back is not None
    assert (back.comment, back.decided_by) == ("Say who covers nights.", head)
    lifecycle.send_for_approval(position, by=hr, at=now())
    assert approvals.last_sent_back(position) is None
    assert position.rounds.count() == 2


def test_hr_withdraws_a_request(hr, head, chain):
    position = sent(hr)
    approvals.withdraw(position, by=hr, at=now())

    assert position.is_draft
    assert approvals.waiting_for(head) == []
    with pytest.raises(approvals.NotYourTurnError):
        approvals.approve(position, by=head, at=now())


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"approver": "hr"}, "nobody approves their own request"),
        ({"approver": "gone"}, "cannot log in any more"),
        ({"role": Role.HR_MANAGER}, "Besides you, nobody"),
    ],
)
def test_a_step_nobody_could_decide_is_told_before_it_is_sent(
    hr, administrator, change, reason
):
    people = {"hr": hr, "gone": make.user(is_active=False)}
    approver = people.get(change.get("approver", ""))
    step = StepRow("Budget", approver, change.get("role", ""))
    approvals.set_chain([step], by=administrator)
    position = make.position(by=hr)

    with pytest.raises(approvals.NobodyMayApproveError, match=reason):
        lifecycle.send_for_approval(position, by=hr, at=now())

    position.refresh_from_db()
    assert position.is_draft


def test_nobody_approves_what_they_have_sent(hr, administrator):
    other = make.user(Role.HR_MANAGER)
    approvals.set_chain([StepRow("Pay", role=Role.HR_MANAGER)], by=administrator)
    position = sent(hr)

    assert approvals.waiting_for(hr) == []
    with pytest.raises(approvals.NotYourTurnError):
        approvals.approve(position, by=hr, at=now())
    approvals.approve(position, by=other, at=now())
    assert position.status == PositionStatus.APPROVED


def test_an_auditor_or_a_stranger_to_the_chain_decides_nothing(hr, chain):
    position = sent(hr)
    for other in (make.user(Role.AUDITOR), make.user(Role.PANEL_MEMBER)):
        with pytest.raises(approvals.NotYourTurnError):
            approvals.approve(position, by=other, at=now())


def test_a_changed_chain_does_not_change_a_request_that_runs(
    hr, head, administrator, chain
):
    position = sent(hr)
    approvals.set_chain([], by=administrator)
    approvals.approve(position, by=head, at=now())
    assert position.status == PositionStatus.IN_APPROVAL
    approvals.approve(position, by=administrator, at=now())
    assert position.status == PositionStatus.APPROVED


@pytest.mark.django_db(transaction=True)
def test_two_who_approve_at_once_decide_one_step_once(hr, administrator):
    approvals.set_chain(
        [StepRow("Budget", role=Role.ADMINISTRATOR), StepRow("Pay", administrator)],
        by=administrator,
    )
    other = make.user(Role.ADMINISTRATOR)
    position = sent(hr)
    step = approvals.turn_of(position)
    assert step is not None
    outcomes = []
    barrier = threading.Barrier(2)

    def approve(user):
        barrier.wait()
        try:
            approvals.approve(Position.objects.get(), by=user, at=now())
            outcomes.append("approved")
        except approvals.NotYourTurnError:
            outcomes.append("late")
        finally:
            connection.close()

    threads = [threading.Thread(target=approve, args=[other]) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["approved", "late"]
    states = Approval.objects.order_by("order").values_list("state", flat=True)
    assert list(states) == [ApprovalState.APPROVED, ApprovalState.WAITING]


# ---- approved again ----


def test_changing_pay_takes_an_approval_back_and_other_words_do_not(
    hr, head, administrator, chain
):
    position = granted(hr, head, administrator)
    definition.update_position(position, by=hr, summary="Other words.")
    assert position.status == PositionStatus.APPROVED

    definition.update_position(position, by=hr, pay_high=40_000)

    assert position.is_draft
    assert approvals.changes_to_approve(position) == [
        "pay changed from £33,200 to £37,900 a year to £33,200 to £40,000 a year"
    ]


def test_changing_a_requirement_takes_an_approval_back(hr, head, administrator, chain):
    position = granted(hr, head, administrator)
    _other_education(position, hr)
    assert position.is_draft
    assert approvals.changes_to_approve(position) == [
        "requirements changed: education, experience"
    ]


def _other_education(position, by):
    plan = plans.plan_of(position)
    assert plan.education is not None
    definition.set_requirements(
        position,
        education=EducationRow(
            routes=(RouteRow(plan.education.routes[0].level, ("accounting",), 90),),
            reason=plan.education.reason,
        ),
        experience=[],
        policy=position.policy,
        by=by,
    )


def test_more_openings_wait_for_approval_while_the_old_ones_stay(
    hr, head, administrator, chain
):
    position = granted(hr, head, administrator)
    lifecycle.publish(position, by=hr, at=now())
    definition.update_position(position, by=hr, openings=5)

    assert (position.openings, position.openings_wanted) == (2, 5)
    assert position.seats.in_force().count() == 2
    assert approvals.changes_to_approve(position) == ["openings changed from 2 to 5"]
    lifecycle.send_for_approval(position, by=hr, at=now())
    assert position.status == PositionStatus.OPEN
    approvals.approve(position, by=head, at=now())
    approvals.approve(position, by=administrator, at=now())

    position.refresh_from_db()
    assert (position.openings, position.openings_wanted) == (5, None)
    assert position.seats.in_force().count() == 5
    assert approvals.changes_to_approve(position) == []


def test_asking_for_the_old_number_again_is_no_change(hr, head, administrator, chain):
    position = granted(hr, head, administrator)
    lifecycle.publish(position, by=hr, at=now())
    definition.update_position(position, by=hr, openings=5)
    definition.update_position(position, by=hr, openings=2)
    assert position.openings_wanted is None
    assert approvals.changes_to_approve(position) == []
    with pytest.raises(approvals.NothingToApproveError):
        lifecycle.send_for_approval(position, by=hr, at=now())


def test_a_new_version_with_other_requirements_waits_for_approval(
    hr, head, administrator, chain
):
    position = granted(hr, head, administrator)
    lifecycle.publish(position, by=hr, at=now())
    version = make.version(position)
    plan = plans.plan_of(position)
    assert plan.education is not None
    definition.set_requirements(
        position,
        education=EducationRow(
            routes=(RouteRow(plan.education.routes[0].level, ("accounting",), 90),),
            reason=plan.education.reason,
        ),
        experience=[
            definition.ExperienceRow(
                kind.kind_of_work, kind.months, kind.duties, id=kind.id
            )
            for kind in plan.experience
        ],
        policy=position.policy,
        by=hr,
    )
    with pytest.raises(approvals.NotApprovedError, match="education"):
        lifecycle.freeze_again(position, by=hr, at=now(), reason="More study.")
    assert plans.current(position) == version

    lifecycle.send_for_approval(position, by=hr, at=now())
    approvals.approve(position, by=head, at=now())
    approvals.approve(position, by=administrator, at=now())
    lifecycle.freeze_again(position, by=hr, at=now(), reason="More study.")
    assert make.version(position).number == 2


def test_closing_ends_a_request_that_runs(hr, head, administrator, chain):
    position = granted(hr, head, administrator)
    lifecycle.publish(position, by=hr, at=now())
    definition.update_position(position, by=hr, openings=5)
    lifecycle.send_for_approval(position, by=hr, at=now())
    lifecycle.close(position, by=hr, at=now())
    assert approvals.running(position) is None
    assert position.openings_wanted is None


def test_a_position_in_approval_cannot_change(hr, chain):
    position = sent(hr)
    with pytest.raises(definition.NotEditableError):
        definition.update_position(position, by=hr, summary="Other words.")


def test_a_kind_of_requirement_that_came_later_is_no_change():
    before = {
        "pay": {"low": None, "high": None, "currency": "GBP", "period": "YEAR"},
        "openings": 1,
        "requirements": {"education": None},
    }
    after = before | {"requirements": {"education": None, "licences": []}}
    assert terms.differences(before, after) == []
    asked = before | {"requirements": {"education": None, "licences": [{"id": 1}]}}
    assert terms.differences(before, asked) == ["requirements changed: licences"]


def test_the_database_keeps_one_request_at_a_time(hr, chain):
    position = sent(hr)
    with pytest.raises(IntegrityError, match="one_runs"), transaction.atomic():
        position.rounds.create(number=9, terms={}, sent_by=hr, sent_at=now())


def test_the_database_refuses_sending_back_without_a_word(hr, chain):
    sent(hr)
    with pytest.raises(IntegrityError, match="says_why"), transaction.atomic():
        Approval.objects.filter(label="Budget").update(
            state=ApprovalState.SENT_BACK, decided_by=hr, decided_at=now()
        )


def test_answers_leave_lines_in_the_trail(hr, head, chain, apps_model):
    position = sent(hr)
    approvals.approve(position, by=head, at=now() + dt.timedelta(seconds=1))
    events = apps_model("ApprovalEvent").objects.filter(pgh_obj__label="Budget")
    assert [event.state for event in events.order_by("pgh_id")] == [
        "WAITING",
        "APPROVED",
    ]
