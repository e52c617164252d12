"""An expert rates replies by secret link, without an account."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from candidates.views import secret_link
from screening.enums import FormState
from screening.models import Expert
from screening.services import experts

MINE = "experts"
GRADES = frozenset("1234567")


@csrf_exempt  # see `secret_link`
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def open_link(request: HttpRequest, token: str) -> HttpResponse:
    """Exchange the secret link into the session."""
    expert = experts.of_link(token)
    if expert is None:
        raise Http404
    if request.method != "POST":
        return secret_link.offer(
            request, "screening/experts/link.html", {"form": expert.form}
        )
    if (refused := secret_link.refusal(request, {})) is not None:
        return refused
    secret_link.remember(request, MINE, expert.pk)
    return secret_link.exchanged(request, redirect("screening:expert_start", expert.pk))


@login_not_required
@require_safe
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what is asked, how far they are, and thank them at the end."""
    expert = _mine(request, pk)
    scenarios = list(expert.form.scenarios.prefetch_related("options"))
    said = experts.readable_ratings_of(expert)
    left = [
        number
        for number, one in enumerate(scenarios, start=1)
        if any(option.pk not in said for option in one.options.all())
    ]
    return render(
        request,
        "screening/experts/start.html",
        {
            "expert": expert,
            "is_open": expert.form.state == FormState.RATING,
            "total": len(scenarios),
            "left": left,
            "done": len(scenarios) - len(left),
            "next": left[0] if left else 1,
        },
    )


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def rate(request: HttpRequest, pk: int, n: int) -> HttpResponse:
    """Show one situation; a POST saves its ratings and leads on."""
    expert = _mine(request, pk)
    scenarios = list(expert.form.scenarios.prefetch_related("options"))
    if expert.form.state != FormState.RATING:
        return redirect("screening:expert_start", pk)
    if not 1 <= n <= len(scenarios):
        raise Http404
    scenario = scenarios[n - 1]
    options = list(scenario.options.all())
    if request.method == "POST":
        ratings = {
            option.pk: int(typed)
            for option in options
            if (typed := request.POST.get(f"o{option.pk}", "")) in GRADES and typed
        }
        try:
            experts.rate(expert, ratings, at=timezone.now())
        except experts.ClosedError:
            return redirect("screening:expert_start", pk)
        if n < len(scenarios):
            return redirect("screening:expert_rate", pk, n + 1)
        return redirect("screening:expert_start", pk)
    said = experts.readable_ratings_of(expert)
    return render(
        request,
        "screening/experts/rate.html",
        {
            "expert": expert,
            "scenario": scenario,
            "number": n,
            "total": len(scenarios),
            "back": n - 1,
            "rows": [(option, said.get(option.pk)) for option in options],
            "done": sum(
                all(option.pk in said for option in one.options.all())
                for one in scenarios
            ),
        },
    )


def _mine(request: HttpRequest, pk: int) -> Expert:
    if not secret_link.holds(request, MINE, pk):
        raise Http404
    found: Expert = get_object_or_404(Expert.objects.select_related("form"), pk=pk)
    return found
