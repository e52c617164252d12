"""Plain characters and ordinary white space."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candidates.cv.clean import MAX_CHARACTERS, clean


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("a\x00b\x07c", "abc"),
        ("safe\u202egnp.exe", "safegnp.exe"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("ﬁnance oﬃce", "finance office"),
        ("non\xa0breaking", "non breaking"),
        ("soft\xadhyphen", "softhyphen"),
        ("\uf0b7 item", "• item"),
        ("Itâ€™s a rÃ©sumÃ©", "It’s a résumé"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\n\n\n\n\nb", "a\n\nb"),
        ("Accountant      2015", "Accountant\t2015"),
        ("  x  y  ", "x y"),
        ("Größe für Ärzte, Ça", "Größe für Ärzte, Ça"),
    ],
)
def test_text_becomes_plain(raw, plain):
    assert clean(raw) == plain


@given(st.text(max_size=400))
def test_cleaning_is_bounded_and_done_at_once(raw):
    once = clean(raw)

    assert len(once) <= MAX_CHARACTERS
    assert "\0" not in once
    assert "\n\n\n" not in once
    assert all(line == line.strip() for line in once.split("\n"))
