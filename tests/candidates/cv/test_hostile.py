"""Files made to break parsers: each ends as a status with a reason, in time."""

import os
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from candidates.cv import reader
from candidates.cv.values import Reading, Reason, Status
from tests.testdata import needed

FILES = 182
SLOWEST = 20.0  # seconds


def children() -> set[int]:
    """Processes that this one began, or that came to it, zombies included."""
    found = set()
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            stat = (folder / "stat").read_text()
        except OSError:
            continue
        if int(stat.rpartition(")")[2].split()[1]) == os.getpid():
            found.add(int(folder.name))
    return found


def read(path: Path) -> Reading:
    return reader.read_file(path.name, path.read_bytes())


def test_no_hostile_file_crashes_hangs_or_leaves_a_process():
    folder = needed("hostile")
    paths = sorted(path for path in folder.glob("*/*") if path.is_file())
    before = children()

    with ThreadPoolExecutor(max_workers=4) as pool:
        readings = dict(zip(paths, pool.map(read, paths), strict=True))

    assert len(readings) == FILES
    assert children() == before
    assert max(reading.seconds for reading in readings.values()) < SLOWEST
    for path, reading in readings.items():
        assert (reading.reason is None) == (reading.status is Status.OK), path.name
        assert bool(reading.text) == (reading.status is Status.OK), path.name
        assert "\0" not in reading.text, path.name
    ends = Counter((r.status.value, str(r.reason)) for r in readings.values())
    print(ends)  # noqa: T201 -- the figures of this test, shown by -s


def test_a_locked_file_is_told_from_a_damaged_one():
    folder = needed("hostile", "encrypted")
    locked = [
        "pypdf__encrypted-file.pdf",
        "pypdf__r4-aes-user-password.pdf",
        "pdfminer__aes-256-r6.pdf",
        "poi__protected_agile.docx",
    ]

    reasons = {name: read(folder / name).reason for name in locked}

    assert reasons == dict.fromkeys(locked, Reason.ENCRYPTED)


def test_a_file_locked_with_an_empty_password_is_read():
    reading = read(needed("hostile", "encrypted", "pypdf__r6-empty-password.pdf"))

    assert reading.status is Status.OK
