"""Written questionnaires as data. A published form is never changed: it gets a version."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Dimension(StrEnum):
    """What a scenario is about: the five sides of working well with others."""

    COURTESY = "COURTESY"  # courtesy and tact
    TEAMWORK = "TEAMWORK"  # teamwork and help
    SERVICE = "SERVICE"  # service orientation
    CONFLICT = "CONFLICT"  # handling conflict
    COMMUNICATION = "COMMUNICATION"  # clear communication


class Visibility(StrEnum):
    """Who can know the key."""

    PUBLIC_DEMO = "PUBLIC_DEMO"  # printed in the source: a demonstration, low weight
    ORG_PRIVATE = "ORG_PRIVATE"  # made by the organisation and kept in its database


@dataclass(frozen=True, slots=True)
class Option:
    """A reply to be rated 1 (very ineffective) to 7; `mean` is its key."""

    key: str
    text: str
    mean: float


@dataclass(frozen=True, slots=True)
class Scenario:
    """A situation at work and four replies to it."""

    key: str
    dimension: Dimension
    stem: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Instrument:
    """A form. Ratings are kept by (scenario, option), so the order may be shuffled."""

    key: str
    version: str
    visibility: Visibility
    scenarios: tuple[Scenario, ...]

    @property
    def option_keys(self) -> tuple[str, ...]:
        """Return "scenario.option" for every reply, in the form's order."""
        return tuple(
            f"{scenario.key}.{option.key}"
            for scenario in self.scenarios
            for option in scenario.options
        )

    @property
    def means(self) -> tuple[float, ...]:
        """Return the scoring key, in the order of `option_keys`."""
        return tuple(
            option.mean for scenario in self.scenarios for option in scenario.options
        )
