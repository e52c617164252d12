"""Structure out of plain text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candidates.cv import headings, jsonresume, sections
from candidates.cv.values import Resume, SectionKind
from positions.criteria import EducationLevel


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Work Experience", SectionKind.EXPERIENCE),
        ("PROFESSIONAL EXPERIENCE", SectionKind.EXPERIENCE),
        ("Employment History:", SectionKind.EXPERIENCE),
        ("W O R K  H I S T O R Y", None),
        ("S K I L L S", SectionKind.SKILLS),
        ("Berufserfahrung", SectionKind.EXPERIENCE),
        ("Expérience professionnelle", SectionKind.EXPERIENCE),
        ("Experiencia laboral", SectionKind.EXPERIENCE),
        ("Education and Training", SectionKind.EDUCATION),
        ("Ausbildung", SectionKind.EDUCATION),
        ("Formation", SectionKind.EDUCATION),
        ("Formación académica", SectionKind.EDUCATION),
        ("Skill Highlights", SectionKind.SKILLS),
        ("Core Qualifications", SectionKind.SKILLS),
        ("Sprachkenntnisse", SectionKind.LANGUAGES),
        ("Licenses & Certifications", SectionKind.CERTIFICATES),
        ("Professional Summary", SectionKind.SUMMARY),
        ("Executive Profile", SectionKind.SUMMARY),
        ("Interests", SectionKind.PERSONAL),
        ("skills", None),
        ("Accounting", None),
        ("Excellent communication skills.", None),
        ("Managed the training of 12 clerks", None),
        ("Senior Accountant", None),
    ],
)
def test_a_heading_is_told_from_a_line(line, kind):
    assert headings.kind_of(line) is kind


@pytest.mark.parametrize(
    "header",
    [
        "Senior Accountant, Northern Paper Ltd, Jan 2019 - Present",
        "Senior Accountant\tJan 2019 - Present\nNorthern Paper Ltd, Leeds",
        "Northern Paper Ltd\tJan 2019 - Present\nSenior Accountant",
        "Jan 2019 - Present\nSenior Accountant\nNorthern Paper Ltd, Leeds",
        "Jan 2019 - Present | Senior Accountant | Northern Paper Ltd",
        "Senior Accountant\nNorthern Paper Ltd\n01/2019 - Present",
        "Northern Paper Ltd January 2019 to Current Senior Accountant\nLeeds, UK",
        "Senior Accountant (Jan 2019 - Present)\nNorthern Paper Ltd",
        "Senior Accountant at Northern Paper Ltd, 2019-01 - Present",
        "January 2019\nto\nPresent\nSenior Accountant\nNorthern Paper Ltd",
    ],
)
def test_a_job_is_read_however_its_header_is_laid_out(header):
    text = (
        f"Experience\n{header}\nReconciled the accounts of suppliers.\n\nSkills\nExcel"
    )

    (job,) = sections.parse(text).work

    assert (job.title, job.employer) == ("Senior Accountant", "Northern Paper Ltd")
    assert (job.since and job.since.iso(), job.until, job.current) == (
        "2019-01",
        None,
        True,
    )
    assert job.text == "Reconciled the accounts of suppliers."
    assert text[job.start : job.end] == job.text


def test_dates_within_duties_open_no_job():
    text = (
        "Experience\nAccountant\nPaper Ltd\n2015 - 2018\n"
        "• Moved the ledger from 2015 to 2016 formats for all companies of the group.\n"
        "Worked on the budgets of January 2015 to March 2016 with the controllers there.\n"
    )

    assert len(sections.parse(text).work) == 1


def test_german_jobs_and_education_are_read():
    text = (
        "Berufserfahrung\nseit 03.2018\nBilanzbuchhalterin\nNordpapier GmbH, Hamburg\n"
        "• Abschlüsse nach HGB erstellt\n\n"
        "Ausbildung\n2010 – 2013 Bachelor of Arts in Betriebswirtschaft,"
        " Hochschule Bremen\n2007 Abitur\n"
    )

    read = sections.parse(text)

    assert [(job.title, job.current) for job in read.work] == [
        ("Bilanzbuchhalterin", True)
    ]
    assert [course.level for course in read.education] == [
        EducationLevel.BACHELOR,
        EducationLevel.UPPER_SECONDARY,
    ]


def test_achievements_under_a_job_stay_with_it():
    text = (
        "Experience\nAccountant, Paper Ltd, 2015 - 2018\nKept the ledger.\n"
        "Achievements\nClosed in two days.\nClerk, Foods Ltd, 2012 - 2014\nFiled.\n"
        "Achievements\nEmployee of the year.\n\nEducation\nMBA, 2011"
    )

    read = sections.parse(text)

    assert len(read.work) == 2
    assert "Closed in two days." in read.work[0].text


def test_education_gives_level_field_institution_and_date():
    text = "Education\nBachelor of Science in Accounting, University of Leeds, May 2012"

    (course,) = sections.parse(text).education

    assert course.level is EducationLevel.BACHELOR
    assert course.field == "Accounting"
    assert course.institution == "University of Leeds"
    assert course.until is not None
    assert course.until.iso() == "2012-05"


def test_a_job_title_on_top_is_no_name():
    assert sections.parse("Mason Cook\nSummary\nCareful clerk.").name == ""
    assert (
        sections.parse("Mason Cook\nm@example.org\nSummary\nClerk.").name
        == "Mason Cook"
    )


def test_the_resume_is_written_as_json_resume():
    text = "Jo Ek\njo@example.org\n\nExperience\nClerk, Foods Ltd, 2012 - 2014\nFiled."

    written = jsonresume.of(sections.parse(text))

    assert written["basics"] == {
        "name": "Jo Ek",
        "email": "jo@example.org",
        "x-sources": {"name": [0, 5, 0.9], "email": [6, 20, 0.99]},
    }
    assert written["work"] == [
        {
            "name": "Foods Ltd",
            "position": "Clerk",
            "startDate": "2012",
            "endDate": "2014",
            "x-year-only": True,
            "summary": "Filed.",
            "x-current": False,
            "x-sources": {
                "title": [33, 38, 0.95],
                "employer": [40, 49, 0.95],
                "since": [51, 62, 0.85],
                "until": [51, 62, 0.85],
            },
        }
    ]


WORDS = st.sampled_from(
    [
        "Experience",
        "Education",
        "Skills",
        "2015 - 2018",
        "Jan 2019",
        "to",
        "Present",
        "Accountant",
        "Paper Ltd",
        "MBA",
        "University of Leeds",
        "•",
        "\n",
        "\n\n",
        "\t",
        "jo@example.org",
        "reconciled accounts",
        ".",
        ",",
        "Current",
        "City , State",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=400), st.lists(WORDS, max_size=60).map(" ".join)))
def test_parsing_never_raises_and_goes_to_json_and_back(text):
    read = sections.parse(text)

    assert Resume.from_json(read.to_json()) == read
    assert all(text[job.start : job.end] == job.text for job in read.work)
    assert all(0 <= part.start <= part.end <= len(text) for part in read.sections)
