"""Lines that stand for work nobody has named: "Other duties as assigned"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.clarity.text import words_of

if TYPE_CHECKING:
    from positions.clarity.lexicon import Lexicon


def is_catch_all(statement: str, lexicon: Lexicon) -> bool:
    """Whether a statement says "other duties" and nothing else."""
    opens, names = lexicon.sets["catch_all_open"], lexicon.sets["catch_all_what"]
    if opens.isdisjoint(statement.lower().replace("-", " ").split()):
        return False
    words = [word.low for word in words_of(statement)]
    return (
        not opens.isdisjoint(words)
        and not names.isdisjoint(words)
        and lexicon.sets["catch_all_words"].issuperset(words)
    )
