"""Staff do one thing for several applications: choose, plan, look, begin, watch."""

from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from backoffice_ats.shared.access import StaffRequest, requires
from backoffice_ats.shared.htmx import render_page
from candidates.enums import STATUSES, BatchKind, ItemState, ReasonCode
from candidates.forms.together import MessageForm, MoveTogetherForm
from candidates.models import Application, Batch, BatchItem, LetterText
from candidates.services import (
    batches,
    board,
    identity,
    letters,
    standing,
    ways,
    wording,
)
from candidates.stages import Status
from positions.models import Position
from positions.views.head import head_of

LABELS = dict(STATUSES)
REASONS = dict(ReasonCode.choices)
NO = Status.NOT_SELECTED.value.lower()


@require_http_methods(["GET", "HEAD", "POST"])
@requires("candidates.decide_application")
def together(request: StaffRequest, slug: str, kind: str) -> HttpResponse:
    """Plan a move or a message for the applications that were ticked."""
    position = get_object_or_404(Position.objects.read_by(request.user), slug=slug)
    applications = _chosen(request, position)
    if not applications or len(applications) > batches.MOST:
        messages.error(
            request,
            _("Tick at most %(most)d people.") % {"most": batches.MOST}
            if applications
            else _("Tick the people it is about first."),
        )
        return redirect("candidates:pipeline", slug)
    if kind == "move":
        return _plan_move(request, position, applications)
    return _plan_message(request, position, applications)


def _chosen(request: StaffRequest, position: Position) -> list[Application]:
    """Return those that were ticked, or everyone of the list that was looked at."""
    asked = request.POST if request.method == "POST" else request.GET
    if asked.get("all"):
        everybody = board.found_in(
            Application.objects.visible_to(request.user).for_position(position),
            show=asked.get("show", ""),
            find=board.clean_query(asked.get("q", "")),
            blind=False,
        )
        keys = list(
            everybody.order_by("submitted_at", "pk").values_list("pk", flat=True)[
                : batches.MOST + 1
            ]
        )
    else:
        keys = [
            int(key)
            for key in asked.getlist("pick")[: batches.MOST + 1]
            if key.isdecimal() and len(key) < 16  # noqa: PLR2004 -- more is no key
        ]
    return list(batches.chosen(request.user, position, keys))


def _plan_move(
    request: StaffRequest, position: Position, applications: list[Application]
) -> HttpResponse:
    steps = {step.key: step for step in ways.steps_of(position)}
    form = MoveTogetherForm(
        request.POST if request.method == "POST" else None,
        steps=[
            *(
                (step.key, step.label)
                for step in steps.values()
                if step.status is not Status.SUBMITTED
            ),
            (NO, str(LABELS[Status.NOT_SELECTED])),
        ],
        applications=applications,
        initial={"tell": True, "to": request.GET.get("to", "")},
    )
    ask_reasons = form.is_bound and form.says_no and not form.was_asked
    if form.is_bound and not ask_reasons and form.is_valid():
        given = form.cleaned_data
        step = steps.get(given["to"])
        batch = batches.plan_move(
            position,
            applications,
            step.status if step else Status.NOT_SELECTED,
            by=request.user,
            at=timezone.now(),
            stage=step.stage if step else None,
            reasons=form.reasons(),
            note=given["note"],
            tell=given["tell"],
            leave_at=given["leave_on"],
        )
        return redirect("candidates:batch", batch.pk)
    if ask_reasons:
        form.errors.clear()
    return _show(
        request,
        position,
        applications,
        form,
        template="candidates/move_together.html",
        rows=[(_who(one, request), form.reason_field(one), one) for one in applications]
        if form.says_no
        else [],
    )


def _plan_message(
    request: StaffRequest, position: Position, applications: list[Application]
) -> HttpResponse:
    language = wording.language_of(position)
    texts = LetterText.objects.filter(name="").order_by("title", "language")
    used = texts.filter(pk=_number(request.GET.get("text", ""))).first()
    form = MessageForm(
        request.POST if request.method == "POST" else None,
        initial={"subject": used.subject, "body": used.body} if used else {},
    )
    if form.is_bound and form.is_valid():
        batch = batches.plan_message(
            position,
            applications,
            form.text(),
            by=request.user,
            at=timezone.now(),
            leave_at=form.cleaned_data["leave_on"],
        )
        return redirect("candidates:batch", batch.pk)
    return _show(
        request,
        position,
        applications,
        form,
        template="candidates/message_together.html",
        texts=texts.filter(language=language) or texts,
        used=used,
        words=[
            (word, label)
            for word, label in wording.WORDS.items()
            if word in wording.IN_MESSAGES
        ],
    )


