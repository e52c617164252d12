"""Lines that stand for work nobody has named: "Other duties as assigned"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from positions.clarity.text import words_of

if TYPE_CHECKING:
    from positions.clarity.lexicon import Lexicon


def is_catch_all(statement: str, lexicon: Lexicon) -> bool:
    """Whether a statement says "other duties" and nothing else.

    One word may say of which kind: "Other finance duties as assigned".
    """
    opens, names = lexicon.sets["catch_all_open"], lexicon.sets["catch_all_what"]
    if opens.isdisjoint(statement.lower().replace("-", " ").split()):
        return False
    words = [word.low for word in words_of(statement)]
    for at, (before, after) in enumerate(zip(words, words[2:], strict=False), start=1):
        if before in opens and after in names:
            del words[at]
            break
    return (
        not opens.isdisjoint(words)
        and not names.isdisjoint(words)
        and lexicon.sets["catch_all_words"].issuperset(words)
    )
