"""Named rules of how education and experience stand in for each other."""

from typing import TYPE_CHECKING

import pghistory
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from positions.criteria import Equivalence
from positions.models import EquivalencePolicy
from positions.plan import PlanPolicy

if TYPE_CHECKING:
    from backoffice_ats.accounts.models import User

DEFAULT = Equivalence.COMBINATION


class NameTakenError(Exception):
    """Another policy has this name."""


def standard_names() -> dict[Equivalence, str]:
    """Name the policies that every organisation starts with."""
    return {
        Equivalence.COMBINATION: _("They add up: 100 % from both together"),
        Equivalence.EITHER: _("Either of them is enough"),
        Equivalence.YEAR_FOR_YEAR: _("Year for year: one makes up for the other"),
        Equivalence.BOTH: _("Both are needed"),
    }


def standard(rule: Equivalence) -> EquivalencePolicy:
    """Return the plain policy of a rule, made when it is first needed."""
    plain = EquivalencePolicy.objects.filter(
        rule=rule.value, cap_experience=100, cap_education=100, credits_per_year=30
    )
    return (
        plain.order_by("pk").first()
        or EquivalencePolicy.objects.get_or_create(
            name=standard_names()[rule], defaults={"rule": rule.value}
        )[0]
    )


def make_standard() -> None:
    """Make what is missing of the standard policies; after each migration."""
    for rule in Equivalence:
        standard(rule)


def offered(*, chosen: EquivalencePolicy | None = None) -> list[EquivalencePolicy]:
    """Return what may be chosen; `chosen` even if it is offered no longer."""
    kept = chosen.pk if chosen else None
    return [
        policy
        for policy in EquivalencePolicy.objects.order_by("pk")
        if not policy.retired or policy.pk == kept
    ]


def as_plan(policy: EquivalencePolicy) -> PlanPolicy:
    """Return the copy that a frozen plan keeps."""
    return PlanPolicy(
        rule=Equivalence(policy.rule),
        name=policy.name,
        cap_experience=policy.cap_experience,
        cap_education=policy.cap_education,
        credits_per_year=policy.credits_per_year,
    )


@transaction.atomic
def save_policy(
    policy: EquivalencePolicy | None,
    *,
    by: "User",
    **fields: str | int | bool,
) -> EquivalencePolicy:
    """Make a policy, or change one. Frozen plans keep what they were frozen with.

    Raises NameTakenError.
    """
    policy = policy or EquivalencePolicy()
    for name, value in fields.items():
        setattr(policy, name, value)
    try:
        with transaction.atomic(), pghistory.context(user=by.pk):
            policy.save()
    except IntegrityError as error:
        if "name" in str(error):
            raise NameTakenError from error
        raise
    return policy
