"""What is known about a CV file. Every value is frozen and goes to JSON and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from dataclasses import field as made
from enum import StrEnum
from typing import Any, Self

from positions.criteria import EducationLevel

Span = tuple[int, int]


class Kind(StrEnum):
    """The kinds of file that are taken."""

    PDF = "PDF"
    DOCX = "DOCX"
    TXT = "TXT"


class Status(StrEnum):
    """How reading a file ended."""

    OK = "ok"
    UNREADABLE = "unreadable"  # the right kind of file, but no text comes out
    REFUSED = "refused"  # not a file that is taken


class Reason(StrEnum):
    """Why a file was refused or could not be read."""

    # the gate refuses
    NAME = "name"
    EXTENSION = "extension"
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NOT_PDF = "not_pdf"
    NOT_DOCX = "not_docx"
    NOT_TEXT = "not_text"
    MACROS = "macros"
    UNSAFE_ARCHIVE = "unsafe_archive"
    BOMB = "bomb"
    DTD = "dtd"
    # the reader refuses or gives up
    MISSING = "missing"
    ENCRYPTED = "encrypted"
    NO_TEXT = "no_text"
    DAMAGED = "damaged"
    TOO_HEAVY = "too_heavy"
    TOO_MANY_PAGES = "too_many_pages"


_REFUSALS = frozenset(
    {
        Reason.NAME,
        Reason.EXTENSION,
        Reason.EMPTY,
        Reason.TOO_LARGE,
        Reason.NOT_PDF,
        Reason.NOT_DOCX,
        Reason.NOT_TEXT,
        Reason.MACROS,
        Reason.UNSAFE_ARCHIVE,
        Reason.BOMB,
        Reason.DTD,
    }
)


def status_of(reason: Reason | None) -> Status:
    """Say how a reading with this reason ended; without one it is OK."""
    if reason is None:
        return Status.OK
    return Status.REFUSED if reason in _REFUSALS else Status.UNREADABLE


SENTENCES: Mapping[Reason, str] = {
    Reason.NAME: "The file name has characters we cannot use. Please rename the file.",
    Reason.EXTENSION: "Please send your CV as a PDF, Word (.docx) or text file.",
    Reason.EMPTY: "This file is empty. Please choose your CV again.",
    Reason.TOO_LARGE: "This file is larger than 10 MB. Please send a smaller one.",
    Reason.NOT_PDF: "This file is called PDF but is not one. Please save your CV as PDF"
    " again.",
    Reason.NOT_DOCX: "This file is called .docx but is not a Word document. Please save"
    " your CV as .docx or PDF again.",
    Reason.NOT_TEXT: "This is not a plain text file. Please send your CV as a PDF, Word"
    " (.docx) or text file.",
    Reason.MACROS: "This document contains macros. Please save it as .docx without"
    " macros, or as PDF.",
    Reason.UNSAFE_ARCHIVE: "The inside of this document is not built as a Word document"
    " should be. Please save it as PDF.",
    Reason.BOMB: "This document unpacks to far more than a CV needs. Please save it as"
    " PDF.",
    Reason.DTD: "This document contains declarations we do not open. Please save it as"
    " PDF.",
    Reason.MISSING: "This file is not there or may not be opened.",
    Reason.ENCRYPTED: "This file is protected by a password. Please send it without"
    " one.",
    Reason.NO_TEXT: "We found no text in this file; it may be a scan or a picture."
    " Please send a version whose text can be selected.",
    Reason.DAMAGED: "This file is damaged and could not be opened. Please save your CV"
    " again.",
    Reason.TOO_HEAVY: "Reading this file took too long. Please save your CV again in a"
    " simpler form.",
    Reason.TOO_MANY_PAGES: "This file has more than 200 pages. Please send only your"
    " CV.",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate says: a kind, or the reason against it. Never both, never none."""

    kind: Kind | None
    reason: Reason | None = None

    @property
    def sentence(self) -> str:
        """Say the reason in plain English; empty when the file is taken."""
        return SENTENCES[self.reason] if self.reason else ""

    def to_json(self) -> dict[str, Any]:
        raw: dict[str, Any] = _plain(self)
        return raw

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        return cls(
            kind=Kind(raw["kind"]) if raw["kind"] else None,
            reason=Reason(raw["reason"]) if raw["reason"] else None,
        )


