"""A release of O*NET in the official layout, with three invented occupations."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

from positions.onet import release

COUNTERS, KEEPERS, OTHERS = "99-1001.00", "99-1002.00", "99-1003.00"
FOLDER = "db_91_0_text"

TABLES: dict[str, list[list[str]]] = {
    release.README: [["O*NET 91.0 Database"], ["August 2091 Release"]],
    release.OCCUPATIONS: [
        ["O*NET-SOC Code", "Title", "Description"],
        [COUNTERS, "Pay Counters", "Count what is paid, and to whom."],
        [KEEPERS, "Ledger Keepers", "Keep the ledgers, and keep them dry."],
        [OTHERS, "Office Workers, All Other", "All others."],
    ],
    release.ALTERNATES: [
        ["O*NET-SOC Code", "Alternate Title", "Short Title", "Source(s)"],
        [COUNTERS, "Pay Clerk", "n/a", "02"],
        [COUNTERS, "Pay Clerk", "n/a", "08"],
        [COUNTERS, "Wage Counter", "n/a", "02"],
        [KEEPERS, "Ledger Keepers", "n/a", "02"],
        [KEEPERS, "Café “Ledger” Keeper", "n/a", "02"],
    ],
    release.REPORTED: [
        ["O*NET-SOC Code", "Reported Job Title", "Shown in My Next Move"],
        [COUNTERS, "Pay Clerk", "Y"],
        [KEEPERS, "Book Warden", "N"],
    ],
    release.TASKS: [
        ["O*NET-SOC Code", "Task ID", "Task", "Task Type", "Date"],
        [COUNTERS, "11", "Carry the cash box.", "Supplemental", "08/2091"],
        [COUNTERS, "12", "Count the pay of each department.", "Core", "08/2091"],
        [COUNTERS, "13", "Explain the count to whoever asks.", "Core", "08/2091"],
        [KEEPERS, "21", 'Write "paid" beside what is paid.', "n/a", "08/2091"],
    ],
    release.ZONES: [
        ["O*NET-SOC Code", "Job Zone", "Date"],
        [COUNTERS, "3", "08/2091"],
        [KEEPERS, "2", "08/2091"],
        [OTHERS, "n/a", "08/2091"],
    ],
    release.SURVEY: [
        ["O*NET-SOC Code", "Scale ID", "Category", "Data Value", "N"],
        [COUNTERS, "RL", "2", "40.10", "27"],
        [COUNTERS, "RL", "6", "59.90", "27"],
        [COUNTERS, "RW", "1", "10.00", "27"],
        [COUNTERS, "RW", "6", "90.00", "27"],
        [COUNTERS, "PT", "9", "100.00", "27"],
    ],
    release.CATEGORIES: [
        ["Element ID", "Scale ID", "Category", "Category Description"],
        ["2.D.1", "RL", "6", "Bachelor's Degree"],
        ["3.A.1", "RW", "6", "Over 1 year, up to and including 2 years"],
        ["3.A.2", "PT", "9", "Over 10 years"],
    ],
    release.TECHNOLOGY: [
        ["O*NET-SOC Code", "Example", "Commodity Code", "Hot Technology"],
        [COUNTERS, "Ledgerware", "43", "Y"],
        [COUNTERS, "Coin scales software", "43", "N"],
    ],
}
RATINGS = [
    ["O*NET-SOC Code", "Task ID", "Scale ID", "Category", "Data Value"],
    [COUNTERS, "12", "IM", "n/a", "3.10"],
    [COUNTERS, "13", "IM", "n/a", "4.65"],
    [COUNTERS, "13", "FT", "5", "60.00"],
]


def text(rows: list[list[str]], end: str = "\n") -> str:
    return "".join("\t".join(row) + end for row in rows)


def write(
    path: Path,
    changed: Mapping[str, bytes | None] | None = None,
    *,
    folder: str = FOLDER,
    end: str = "\n",
) -> Path:
    """Write the release; `changed` gives files other bytes, or leaves them out."""
    files: dict[str, bytes | None] = {
        name: text(rows, end).encode() for name, rows in TABLES.items()
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in {**files, **(changed or {})}.items():
            if content is not None:
                made.writestr(f"{folder}/{name}" if folder else name, content)
    return path


def with_row(name: str, place: int, row: list[str]) -> bytes:
    """Return a file's bytes with one row put in the place of another."""
    rows = [*TABLES[name]]
    rows[place] = row
    return text(rows).encode()
