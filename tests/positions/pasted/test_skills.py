"""Software, languages and licences as adverts name them."""

import pytest

from positions.pasted import skills


def names(words: str) -> list[str]:
    return [one.name for one in skills.find(words, 0, len(words))]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("MS Office (Word, Excel)", ["Microsoft Office", "Word", "Microsoft Excel"]),
        ("Fluent English and Russian", ["English", "Russian"]),
        ("QuickBooks or Sage 50", ["QuickBooks", "Sage 50"]),
        ("A valid driver’s license", ["Driving licence"]),
        ("ACCA or CIMA qualified", ["ACCA", "CIMA"]),
        ("Certified Payroll Professional", ["Certified Payroll Professional"]),
        ("C++ and C#", ["C++", "C#"]),
    ],
)
def test_names_are_found_by_their_spellings(words, found):
    assert names(words) == found


@pytest.mark.parametrize(
    "words",
    [
        "Word of mouth brings our clients",
        "Give people a word of thanks",
        "Work with English companies",
        "Access to the building",
        "Excellent manners",
        "Teams of ten",
    ],
)
def test_common_words_are_no_skills(words):
    assert names(words) == []
