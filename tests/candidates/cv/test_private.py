"""What is nobody's business is found and can be left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candidates.cv import private


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Date of birth: 20.09.1978", ""),
        ("Geburtsdatum: 14.02.1988", ""),
        ("Née le 3 mai 1993", ""),
        ("Familienstand: verheiratet, zwei Kinder", ""),
        ("Religion: Roman Catholic", ""),
        ("Nacionalidad: española", ""),
        ("Stan cywilny: zamężna", ""),
        ("Married", ""),
        ("Age: 34", ""),
        (
            "Phone 0113 496 0123 | Nationality: Ghanaian | Leeds",
            "Phone 0113 496 0123 | | Leeds",
        ),
        ("Shop manager", "Shop manager"),
        ("Race car sales manager", "Race car sales manager"),
        ("Managed the average age of debts", "Managed the average age of debts"),
        ("Polish: native", "Polish: native"),
    ],
)
def test_private_things_are_left_out_and_others_stay(text, left):
    assert private.without(text) == left


def test_the_lines_around_stay_as_they_are():
    text = "Jane Doe\nGender: female\nLedger clerk since 2019\n"

    assert private.without(text) == "Jane Doe\nLedger clerk since 2019\n"


@given(st.text(max_size=300))
def test_spans_are_in_order_and_within_the_text(text):
    at = 0
    for start, end in private.spans(text):
        assert at <= start <= end <= len(text)
        at = end
    private.without(text)
