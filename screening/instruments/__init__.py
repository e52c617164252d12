"""Written questionnaires as data. A published form is never changed: it gets a version.

Some come with this and stand here, keys and all; an organisation's own stand in its
database with the key sealed, and are read into the same values (`services.forms`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from positions.criteria import Dimension


class Visibility(StrEnum):
    """Who can know the key."""

    PUBLIC_DEMO = "PUBLIC_DEMO"  # printed in the source: a demonstration, low weight
    ORG_PRIVATE = "ORG_PRIVATE"  # made by the organisation and kept in its database


class AnswerFormat(StrEnum):
    """What people do with the replies to a situation."""

    RATE = "RATE"  # rate each from 1 to 7
    BEST_WORST = "BEST_WORST"  # choose the best and the worst
    PICK = "PICK"  # choose the best


class Scoring(StrEnum):
    """How answers are compared with the key; the letters are the specification's."""

    PROFILE = "PROFILE"  # (c) correlation of the two profiles
    SAME_SIDE = "SAME_SIDE"  # (g) same side of the middle of the scale
    BEST_WORST = "BEST_WORST"  # (d) right best and worst replies
    PICK = "PICK"  # (e) how good the chosen replies are


# What can be scored how; the first is the one that is offered.
WAYS = {
    AnswerFormat.RATE: (Scoring.PROFILE, Scoring.SAME_SIDE),
    AnswerFormat.BEST_WORST: (Scoring.BEST_WORST,),
    AnswerFormat.PICK: (Scoring.PICK,),
}


@dataclass(frozen=True, slots=True)
class Option:
    """A reply to a situation; `mean` (1..7) is its key, None where it is not scored."""

    key: str
    text: str
    mean: float | None


@dataclass(frozen=True, slots=True)
class Scenario:
    """A situation at work and the replies to it."""

    key: str
    dimension: Dimension
    stem: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Instrument:
    """A form. Answers are kept by scenario and option, so the order may be shuffled."""

    key: str
    version: str
    visibility: Visibility
    scenarios: tuple[Scenario, ...]
    title: str = ""
    answer_format: AnswerFormat = AnswerFormat.RATE
    scoring: Scoring = Scoring.PROFILE

    @property
    def name(self) -> str:
        """Return what positions and attempts call it."""
        own = self.visibility is Visibility.ORG_PRIVATE
        return f"own:{self.key}-{self.version}" if own else f"{self.key} {self.version}"

    @property
    def is_public(self) -> bool:
        """Whether anybody can read its key, so that it must not weigh much."""
        return self.visibility is Visibility.PUBLIC_DEMO

    @property
    def scored(self) -> tuple[tuple[Scenario, Option], ...]:
        """Return every reply that counts, in the form's order."""
        return tuple(
            (scenario, option)
            for scenario in self.scenarios
            for option in scenario.options
            if option.mean is not None
        )

    @property
    def option_keys(self) -> tuple[str, ...]:
        """Return "scenario.option" for every scored reply, in the form's order."""
        return tuple(f"{scenario.key}.{option.key}" for scenario, option in self.scored)

    @property
    def means(self) -> tuple[float, ...]:
        """Return the scoring key, in the order of `option_keys`."""
        return tuple(option.mean or 0.0 for _scenario, option in self.scored)

    @property
    def dimensions(self) -> tuple[Dimension, ...]:
        """Return what it measures, in the order in which it comes up."""
        return tuple(dict.fromkeys(one.dimension for one in self.scenarios))
