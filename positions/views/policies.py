"""Settings: how education and experience may stand in for each other."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from backoffice_ats.shared.access import StaffRequest, requires
from backoffice_ats.shared.htmx import is_htmx
from positions.criteria import Equivalence
from positions.forms.policies import PolicyForm
from positions.models import EquivalencePolicy
from positions.plan import PlanPolicy
from positions.services import policies as service
from positions.services import qualifications

FIGURES = ("name", "rule", "cap_experience", "cap_education", "credits_per_year")
NEW = {
    "rule": Equivalence.COMBINATION.value,
    "cap_experience": 100,
    "cap_education": 100,
    "credits_per_year": 30,
}


@require_safe
@requires("accounts.change_organisation")
def policies(request: StaffRequest) -> HttpResponse:
    """List every policy, the retired ones last."""
    rows = [
        {"policy": policy, "used": used, "sentence": service.sentence(policy)}
        for policy, used in service.with_use()
    ]
    return render(request, "positions/policies.html", {"rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@requires("accounts.change_organisation")
def policy_new(request: StaffRequest) -> HttpResponse:
    return _edit(request, None, NEW)


@require_http_methods(["GET", "HEAD", "POST"])
@requires("accounts.change_organisation")
def policy_edit(request: StaffRequest, pk: int) -> HttpResponse:
    policy = get_object_or_404(EquivalencePolicy, pk=pk)
    return _edit(request, policy, {name: getattr(policy, name) for name in FIGURES})


def _edit(
    request: StaffRequest, policy: EquivalencePolicy | None, initial: dict[str, Any]
) -> HttpResponse:
    """Show a policy on five people; save it, unless only the people were asked for."""
    form = PolicyForm(
        request.POST if request.method == "POST" else None, initial=initial
    )
    if request.method == "POST" and "preview" not in request.POST and form.is_valid():
        try:
            service.save_policy(policy, by=request.user, **form.cleaned_data)
        except service.NameTakenError:
            form.add_error("name", _("Another policy has this name. Choose another."))
        else:
            messages.success(request, _("Saved. What is frozen stays as it was."))
            return redirect("positions:policies")
    shown = form.as_plan() if form.is_bound else _plan_of(initial)
    context = {
        "form": form,
        "policy": policy,
        "rows": qualifications.table_for(shown) if shown else [],
        "months": qualifications.SAMPLE_MONTHS,
        "credits": qualifications.SAMPLE_CREDITS,
    }
    if is_htmx(request) and "preview" in request.POST:
        return render(request, "positions/_policy_people.html", context)
    return render(request, "positions/policy.html", context)


def _plan_of(initial: dict[str, Any]) -> PlanPolicy:
    figures = {name: value for name, value in initial.items() if name != "name"}
    return PlanPolicy(**{**figures, "rule": Equivalence(figures["rule"])})


@require_POST
@requires("accounts.change_organisation")
def policy_retire(request: StaffRequest, pk: int) -> HttpResponse:
    """Offer a policy no longer, or again."""
    policy = get_object_or_404(EquivalencePolicy, pk=pk)
    if policy.retired:
        service.restore(policy, by=request.user)
        messages.success(request, _("It is offered again."))
        return redirect("positions:policies")
    try:
        service.retire(policy, by=request.user)
    except service.LastOfferedError:
        messages.error(
            request, _("This is the last one that is offered. Add another first.")
        )
    else:
        messages.success(
            request, _("It is no longer offered. Positions that use it keep it.")
        )
    return redirect("positions:policies")
