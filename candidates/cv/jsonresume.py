"""A read CV in the shape of JSON Resume 1.0.0 (jsonresume.org/schema).

What that schema has no field for is under names that begin with `x-`: the level of
education, whether it is finished, what is held to be current.
"""

from typing import Any

from candidates.cv.values import Education, Resume, Work, WrittenDate


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
                }
            ),
            "work": [_work(job) for job in resume.work],
            "education": [_education(course) for course in resume.education],
            "skills": [{"name": skill} for skill in resume.skills],
            "languages": [{"language": language} for language in resume.languages],
            "certificates": [{"name": name} for name in resume.certificates],
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
        }
    )


def _span(since: WrittenDate | None, until: WrittenDate | None) -> dict[str, str]:
    return {
        name: date.iso()
        for name, date in (("startDate", since), ("endDate", until))
        if date
    }


def _filled(raw: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in raw.items() if value not in ("", None)}
