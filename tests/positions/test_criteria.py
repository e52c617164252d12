"""The short name of a duty: verb and object, no more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.criteria import core_of


@pytest.mark.parametrize(
    ("statement", "core"),
    [
        (
            "Reconciles bank statements, balance sheet accounts and ledgers each month.",
            "Reconciles bank statements",
        ),
        (
            "Prepares financial statements (balance sheet and cash flow) each month.",
            "Prepares financial statements",
        ),
        (
            "Records each call and its outcome in the CRM system, so that others see it.",
            "Records each call and its outcome",
        ),
        (
            "Recruits for about 25 vacancies a year: writes postings and interviews.",
            "Recruits for about 25 vacancies a year",
        ),
        ("Posts 3.5 % of entries by hand.", "Posts 3.5 % of entries"),
        ("Writes minutes of each meeting within two days.", "Writes minutes"),
        ("Orders goods for about 25 approved requests a day.", "Orders goods"),
        ("Answers the phone", "Answers the phone"),
        ("Files.", "Files"),
    ],
    ids=lambda text: text[:24],
)
def test_core_of_is_verb_and_object(statement, core):
    assert core_of(statement) == core


@given(st.text(max_size=200))
def test_core_of_begins_as_the_statement_does(statement):
    core = core_of(statement)

    assert " ".join(statement.split()).startswith(core)
