"""The ranking of a position."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from backoffice_ats.shared.access import StaffRequest, requires
from backoffice_ats.shared.htmx import is_htmx, render_page
from positions.models import Position
from positions.views.head import head_of
from screening.services import board, finals, stability, weights
from screening.services.board import Ranking, Show


@require_safe
@requires("screening.view_evaluation")
def show_ranking(request: StaffRequest, slug: str) -> HttpResponse:
    """Show one page of the ranking; htmx asks for the list alone, again and again."""
    position = get_object_or_404(Position.objects.read_by(request.user), slug=slug)
    ranking = board.ranking_of(
        position,
        request.user,
        show=read_show(request),
        page=request.GET.get("page", "1"),
    )
    context = {
        "position": position,
        "tab": "ranking",
        "ranking": ranking,
        "facts": _facts(position, ranking),
        "job": _job(ranking),
        "axis": 0,
        "seconds": 2 if ranking.progress.is_running else 15,
        "print_note": _print_note(ranking),
    }
    if not is_htmx(request) and ranking.plan:
        context["weights"] = weights.in_effect_for(position, ranking.plan)
        context["stability"] = stability.of(position, ranking.plan, request.user)
    return render_page(
        request,
        "screening/ranking.html",
        context,
        fragment="screening/_ranking.html",
    )


@require_safe
@requires("screening.view_evaluation")
def show_finals(request: StaffRequest, slug: str) -> HttpResponse:
    """Show who came far, with everything known by the weights after interviews."""
    position = get_object_or_404(Position.objects.read_by(request.user), slug=slug)
    return render(
        request,
        "screening/finals.html",
        head_of(position, "ranking")
        | {"finals": finals.of_position(position, request.user)},
    )


def read_show(request: HttpRequest) -> Show:
    """Read the filter out of the address; what is no filter shows everyone."""
    try:
        return Show(request.GET.get("show", ""))
    except ValueError:
        return Show.EVERYONE


def _facts(position: Position, ranking: Ranking) -> list[str]:
    total = ranking.progress.total
    facts = [
        position.code,
        ngettext("%(n)d opening", "%(n)d openings", position.openings)
        % {"n": position.openings},
        ngettext("%(n)d application", "%(n)d applications", total) % {"n": total},
    ]
    if ranking.version:
        facts.append(_("Plan version %(n)d") % {"n": ranking.version.number})
    return facts


def _job(ranking: Ranking) -> dict[str, object] | None:
    """Say how far the evaluations are; nothing once all are done."""
    progress = ranking.progress
    if progress.is_finished:
        return None
    words = _("%(done)d of %(total)d.") % {
        "done": progress.done,
        "total": progress.total,
    }
    if ranking.is_older and ranking.version:
        words += " " + _("The order below is version %(n)d until all are done.") % {
            "n": ranking.version.number
        }
    elif progress.is_running:
        words += " " + _("The order below is complete once all are done.")
    number = ranking.newest.number if ranking.newest else 1
    return {
        "title": _("Evaluating under plan version %(n)d") % {"n": number},
        "done": progress.done,
        "total": progress.total,
        "text": words,
    }


def _print_note(ranking: Ranking) -> str:
    names = _("names hidden") if ranking.names_hidden else _("names shown")
    number = ranking.version.number if ranking.version else 0
    return _("%(position)s, plan version %(n)d, %(names)s") % {
        "position": ranking.position,
        "n": number,
        "names": names,
    }
