"""Ask for approval, give it or send it back; and whom the organisation asks."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from backoffice_ats.accounts.models import User
from backoffice_ats.shared.access import StaffRequest, requires
from positions.forms.approval import AnswerForm, RemarkForm, StepForm
from positions.models import ApprovalStep, Position
from positions.services import advert as adverts
from positions.services import approvals, lifecycle, plans
from positions.services.approvals import StepRow
from positions.views.head import approval_of, head_of


@require_safe
@requires("positions.view_position")
def approval(request: StaffRequest, slug: str) -> HttpResponse:
    """Show what is to be approved, who has said what, and whose turn it is."""
    return _page(request, _position(request.user, slug), {}, status=200)


@require_POST
@requires("positions.change_position")
def approval_send(request: StaffRequest, slug: str) -> HttpResponse:
    position = _position(request.user, slug)
    try:
        lifecycle.send_for_approval(position, by=request.user, at=timezone.now())
    except plans.PlanIncompleteError:
        messages.error(request, _("Some things are missing. Put them right first."))
        return redirect(position)
    except approvals.NobodyMayApproveError as error:
        messages.error(request, " ".join(error.reasons))
    except (lifecycle.WrongStatusError, approvals.NothingToApproveError):
        messages.error(request, _("There is nothing to approve now."))
    else:
        turn = approvals.turn_of(position)
        name = turn.who if turn else ""
        text = _("Sent for approval. It is with %(name)s now.")
        messages.success(request, text % {"name": name})
    return redirect("positions:approval", slug)


@require_POST
@requires("positions.change_position")
def approval_withdraw(request: StaffRequest, slug: str) -> HttpResponse:
    position = _position(request.user, slug)
    approvals.withdraw(position, by=request.user, at=timezone.now())
    messages.success(request, _("The request for approval is withdrawn."))
    return redirect(position)


@require_POST
@requires("positions.view_position")
def approval_decide(request: StaffRequest, slug: str) -> HttpResponse:
    """Approve, or send back with a comment; only whose turn it is may."""
    position = _position(request.user, slug)
    if not approvals.may_decide(approvals.turn_of(position), request.user):
        raise PermissionDenied
    form = AnswerForm(request.POST, prefix="answer")
    if not form.is_valid():
        return _page(request, position, {"answer": form}, status=422)
    comment, at = form.cleaned_data["comment"], timezone.now()
    try:
        if form.cleaned_data["act"] == AnswerForm.APPROVE:
            approvals.approve(position, by=request.user, at=at, comment=comment)
            messages.success(request, _approved_words(position))
        else:
            approvals.send_back(position, by=request.user, at=at, comment=comment)
            messages.success(request, _("Sent back with your comment."))
    except approvals.NotYourTurnError:
        messages.error(request, _("Somebody else has just decided this."))
    if Position.objects.visible_to(request.user).filter(pk=position.pk).exists():
        return redirect("positions:approval", slug)
    return redirect("home")


def _approved_words(position: Position) -> str:
    turn = approvals.turn_of(position)
    if turn:
        return _("Approved. It is with %(name)s now.") % {"name": turn.who}
    return _("Approved by everybody who was asked.")


@require_POST
@requires("positions.view_position")
def approval_comment(request: StaffRequest, slug: str) -> HttpResponse:
    position = _position(request.user, slug)
    if not _may_remark(request.user, position):
        raise PermissionDenied
    form = RemarkForm(request.POST, prefix="remark")
    if not form.is_valid():
        return _page(request, position, {"remark": form}, status=422)
    approvals.remark(
        position, form.cleaned_data["text"], by=request.user, at=timezone.now()
    )
    messages.success(request, _("Your comment is added."))
    return redirect("positions:approval", slug)


def _may_remark(user: User, position: Position) -> bool:
    """Those who define the position, and those who are asked to approve it."""
    turn = approvals.turn_of(position)
    return user.may_run_hiring or approvals.may_decide(turn, user)


def _position(user: User, slug: str) -> Position:
    found: Position = get_object_or_404(Position.objects.visible_to(user), slug=slug)
    return found


def _page(
    request: HttpRequest, position: Position, replaced: dict[str, Any], *, status: int
) -> HttpResponse:
    user = request.user
    assert isinstance(user, User)  # noqa: S101 -- strangers were sent to the login
    context = head_of(position, "") | approval_of(position)
    context |= {
        "advert": adverts.advert_of(
            position, reply_within_days=context["organisation"].reply_within_days
        ),
        "rounds": position.rounds.select_related("sent_by")
        .prefetch_related("approvals__approver", "approvals__decided_by")
        .order_by("-number"),
        "comments": position.comments.select_related("by").order_by("at", "pk"),
        "chain": approvals.chain(),
        "may_decide": approvals.may_decide(context["turn"], user),
        "may_remark": _may_remark(user, position),
        "missing": lifecycle.missing(position, at=timezone.now())
        if position.is_draft
        else [],
        "answer": AnswerForm(prefix="answer"),
        "remark": RemarkForm(prefix="remark"),
    }
    return render(request, "positions/approval.html", context | replaced, status=status)


# ---- the organisation's chain ----


@require_http_methods(["GET", "HEAD", "POST"])
@requires("accounts.change_organisation")
def approval_steps(request: StaffRequest) -> HttpResponse:
    """Show whom the organisation asks; add a step, take one out, move one up."""
    form = StepForm(request.POST if "add" in request.POST else None)
    steps = approvals.chain()
    if request.method == "POST":
        rows = _changed(request, steps, form)
        if rows is not None:
            approvals.set_chain(rows, by=request.user)
            messages.success(request, _("Saved"))
            return redirect("positions:approval_steps")
    status = 422 if form.is_bound else 200
    context = {"form": form, "steps": steps}
    return render(request, "positions/approval_steps.html", context, status=status)


def _changed(
    request: HttpRequest, steps: list[ApprovalStep], form: StepForm
) -> list[StepRow] | None:
    """Return the chain as somebody wants it now; None when what they typed is wrong."""
    rows = [StepRow(step.label, step.approver, step.role) for step in steps]
    places = {str(step.pk): place for place, step in enumerate(steps)}
    if form.is_bound:
        if not form.is_valid():
            return None
        person = form.person
        return [*rows, StepRow(form.cleaned_data["label"], person, form.role)]
    gone = places.get(request.POST.get("remove", ""))
    up = places.get(request.POST.get("up", ""))
    if gone is not None:
        del rows[gone]
    elif up:  # the first one cannot go higher
        rows[up - 1], rows[up] = rows[up], rows[up - 1]
    return rows
