"""Compare what was read with what is true: precision, recall and F1 by field.

Strict but fair: words must be the same once case, white space, accents' encoding and
punctuation are set aside; a date must have the same year and month; an employer with
its title counts only where both stand in one entry. A level of education is compared
by its step, a language by its code and step.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from candidates.cv.values import Resume, WrittenDate
from tests.candidates.cv.own.people import Month, Who

Facts = dict[str, list[str]]
FIELDS = (
    "name",
    "email",
    "phone",
    "title",
    "employer",
    "employer + title",
    "start",
    "end",
    "whole job",
    "institution",
    "level",
    "level + institution",
    "field",
    "study dates",
    "skill",
    "language",
    "licence",
)
_APART = re.compile(r"[\W_]+")


def plain(words: str) -> str:
    """Set case, white space and punctuation aside."""
    folded = unicodedata.normalize("NFKC", words).casefold()
    return _APART.sub(" ", folded).strip()


@dataclass
class Score:
    """How many were right, read and true."""

    right: int = 0
    read: int = 0
    true: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        total = self.read + self.true
        return 2 * self.right / total if total else 1.0


@dataclass
class Scores:
    """A score for each field, added up over CVs."""

    of: dict[str, Score] = field(default_factory=lambda: {n: Score() for n in FIELDS})

    def add(self, read: Facts, true: Facts) -> None:
        for name in FIELDS:
            told, meant = Counter(read.get(name, [])), Counter(true.get(name, []))
            score = self.of[name]
            score.right += sum((told & meant).values())
            score.read += sum(told.values())
            score.true += sum(meant.values())

    def mean(self) -> float:
        return sum(score.f1 for score in self.of.values()) / len(self.of)

    def table(self) -> str:
        rows = [f"{'field':22}{'precision':>10}{'recall':>10}{'F1':>10}{'n':>7}"]
        rows += [
            f"{name:22}{s.precision:10.3f}{s.recall:10.3f}{s.f1:10.3f}{s.true:7}"
            for name, s in self.of.items()
        ]
        return "\n".join([*rows, f"{'mean':22}{self.mean():30.3f}"])


def truth(who: Who) -> Facts:
    return {
        "name": [plain(who.name)],
        "email": [who.email],
        "phone": [_digits(who.phone)],
        "title": [plain(job.title) for job in who.jobs],
        "employer": [plain(job.employer) for job in who.jobs],
        "employer + title": [
            f"{plain(j.employer)} / {plain(j.title)}" for j in who.jobs
        ],
        "start": [_month(job.since) for job in who.jobs],
        "end": [_end(job.until) for job in who.jobs],
        "whole job": [
            f"{plain(j.employer)} / {plain(j.title)} / {_month(j.since)} / {_end(j.until)}"
            for j in who.jobs
        ],
        "institution": [plain(course.school) for course in who.courses],
        "level": [str(course.level) for course in who.courses],
        "level + institution": [f"{c.level} / {plain(c.school)}" for c in who.courses],
        "field": [plain(course.area) for course in who.courses if course.area],
        "study dates": [_month(course.until) for course in who.courses],
        "skill": [plain(skill) for skill in who.skills],
        "language": [f"{t.code} {t.level}" for t in who.tongues if t.code],
        "licence": [plain(paper.name) for paper in who.papers],
    }


def facts(resume: Resume | None) -> Facts:
    if resume is None:
        return {}
    return {
        "name": _some([plain(resume.name)]),
        "email": list(resume.emails[:1]),
        "phone": [_digits(phone) for phone in resume.phones[:1]],
        "title": _some(plain(job.title) for job in resume.work),
        "employer": _some(plain(job.employer) for job in resume.work),
        "employer + title": [
            f"{plain(j.employer)} / {plain(j.title)}" for j in resume.work
        ],
        "start": _some(_date(job.since) for job in resume.work),
        "end": _some("now" if job.current else _date(job.until) for job in resume.work),
        "whole job": [
            f"{plain(j.employer)} / {plain(j.title)} / {_date(j.since)} / "
            + ("now" if j.current else _date(j.until))
            for j in resume.work
        ],
        "institution": _some(plain(c.institution) for c in resume.education),
        "level": _some(str(int(c.level)) if c.level else "" for c in resume.education),
        "level + institution": [
            f"{int(c.level) if c.level else ''} / {plain(c.institution)}"
            for c in resume.education
        ],
        "field": _some(plain(c.field) for c in resume.education),
        "study dates": _some(_date(c.until) for c in resume.education),
        "skill": [plain(skill.name) for skill in resume.skills],
        "language": [f"{t.code} {t.level}" for t in resume.languages if t.code],
        "licence": [plain(licence.name) for licence in resume.licences],
    }


def _some(words: Iterable[str]) -> list[str]:
    return [word for word in words if word]


def _digits(phone: str) -> str:
    """Compare the last eight digits: the country may be written or not."""
    return re.sub(r"\D", "", phone)[-8:]


def _month(date: Month | None) -> str:
    if date is None:
        return ""
    return f"{date[0]}-{date[1]:02}" if date[1] else str(date[0])


def _end(date: Month | None) -> str:
    return _month(date) if date else "now"


def _date(date: WrittenDate | None) -> str:
    return date.iso()[:7] if date else ""
