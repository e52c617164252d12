"""What a CV says of the skills, licences and languages a job asks for.

A level is offered only where the CV tells it, and a licence only where it names it. A
skill that is named has no level there, so the applicant says it.
"""

from collections.abc import Iterable
from typing import Any

from candidates.cv.values import Resume
from positions.criteria import Answer, LanguageLevel, RequirementKind
from positions.plan import PlanRequirement

# What the reader calls the lists; those of older readings hold plain words.
_LISTS = {
    RequirementKind.SKILL: ("skills",),
    RequirementKind.LANGUAGE: ("languages",),
    RequirementKind.LICENCE: ("licences", "certificates"),
}


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


def _item_of(resume: Resume, one: PlanRequirement) -> Any:  # noqa: ANN401 -- a word, or a value of the reader
    wanted = _folded(one.name)
    for name in _LISTS.get(one.kind, ()):
        for item in getattr(resume, name, ()):
            if _names(_folded(_words(item)), wanted):
                return item
    return None


def _row(one: PlanRequirement, item: Any) -> dict[str, Any]:  # noqa: ANN401 -- as above
    if one.kind is RequirementKind.LANGUAGE:
        native = getattr(item, "native", False)
        level = LanguageLevel.C2.value if native else getattr(item, "level", None)
        return {"level": int(level)} if level else {}
    if one.kind is not RequirementKind.LICENCE:
        return {}
    until = getattr(item, "until", None)
    row: dict[str, Any] = {"answer": Answer.YES.value}
    return row | (
        {"month": until.month, "year": until.year} if until and one.expires else {}
    )


def _words(item: Any) -> str:  # noqa: ANN401 -- as above
    return item if isinstance(item, str) else str(item.name)


def _folded(words: str) -> tuple[str, ...]:
    kept = "".join(one if one.isalnum() or one in "+#" else " " for one in words)
    return tuple(kept.casefold().split())


def _names(said: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Say whether the words that are wanted stand there, side by side."""
    length = len(wanted)
    return bool(wanted) and any(
        said[at : at + length] == wanted for at in range(len(said) - length + 1)
    )
