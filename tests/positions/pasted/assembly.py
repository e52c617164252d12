"""Whole adverts put together from fields whose truth is known, and how to measure."""

import hashlib
import json
import re
from dataclasses import dataclass
from typing import Any

from tests.testdata import needed

_BULLET = re.compile(r"^\s*(?:[-–—•*·]+|\d{1,2}[.)]|o(?=\s))\s*")
_WORDS = re.compile(r"[^\W_]+")
SAME = 0.6  # Jaccard of the words from which two lines are one
HELD = 0.9  # share of the shorter line's words that are in the longer one

COMPANY = (
    "Northwind Ledger Services was founded in 1994 and keeps the books of 400 small"
    " firms in three counties. Our people come from many trades and we like it so."
)
BENEFITS = (
    "We offer 27 days of holiday, a pension and a season ticket loan. The pay is"
    " between 24,000 and 28,000 a year, depending on what you bring."
)
APPLY = (
    "Please send your CV and a short letter to jobs@northwind.example by 14 March 2025."
    " Only shortlisted applicants will be called. We are an equal opportunities"
    " employer."
)


@dataclass(frozen=True)
class Advert:
    """An advert whose duties and requirements stand in fields of their own."""

    name: str
    title: str
    company: str
    description: str
    duties: str
    requirements: str
    whole: str

    @property
    def is_development(self) -> bool:
        return is_development(self.name)


@dataclass
class Tally:
    """Hits and misses, of lines predicted and of lines that are true."""

    predicted: int = 0
    right: int = 0
    true: int = 0
    found: int = 0

    def add(self, predicted: list[str], true: list[str]) -> None:
        self.predicted += len(predicted)
        self.true += len(true)
        self.right += sum(any(same(one, other) for other in true) for one in predicted)
        self.found += sum(any(same(one, other) for other in predicted) for one in true)

    @property
    def precision(self) -> float:
        return self.right / max(self.predicted, 1)

    @property
    def recall(self) -> float:
        return self.found / max(self.true, 1)

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        return f"P {self.precision:.3f} R {self.recall:.3f} F1 {self.f1:.3f}"


def rows(file: str) -> list[dict[str, Any]]:
    # Not by splitlines(): the texts have line separators of other kinds inside.
    lines = needed("adverts", file).read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line.strip()]


def is_development(name: str) -> bool:
    """Say whether figures may have been fitted on this advert."""
    return hashlib.sha256(name.encode()).digest()[0] % 2 == 0


def adverts() -> list[Advert]:
    return [
        Advert(
            row["id"],
            row["title"],
            row["company"],
            row["description"],
            row["duties"],
            row["requirements"],
            row["full_text"],
        )
        for row in rows("split_adverts.jsonl")
    ]


def truth(field: str) -> list[str]:
    """Cut a field into its lines: at bullets, where it has them; else at sentences.

    Knows nothing of the code under test.
    """
    lines = field.splitlines()
    if sum(bool(_BULLET.match(line)) for line in lines) > 1:
        items: list[str] = []
        for line in lines:
            if _BULLET.match(line) or not items:
                items.append(_BULLET.sub("", line))
            else:
                items[-1] += " " + line
    else:
        items = re.split(r"\n\s*\n|;\s|(?<=[.!?])\s+(?=[A-Z])", field)
    joined = [" ".join(item.split()) for item in items]
    return [item for item in joined if _WORDS.search(item) and not item.endswith(":")]


def same(left: str, right: str) -> bool:
    """Say whether two lines are one: most words are shared, or one holds the other."""
    first, second = (set(_WORDS.findall(one.lower())) for one in (left, right))
    shared = len(first & second)
    smaller = min(len(first), len(second))
    return bool(smaller) and (
        shared / len(first | second) >= SAME or shared / smaller >= HELD
    )


def under_headings(advert: Advert) -> str:
    return (
        f"{advert.title}\n\n{advert.description}\n\nResponsibilities:\n{advert.duties}"
        f"\n\nRequirements:\n{advert.requirements}\n"
    )


def under_other_words(advert: Advert) -> str:
    duty, requirement = _OTHER_WORDS[_pick(advert, len(_OTHER_WORDS))]
    return (
        f"{advert.title}\n\n{advert.description}\n\n{duty}\n{advert.duties}\n\n"
        f"{requirement}\n{advert.requirements}\n"
    )


def without_headings(advert: Advert) -> str:
    return f"{advert.description}\n\n{advert.duties}\n\n{advert.requirements}\n"


