"""Experience as adverts word it."""

import pytest

from positions.pasted import experience
from positions.pasted.values import Experience


def read(words: str) -> list[Experience]:
    return experience.find(words, 0, len(words))


@pytest.mark.parametrize(
    ("words", "months", "kind"),
    [
        (
            "at least five years experience in the design of ledgers",
            60,
            "design of ledgers",
        ),
        ("2-3 years of accounting experience", 24, "accounting"),
        ("2 to 3 years' experience in payroll", 24, "payroll"),
        ("minimum 18 months of experience as a clerk", 18, "clerk"),
        ("Five (5) years of relevant experience", 60, ""),
        ("Three years’ experience with SAP", 36, "SAP"),
        ("1.5 years of experience in sales", 18, "sales"),
        ("3+ years working in customer service", 36, "customer service"),
        ("Experience in procurement (3-5 years)", 36, "procurement"),
        ("a year of office experience", 12, "office"),
        ("Previous experience in a similar role", None, "similar role"),
    ],
)
def test_months_and_kind_are_read(words, months, kind):
    assert [(one.months, one.kind) for one in read(words)] == [(months, kind)]


@pytest.mark.parametrize(
    "words",
    [
        "Candidates of 20-35 years old",
        "A 2 year contract",
        "We have 30 years in business",
        "Excellent communication skills",
    ],
)
def test_other_years_are_no_experience(words):
    assert read(words) == []


def test_what_is_only_an_advantage_is_not_required():
    assert read("Two years of experience required")[0].required
    assert not read("Two years of experience would be an advantage")[0].required
    assert not read("Experience in logistics is a plus")[0].required
