"""How large and how heavy the lines of a text were set: told beside the text.

A parser puts one sign before each line; `taken_off` gives the text without the signs
and what they said. Headings and names are told by it where words alone do not tell.
"""

from dataclasses import dataclass

_BASE = 0xE000  # a private sign; what files hold of these is dropped as text anyway
_STEPS = 64
_LARGEST = 63  # tenths of the size of the running text


@dataclass(frozen=True, slots=True)
class Look:
    """The size of a line, 1.0 being that of the running text, and whether it is bold."""

    size: float = 1.0
    bold: bool = False

    def sign(self) -> str:
        """Return the sign that says so at the start of a line."""
        tenths = max(0, min(_LARGEST, round(self.size * 10)))
        return chr(_BASE + tenths + _STEPS * self.bold)


Looks = dict[int, Look]  # by the place where a line starts in the text
SIGNS = frozenset(chr(_BASE + step) for step in range(2 * _STEPS))


def taken_off(signed: str) -> tuple[str, Looks]:
    """Return the text without signs, and the looks of its lines."""
    looks: Looks = {}
    lines: list[str] = []
    at = 0
    for line in signed.split("\n"):
        bare = line
        if line[:1] in SIGNS and line:
            step = ord(line[0]) - _BASE
            looks[at] = Look(step % _STEPS / 10, step >= _STEPS)
            bare = line[1:].lstrip()
        bare = "".join(c for c in bare if c not in SIGNS)
        lines.append(bare)
        at += len(bare) + 1
    return "\n".join(lines), looks
