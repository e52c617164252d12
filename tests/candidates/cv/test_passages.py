"""What may be matched, and that it does not depend on who somebody is."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from candidates.cv import passages, reader, sections
from candidates.cv.values import Kind, Passage, PassageKind
from tests.candidates.cv import samples


def evidence(text: str) -> list[Passage]:
    return passages.evidence(text, sections.parse(text))


def matched(person: samples.Person) -> list[tuple[str, PassageKind, int | None]]:
    found = evidence("\n".join(samples.lines(person)))
    return [(passage.text, passage.kind, passage.work) for passage in found]


def test_duties_titles_skills_and_summary_are_evidence():
    assert matched(samples.Person()) == [
        (
            "Careful accountant who has closed the books of three companies on time.",
            PassageKind.SUMMARY,
            None,
        ),
        ("Senior Accountant", PassageKind.WORK, 0),
        *((duty, PassageKind.WORK, 0) for duty in samples.DUTIES),
        ("Accounts Payable Clerk", PassageKind.WORK, 1),
        *((duty, PassageKind.WORK, 1) for duty in samples.EARLIER),
        (
            "Excel, SAP, month-end closing, bank reconciliation",
            PassageKind.SKILLS,
            None,
        ),
        ("English, German", PassageKind.SKILLS, None),
    ]


NAMES = st.sampled_from(
    [
        "Jane Doe",
        "Mason Cook",
        "Grace Baker",
        "Nguyễn Thị Hoa",
        "Ali Al-Hassan",
        "Bill Carter",
        "Dr. Maria da Silva",
        "O'Neill Sinéad",
        "WEI ZHANG",
        "Jan Present",
    ]
)
ADDRESSES = st.sampled_from(
    [
        "12 Mill Road, Leeds LS1 4AB",
        "Am Markt 3, 20095 Hamburg",
        "PO Box 7, Accra",
        "1600 Pennsylvania Avenue, Washington, DC 20500",
        "3 rue de la Paix, 75002 Paris",
        "Calle Mayor 4, 28013 Madrid",
        "5 Account Street, Ledger, TX 75001",
    ]
)
INSTITUTIONS = st.sampled_from(
    [
        "University of Leeds",
        "Harvard University",
        "Howard University",
        "ETH Zürich",
        "Universität Hamburg",
        "Community College of Ledgers",
        "IIM Ahmedabad",
        "LSE",
        "Ludwig-Maximilians-Universität München",
        "St. Mary's School of Accounting",
    ]
)
EMAILS = st.sampled_from(
    ["jane.doe@example.org", "a@b.co", "ledger.work@closing.example"]
)
PEOPLE = st.builds(
    samples.Person,
    name=NAMES,
    address=ADDRESSES,
    email=EMAILS,
    phone=st.sampled_from(["+44 113 496 0123", "(555) 010-0199", "040 1234567"]),
    institution=INSTITUTIONS,
    graduated=st.integers(1960, 2026).map(str),
)


@settings(max_examples=200, deadline=None)
@given(PEOPLE)
def test_who_somebody_is_changes_no_passage(person):
    assert matched(person) == matched(samples.Person())


@settings(max_examples=12, deadline=None)
@given(PEOPLE)
def test_who_somebody_is_changes_no_passage_of_a_docx(person):
    reading = reader.read(samples.docx_of(samples.lines(person)), Kind.DOCX)
    assert reading.resume is not None

    found = passages.evidence(reading.text, reading.resume)

    expected = [text for text, _, _ in matched(samples.Person())]
    assert [passage.text for passage in found] == expected


@settings(max_examples=60, deadline=None)
@given(NAMES, INSTITUTIONS, st.integers(1960, 2026))
def test_names_and_degrees_within_prose_are_left_out(name, institution, year):
    text = "\n".join(
        [
            name,
            "jo@example.org",
            "Summary",
            f"Graduated from {institution} in {year} with a degree.",
            "Closes the books every month without any open difference.",
            "Experience",
            "Clerk, Foods Ltd, 2012 - 2014",
            "Filed invoices.",
            name,
            "Page 2 of 2",
            "Answered questions.",
            "Certificates",
            f"Certified Payroll Clerk, {year}",
        ]
    )

    assert [passage.text for passage in evidence(text)] == [
        "Closes the books every month without any open difference.",
        "Clerk",
        "Filed invoices.",
        "Answered questions.",
        "Certified Payroll Clerk",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Date of birth: 20.09.1978",
        "Nationality: Ghanaian",
        "Marital status: married",
        "Phone: 040 1234567",
        "www.linkedin.com/in/jane",
        "I am a US citizen.",
    ],
)
def test_circumstances_are_no_evidence_wherever_they_stand(line):
    text = f"Summary\nCloses the books.\n{line}\n\nSkills\nExcel"

    assert [passage.text for passage in evidence(text)] == [
        "Closes the books.",
        "Excel",
    ]


def test_an_employer_is_no_evidence():
    person = samples.Person()
    rows = samples.lines(person)
    other = [row.replace("Northern Paper", "Goldman Ledger") for row in rows]

    assert [p.text for p in evidence("\n".join(other))] == [
        text for text, _, _ in matched(person)
    ]


def test_a_sentence_over_several_lines_is_one_passage():
    text = (
        "Experience\nClerk, Foods Ltd, 2012 - 2014\n"
        "Reconciled the accounts of the suppliers of four companies of the group with\n"
        "the statements that they sent each month and cleared every difference.\n"
        "Filed invoices.\n"
    )

    assert [passage.text for passage in evidence(text)][1:] == [
        (
            "Reconciled the accounts of the suppliers of four companies of the group with"
            " the statements that they sent each month and cleared every difference."
        ),
        "Filed invoices.",
    ]


def test_a_passage_stands_where_it_says():
    text = "\n".join(samples.lines(samples.Person()))

    for passage in evidence(text):
        if passage.end > passage.start:
            assert passage.text in " ".join(text[passage.start : passage.end].split())


def test_a_passage_is_never_longer_than_its_limit():
    text = "Skills\n" + ", ".join(f"skill number {n}" for n in range(400))

    assert max(len(passage.text) for passage in evidence(text)) <= passages.LONGEST


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=500))
def test_evidence_never_raises(text):
    for passage in evidence(text):
        assert Passage.from_json(passage.to_json()) == passage


def test_a_different_duty_is_a_different_passage():
    """The comparison above could tell a difference."""
    changed = replace(samples.Person(), name="Jane Doe")
    rows = [row.replace("40 supplier", "50 supplier") for row in samples.lines(changed)]

    assert [p.text for p in evidence("\n".join(rows))] != [
        text for text, _, _ in matched(samples.Person())
    ]
