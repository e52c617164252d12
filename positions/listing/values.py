"""What the public may know about an open position. Pure."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from positions.criteria import EducationLevel


@dataclass(frozen=True, slots=True)
class Place:
    """Where the work is; `words` as the advert writes it, `country` as ISO 3166-1."""

    words: str
    street: str
    locality: str
    region: str
    postal_code: str
    country: str
    country_name: str


@dataclass(frozen=True, slots=True)
class Pay:
    """What it pays; `period` is HOUR, MONTH or YEAR, `words` as the advert writes it."""

    low: Decimal | None
    high: Decimal | None
    currency: str
    period: str
    words: str


@dataclass(frozen=True, slots=True)
class Employer:
    """Who hires; addresses are whole URLs or empty."""

    name: str
    website: str
    logo: str
    email: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the advert: a heading, then paragraphs, then a list."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for, in the few words that job boards know.

    `level` is the lowest level of education that is enough (None: none is asked),
    `months` the months of work that everybody needs (0: none), `either` whether work
    may take the place of study, `skills` what else somebody must know.
    """

    level: EducationLevel | None
    months: int
    either: bool
    education_words: str = ""
    experience_words: str = ""
    skills: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vacancy:
    """An open position as every public surface tells it.

    `url` is the whole address of the advert. Moments are aware. `workplace` and
    `employment` are the stored words (ON_SITE, PERMANENT), `…_words` what people read.
    """

    reference: str
    slug: str
    title: str
    department: str
    summary: str
    url: str
    posted_at: dt.datetime
    changed_at: dt.datetime
    closes_at: dt.datetime
    closes_words: str
    place: Place
    workplace: str
    workplace_words: str
    employment: str
    employment_words: str
    hours_per_week: Decimal
    openings: int
    pay: Pay
    employer: Employer
    asked: Asked
    duties: tuple[str, ...]
    needs: tuple[str, ...]
    sections: tuple[Section, ...]

    @property
    def is_remote(self) -> bool:
        return self.workplace == "REMOTE"

    @property
    def where_words(self) -> str:
        """Say "Sheffield; partly from home", as the advert does."""
        if not self.place.words:
            return self.workplace_words
        return f"{self.place.words}; {self.workplace_words.lower()}"
