"""What a CV says of the skills, licences and languages a job asks for.

A level is offered only where the CV tells it, and a licence only where it names it. A
skill that is named has no level there, so the applicant says it.
"""

from collections.abc import Iterable
from typing import Any

from candidates.cv import languages
from candidates.cv.values import Language, Licence, Resume, Skill
from positions.criteria import Answer, LanguageLevel, RequirementKind
from positions.plan import PlanRequirement

Item = Skill | Language | Licence


def rows_in(
    resume: Resume, asked: Iterable[PlanRequirement]
) -> dict[str, dict[str, Any]]:
    """Return answers that can be offered, shaped as the page of the form keeps them.

    A requirement that the CV names without telling the answer has an empty row.
    """
    rows = {}
    for one in asked:
        item = _item_of(resume, one)
        if item is not None:
            rows[str(one.id)] = _row(one, item)
    return rows


def _item_of(resume: Resume, one: PlanRequirement) -> Item | None:
    return next(
        (item for item in _told(resume, one.kind) if _is_meant(item, one.name)), None
    )


def _is_meant(item: Item, name: str) -> bool:
    """Say whether the CV means this; a language in any language: Deutsch is German."""
    code = languages.code_of(name)
    if isinstance(item, Language) and code and item.code == code:
        return True
    return _names(_folded(item.name), _folded(name))


def _told(resume: Resume, kind: RequirementKind) -> tuple[Item, ...]:
    match kind:
        case RequirementKind.SKILL:
            return resume.skills
        case RequirementKind.LANGUAGE:
            return resume.languages
        case RequirementKind.LICENCE:
            return resume.licences
        case _:
            return ()


def _row(one: PlanRequirement, item: Item) -> dict[str, Any]:
    match item:
        case Language():
            level = LanguageLevel.C2.value if item.native else item.level
            return {"level": int(level)} if level else {}
        case Licence():
            until = item.until if one.expires else None
            row: dict[str, Any] = {"answer": Answer.YES.value}
            return row | ({"month": until.month, "year": until.year} if until else {})
        case _:
            return {}


def _folded(words: str) -> tuple[str, ...]:
    kept = "".join(one if one.isalnum() or one in "+#" else " " for one in words)
    return tuple(kept.casefold().split())


def _names(said: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Say whether the words that are wanted stand there, side by side."""
    length = len(wanted)
    return bool(wanted) and any(
        said[at : at + length] == wanted for at in range(len(said) - length + 1)
    )
