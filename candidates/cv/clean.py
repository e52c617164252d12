"""Make extracted text plain: no control or direction marks, ordinary white space.

What comes out has lines without outer blanks, at most one empty line in a row, and a
tab where a wide gap stood within a line.
"""

import re
import unicodedata

from candidates.cv.looks import SIGNS

MAX_CHARACTERS = 200_000

_LIGATURES = {
    ord(c): unicodedata.normalize("NFKC", c) for c in map(chr, range(0xFB00, 0xFB07))
}
_GLYPHS = {
    0xA0: " ",
    0xAD: None,  # soft hyphen
    0xFF0C: ",",
    0xFF0D: "–",
    0x2011: "-",
    0x2212: "-",
    **dict.fromkeys((0xF0A7, 0xF0B7, 0xF076, 0xF0D8, 0xF0FC, 0xF02D, 0xB7), "•"),
    **dict.fromkeys((0x25CF, 0x25AA, 0x25A0, 0x2023, 0x2043, 0x25E6, 0x27A2), "•"),
}
_SPACES = dict.fromkeys((*range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000), " ")
_BREAKS = dict.fromkeys((0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029), "\n")
_TABLE = {**_LIGATURES, **_GLYPHS, **_SPACES, **_BREAKS}

# UTF-8 once read as Windows-1252, some of it with a byte that has no sign there.
_TWICE = re.compile(r"[\xc2-\xc3][\x80-\xff]|[\xe2\xef][\u0080-\u2fff]{2}")
_LOST = {"ï¼\u200b": " – ", "â€\u200b": "", "â€\x9d": "”", "Â\u200b": ""}
_LONE = re.compile(r"\xc2(?=[\s\u200b]|$)|(?<=\s)\xc2(?=\w)", re.MULTILINE)

_DROPPED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def clean(text: str) -> str:
    """Give the same words in plain characters, at most MAX_CHARACTERS of them."""
    return signed_clean("".join(c for c in text if c not in SIGNS))


def signed_clean(text: str) -> str:
    """Do the same and keep the signs before lines (see `looks`)."""
    text = _mend(text[: MAX_CHARACTERS * 4].replace("\r\n", "\n")).translate(_TABLE)
    text = unicodedata.normalize("NFC", text)
    text = "".join(c for c in text if c in "\n\t" or c in SIGNS or _is_kept(c))
    text = re.sub(r" {3,}| *\t[ \t]*", "\t", text)
    text = re.sub(r" {2}", " ", text)
    text = re.sub(r"[ \t]*\n[ \t]*", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()[:MAX_CHARACTERS]


def _is_kept(c: str) -> bool:
    return (c.isascii() and c.isprintable()) or unicodedata.category(c) not in _DROPPED


def _mend(text: str) -> str:
    for broken, meant in _LOST.items():
        text = text.replace(broken, meant)
    return _LONE.sub("", _TWICE.sub(_decode_again, text))


def _decode_again(match: re.Match[str]) -> str:
    written = match[0]
    try:
        return written.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return written
