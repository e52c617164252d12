"""Named rules of how education and experience stand in for each other."""

from typing import TYPE_CHECKING

import pghistory
from django.db import IntegrityError, transaction
from django.db.models import Count
from django.utils.translation import gettext as _

from positions.criteria import Equivalence
from positions.equivalence import FULL
from positions.models import EquivalencePolicy, Position
from positions.plan import PlanPolicy

if TYPE_CHECKING:
    from backoffice_ats.accounts.models import User

DEFAULT = Equivalence.COMBINATION


class NameTakenError(Exception):
    """Another policy has this name."""


class LastOfferedError(Exception):
    """Nothing could be chosen any more if this policy were retired."""


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


def sentence(policy: EquivalencePolicy | PlanPolicy) -> str:
    """Say what a policy does, with its caps and its academic year where they bite."""
    rule = Equivalence(policy.rule)
    said = [
        {
            Equivalence.COMBINATION: _(
                "Each is a percentage of its own requirement. The percentages are added;"
                " 100 % is enough."
            ),
            Equivalence.EITHER: _("All of the experience, or all of the study."),
            Equivalence.YEAR_FOR_YEAR: _(
                "Both are counted in years; a year of study (%(credits)d credits) makes"
                " up for a year of work, and the other way round."
            )
            % {"credits": policy.credits_per_year},
            Equivalence.BOTH: _("All of the experience, and all of the study."),
        }[rule]
    ]
    if rule in {Equivalence.COMBINATION, Equivalence.YEAR_FOR_YEAR}:
        said += cap_sentences(policy)
    return " ".join(said)


def cap_sentences(policy: EquivalencePolicy | PlanPolicy) -> list[str]:
    """Say how much of the whole each side may bring, where that is not all."""
    caps = (
        (
            policy.cap_experience,
            _("Experience brings %(cap)d %% of the whole at most."),
        ),
        (policy.cap_education, _("Study brings %(cap)d %% of the whole at most.")),
    )
    return [words % {"cap": cap} for cap, words in caps if cap < FULL]


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


@transaction.atomic
def retire(policy: EquivalencePolicy, *, by: "User") -> None:
    """Offer a policy no longer; positions that use it keep it.

    Raises LastOfferedError. No policy is ever deleted: positions and the trail name it.
    """
    offered_ = EquivalencePolicy.objects.select_for_update().filter(retired=False)
    if {one.pk for one in offered_} <= {policy.pk}:
        raise LastOfferedError
    _set_retired(policy, by=by, retired=True)


@transaction.atomic
def restore(policy: EquivalencePolicy, *, by: "User") -> None:
    """Offer a policy again."""
    _set_retired(policy, by=by, retired=False)


def _set_retired(policy: EquivalencePolicy, *, by: "User", retired: bool) -> None:
    policy.retired = retired
    with pghistory.context(user=by.pk):
        policy.save(update_fields=["retired"])


def with_use() -> list[tuple[EquivalencePolicy, int]]:
    """Return every policy with the number of positions that use it; the offered first."""
    used = dict(
        Position.objects.order_by().values_list("policy").annotate(n=Count("pk"))
    )
    return [
        (policy, used.get(policy.pk, 0))
        for policy in EquivalencePolicy.objects.order_by("retired", "pk")
    ]