def without_breaks(advert: Advert) -> str:
    return f"{advert.description}\n{advert.duties}\n{advert.requirements}\n"


def turned_round(advert: Advert) -> str:
    return (
        f"{advert.title}\n\nWHO WE ARE LOOKING FOR\n{advert.requirements}\n\n"
        f"WHAT YOU WILL DO\n{advert.duties}\n\nABOUT THE JOB\n{advert.description}\n"
    )


def among_others(advert: Advert) -> str:
    return (
        f"{advert.title}\n\n{COMPANY}\n\n{advert.description}\n\nYour tasks\n"
        f"{advert.duties}\n\nYour profile\n{advert.requirements}\n\nBenefits\n{BENEFITS}"
        f"\n\nHow to apply\n{APPLY}\n"
    )


def among_others_unheaded(advert: Advert) -> str:
    """As above, but what comes after the requirements has no heading."""
    return (
        f"{advert.title}\n\n{COMPANY}\n\n{advert.description}\n\nDuties:\n"
        f"{advert.duties}\n\nQualifications:\n{advert.requirements}\n\n{BENEFITS}"
        f"\n\n{APPLY}\n"
    )


def on_one_line(advert: Advert) -> str:
    """All line breaks lost, as in a form field that keeps none."""
    return " ".join(under_headings(advert).split())


def as_plain_lines(advert: Advert) -> str:
    """No bullets and no wraps: each item is a line."""
    duties = "\n".join(truth(advert.duties))
    requirements = "\n".join(truth(advert.requirements))
    description = " ".join(advert.description.split())
    return (
        f"{advert.title}\n{description}\nKey responsibilities\n{duties}\n"
        f"Skills and qualifications\n{requirements}\n"
    )


def as_plain_lines_unheaded(advert: Advert) -> str:
    duties = "\n".join(truth(advert.duties))
    requirements = "\n".join(truth(advert.requirements))
    description = " ".join(advert.description.split())
    return f"{advert.title}\n\n{description}\n\n{duties}\n\n{requirements}\n"


def with_dots(advert: Advert) -> str:
    """Bullets as a word processor makes them, in the middle of an advert."""
    duties = "".join(f"•\t{item.rstrip(';')}\n" for item in truth(advert.duties))
    wanted = "".join(f"•\t{item.rstrip(';')}\n" for item in truth(advert.requirements))
    return (
        f"{COMPANY}\n\n{advert.title}\n{advert.description}\n\nThe role\n{duties}\n"
        f"About you\n{wanted}\nWhat we offer\n{BENEFITS}\n\n{APPLY}\n"
    )


def run_together(advert: Advert) -> str:
    """As scraped from a page whose list items were joined without a blank."""
    duties = "".join(_capital(item) for item in truth(advert.duties))
    wanted = "".join(_capital(item) for item in truth(advert.requirements))
    description = " ".join(advert.description.split())
    return f"{description}Responsibilities:{duties}Requirements:{wanted}"


def run_together_unheaded(advert: Advert) -> str:
    duties = "".join(_capital(item) for item in truth(advert.duties))
    wanted = "".join(_capital(item) for item in truth(advert.requirements))
    return f"{' '.join(advert.description.split())}{duties}{wanted}"


def as_paragraphs(advert: Advert) -> str:
    """Prose: each field is a paragraph of sentences, without a heading."""
    paragraphs = (truth(advert.duties), truth(advert.requirements))
    return f"{' '.join(advert.description.split())}\n\n" + "\n\n".join(
        " ".join(f"{_capital(item).rstrip(' .;,')}." for item in items)
        for items in paragraphs
    )


def as_published(advert: Advert) -> str:
    return advert.whole


_OTHER_WORDS = (
    ("WHAT YOU WILL DO", "WHO YOU ARE"),
    ("Key accountabilities", "Person specification"),
    ("Main tasks:", "What we look for:"),
    ("In this role you will:", "You have:"),
    ("Role and responsibilities", "Skills and experience"),
    ("The job", "The person"),
    ("DUTIES AND RESPONSIBILITIES", "EDUCATION AND EXPERIENCE"),
    ("What you'll be doing", "What you'll bring"),
    ("Essential functions:", "Minimum qualifications:"),
    ("**Your mission**", "**Your profile**"),
)


def _capital(item: str) -> str:
    bare = item.rstrip(" ;")
    return bare[:1].upper() + bare[1:]


def _pick(advert: Advert, count: int) -> int:
    return hashlib.sha256(advert.name.encode()).digest()[1] % count
