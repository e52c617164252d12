"""Read the templates that ship with the program."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from positions.blueprint import (
    Blueprint,
    BlueprintDuty,
    BlueprintExperience,
    BlueprintInterview,
    BlueprintRequirement,
    BlueprintRoute,
)
from positions.criteria import (
    Dimension,
    EducationLevel,
    Equivalence,
    LanguageLevel,
    RequirementKind,
    SkillLevel,
)

DATA = Path(__file__).parent / "data"
LEVELS: Mapping[RequirementKind, type[SkillLevel | LanguageLevel]] = {
    RequirementKind.SKILL: SkillLevel,
    RequirementKind.LANGUAGE: LanguageLevel,
}


@dataclass(frozen=True, slots=True)
class Template:
    """A role of the library: where it belongs, in a sentence, and the definition."""

    key: str
    family: str
    blurb: str
    blueprint: Blueprint


@cache
def templates(language: str = "en") -> Mapping[str, Template]:
    """Return every template by its key, in the order of families and titles."""
    found = [
        _read(path.stem, tomllib.loads(path.read_text(encoding="utf-8")))
        for path in (DATA / language).glob("*.toml")
    ]
    found.sort(key=lambda one: (one.family, one.blueprint.title))
    return {one.key: one for one in found}


def _read(key: str, raw: Mapping[str, Any]) -> Template:
    """Turn a file into a template. Raises KeyError or ValueError on a slip in it."""
    education = raw.get("education", {})
    return Template(
        key=key,
        family=raw["family"],
        blurb=raw["blurb"],
        blueprint=Blueprint(
            title=raw["title"],
            department=raw["department"],
            summary=raw["summary"],
            duties=tuple(BlueprintDuty(**duty) for duty in raw["duties"]),
            education_reason=education.get("reason", ""),
            routes=tuple(_route(route) for route in education.get("routes", ())),
            experience=tuple(_experience(kind) for kind in raw.get("experience", ())),
            requirements=tuple(
                _requirement(one) for one in raw.get("requirements", ())
            ),
            interview=tuple(
                BlueprintInterview(Dimension(one["dimension"]), _places(one))
                for one in raw.get("interview", ())
            ),
            equivalence=Equivalence(raw.get("equivalence", "COMBINATION")),
            origin="TEMPLATE",
            origin_key=key,
        ),
    )


def _places(raw: Mapping[str, Iterable[int]]) -> tuple[int, ...]:
    """Count duties from 0, as the program does."""
    return tuple(number - 1 for number in raw["duties"])


def _route(raw: Mapping[str, Any]) -> BlueprintRoute:
    return BlueprintRoute(
        level=EducationLevel[raw["level"]],
        fields=tuple(
            (field, 100) if isinstance(field, str) else (field[0], field[1])
            for field in raw.get("fields", ())
        ),
        credits_full=raw["credits_full"],
        credits_base=raw.get("credits_base", 0),
    )


def _experience(raw: Mapping[str, Any]) -> BlueprintExperience:
    return BlueprintExperience(**{**raw, "duties": _places(raw)})


def _requirement(raw: Mapping[str, Any]) -> BlueprintRequirement:
    kind = RequirementKind(raw["kind"])
    level = LEVELS[kind][raw["level"]].value if kind in LEVELS else None
    return BlueprintRequirement(
        **{**raw, "kind": kind, "level": level, "duties": _places(raw)}
    )
