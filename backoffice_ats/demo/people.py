"""Who works and who applies in the demo: the form of the data, and the logins. Pure.

Everybody here is made up. Duties are named by their number in the demo position.
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Layout(StrEnum):
    """How somebody's CV looks."""

    PLAIN_PDF = "PLAIN_PDF"
    SIDEBAR_PDF = "SIDEBAR_PDF"
    TABLE_PDF = "TABLE_PDF"
    PLAIN_DOCX = "PLAIN_DOCX"
    TABLE_DOCX = "TABLE_DOCX"
    TEXT = "TEXT"
    SCAN = "SCAN"  # a picture of a page: nothing to read
    LOCKED = "LOCKED"  # a PDF that asks for a password
    NONE = "NONE"  # applied without a CV


class Scenarios(StrEnum):
    """How somebody answered the scenarios."""

    NOT_TAKEN = "NOT_TAKEN"
    CLOSE = "CLOSE"  # sees them much as experienced staff do
    PARTLY = "PARTLY"
    FAR = "FAR"
    SAME_NUMBER = "SAME_NUMBER"  # one number throughout: not scorable


@dataclass(frozen=True, slots=True)
class Job:
    """A job; months as "2021-03", an empty `until` while it goes on.

    `duties` maps the number of a duty of the position to per cent of the time.
    """

    title: str
    employer: str
    since: str
    until: str
    text: tuple[str, ...]
    hours: float = 37.5
    duties: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Study:
    """A course of study; `level` on the eight-step ladder, `years` as printed."""

    name: str
    level: int
    field: str
    institution: str
    years: str
    finished: bool = True
    credits: int | None = None


@dataclass(frozen=True, slots=True)
class Applicant:
    """One made-up person and what they sent for one position."""

    name: str
    city: str
    layout: Layout
    summary: str
    jobs: tuple[Job, ...]
    studies: tuple[Study, ...]
    accomplishments: Mapping[int, str]
    skills: str
    scenarios: Scenarios
    days_ago: int
    # Statuses they went through after being received, in order.
    moves: tuple[str, ...] = ()
    reason: str = ""

    @property
    def email(self) -> str:
        """Make an address of a domain that is reserved for examples."""
        decomposed = unicodedata.normalize("NFKD", self.name.lower().replace("ł", "l"))
        plain = "".join(
            c if c.isalpha() else " "
            for c in decomposed.encode("ascii", "ignore").decode()
        )
        return f"{'.'.join(plain.split())}@example.org"


# One login per role, for the demo only: role, name, e-mail, password.
PASSWORD = "paper-and-ink-2026"  # noqa: S105 -- printed on purpose, demo data only
LOGINS: tuple[tuple[str, str, str, str], ...] = (
    ("ADMINISTRATOR", "Ada Lindqvist", "admin@example.org", PASSWORD),
    ("HR_MANAGER", "Ruth Adeyemi", "hr@example.org", PASSWORD),
    ("PANEL_MEMBER", "Hannah Lowe", "panel@example.org", PASSWORD),
    ("AUDITOR", "Ines Duarte", "auditor@example.org", PASSWORD),
)
# More panel members, so that a team is a team.
COLLEAGUES: tuple[tuple[str, str, str, str], ...] = (
    ("PANEL_MEMBER", "Idris Bello", "idris@example.org", PASSWORD),
    ("PANEL_MEMBER", "Carys Mbeki", "carys@example.org", PASSWORD),
)
ORGANISATION = "Larkfield Mutual"
