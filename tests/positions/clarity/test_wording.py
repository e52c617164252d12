"""Which words put people off, what is never asked, and what only looks like it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.clarity.lexicon import Entry, Lexicon
from positions.clarity.values import Severity
from positions.clarity.wording import check_wording


def found(text):
    return [(one.rule, one.words) for one in check_wording(text)]


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ("An aggressive closer", "B1", "aggressive"),
        ("A dominant personality", "B1", "dominant"),
        ("Excel ninja wanted", "B1", "ninja"),
        ("Office rock star", "B1", "rock star"),
        ("A competitive person", "B1", "competitive"),
        ("Headstrong and loud", "B1", "Headstrong"),
        ("A nurturing colleague", "B1", "nurturing"),
        ("Join our young team", "B2", "young team"),
        ("You are a digital native", "B2", "digital native"),
        ("Energetic colleagues", "B2", "Energetic"),
        ("Please, nobody who is overqualified", "B2", "overqualified"),
        ("Able-bodied staff", "B3", "Able-bodied"),
        ("Must be able to lift 20 kg", "B3", "able to lift"),
        ("Able to stand all day", "B3", "Able to stand"),
        ("A driving licence and own car", "B3", "driving licence"),
        ("English native speaker", "B4", "native speaker"),
        ("German mother tongue", "B4", "mother tongue"),
        ("He/she reports to the director", "B5", "He/she"),
        ("Salesman (inside sales)", "B5", "Salesman"),
        ("Cleaning lady", "B5", "Cleaning lady"),
        ("No family obligations", "B5", "No family obligations"),
        ("A clean criminal record", "B6", "clean criminal record"),
    ],
)
def test_wording_is_hinted_at_with_a_reason_and_another_way(text, rule, words):
    (one, *_) = check_wording(text)

    assert (one.rule, one.words, one.severity) == (rule, words, Severity.HINT)
    assert one.message.startswith(f"“{words}”: ")
    assert one.suggestion


@pytest.mark.parametrize(
    "text",
    [
        "Please state your date of birth.",
        "What is your age?",
        "Candidates between 25 and 35 years old",
        "Not older than 40",
        "Aged 25 to 35",
        "Name, age, address",
        "Male or female?",
        "Female candidates preferred",
        "Send your CV with photo",
        "Recent photograph required",
        "What is your nationality?",
        "Marital status:",
        "Are you married?",
        "Maximum of 5 years of experience",
        "Max. 3 years in a similar role",
        "Up to five years of experience",
        "No more than 10 years of experience",
        "Year of graduation",
        "Ideal for a recent graduate",
        "Tell us your current salary",
        "Salary history must be given",
        "Your postcode, please",
        "Applicants living within 10 miles",
    ],
)
def test_what_is_never_asked_is_met_with_the_reason(text):
    personal = [one for one in check_wording(text) if one.rule == "P1"]

    assert personal
    assert all(one.severity is Severity.WARNING for one in personal)
    assert all(one.category == "personal" for one in personal)


@pytest.mark.parametrize(
    "text",
    [
        "The applicant must be able to interact with clients in a friendly way.",
        "Interpersonal skills: professional, friendly, supportive.",
        "Supports and leads a team, analyses decisions, depends on logic.",
        "Leads an active, individual and objective analysis; shares and commits.",
        "We offer a competitive salary and pension.",
        "Compares competitive bids from three suppliers.",
        "As an equal opportunity employer we look at no age, gender or nationality.",
        "We do not discriminate by marital status or pregnancy.",
        "All qualified applicants are considered regardless of age or religion.",
        "Please do not send a photo or your date of birth.",
        "Prepares the aged receivables report and the age analysis of open items.",
        "Records date of birth, nationality and marital status of new employees.",
        "Verifies nationality and passport number of account holders.",
        "At least 2 years of experience; CRM, zip files, hard drive.",
        "Works with young people in training.",
        "Stands in for the manager and walks visitors to the lift.",
        "Sees to it that local taxes are paid; hears complaints.",
        "Handles sensitive data of the sales department.",
    ],
)
def test_ordinary_office_text_and_promises_of_fairness_are_left_alone(text):
    assert found(text) == []


def test_a_long_advert_is_read_line_by_line():
    advert = (
        "Accounts clerk\n- young and motivated\n- English native speaker\n\n"
        "We welcome applicants of any age.\nSend CV with photo and salary history."
    )

    assert found(advert) == [
        ("B2", "young"),
        ("B4", "native speaker"),
        ("P1", "CV with photo"),
        ("P1", "salary history"),
    ]


def test_a_silenced_word_is_quiet_and_an_added_one_is_found():
    more = Entry("tribe", "origin", "It excludes.", "Is “team” meant?", "us")
    lexicon = Lexicon.load().with_changes([more], [("origin", "native speaker")])

    told = check_wording("A native speaker for our tribe", lexicon=lexicon)

    assert [(one.rule, one.words) for one in told] == [("B4", "tribe")]


@given(st.text())
def test_any_text_gets_findings_that_point_into_it(text):
    for one in check_wording(text):
        assert text[one.start : one.end] == one.words != ""
