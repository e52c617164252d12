"""Figures worked out by hand, and syllables against the dictionary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.clarity.readability import readability, syllables

COUNTED = """
1: mail files filed used checked called billed phone league cheque queue goes paid rule
2: invoice table tables issues changes office posted needed client science quiet employ
2: settled statement timely agree create business every people wages updates
3: supplier employee manager payable reconcile area creative copier reimburse annual
3: services financial audience difference agreement compliance idea refunded
4: situation continuous available experience evaluate coordinate responsible secretary
5: individual liability evaluation organisation administrative
"""


@pytest.mark.parametrize(
    ("word", "count"),
    [
        (word, int(line[0]))
        for line in COUNTED.strip().splitlines()
        for word in line[2:].split()
    ],
)
def test_syllables_are_those_of_the_dictionary(word, count):
    assert syllables(word) == count


def test_the_formulas_give_the_figures_worked_out_by_hand():
    text = "\n".join(["The clerk files all mail"] * 5 + ["The manager checks all mail"])

    # 30 words, 6 sentences, 32 syllables, one word of three.
    read = readability(text)

    assert read is not None
    assert read.ease == pytest.approx(206.835 - 1.015 * 5 - 84.6 * 32 / 30)
    assert read.grade == pytest.approx(0.39 * 5 + 11.8 * 32 / 30 - 15.59)
    assert read.fog == pytest.approx(0.4 * (5 + 100 / 30))


def test_every_bullet_is_a_sentence_with_or_without_its_full_stop():
    lines = ["Files letters in the archive each working day"] * 5

    assert readability("\n".join(lines)) == readability(".\n".join(lines) + ".")


def test_a_full_stop_inside_an_abbreviation_ends_no_sentence():
    words = "Files bills, approx. 40 a day, in the archive of the house before noon "

    read, other = readability(words * 3), readability(words.replace("x.", "x") * 3)

    assert read is not None
    assert other is not None
    assert read.grade == pytest.approx(other.grade, abs=2)


def test_below_thirty_words_there_is_no_figure():
    assert readability("word " * 29) is None
    assert readability("word " * 30) is not None


@given(st.text())
def test_any_text_can_be_read(text):
    readability(text)
    assert syllables(text) >= 1
