"""How easily a text reads: Flesch, Flesch-Kincaid grade and Fog, for English.

Flesch 206.835 - 1.015 W/S - 84.6 Y/W; grade 0.39 W/S + 11.8 Y/W - 15.59; Fog
0.4 (W/S + 100 C/W): words, sentences, syllables, words of three syllables and more.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

MIN_WORDS: Final = 30  # below, the figures would tell nothing
HARD: Final = 3  # syllables

_WORD = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’][A-Za-z]+)?")
_SENTENCE_END = re.compile(r"[.!?]+(?=\s|$)|\n+")
_NO_END = re.compile(r"\b(?:e\.g|i\.e|etc|no|nos|vs|approx|max|min|Mr|Mrs|Ms|Dr)\.")
_VOWELS = re.compile(r"[aeiouyà-ÿ]+")
_Y_BETWEEN = re.compile(r"(?<=[aeiou])y(?=[aeiou])")  # a consonant: "employee"
# Vowels that stand together and are said apart: "client", "create", "continuous".
_APART = re.compile(
    r"ia(?![ln]|g)|(?<![cst])ial|(?<![cst])ian(?!s?$)|(?<![cstl])ians?$|io(?!n|us)|(?<![cgstx])ious|iu"
    r"|(?<![ct])ient?(?=[cst]|$)|iet|^scien|iers?$|eo(?!n|us|p)|eum|[aeo]ing|ying|yo"
    r"|(?<=[rd])eas?$|rea(?=ct|t[eio])|^rei(?!n[sg]?$)|^coo(?=[pr])|coinc|oe[mt]"
    r"|(?<![gq])ua(?=[lrtnb])|(?<![gq])ue[lnt]|(?<![bgq])ui(?=n|d|t[yio])|uou"
)
# An "e" that is written and not said: "file", "files", "filed", "cheque", "safely".
_SILENT = re.compile(
    r"(?:[^aeiouylr]|[aeiouy][lr]|r[lr])e$|(?:q|[aei]g)ue$|[aeiouy]l?les$"
    r"|(?:[^aeiouyclghsxz]|[^cs]h)es$|[^aeiouytdl]ed$|(?:[aeiouy]|l)led$"
    r"|[aeiouy][^aeiouyl]+e(?=(?:ments?|ly|ness|less|ful|fully)$)"
    r"|some(?=[a-z]{3})|(?:th|w)here(?=[a-z]{2})|ever(?=y)"
)
_KNOWN = {
    "business": 2,
    "businesses": 3,
    "interest": 2,
    "wednesday": 2,
    "theatre": 3,
    "therefore": 2,
}


@dataclass(frozen=True, slots=True)
class Readability:
    """`ease` 0 (hard) to 100 (easy) and beyond; `grade` and `fog` in school years."""

    ease: float
    grade: float
    fog: float


def readability(text: str) -> Readability | None:
    """Return the figures of a text; None below 30 words. Every line is a sentence."""
    sentences = [
        words
        for part in _SENTENCE_END.split(_NO_END.sub("", text))
        if (words := _WORD.findall(part))
    ]
    lengths = [syllables(word) for words in sentences for word in words]
    count = len(lengths)
    if count < MIN_WORDS:
        return None
    per_sentence, per_word = count / len(sentences), sum(lengths) / count
    hard = sum(length >= HARD for length in lengths) / count
    return Readability(
        ease=206.835 - 1.015 * per_sentence - 84.6 * per_word,
        grade=0.39 * per_sentence + 11.8 * per_word - 15.59,
        fog=0.4 * (per_sentence + 100 * hard),
    )


def syllables(word: str) -> int:
    """Return the number of syllables of an English word, at least 1; by rule."""
    low = word.lower().replace("’", "'").removesuffix("'s").replace("'", "")
    if low in _KNOWN:
        return _KNOWN[low]
    low = _Y_BETWEEN.sub("j", low)
    count = len(_VOWELS.findall(low)) + len(_APART.findall(low))
    return max(count - len(_SILENT.findall(low)), 1)