class Precision(StrEnum):
    """How much of a date was written."""

    YEAR = "YEAR"
    MONTH = "MONTH"
    DAY = "DAY"


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it was written: month and day may be missing.

    `about` marks a season: the month is its first or last one, and nobody wrote it.
    """

    year: int
    month: int | None = None
    day: int | None = None
    about: bool = False

    @property
    def precision(self) -> Precision:
        if self.month is None:
            return Precision.YEAR
        return Precision.MONTH if self.day is None else Precision.DAY

    def iso(self) -> str:
        """Write it as JSON Resume does: 2019, 2019-05 or 2019-05-17."""
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    def stored(self) -> str:
        """Write it so that nothing is lost: `iso`, with a ~ where it is a season."""
        return f"{self.iso()}~" if self.about else self.iso()

    @classmethod
    def from_iso(cls, text: str) -> Self:
        bare = text.removesuffix("~")
        year, month, day = [*map(int, bare.split("-")), None, None][:3]
        return cls(year or 0, month, day, about=bare != text)


@dataclass(frozen=True, slots=True)
class Source:
    """Where in the CV's text a value was read, and how sure that is (0 to 1)."""

    start: int
    end: int
    confidence: float

    def to_json(self) -> list[float]:
        return [self.start, self.end, self.confidence]


# The name of a value to its source; what was not found has none.
Sources = Mapping[str, Source]


