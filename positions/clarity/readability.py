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
# Two vowels that are said apart: "area", "create", "various", "continuous", "being".
_APART = re.compile(
    r"ia(?!l$|ls$|lly$|n$|ns$|ge)|(?<![ctgs])ial|(?<![cstg])ian|io(?!n|us$)"
    r"|(?<![ctgsx])ious|iu|eo(?!n$|ns$|us$|ple)|ua(?=l|t|r)|uou|uin(?=g)|eing|ying"
    r"|[^q]ue[lt]|rea(?=t[eio])|oing|eum|[^q]uity|iet|ien(?=t$|ts$|ce)|ier$|iers$|yo"
    r"|(?<=r)ea$|(?<=r)eas$|oa(?=s?c?t?i)"
)
_SILENT_END = re.compile(
    r"(?:[^aeiouyl]|[aeiouy]l|[aeiouy][aeiouy]l)e$"  # file, rule; not: table
    r"|[^aeioustxzcgdly]es$|[aeiouy]les$|[^st]tes$|[aeiou]tes$|[^d]des$"
    r"|[^aeioutdl]ed$|[aeiouy]led$"
)
_SILENT_INSIDE = re.compile(
    r"[aeiouy][^aeiouy]+e(?=(?:ments?|ly|ness|less|ful|fully|work|time|line)$)"
)


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
    count = len(_VOWELS.findall(low)) + len(_APART.findall(low))
    if _SILENT_END.search(low):
        count -= 1
    if _SILENT_INSIDE.search(low):
        count -= 1
    return max(count, 1)
