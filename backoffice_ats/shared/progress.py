"""How far a command is."""

import sys
from typing import Any


class Bar:
    """A progress bar; line by line where nobody watches."""

    WIDTH = 30

    def __init__(self, out: Any, total: int, word: str) -> None:  # noqa: ANN401 -- Django's OutputWrapper is untyped
        self.out = out
        self.total = total
        self.word = word
        self.done = 0
        self.shown = -1

    def step(self) -> None:
        self.at(self.done + 1)

    def at(self, done: int) -> None:
        self.done = done
        tenth = done * 10 // max(self.total, 1)
        filled = done * self.WIDTH // max(self.total, 1)
        line = f"[{'#' * filled}{'.' * (self.WIDTH - filled)}] {done} of {self.total}"
        if sys.stderr.isatty():
            end = "\n" if done >= self.total else ""
            self.out.write(f"\r{line} {self.word}", ending=end)
            self.out.flush()
        elif tenth > self.shown:
            self.out.write(f"{line} {self.word}")
            self.shown = tenth
