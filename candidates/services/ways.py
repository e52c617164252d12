"""The stages of a position: everybody's, a template's, or its own."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from candidates.enums import STATUSES
from candidates.models import Application, Pipeline, Stage
from candidates.stages import DIVISIBLE, Status
from positions.models import Position

MOST = 12  # stages of a position: more do not fit a board that people can take in
LABELS = dict(STATUSES)

# Ways that many positions go; a position begins with one and changes what it likes.
TEMPLATES = {
    "PHONE": (
        _("Telephone call first"),
        (
            (Status.UNDER_REVIEW, _("Reading")),
            (Status.UNDER_REVIEW, _("Telephone call")),
            (Status.SHORTLISTED, _("Shortlist")),
            (Status.INTERVIEW, _("Panel interview")),
            (Status.OFFER, _("Offer")),
        ),
    ),
    "SAMPLE": (
        _("With a work sample"),
        (
            (Status.UNDER_REVIEW, _("Reading")),
            (Status.SHORTLISTED, _("Shortlist")),
            (Status.SHORTLISTED, _("Work sample")),
            (Status.INTERVIEW, _("Panel interview")),
            (Status.OFFER, _("Offer")),
        ),
    ),
    "TWO": (
        _("Two interviews and references"),
        (
            (Status.UNDER_REVIEW, _("Reading")),
            (Status.SHORTLISTED, _("Shortlist")),
            (Status.INTERVIEW, _("First interview")),
            (Status.INTERVIEW, _("Second interview")),
            (Status.OFFER, _("References")),
            (Status.OFFER, _("Offer")),
        ),
    ),
}


class OccupiedError(Exception):
    """People stand in a stage that would go; `names` says in which."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(", ".join(names))
        self.names = names


class TooManyStagesError(Exception):
    """More stages than a board can show."""


@dataclass(frozen=True, slots=True)
class Step:
    """A column of the board: a stage of the position's own, or a whole status."""

    key: str
    status: Status
    label: str
    stage: Stage | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """A stage as somebody wants it; `key` is that of the one it was."""

    status: Status
    name: str
    key: int | None = None


def steps_of(position: Position) -> list[Step]:
    """Return the steps on the way of a position, from received to hired. One query."""
    own = list(Stage.objects.filter(position=position).order_by("number"))
    steps = []
    for status in (Status.SUBMITTED, *DIVISIBLE, Status.HIRED):
        stages = [stage for stage in own if stage.status == status]
        steps += [
            Step(f"stage-{stage.pk}", status, stage.name, stage) for stage in stages
        ] or [Step(status.lower(), status, str(LABELS[status]))]
    return steps


def step_at(status: Status, stage: int | None, steps: list[Step]) -> Step | None:
    """Find the step of a status and stage; None where there is no way any more.

    One without a stage of its own stands in the first of its status.
    """
    here = [step for step in steps if step.status is status]
    exact = (step for step in here if step.stage and step.stage.pk == stage)
    return next(exact, here[0] if here else None)


def stage_in(
    position: Position, status: Status, wanted: Stage | None = None
) -> Stage | None:
    """Return the wanted stage if it is one of the position's in this status.

    Else the first stage of the status; None where the position has none of its own.
    """
    found = Stage.objects.filter(position=position, status=status).order_by("number")
    if wanted is not None:
        found = found.filter(pk=wanted.pk)
    stage: Stage | None = found.first()
    return stage


def occupied(position: Position) -> dict[int, int]:
    """Count who stands in each of a position's own stages."""
    rows = (
        Application.objects.filter(position=position, stage__isnull=False)
        .values_list("stage")
        .annotate(n=Count("pk"))
    )
    return dict(rows)


@transaction.atomic
def arrange(position: Position, wanted: list[Wanted], *, language: str = "") -> None:
    """Give a position these stages, in the order of their statuses and the list's.

    Nobody is moved by it: whoever stands in a stage that stays keeps standing there.
    Raises OccupiedError if somebody stands in one that would go or change its status,
    and TooManyStagesError.
    """
    if len(wanted) > MOST:
        raise TooManyStagesError
    Position.objects.select_for_update(no_key=True).get(pk=position.pk)
    order = list(DIVISIBLE)
    wanted = sorted(wanted, key=lambda one: order.index(one.status))
    known = {stage.pk: stage for stage in position.stages.all()}
    staying = {
        one.key
        for one in wanted
        if one.key in known and known[one.key].status == one.status
    }
    taken = occupied(position)
    leaving = [stage for key, stage in known.items() if key not in staying]
    if held := [stage.name for stage in leaving if taken.get(stage.pk)]:
        raise OccupiedError(held)
    Stage.objects.filter(pk__in=[stage.pk for stage in leaving]).delete()
    # Renaming two into each other's names must not meet the rule against equal names.
    for key in staying:
        known[key].name = f"\x01{key}"
    Stage.objects.bulk_update([known[key] for key in staying], ["name"])
    for number, one in enumerate(wanted, start=1):
        stage = known[one.key] if one.key in staying else Stage(position=position)
        stage.status, stage.name, stage.number = one.status.value, one.name, number
        stage.save()
    Pipeline.objects.update_or_create(
        position=position, defaults={"language": language}
    )


def template(key: str) -> list[Wanted]:
    """Return the stages of a template; none for a key that is not known."""
    _label, stages = TEMPLATES.get(key, ("", ()))
    return [Wanted(status, str(name)) for status, name in stages]
