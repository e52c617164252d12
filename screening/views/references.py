"""References: HR asks, the applicant names people, HR reads what they say."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from backoffice_ats.shared.access import StaffRequest, requires
from backoffice_ats.shared.doorbell import ring
from candidates.models import Application
from candidates.services import identity
from candidates.views import drafts
from positions.views.head import head_of
from screening import tasks
from screening.enums import SIDES
from screening.forms.references import RefereeForm
from screening.instruments.references import ITEMS
from screening.services import guests, references

PERMISSION = "screening.ask_reference"


@require_safe
@requires("screening.view_evaluation")
def show(request: StaffRequest, pk: int) -> HttpResponse:
    """Show who was named, what they say by side, and each one's answers."""
    application = _application(request, pk)
    who = identity.shown_to(application, request.user)
    scores = references.scores_of(application)
    labels = dict(SIDES)
    context = head_of(application.position, "ranking") | {
        "application": application,
        "who": who,
        "is_asked": references.is_asked(application),
        "may_ask": request.user.has_perm(PERMISSION)
        and application.status in references.ASKABLE,
        "whole": scores[""],
        "sides": [(labels[side], scores[side]) for side, _label in SIDES],
        "rows": [
            (
                number,
                one,
                references.doubts_of(one),
                [
                    (labels[item.side.value], item, one.answers.get(item.key))
                    for item in ITEMS
                ],
            )
            for number, one in enumerate(application.referees.order_by("pk"), start=1)
        ],
    }
    return render(request, "screening/references/show.html", context)


@require_POST
@requires(PERMISSION)
def ask(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask the applicant to name referees."""
    application = _application(request, pk)
    try:
        references.ask(application, by=request.user, at=timezone.now())
    except references.TooEarlyError:
        messages.error(
            request,
            _(
                "References are asked for late: when somebody is on the shortlist or"
                " beyond. Before that nobody's employer is troubled."
            ),
        )
    else:
        messages.success(
            request, _("The applicant is asked, by letter and on their page.")
        )
    return redirect("screening:references", pk)


@require_POST
@requires(PERMISSION)
def close(request: StaffRequest, pk: int) -> HttpResponse:
    """Take no more references."""
    references.close(_application(request, pk), at=timezone.now())
    messages.success(request, _("No more references are taken. What was said stays."))
    return redirect("screening:references", pk)


@require_POST
@requires(PERMISSION)
def again(request: StaffRequest, pk: int, referee: int) -> HttpResponse:
    """Write to a referee once more."""
    application = _application(request, pk)
    one = get_object_or_404(application.referees, pk=referee)
    if references.can_answer(one) and guests.ask_again(one, at=timezone.now()):
        ring(tasks.send_referee_letter, referee_id=one.pk)
        messages.success(request, _("They are asked again."))
    else:
        messages.info(
            request, _("They got a letter within the last two days, or have answered.")
        )
    return redirect("screening:references", pk)


# ---- the applicant ----


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest, pk: int) -> HttpResponse:
    """Name people who know one's work, one after the other."""
    application = drafts.application_of(request, pk)
    if not references.is_asked(application):
        raise Http404
    form = RefereeForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        response = _named(request, application, form)
        if response is not None:
            return response
    return render(
        request,
        "screening/references/mine.html",
        {
            "application": application,
            "position": application.position,
            "reference": application.reference,
            "form": form,
            "referees": application.referees.order_by("pk"),
            "most": references.MOST_REFEREES,
        },
    )


def _named(
    request: HttpRequest, application: Application, form: RefereeForm
) -> HttpResponse | None:
    try:
        referee = references.name(application, form.named(), at=timezone.now())
    except references.OwnAddressError:
        form.add_error("email", _("This is your own address. Enter theirs."))
    except references.NamedAlreadyError:
        form.add_error("email", _("Somebody with this address is named already."))
    except references.TooManyRefereesError:
        form.add_error(
            None,
            _("%(n)d people are enough. Take one back to name another.")
            % {"n": references.MOST_REFEREES},
        )
    except references.OverError:
        raise Http404 from None
    else:
        ring(tasks.send_referee_letter, referee_id=referee.pk)
        messages.success(
            request, _("We write to %(name)s now.") % {"name": referee.name}
        )
        return redirect("screening:my_referees", application.pk)
    return None


@login_not_required
@require_POST
def take_back(request: HttpRequest, pk: int, referee: int) -> HttpResponse:
    """Take a name back, with what that person said."""
    application = drafts.application_of(request, pk)
    one = get_object_or_404(application.referees, pk=referee)
    references.take_back(one, at=timezone.now())
    messages.success(
        request, _("Taken back. What they may have said is deleted and counts no more.")
    )
    if references.is_asked(application):
        return redirect("screening:my_referees", pk)
    return redirect("candidates:status", pk)


def _application(request: StaffRequest, pk: int) -> Application:
    found: Application = get_object_or_404(
        Application.objects.visible_to(request.user).select_related(
            "position", "candidate"
        ),
        pk=pk,
    )
    return found
