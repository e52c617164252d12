"""How a parser in the child process says that a file cannot be read."""

from candidates.cv.values import Reason


class FaultError(Exception):
    """The file cannot be read, for this reason."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason = reason
