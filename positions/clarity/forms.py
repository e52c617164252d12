"""The forms of English verbs: -s and -ing from the base, and back."""

from __future__ import annotations

_HISSING = ("s", "x", "z", "ch", "sh", "o")
_VOWELS = "aeiou"
_MIN_STEM = 3


def third_person(base: str) -> str:
    """Return the -s form: "reconcile" → "reconciles", "verify" → "verifies"."""
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(_HISSING) else "s")


def gerund(base: str) -> str:
    """Return the regular -ing form: "file" → "filing", "oversee" → "overseeing"."""
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        base = base[:-1]
    return base + "ing"


def bases_of_gerund(word: str) -> tuple[str, ...]:
    """Return what may be the base: "filing" → fil, file; "planning" → also plan."""
    if not word.endswith("ing") or len(word) < _MIN_STEM + len("ing"):
        return ()
    stem = word[: -len("ing")]
    if stem[-1] == stem[-2]:
        return stem + "e", stem, stem[:-1]
    return stem + "e", stem
