"""Jobs out of the experience section: header lines, dates, and the lines between.

A job is opened by a header: a short line with a span of time, and the short lines
around it that name the post and the employer. All up to the next header is its text.
"""

import re
from dataclasses import replace

from candidates.cv import dates, employers, headers, labels, naming, roles
from candidates.cv.lines import Line
from candidates.cv.values import Precision, Source, Work, WrittenDate

_EMPLOYER_HEAD = re.compile(
    r".{0,90}?\bCompany Name\b(?:\s*[–—,-])?(?:\s*City\b)?(?:\s*,?\s*State\b)?\s+"
)
_COMPANY_NAME = re.compile(r"\bcompany\s+name\b", re.IGNORECASE)


def jobs(lines: list[Line], text: str) -> list[Work]:
    """Read the jobs out of the lines of an experience section."""
    if forms := labels.forms(lines):
        return [job for form in forms if (job := _filled_in(form, text))]
    lines = [part for line in headers.whole_spans(lines) for part in _split(line)]
    found = headers.find(lines)
    named = naming.name(found, lines)
    return _ungrouped(
        [
            _job(lines, header, following, said, text)
            for header, following, said in zip(
                found, [*found, None][1:], named, strict=True
            )
        ]
    )


def _ungrouped(jobs: list[Work]) -> list[Work]:
    """Give the posts below an employer's own line of dates that employer."""
    kept: list[Work] = []
    group: Work | None = None
    for job, following in zip(jobs, [*jobs, None][1:], strict=True):
        if _is_group(job, following):
            group = job
            continue
        if group and not job.employer and _is_within(job, group):
            employer = naming.employer_of(group.employer or group.title)
            sources = {
                name if name != "title" else "employer": source
                for name, source in group.sources.items()
                if name in {"title", "employer"}
            }
            job = replace(job, employer=employer, sources={**job.sources, **sources})  # noqa: PLW2901 -- the same job
        else:
            group = None
        kept.append(job)
    return kept


def _is_group(job: Work, following: Work | None) -> bool:
    one_name = not (job.title and job.employer) and not roles.is_role(job.title)
    return bool(
        one_name
        and not job.text
        and following
        and not following.employer
        and following.title
        and _is_within(following, job)
    )


def _is_within(job: Work, group: Work) -> bool:
    if not (job.since and group.since):
        return False
    began = job.since.year >= group.since.year
    return began and (
        group.current
        or not group.until
        or bool(job.until and job.until.year <= group.until.year)
    )


def _job(
    lines: list[Line],
    header: headers.Header,
    following: headers.Header | None,
    said: naming.Named,
    text: str,
) -> Work:
    body = lines[header.last + 1 : following.first if following else None]
    body = [line for line in body if line.text]
    start = body[0].start if body else lines[header.last].end
    end = body[-1].end if body else start
    since, until = _ordered(header.span)
    return Work(
        title=said.title,
        employer=said.employer,
        since=since,
        until=until,
        current=header.span.current,
        text=text[start:end],
        start=start,
        end=end,
        sources=_sources(lines, header, said, text),
    )


def _filled_in(form: labels.Form, text: str) -> Work | None:
    span = form.span
    if span is None:
        return None
    title = form.values.get("title", "")
    employer = naming.employer_of(form.values.get("employer", ""))
    start = form.body[0].start if form.body else form.last
    end = form.body[-1].end if form.body else start
    since, until = _ordered(span)
    found = {"title": title, "employer": employer}
    at = {
        name: text.find(words, form.first, form.last) for name, words in found.items()
    }
    return Work(
        title=title,
        employer=employer,
        since=since,
        until=until,
        current=span.current,
        text=text[start:end],
        start=start,
        end=end,
        sources={
            name: Source(at[name], at[name] + len(words), 0.98)
            for name, words in found.items()
            if words and at[name] >= 0
        },
    )


def _sources(
    lines: list[Line], header: headers.Header, said: naming.Named, text: str
) -> dict[str, Source]:
    first, last = lines[header.first].start, lines[header.last].end
    found: dict[str, Source] = {}
    for name, words, sure in (
        ("title", said.title, said.title_sure),
        ("employer", said.employer, said.employer_sure),
    ):
        if words:
            at = text.find(words, first, last)
            span = (at, at + len(words)) if at >= 0 else (first, last)
            found[name] = Source(*span, sure)
    line = lines[header.at]
    whole = text[line.start : line.end] == line.text
    start = line.start + header.span.start if whole else line.start
    end = line.start + header.span.end if whole else line.end
    for name, date in (("since", header.span.since), ("until", header.span.until)):
        if date:
            exact = date.precision is not Precision.YEAR and not date.about
            found[name] = Source(start, end, 0.98 if exact else 0.85)
    return found


def _split(line: Line) -> list[Line]:
    """Part an employer's line from the sentence that runs on after it."""
    head = _EMPLOYER_HEAD.match(line.text)
    if not head or headers.running(line.text[head.end() :]) < headers.RUNNING:
        return [line]
    cut = line.start + head.end()
    first = head[0].rstrip()
    return [
        Line(first, line.start, line.start + len(first)),
        Line(line.text[head.end() :], cut, line.end),
    ]


def _ordered(span: dates.Found) -> tuple[WrittenDate | None, WrittenDate | None]:
    """Turn a span that is written backwards to what must be meant."""
    since, until = span.since, span.until
    if since and until and _key(until) < _key(since):
        return until, since
    return since, until


def _key(date: WrittenDate) -> tuple[int, int]:
    return date.year, date.month or 0


def names_employer(line: str) -> bool:
    """Say whether a line outside a header only names an employer and its place."""
    if headers.running(line) or len(line.split()) > headers.WORDS:
        return False
    marked = bool(_COMPANY_NAME.search(line))
    _, comma, tail = line.rpartition(",")
    placed = bool(comma) and len(tail.split()) <= 3  # noqa: PLR2004 -- a town's name
    return marked or (employers.is_organisation(line) and placed)
