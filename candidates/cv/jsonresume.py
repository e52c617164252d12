"""A read CV in the shape of JSON Resume 1.0.0 (jsonresume.org/schema).

What that schema has no field for is under names that begin with `x-`: the level of
education, whether it is finished, what is held to be current, dates without a month or
from a season, steps of the CEFR, and for every value its source: where in the text it
was read (start and end) and how sure that is (0 to 1).
"""

from typing import Any

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
from positions.criteria import LanguageLevel


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
