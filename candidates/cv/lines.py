"""The lines of a text, each with its place in it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line without outer blanks: `whole[start:end] == text`."""

    text: str
    start: int
    end: int


def lines_of(whole: str, start: int = 0, end: int | None = None) -> list[Line]:
    """Cut `whole[start:end]` into its lines, empty ones included."""
    found: list[Line] = []
    at = start
    for raw in whole[start:end].split("\n"):
        bare = raw.strip()
        begin = at + (len(raw) - len(raw.lstrip()) if bare else 0)
        found.append(Line(bare, begin, begin + len(bare)))
        at += len(raw) + 1
    return found
