"""What staff do with applications: list, find, move, tell, read a file."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from backoffice_ats.shared.access import StaffRequest, requires
from candidates.enums import STATUSES
from candidates.forms import staff as shapes
from candidates.models import Application
from candidates.services import (
    board,
    identity,
    letters,
    pipeline,
    standing,
    surges,
)
from candidates.stages import MAY_WITHDRAW, MOVES, Status
from positions.models import Position

LABELS = dict(STATUSES)
WAITING_SHOWN = 8


@require_safe
@requires("candidates.view_application")
def pipeline_list(request: StaffRequest, slug: str) -> HttpResponse:
    """List everyone who applied for a position, with where they stand."""
    position = get_object_or_404(Position.objects.read_by(request.user), slug=slug)
    asked = {key: request.GET.get(key, "") for key in ("show", "sort", "q", "page")}
    find = board.clean_query(asked["q"])
    shown = board.pipeline_of(
        position,
        request.user,
        show=asked["show"],
        sort=asked["sort"] or "-received",
        find=find,
        page=asked["page"] or 1,
    )
    filled = shown.hired >= position.openings
    waiting = pipeline.unresolved(position) if filled else Application.objects.none()
    return render(
        request,
        "candidates/pipeline.html",
        {
            "position": position,
            "tab": "pipeline",
            "facts": _facts(position, shown),
            "board": shown,
            "page": shown.page,
            "chips": [_chip(request, chip) for chip in shown.chips],
            "sort": asked["sort"] or "-received",
            "find": find,
            "show": asked["show"],
            "surge": surges.surges_among([position], at=timezone.now()).get(
                position.pk
            ),
            "unresolved": [
                (application, identity.shown_to(application, request.user))
                for application in waiting[:WAITING_SHOWN]
            ],
        },
    )


def _facts(position: Position, shown: board.Board) -> list[str]:
    facts = [
        position.code,
        ngettext(
            "%(hired)d of %(openings)d opening filled",
            "%(hired)d of %(openings)d openings filled",
            position.openings,
        )
        % {"hired": shown.hired, "openings": position.openings},
        ngettext("%(n)d application", "%(n)d applications", shown.everyone)
        % {"n": shown.everyone},
    ]
    if position.closes_at:
        day = standing.day_words(timezone.localtime(position.closes_at).date())
        over = position.closes_at <= timezone.now()
        facts.append(
            (_("Closed %(day)s") if over else _("Closes %(day)s")) % {"day": day}
        )
    return facts


def _chip(request: StaffRequest, chip: board.Chip) -> dict[str, Any]:
    query = request.GET.copy()
    for key in ("show", "page"):
        query.pop(key, None)
    if chip.key:
        query["show"] = chip.key
    return {
        "text": chip.text,
        "count": chip.count,
        "current": chip.current,
        "url": f"?{query.urlencode()}",
    }


@require_http_methods(["GET", "HEAD", "POST"])
@requires("candidates.decide_application")
def move(request: StaffRequest, pk: int) -> HttpResponse:
    """Move or decide an application, with its reason; telling is a box of its own."""
    application = _visible(request, pk)
    form = shapes.MoveForm(
        request.POST if request.method == "POST" else None,
        moves=_moves(application),
        initial={"to": request.GET.get("to", ""), "tell": True},
    )
    if request.method == "POST" and form.is_valid():
        try:
            _move(request, application, form.cleaned_data)
        except pipeline.SeatsFilledError:
            form.add_error("to", _("All openings of this position are filled."))
        except pipeline.MoveNotAllowedError:
            form.add_error(
                "to", _("Somebody moved this application meanwhile. Look again.")
            )
        except pipeline.NoAddressError:
            form.add_error("tell", _("There is no email address to write to."))
        else:
            messages.success(request, _said(application, form.cleaned_data, request))
            return redirect("candidates:pipeline", application.position.slug)
    return _show_move(request, application, form)


def _show_move(
    request: StaffRequest,
    application: Application,
    form: shapes.MoveForm,
    *,
    next_form: shapes.NextForm | None = None,
) -> HttpResponse:
    return render(
        request,
        "candidates/move.html",
        {
            "application": application,
            "position": application.position,
            "who": identity.shown_to(application, request.user),
            "form": form,
            "next_form": next_form or _next_form(application),
            "label": LABELS[Status(application.status)],
            "can_tell": pipeline.can_announce(application),
            "has_email": bool(application.candidate and application.candidate.email),
            "leaves": standing.moment_words(letters.in_office_hours(timezone.now())),
            "seats": pipeline.seats_left(application.position),
            "changes": application.changes.select_related("by").order_by("-at", "-pk"),
            "letters": application.letters.order_by("-created_at", "-pk"),
            "document": application.documents.cvs().order_by("-pk").first(),
            "record_url": _record_url(application),
        },
    )


@require_POST
@requires("candidates.decide_application")
def plan_next(request: StaffRequest, pk: int) -> HttpResponse:
    """Write down who does what next."""
    application = _visible(request, pk)
    form = _next_form(application, data=request.POST)
    if form.is_valid():
        pipeline.plan_next(application, **form.cleaned_data)
        messages.success(request, _("The next step is kept."))
        return redirect("candidates:move", pk)
    moves = shapes.MoveForm(moves=_moves(application))
    return _show_move(request, application, moves, next_form=form)


def _next_form(application: Application, **kwargs: Any) -> shapes.NextForm:  # noqa: ANN401 -- a form's arguments
    return shapes.NextForm(
        colleagues=pipeline.may_own(application),
        initial={
            "action": application.next_action,
            "owner": application.owner_id,
            "on": application.next_action_on,
        },
        prefix="next",
        **kwargs,
    )


def _moves(application: Application) -> list[tuple[str, str]]:
    """Name the moves that are open from here, the way forward first."""
    status = Status(application.status)
    order = [choice for choice, _label in STATUSES]
    allowed = sorted(MOVES[status], key=order.index)
    moves = [(new.value, str(LABELS[new])) for new in allowed]
    if status is Status.OFFER:
        moves.append((shapes.DECLINED, _("They declined the offer")))
    if status in MAY_WITHDRAW:
        moves.append((shapes.LEFT, _("They withdrew")))
    return moves


def _move(
    request: StaffRequest, application: Application, given: dict[str, Any]
) -> None:
    now = timezone.now()
    if given["to"] in shapes.DEPARTURES:
        pipeline.record_leaving(
            application,
            by=request.user,
            at=now,
            declined=given["to"] == shapes.DECLINED,
            note=given["note"],
        )
        return
    pipeline.move(
        application,
        Status(given["to"]),
        by=request.user,
        at=now,
        reason_code=given["reason_code"],
        note=given["note"],
        tell=given["tell"],
    )


def _said(
    application: Application, given: dict[str, Any], request: StaffRequest
) -> str:
    who = identity.shown_to(application, request.user).label
    if given["to"] in shapes.DEPARTURES:
        return _("%(who)s has withdrawn") % {"who": who}
    moved = _("%(who)s moved to %(stage)s") % {
        "who": who,
        "stage": LABELS[Status(given["to"])],
    }
    return f"{moved}. " + (_leaving() if given["tell"] else _("Not told yet."))


def _leaving() -> str:
    """Say when a letter about a decision leaves that is written now."""
    now = timezone.now()
    leaves = letters.in_office_hours(now)
    if leaves == now:
        return _("The letter is on its way.")
    return _("The letter leaves %(when)s.") % {"when": standing.moment_words(leaves)}


@require_POST
@requires("candidates.decide_application")
def tell(request: StaffRequest, pk: int) -> HttpResponse:
    """Write to the applicant about where the application stands."""
    application = _visible(request, pk)
    try:
        pipeline.announce(application, by=request.user, at=timezone.now())
    except pipeline.NothingToTellError:
        messages.error(request, _("The applicant knows this already."))
    except pipeline.NoAddressError:
        messages.error(request, _("There is no email address to write to."))
    else:
        messages.success(request, _leaving())
    return redirect("candidates:move", pk)


def _visible(request: StaffRequest, pk: int) -> Application:
    found: Application = get_object_or_404(
        Application.objects.visible_to(request.user)
        .select_related("position", "candidate")
        .prefetch_related("letters"),
        pk=pk,
    )
    return found


def _record_url(application: Application) -> str:
    try:
        return reverse("screening:application", args=[application.pk])
    except NoReverseMatch:
        return ""
