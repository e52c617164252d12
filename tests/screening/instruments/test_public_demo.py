import hashlib
import re

import pytest

from positions.criteria import Dimension
from screening.engine.sjt import MINIMUM_ANSWERED, profile_score
from screening.instruments import Visibility
from screening.instruments.public_demo import DEMO, FORMS

SCENARIOS = pytest.mark.parametrize("scenario", DEMO.scenarios, ids=lambda s: s.key)


def syllables(word):
    groups = re.findall(r"[aeiouy]+", word.lower().removesuffix("e"))
    return max(1, len(groups))


def grade(text):
    """Return the Flesch-Kincaid grade."""
    found = re.findall(r"[A-Za-z']+", text)
    sentences = len(re.findall(r"[.!?]", text)) or 1
    return (
        0.39 * len(found) / sentences
        + 11.8 * sum(map(syllables, found)) / len(found)
        - 15.59
    )


def test_there_are_24_scenarios_over_five_dimensions():
    about = [scenario.dimension for scenario in DEMO.scenarios]
    assert sorted(map(about.count, Dimension)) == [4, 5, 5, 5, 5]
    assert len({scenario.key for scenario in DEMO.scenarios}) == 24
    assert DEMO.visibility is Visibility.PUBLIC_DEMO
    assert len(set(DEMO.option_keys)) == len(DEMO.means) == 96 >= MINIMUM_ANSWERED


@SCENARIOS
def test_a_scenario_is_short_and_easy_to_read(scenario):
    whole = " ".join([scenario.stem, *(option.text for option in scenario.options)])

    longest = max(len(option.text.split()) for option in scenario.options)
    assert longest <= 30
    assert len(scenario.stem.split()) + longest <= 90
    assert grade(whole) <= 8


@SCENARIOS
def test_replies_are_told_apart_and_none_lies_in_the_middle(scenario):
    means = [option.mean for option in scenario.options]

    assert len(means) == 4
    assert max(means) - min(means) >= 3
    assert all(1 <= mean <= 7 and not 3.5 <= mean <= 4.5 for mean in means)


def test_neither_the_longest_nor_one_place_is_always_best():
    best = [
        max(enumerate(scenario.options), key=lambda placed: placed[1].mean or 0)[0]
        for scenario in DEMO.scenarios
    ]

    assert len(set(best)) >= 3


def test_the_key_itself_scores_a_hundred():
    rounded = [round(mean) for mean in DEMO.means]

    found = profile_score(rounded, DEMO.means)

    assert found.value is not None
    assert found.value > 98


def test_what_was_published_before_stands():
    """Attempts name their form, so no version ever changes or goes."""
    first, *_later = FORMS

    assert [one.name for one in FORMS] == [
        "working-with-others demo-1",
        "working-with-others demo-2",
    ]
    content = repr(first.scenarios).encode()
    assert hashlib.sha256(content).hexdigest()[:12] == "ab7aaafbbea1"
