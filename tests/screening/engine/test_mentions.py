"""What a text names, and what it only speaks of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.engine.mentions import names


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("SAP", "Skills: Excel, SAP, DATEV."),
        ("sap", "Posted invoices in SAP"),
        ("Sage 50", "Ran payroll in Sage-50 every month."),
        ("C++", "Wrote tools in C++."),
        ("German", "Languages: English, German (fluent)"),
        ("AAT licence", "Holds the AAT Licence. Studying for ACCA."),
        ("Payroll training certificate", "Payroll training certificate, 2021"),
    ],
)
def test_words_are_found_whatever_their_dress(name, text):
    assert names(name, ["Nothing here.", text])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("SAP", "Disappointed by sapping work"),
        ("Sage 50", "Sage and 50 others"),
        ("ACCA", "Studying for ACCA, two papers left"),
        ("ACCA", "Working towards ACCA"),
        ("AAT licence", "My AAT licence has expired"),
        ("German", "I have no German"),
        ("Sage 50", "I used Sage. 50 people were paid."),
        ("", "Anything"),
        ("?", "Anything?"),
    ],
)
def test_what_is_not_held_is_not_found(name, text):
    assert not names(name, [text])


@given(name=st.text(max_size=20), texts=st.lists(st.text(max_size=60), max_size=3))
def test_any_text_can_be_read(name, texts):
    assert names(name, texts) in {True, False}


@given(texts=st.lists(st.sampled_from(["SAP", "Excel", "no SAP"]), max_size=3))
def test_another_text_never_takes_away(texts):
    assert names("SAP", [*texts, "Learning Excel"]) == names("SAP", texts)
