"""A read CV in the shape of JSON Resume 1.0.0 (jsonresume.org/schema).

What that schema has no field for is under names that begin with `x-`: the level of
education, whether it is finished, what is held to be current, dates without a month or
from a season, steps of the CEFR, and for every value its source: where in the text it
was read (start and end) and how sure that is (0 to 1).
"""

import datetime as dt
import json
import re
from typing import Any

from candidates.cv.clean import clean
from candidates.cv.levels import find as find_level
from candidates.cv.values import (
    Education,
    Language,
    Licence,
    Precision,
    Resume,
    Skill,
    Sources,
    Work,
    WrittenDate,
)
from positions.criteria import EducationLevel, LanguageLevel


def of(resume: Resume) -> dict[str, Any]:
    """Return the CV as JSON Resume writes it; fields without a value are left out."""
    return _filled(
        {
            "basics": _filled(
                {
                    "name": resume.name,
                    "email": next(iter(resume.emails), ""),
                    "phone": next(iter(resume.phones), ""),
                    "url": next(iter(resume.urls), ""),
                    "summary": resume.summary,
                    "x-emails": list(resume.emails[1:]) or None,
                    "x-phones": list(resume.phones[1:]) or None,
                    "x-sources": _sources(resume.sources),
                }
            ),
            "work": [_work(job) for job in resume.work],
            "education": [_education(course) for course in resume.education],
            "skills": [_skill(one) for one in resume.skills],
            "languages": [_language(one) for one in resume.languages],
            "certificates": [_licence(one) for one in resume.licences],
        }
    )


def _work(job: Work) -> dict[str, Any]:
    return _filled(
        {
            "name": job.employer,
            "position": job.title,
            **_span(job.since, job.until),
            "summary": job.text,
            "x-current": job.current,
            "x-sources": _sources(job.sources),
        }
    )


def _education(course: Education) -> dict[str, Any]:
    return _filled(
        {
            "institution": course.institution,
            "area": course.field,
            "studyType": course.words,
            **_span(course.since, course.until),
            "x-level": course.level.name if course.level else None,
            "x-finished": course.finished,
            "x-sources": _sources(course.sources),
        }
    )


def _skill(skill: Skill) -> dict[str, Any]:
    return _filled({"name": skill.name, **_source(skill)})


def _language(language: Language) -> dict[str, Any]:
    step = LanguageLevel(language.level).name if language.level else ""
    return _filled(
        {
            "language": language.name,
            "fluency": "native" if language.native else step,
            "x-code": language.code,
            "x-level": step,
            **_source(language),
        }
    )


def _licence(licence: Licence) -> dict[str, Any]:
    return _filled(
        {
            "name": licence.name,
            "issuer": licence.issuer,
            "date": licence.issued.iso() if licence.issued else "",
            "x-until": licence.until.iso() if licence.until else "",
            **_source(licence),
        }
    )


def _source(item: Skill | Language | Licence) -> dict[str, Any]:
    span = list(item.span) if item.span else None
    return {"x-span": span, "x-confidence": item.confidence}


def _sources(sources: Sources) -> dict[str, list[float]] | None:
    return {name: one.to_json() for name, one in sources.items()} or None


def _span(since: WrittenDate | None, until: WrittenDate | None) -> dict[str, Any]:
    written = [(n, d) for n, d in (("startDate", since), ("endDate", until)) if d]
    flags: dict[str, Any] = {name: date.iso() for name, date in written}
    if any(date.precision is Precision.YEAR for _, date in written):
        flags["x-year-only"] = True
    if any(date.about for _, date in written):
        flags["x-season"] = True
    return flags


def _filled(raw: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in raw.items() if value not in ("", None)}


# ---- the other way ----

MAX_JSON = 1024 * 1024
_MOST = 100  # jobs or courses of one CV
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?!\d)")


class NotJsonResumeError(ValueError):
    """The bytes are no JSON Resume."""


def read(data: bytes) -> Resume:
    """Take a JSON Resume from anywhere; what has the wrong shape is left out.

    Raises NotJsonResumeError if it is no such file at all.
    """
    if len(data) > MAX_JSON:
        raise NotJsonResumeError
    try:
        raw = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise NotJsonResumeError from error
    basics = raw.get("basics") if isinstance(raw, dict) else None
    if not isinstance(basics, dict):
        raise NotJsonResumeError
    return Resume(
        name=_text(basics, "name", 200),
        emails=tuple(filter(None, [_text(basics, "email", 254)])),
        phones=tuple(filter(None, [_text(basics, "phone", 40)])),
        urls=(),
        summary=_text(basics, "summary", 5_000),
        work=tuple(map(_work_in, _rows(raw, "work"))),
        education=tuple(map(_education_in, _rows(raw, "education"))),
        skills=(),
        languages=(),
        licences=(),
        sections=(),
    )


def _work_in(raw: dict[str, Any]) -> Work:
    until = _date_in(raw.get("endDate"))
    lines = [_text(raw, "summary", 4_000), *_lines(raw.get("highlights"))]
    return Work(
        title=_text(raw, "position", 200),
        employer=_text(raw, "name", 200) or _text(raw, "company", 200),
        since=(since := _date_in(raw.get("startDate"))),
        until=until,
        current=since is not None and until is None,
        text="\n".join(filter(None, lines))[:5_000],
        start=0,
        end=0,
    )


def _education_in(raw: dict[str, Any]) -> Education:
    words = _text(raw, "studyType", 200) or _text(raw, "area", 200)
    until = _date_in(raw.get("endDate"))
    return Education(
        words=words,
        level=_level(words),
        field=_text(raw, "area", 200),
        institution=_text(raw, "institution", 200),
        since=_date_in(raw.get("startDate")),
        until=until,
        finished=until is not None,
    )


def _rows(raw: dict[str, Any], name: str) -> list[dict[str, Any]]:
    rows = raw.get(name)
    if not isinstance(rows, list):
        return []
    return [row for row in rows[:_MOST] if isinstance(row, dict)]


def _lines(raw: object) -> list[str]:
    if not isinstance(raw, list):
        return []
    return [_line(one)[:1_000] for one in raw[:50] if isinstance(one, str)]


def _text(raw: dict[str, Any], name: str, most: int) -> str:
    value = raw.get(name)
    return _line(value)[:most] if isinstance(value, str) else ""


def _line(value: str) -> str:
    return " ".join(clean(value).split())


def _level(words: str) -> EducationLevel | None:
    return next((found.level for found in find_level(words)), None)


def _date_in(raw: object) -> WrittenDate | None:
    found = _DATE.match(raw) if isinstance(raw, str) else None
    if not found:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None or not 1900 <= year <= 2100:  # noqa: PLR2004 -- a life at work
        return None
    if month is None or not 1 <= month <= 12:  # noqa: PLR2004 -- months
        return WrittenDate(year)
    try:
        dt.date(year, month, day or 1)
    except ValueError:
        day = None
    return WrittenDate(year, month, day)
