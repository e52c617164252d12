"""Where the public test data lies; it is not part of the project."""

import os
from pathlib import Path

import pytest

_CHECKOUT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("ATS_TEST_DATA", _CHECKOUT / ".." / "shared" / "data"))


def needed(*parts: str) -> Path:
    """Return a file or folder of the test data; skip without it, fail in CI."""
    path = DATA.joinpath(*parts)
    if path.exists():
        return path
    message = f"No test data at {path}: set ATS_TEST_DATA."
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)
