"""Questionnaires as values, wherever they stand: with this, or in the database."""

from functools import cache

from positions.criteria import Dimension
from screening.enums import FormState
from screening.instruments import (
    AnswerFormat,
    Instrument,
    Option,
    Scenario,
    Scoring,
    Visibility,
    public_demo,
)
from screening.models import Form
from screening.services import sealing

OWN = "own:"
MOST_PUBLIC_WEIGHT = public_demo.MOST_WEIGHT  # per cent of a plan


def load(name: str) -> Instrument | None:
    """Return a form by its name, ready to be taken; None if there is none.

    One that is retired, or whose key cannot be opened, can still be finished; without
    its key nobody can score it. Three queries for an own form.
    """
    if not name.startswith(OWN):
        return built_in().get(name)
    form = _frozen(name)
    return instrument_of(form) if form else None


def _frozen(name: str) -> Form | None:
    key, _dash, version = name.removeprefix(OWN).rpartition("-")
    found: Form | None = (
        Form.objects.filter(key=key, version=int(version) if version.isdigit() else 0)
        .exclude(sealed_key="")
        .first()
    )
    return found


@cache
def built_in() -> dict[str, Instrument]:
    """Return the forms that come with this, by name; the newest is the default."""
    return {one.name: one for one in public_demo.FORMS}


def default() -> Instrument:
    """Return what positions use that chose nothing."""
    return public_demo.DEMO


def choices() -> list[Instrument]:
    """Return what a position can choose from: own forms first, then the newest demo."""
    own = Form.objects.filter(state=FormState.FROZEN).order_by("title", "-version")
    return [*(one for one in map(instrument_of, own) if one.means), default()]


def instrument_of(form: Form) -> Instrument:
    """Return an own form as values; without means where its key cannot be opened.

    Two queries.
    """
    try:
        means = key_of(form)
    except sealing.BrokenSealError:
        means = {}
    return Instrument(
        key=form.key,
        version=str(form.version),
        visibility=Visibility.ORG_PRIVATE,
        title=form.title,
        answer_format=AnswerFormat(form.answer_format),
        scoring=Scoring(form.scoring),
        scenarios=tuple(
            Scenario(
                str(one.pk),
                Dimension(one.dimension),
                one.stem,
                tuple(
                    Option(str(option.pk), option.text, means.get(str(option.pk)))
                    for option in one.options.all()
                ),
            )
            for one in form.scenarios.filter(retired_at__isnull=True).prefetch_related(
                "options"
            )
        ),
    )


def key_of(form: Form) -> dict[str, float]:
    """Return the mean of each scored reply by its number. Raises BrokenSealError."""
    opened = sealing.unseal(form.sealed_key) if form.sealed_key else {}
    if not isinstance(opened, dict):
        raise sealing.BrokenSealError
    return {str(key): float(mean) for key, mean in opened.items()}
