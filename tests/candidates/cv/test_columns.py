"""Columns become reading order; rows stay rows."""

from hypothesis import given
from hypothesis import strategies as st

from candidates.cv import columns


def words(lines: list[str]) -> list[str]:
    return " ".join(lines).split()


def test_two_lists_side_by_side_are_read_one_after_the_other():
    lines = [
        "Highlights",
        "    Account reconciliations",
        "    Financial reporting        Analysis of systems",
        "    Critical thinking          ERP software",
        "    Month-end closing          Bookkeeping",
        "                               Facilitation",
        "",
        "Experience",
    ]

    ordered = columns.in_reading_order(lines)

    assert words(ordered) == words(
        [
            "Highlights Account reconciliations Financial reporting Critical thinking",
            "Month-end closing Analysis of systems ERP software Bookkeeping",
            "Facilitation Experience",
        ]
    )


def test_rows_with_dates_labels_or_bullets_stay_rows():
    lines = [
        "Accountant        2015 - 2018",
        "Clerk             2012 - 2014",
        "Trainee           2010 - 2012",
        "",
        "Excel:       very good",
        "SAP:         good",
        "German:      fluent",
        "",
        "•    Kept the ledger",
        "•    Filed invoices",
        "•    Closed the books",
    ]

    assert columns.in_reading_order(lines) == lines


@given(st.lists(st.text(alphabet="ab  •:19\t", max_size=60), max_size=40))
def test_no_word_is_lost_or_made_up(lines):
    ordered = columns.in_reading_order(lines)

    assert sorted("".join(words(ordered))) == sorted("".join(words(lines)))
