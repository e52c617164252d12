"""How much is read from real, anonymised CVs. Run with -s to see the figures."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from candidates.cv import passages, reader
from candidates.cv.values import Reading, Status
from tests.testdata import needed

# Our occupations, and every fifth of the others: the ranking's test reads them all.
OURS = ("accountant_", "hr_")


def read(path: Path) -> Reading:
    return reader.read_file(path.name, path.read_bytes())


@pytest.fixture(scope="module")
def readings() -> dict[str, Reading]:
    paths = [
        path
        for number, path in enumerate(sorted(needed("cvs").glob("*.pdf")))
        if path.name.startswith(OURS) or number % 5 == 0
    ]
    with ThreadPoolExecutor(max_workers=2) as pool:
        return dict(
            zip([path.name for path in paths], pool.map(read, paths), strict=True)
        )


def share(flags: list[bool]) -> float:
    return sum(flags) / len(flags)


def has_dated_job(reading: Reading) -> bool:
    return reading.resume is not None and any(
        job.since and (job.until or job.current) for job in reading.resume.work
    )


def test_every_real_cv_is_read(readings):
    assert len(readings) >= 40
    assert {reading.status for reading in readings.values()} == {Status.OK}


def test_accountants_and_hr_have_dated_jobs(readings):
    chosen = [reading for name, reading in readings.items() if name.startswith(OURS)]

    assert share([has_dated_job(reading) for reading in chosen]) >= 0.9


def test_jobs_have_titles_and_most_cvs_a_level_of_education(readings):
    resumes = [reading.resume for reading in readings.values() if reading.resume]
    jobs = [job for resume in resumes for job in resume.work]
    levels = [any(one.level for one in resume.education) for resume in resumes]
    dated = [bool(job.since and (job.until or job.current)) for job in jobs]
    seconds = sorted(reading.seconds for reading in readings.values())

    print(  # noqa: T201 -- the figures of this test, shown by -s
        f"\n{len(resumes)} CVs: {len(jobs)} jobs, {share(dated):.1%} with a span, "
        f"{share([bool(job.title) for job in jobs]):.1%} with a title; "
        f"{share([has_dated_job(r) for r in readings.values()]):.1%} of the CVs with "
        f"a dated job, {share(levels):.1%} with a level of education; "
        f"median {seconds[len(seconds) // 2]:.2f} s, slowest {seconds[-1]:.2f} s"
    )

    assert share([bool(job.title) for job in jobs]) >= 0.9
    assert share(dated) >= 0.9
    assert share(levels) >= 0.85


def test_every_real_cv_gives_evidence_without_employers(readings):
    named: list[str] = []
    for name, reading in readings.items():
        assert reading.resume is not None
        found = passages.evidence(reading.text, reading.resume)
        whole = " ".join(passage.text for passage in found)

        assert len(whole) > 300, name
        named += [p.text for p in found if "Company Name" in p.text]

    assert len(named) <= len(readings) // 10, named