class SectionKind(StrEnum):
    """What a part of a CV is about."""

    CONTACT = "CONTACT"  # all before the first heading that is not told to be a summary
    SUMMARY = "SUMMARY"
    EXPERIENCE = "EXPERIENCE"
    EDUCATION = "EDUCATION"
    SKILLS = "SKILLS"
    LANGUAGES = "LANGUAGES"
    CERTIFICATES = "CERTIFICATES"
    ACCOMPLISHMENTS = "ACCOMPLISHMENTS"
    PERSONAL = "PERSONAL"  # hobbies, references, family: never evidence
    OTHER = "OTHER"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the text, `text[start:end]`, heading line included."""

    kind: SectionKind
    heading: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Work:
    """One job. `text` are its duty lines, at `[start:end]` of the CV's text.

    `sources` may know "title", "employer", "since" and "until".
    """

    title: str
    employer: str
    since: WrittenDate | None
    until: WrittenDate | None  # None with `current`, or when not written
    current: bool
    text: str
    start: int
    end: int
    sources: Sources = made(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Education:
    """One qualification; `words` is how it was written, `level` None if unknown.

    `sources` may know "words", "field", "institution", "since" and "until".
    """

    words: str
    level: EducationLevel | None
    field: str
    institution: str
    since: WrittenDate | None
    until: WrittenDate | None
    finished: bool  # False where the words say it is under way or was left
    sources: Sources = made(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Skill:
    """Something somebody says to know; `span` is None in readings of old."""

    name: str
    span: Span | None = None
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class Language:
    """A language as it was named, with its ISO 639-1 code where it is a known one.

    `level` is a step of the CEFR (A1 is 1, C2 is 6), None where nothing tells; `native`
    is said, never guessed.
    """

    name: str
    code: str = ""
    level: int | None = None
    native: bool = False
    span: Span | None = None
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence, certificate or course outside of school."""

    name: str
    issuer: str = ""
    issued: WrittenDate | None = None
    until: WrittenDate | None = None
    span: Span | None = None
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class Resume:
    """The structure of a CV as far as it was understood.

    `sources` may know "name", and the first "email", "phone" and "url".
    """

    name: str
    emails: tuple[str, ...]
    phones: tuple[str, ...]
    urls: tuple[str, ...]
    summary: str
    work: tuple[Work, ...]
    education: tuple[Education, ...]
    skills: tuple[Skill, ...]
    languages: tuple[Language, ...]
    licences: tuple[Licence, ...]
    sections: tuple[Section, ...]
    sources: Sources = made(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        raw: dict[str, Any] = _plain(self)
        return raw

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        """Take a stored reading, one of reader version 1 included."""
        return cls(
            name=raw["name"],
            emails=tuple(raw["emails"]),
            phones=tuple(raw["phones"]),
            urls=tuple(raw["urls"]),
            summary=raw["summary"],
            work=tuple(Work(**_dated(job)) for job in raw["work"]),
            education=tuple(
                Education(
                    **{
                        **_dated(course),
                        "level": course["level"] and EducationLevel(course["level"]),
                    }
                )
                for course in raw["education"]
            ),
            skills=tuple(Skill(**_named(one)) for one in raw["skills"]),
            languages=tuple(Language(**_named(one)) for one in raw["languages"]),
            licences=tuple(
                Licence(
                    **{
                        **(named := _named(one)),
                        "issued": _date(named.get("issued")),
                        "until": _date(named.get("until")),
                    }
                )
                for one in raw.get("licences", raw.get("certificates", ()))
            ),
            sections=tuple(
                Section(**{**part, "kind": SectionKind(part["kind"])})
                for part in raw["sections"]
            ),
            sources=_sources(raw.get("sources", {})),
        )


@dataclass(frozen=True, slots=True)
class Reading:
    """What came out of a file. `resume` is None unless the status is OK.

    `pages` counts the pages of the whole file, 0 where a kind has none; `seconds` is
    the wall time of the child process.
    """

    status: Status
    reason: Reason | None
    text: str
    pages: int
    resume: Resume | None
    seconds: float
    reader_version: str

    @property
    def sentence(self) -> str:
        """Say the reason in plain English; empty when the file was read."""
        return SENTENCES[self.reason] if self.reason else ""

    def to_json(self) -> dict[str, Any]:
        raw: dict[str, Any] = _plain(self)
        return raw

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        return cls(
            status=Status(raw["status"]),
            reason=Reason(raw["reason"]) if raw["reason"] else None,
            text=raw["text"],
            pages=raw["pages"],
            resume=Resume.from_json(raw["resume"]) if raw["resume"] else None,
            seconds=raw["seconds"],
            reader_version=raw["reader_version"],
        )


class PassageKind(StrEnum):
    """Where a passage stands in the CV."""

    WORK = "WORK"
    SKILLS = "SKILLS"
    SUMMARY = "SUMMARY"
    OTHER = "OTHER"


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence or bullet that may be matched.

    `text` is as it is to be matched and quoted: one line, single blanks, names and
    contacts taken out. `start` and `end` say where it stands in the CV's text, whose
    white space may differ. `work` is the index into `resume.work`, or None.
    """

    text: str
    kind: PassageKind
    work: int | None
    start: int
    end: int

    def to_json(self) -> dict[str, Any]:
        raw: dict[str, Any] = _plain(self)
        return raw

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Self:
        return cls(**{**raw, "kind": PassageKind(raw["kind"])})


def _date(text: str | None) -> WrittenDate | None:
    return WrittenDate.from_iso(text) if text else None


def _sources(raw: Mapping[str, Any]) -> Sources:
    return {name: Source(*told) for name, told in raw.items()}


def _dated(raw: Mapping[str, Any]) -> dict[str, Any]:
    return {
        **raw,
        "since": _date(raw["since"]),
        "until": _date(raw["until"]),
        "sources": _sources(raw.get("sources", {})),
    }


def _named(raw: str | Mapping[str, Any]) -> dict[str, Any]:
    """Read an item of a list; version 1 stored its words alone."""
    if isinstance(raw, str):
        return {"name": raw}
    span = raw["span"]
    return {**raw, "span": (span[0], span[1]) if span else None}


def _plain(value: Any) -> Any:  # noqa: ANN401, PLR0911 -- any of the values above, or a part
    """Turn values into dicts, lists, strings and numbers; a date into ISO 8601."""
    match value:
        case WrittenDate():
            return value.stored()
        case EducationLevel():
            return int(value)
        case StrEnum():
            return str(value)
        case Source():
            return [value.start, value.end, value.confidence]
        case tuple() | list():
            return [_plain(part) for part in value]
        case dict():
            return {name: _plain(part) for name, part in value.items()}
        case _ if is_dataclass(value):
            return {
                part.name: _plain(getattr(value, part.name)) for part in fields(value)
            }
        case _:
            return value
