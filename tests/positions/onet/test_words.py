import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.onet import words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Payroll and Timekeeping Clerks", " payroll and timekeeping clerks "),
        ("A/P Clerk", " ap clerk "),
        (
            "Human Resources Assistant (HR Assistant)",
            " human resources assistant hr assistant ",
        ),
        ("  Café\tkeeper ", " café keeper "),
        ("%_\\", "  "),
    ],
)
def test_titles_are_folded_to_words(text, folded):
    assert words.folded(text) == folded


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("AP clerk", [" ap clerk ", " accounts payable clerk "]),
        ("bookkeeper", [" bookkeeper "]),
        (" - ", []),
        ("a " * 50, [" a a a a a a a a "]),
    ],
)
def test_what_is_asked_has_abbreviations_in_full(text, asked):
    assert words.asked(text) == asked


@given(st.text(alphabet=st.characters(max_codepoint=127)))
def test_folding_twice_is_folding_once(text):
    once = words.folded(text)

    assert words.folded(once) == once
