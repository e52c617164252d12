"""Files made to break parsers: what some of them end as, and why.

All of them go through the form in `test_reading`.
"""

from pathlib import Path

from candidates.cv import reader
from candidates.cv.values import Reading, Reason, Status
from tests.testdata import needed


def read(path: Path) -> Reading:
    return reader.read_file(path.name, path.read_bytes())


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
