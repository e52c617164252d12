"""How a job or a course is set out: rows of (left, right), bold where it is a head.

Each arrangement is one that people use. A row's right part stands at the edge of the
page, in the dates' column of a table, or after a wide gap, as the layout has it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from tests.candidates.cv.own.people import Course, Job
from tests.candidates.cv.own.written import Convention


@dataclass(frozen=True)
class Row:
    left: str
    right: str = ""
    bold: bool = False
    bullet: bool = False


Arranged = tuple[Row, ...]


def _degree(course: Course, c: Convention) -> str:
    joint = {"de": " ", "fr": " ", "es": " en ", "pl": ", "}.get(_code(c), " in ")
    if course.degree.startswith(("BA", "MSc", "PhD", "B.A", "MBA", "BSc", "BTS")):
        joint = " "
    return f"{course.degree}{joint}{course.area}" if course.area else course.degree


def _code(c: Convention) -> str:
    return {
        "Berufserfahrung": "de",
        "Expérience professionnelle": "fr",
        "Experiencia laboral": "es",
        "Doświadczenie zawodowe": "pl",
    }.get(c.work, "en")


def title_dates_employer(job: Job, c: Convention) -> Arranged:
    return (
        Row(job.title, c.span(job.since, job.until), bold=True),
        Row(f"{job.employer}, {job.place}"),
    )


def employer_dates_title(job: Job, c: Convention) -> Arranged:
    return (
        Row(f"{job.employer}, {job.place}", c.span(job.since, job.until), bold=True),
        Row(job.title),
    )


def dates_title_employer(job: Job, c: Convention) -> Arranged:
    return (
        Row(c.span(job.since, job.until)),
        Row(job.title, bold=True),
        Row(f"{job.employer}, {job.place}"),
    )


def title_employer_dates(job: Job, c: Convention) -> Arranged:
    return (
        Row(job.title, bold=True),
        Row(f"{job.employer} | {job.place} | {c.span(job.since, job.until)}"),
    )


def one_line(job: Job, c: Convention) -> Arranged:
    span = c.span(job.since, job.until)
    return (Row(f"{job.title}, {job.employer}, {job.place} ({span})", bold=True),)


def dates_lead_one_line(job: Job, c: Convention) -> Arranged:
    span = c.span(job.since, job.until)
    return (Row(f"{span}: {job.title} – {job.employer}, {job.place}"),)


def stacked_employer_first(job: Job, c: Convention) -> Arranged:
    return (
        Row(job.employer.upper(), bold=True),
        Row(job.title),
        Row(c.span(job.since, job.until)),
        Row(job.place),
    )


def network(job: Job, c: Convention) -> Arranged:
    """As a network of professionals exports it, with the length of the time."""
    return (
        Row(job.employer, bold=True),
        Row(job.title),
        Row(f"{c.span(job.since, job.until)} (2 years 3 months)"),
        Row(job.place),
    )


def job_board(job: Job, c: Convention) -> Arranged:
    """As a job board exports it: an empty line between the parts."""
    return (
        Row(job.title, bold=True),
        Row(""),
        Row(f"{job.employer} - {job.place}"),
        Row(""),
        Row(c.span(job.since, job.until)),
        Row(""),
    )


def at_employer(job: Job, c: Convention) -> Arranged:
    at = {"de": "bei", "fr": "chez", "es": "en", "pl": "w"}.get(_code(c), "at")
    return (
        Row(f"{job.title} {at} {job.employer}", bold=True),
        Row(f"{c.span(job.since, job.until)} | {job.place}"),
    )


def labelled(job: Job, c: Convention) -> Arranged:
    dates, post, employer, duties, *_ = c.labels
    return (
        Row(dates, c.span(job.since, job.until)),
        Row(post, job.title),
        Row(duties, " ".join(job.duties)),
        Row(employer, f"{job.employer}, {job.place}"),
    )


def titles_tabbed(job: Job, c: Convention) -> Arranged:
    return (
        Row(f"{job.employer} — {job.title}", bold=True),
        Row(f"{job.place}, {c.span(job.since, job.until)}"),
    )


def degree_school_dates(course: Course, c: Convention) -> Arranged:
    return (
        Row(_degree(course, c), c.span(course.since, course.until), bold=True),
        Row(f"{course.school}, {course.place}"),
    )


def school_dates_degree(course: Course, c: Convention) -> Arranged:
    return (
        Row(course.school, c.span(course.since, course.until), bold=True),
        Row(_degree(course, c)),
    )


def course_line(course: Course, c: Convention) -> Arranged:
    dates = c.span(course.since, course.until)
    return (Row(f"{_degree(course, c)}, {course.school}, {dates}"),)


def dates_degree_school(course: Course, c: Convention) -> Arranged:
    return (
        Row(c.span(course.since, course.until)),
        Row(_degree(course, c), bold=True),
        Row(course.school),
    )


def dates_lead_course(course: Course, c: Convention) -> Arranged:
    dates = c.span(course.since, course.until)
    return (Row(f"{dates}: {_degree(course, c)}, {course.school}"),)


def course_stacked(course: Course, c: Convention) -> Arranged:
    return (
        Row(course.school, bold=True),
        Row(_degree(course, c)),
        Row(c.span(course.since, course.until)),
    )


def course_board(course: Course, c: Convention) -> Arranged:
    return (
        Row(_degree(course, c), bold=True),
        Row(""),
        Row(f"{course.school} - {course.place}"),
        Row(""),
        Row(c.span(course.since, course.until)),
        Row(""),
    )


def course_labelled(course: Course, c: Convention) -> Arranged:
    dates, *_, degree, area, school = c.labels
    rows = [Row(dates, c.span(course.since, course.until)), Row(degree, course.degree)]
    if course.area:
        rows.append(Row(area, course.area))
    return (*rows, Row(school, course.school))


Jobs = Callable[[Job, Convention], Arranged]
Courses = Callable[[Course, Convention], Arranged]
# Name to how jobs and courses are set out in it.
ARRANGEMENTS: dict[str, tuple[Jobs, Courses]] = {
    "title, dates / employer": (title_dates_employer, degree_school_dates),
    "employer, dates / title": (employer_dates_title, school_dates_degree),
    "dates / title / employer": (dates_title_employer, dates_degree_school),
    "title / employer | dates": (title_employer_dates, course_line),
    "all on one line": (one_line, course_line),
    "dates: title – employer": (dates_lead_one_line, dates_lead_course),
    "EMPLOYER / title / dates": (stacked_employer_first, course_stacked),
    "network": (network, course_stacked),
    "job board": (job_board, course_board),
    "title at employer / dates": (at_employer, degree_school_dates),
    "labelled": (labelled, course_labelled),
    "employer — title / place, dates": (titles_tabbed, school_dates_degree),
}
