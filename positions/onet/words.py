"""Titles as they are searched: folded, and with the abbreviations of the office."""

from __future__ import annotations

import re

# What people in a back office write, and what O*NET's titles say instead. Beginnings of
# words ("admin", "rep") need no line: they are found as they are.
ABBREVIATIONS = {
    "aml": "anti money laundering",
    "ap": "accounts payable",
    "ar": "accounts receivable",
    "asst": "assistant",
    "cs": "customer service",
    "csr": "customer service representative",
    "ea": "executive assistant",
    "gl": "general ledger",
    "hr": "human resources",
    "kyc": "compliance",
    "mgr": "manager",
    "pa": "personal assistant",
    "sr": "senior",
}
_BETWEEN = re.compile(r"[\W_]+")
MOST_WORDS = 8


def folded(text: str) -> str:
    """Return the words in lower case, with a space before, between and after them.

    "A/P Clerk" is " ap clerk ". So a search for " word " finds whole words only.
    """
    # What stands between letters of "A/P" and "A.P." is left out: they are one word.
    joined = re.sub(r"\b(\w)[./](?=\w\b)", r"\1", text)
    return f" {' '.join(_BETWEEN.sub(' ', joined.casefold()).split())} "


def asked(text: str) -> list[str]:
    """Return what to search for: the words as typed, and with abbreviations in full.

    Folded, the typed ones first; empty when there is no word in it.
    """
    words = folded(text).split()[:MOST_WORDS]
    if not words:
        return []
    full = [ABBREVIATIONS.get(word, word) for word in words]
    return list(dict.fromkeys(f" {' '.join(one)} " for one in (words, full)))
