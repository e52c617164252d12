"""Adverts written for these tests, and what holds for any text at all."""

import re
import time
from collections.abc import Iterable
from itertools import pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from positions.criteria import EducationLevel
from positions.pasted import splitting
from positions.pasted.values import Line, Pasted
from tests.positions.pasted import adverts

WORDS = re.compile(r"[^\W_]+")


def texts(lines: Iterable[Line]) -> tuple[str, ...]:
    return tuple(line.text for line in lines)


@pytest.mark.parametrize("style", adverts.ALL)
def test_an_advert_in_this_style_is_split(style):
    golden = adverts.ALL[style]

    read = splitting.read(golden.text)

    assert texts(read.duties) == golden.duties
    assert texts(read.requirements) == golden.requirements
    assert read.title == golden.title


def test_a_line_says_what_decided():
    read = splitting.read(adverts.BULLETS.text)
    prose = splitting.read(adverts.PROSE.text)

    assert {line.why for line in read.duties + read.requirements} == {"heading"}
    assert {line.why for line in prose.duties} == {"verb"}
    assert {line.why for line in prose.requirements} == {"wording"}
    assert all(0 < line.confidence <= 1 for line in read.duties + prose.duties)


def test_education_experience_and_skills_come_from_the_lines():
    read = splitting.read(adverts.BULLETS.text)

    assert [one.level for one in read.education] == [EducationLevel.UPPER_SECONDARY]
    assert [(one.months, one.kind) for one in read.experience] == [
        (24, "accounts payable")
    ]
    assert [one.name for one in read.skills] == ["Microsoft Excel"]


def test_a_skill_named_twice_is_told_once():
    read = splitting.read("Requirements:\n- MS Excel\n- Excellent at MS Excel\n")

    assert [(one.name, one.start) for one in read.skills] == [("Microsoft Excel", 16)]


def test_benefits_and_how_to_apply_are_neither():
    other = texts(splitting.read(adverts.STARTUP.text).other)

    assert {"Stock options", "A dog-friendly office"} <= set(other)


@pytest.mark.parametrize("text", ["", " \n\t\n", "•\n-\n*", "-----", "\ufeff", "\x00"])
def test_nothing_is_read_from_nothing(text):
    read = splitting.read(text)

    assert not [*read.duties, *read.requirements, *read.other]
    assert not [*read.education, *read.experience, *read.skills]
    assert read.title == read.summary == ""


SECTIONS = {
    "Responsibilities:": adverts.BULLETS.duties,
    "Requirements:": adverts.BULLETS.requirements,
    "Benefits:": ("26 days of holiday", "A pension"),
    "About us:": ("We keep 300 cafés in cups and napkins.",),
}


@pytest.mark.parametrize("order", list(permutations(SECTIONS)))
def test_the_order_of_sections_does_not_matter(order):
    text = "\n\n".join(
        "\n".join([heading, *(f"- {item}" for item in SECTIONS[heading])])
        for heading in order
    )

    read = splitting.read(text)

    assert texts(read.duties) == SECTIONS["Responsibilities:"]
    assert texts(read.requirements) == SECTIONS["Requirements:"]


def check_places(text: str, read: Pasted) -> None:
    lines = sorted(
        (*read.duties, *read.requirements, *read.other), key=lambda line: line.start
    )
    for line in lines:
        assert 0 <= line.start < line.end <= len(text)
        assert WORDS.findall(line.text) == WORDS.findall(text[line.start : line.end])
    for before, after in pairwise(lines):
        assert before.end <= after.start
    found = [(one.start, one.end) for one in read.education]
    found += [(one.start, one.end) for one in read.experience]
    found += [(one.start, one.end) for one in read.skills]
    assert all(0 <= start < end <= len(text) for start, end in found)


@pytest.mark.parametrize("style", adverts.ALL)
def test_places_are_where_the_lines_stand(style):
    text = adverts.ALL[style].text
    check_places(text, splitting.read(text))


PARTS = st.sampled_from(
    [
        *"\n\r\t -•*:;.,()/&'\"’–…",
        "\n\n",
        "\r\n",
        "\u2028",
        "\x85",
        "\x00",
        "İ",
        "ß",
        "Requirements",
        "DUTIES",
        "What you will do:",
        "1.",
        "a)",
        "o ",
        "Manage",
        "experience",
        "five (5) years",
        "2-3 years",
        "BSc or MSc in Law",
        "e.g.",
        "Ltd.Work",
        "English",
        "fluent",
        "MS Excel",
        "Word",
        "we offer",
        "and",
        "degree",
    ]
)


@given(st.lists(PARTS | st.text(max_size=8), max_size=60).map("".join))
@settings(max_examples=200)
def test_any_text_is_read_and_every_place_is_right(text):
    check_places(text, splitting.read(text))


NASTY = {
    "blanks": " ",
    "breaks": "\n",
    "letters": "a",
    "capitals": "A ",
    "points": ".",
    "dashes": "- ",
    "bullets": "•",
    "colons": ": ",
    "camels": "aBa",
    "headings": "Requirements: ",
    "loud": "REQUIREMENTS AND ",
    "prefixes": "Key Main Job Required ",
    "brackets": "((",
    "digits": "1) ",
    "years": "2 - 3 years ",
    "experience": "experience in ",
    "degrees": "degree or ",
    "bachelors": "bachelor, master of ",
    "tabs": "\t",
    "to": "to and will ",
    "hyphens": "self-",
    "quotes": "'",
    "licences": "Certified Abc ",
    "abilities": "the proven strong ",
    "lines": "a\n",
    "items": "- a;\n",
    "in front": "PAY: ",
    "commas": "a, ",
    "wraps": "and so it goes on and on and on until the line has to end,\n",
}


@pytest.mark.parametrize("kind", NASTY)
def test_time_grows_with_the_length_only(kind):
    text = (NASTY[kind] * 20_000)[:20_000]

    started = time.process_time()
    check_places(text, splitting.read(text))

    assert time.process_time() - started < 10


def test_a_text_too_long_is_cut_and_says_so():
    text = "Duties:\n- Pay the bills\n\n" + "X" * splitting.LONGEST

    read = splitting.read(text)

    assert texts(read.duties)[0] == "Pay the bills"
    assert (read.other[-1].start, read.other[-1].why) == (splitting.LONGEST, "cut")