def _show(
    request: StaffRequest,
    position: Position,
    applications: list[Application],
    form: MoveTogetherForm | MessageForm,
    *,
    template: str,
    **context: Any,  # noqa: ANN401 -- a template's context
) -> HttpResponse:
    return render(
        request,
        template,
        head_of(position, "pipeline")
        | {
            "form": form,
            "people": [(_who(one, request), one) for one in applications],
            "silent": [
                _who(one, request)
                for one in applications
                if not (one.candidate and one.candidate.email)
            ],
            "leaves": standing.moment_words(letters.in_office_hours(timezone.now())),
        }
        | context,
    )


@require_safe
@requires("candidates.decide_application")
def batch(request: StaffRequest, pk: int) -> HttpResponse:
    """Show what a batch would do; once begun, how far it is and what it did."""
    found = _visible(request, pk)
    context = head_of(found.position, "pipeline") | {
        "batch": found,
        "progress": batches.progress_of(found),
    }
    if found.begun_at is None:
        return render(
            request, "candidates/batch_plan.html", context | _preview(request, found)
        )
    left = _items(found).filter(state=ItemState.LEFT_OUT)
    context["left_out"] = [
        (
            _who(item.application, request),
            item.application,
            batches.PROBLEMS[item.problem],
        )
        for item in left
    ]
    return render_page(
        request,
        "candidates/batch.html",
        context,
        fragment="candidates/_batch_progress.html",
    )


def _preview(request: StaffRequest, found: Batch) -> dict[str, Any]:
    """Say whom it touches, whom not and why, and what the letters will say."""
    items = list(_items(found))
    to = Status(found.to) if found.to else None
    going, staying = [], []
    for item in items:
        if to is None or batches.can_go(item.application, to, found.stage):
            going.append(item)
        else:
            staying.append(item)
    by_reason = sorted(going, key=lambda item: item.reason_code)
    groups = [
        (REASONS.get(reason, ""), [_who(item.application, request) for item in group])
        for reason, group in groupby(by_reason, key=lambda item: item.reason_code)
    ]
    writing = found.kind == BatchKind.MESSAGE or found.tell
    leaves = letters.in_office_hours(
        max(found.leave_at or timezone.now(), timezone.now())
    )
    return {
        "groups": groups,
        "going": len(going),
        "staying": [
            (_who(item.application, request), LABELS[Status(item.application.status)])
            for item in staying
        ],
        "to_label": found.stage.name if found.stage else LABELS.get(found.to, ""),
        "writing": writing,
        "silent": [
            _who(item.application, request)
            for item in going
            if not (item.application.candidate and item.application.candidate.email)
        ]
        if writing
        else [],
        "leaves": standing.moment_words(leaves),
        "samples": _samples(request, found, going) if writing else [],
    }


def _samples(
    request: StaffRequest, found: Batch, going: list[BatchItem]
) -> list[tuple[str, wording.Text]]:
    """Fill the letter in for the first person of each reason."""
    samples = []
    seen = set()
    for item in going:
        if item.reason_code in seen:
            continue
        seen.add(item.reason_code)
        text = batches.letter_of(found, item)
        if text is not None:
            samples.append((_who(item.application, request), letters.readable(text)))
    return samples


@require_POST
@requires("candidates.decide_application")
def batch_begin(request: StaffRequest, pk: int) -> HttpResponse:
    """Have a plan done by a worker; only its author begins it."""
    found = _visible(request, pk)
    batches.begin(found, at=timezone.now())
    return redirect("candidates:batch", pk)


@require_POST
@requires("candidates.decide_application")
def batch_drop(request: StaffRequest, pk: int) -> HttpResponse:
    """Forget a plan: nobody was touched by it."""
    found = _visible(request, pk)
    try:
        batches.drop(found)
    except batches.NotAPlanError:
        messages.error(request, _("It has begun already and cannot be dropped."))
        return redirect("candidates:batch", pk)
    messages.success(request, _("The plan is dropped. Nobody was moved or written to."))
    return redirect("candidates:pipeline", found.position.slug)


def _visible(request: StaffRequest, pk: int) -> Batch:
    """Find a batch of one's own: who plans it answers for it."""
    found: Batch = get_object_or_404(
        Batch.objects.visible_to(request.user)
        .filter(by=request.user)
        .select_related("position", "stage"),
        pk=pk,
    )
    return found


def _items(found: Batch) -> Any:  # noqa: ANN401 -- a query of items
    return (
        found.items.select_related(
            "application__candidate", "application__position", "application__stage"
        )
        .defer("application__answers")
        .order_by("application__submitted_at", "application_id")
    )


def _who(application: Application, request: StaffRequest) -> str:
    return identity.shown_to(application, request.user).label


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 16 else 0  # noqa: PLR2004 -- more is no key
