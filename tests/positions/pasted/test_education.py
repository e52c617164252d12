"""Levels of education as adverts word them."""

import pytest

from positions.criteria import EducationLevel as Level
from positions.pasted import education
from positions.pasted.values import Education


def read(words: str) -> list[Education]:
    return education.find(words, 0, len(words))


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("PhD in Statistics", Level.DOCTORATE),
        ("Master's degree in Law", Level.MASTER),
        ("An advanced university degree", Level.MASTER),
        ("MBA", Level.MASTER),
        ("Bachelor of Science in Accounting", Level.BACHELOR),
        ("BSc or MSc in Economics", Level.BACHELOR),
        ("BS/BA", Level.BACHELOR),
        ("University degree", Level.BACHELOR),
        ("A degree in a relevant field", Level.BACHELOR),
        ("Higher education", Level.BACHELOR),
        ("Educated to degree level", Level.BACHELOR),
        ("4-year degree", Level.BACHELOR),
        ("Associate's degree in Business", Level.SHORT_CYCLE),
        ("Vocational training", Level.POST_SECONDARY),
        ("Some college coursework", Level.POST_SECONDARY),
        ("High school diploma or equivalent (GED)", Level.UPPER_SECONDARY),
        ("High school diploma or GED", Level.UPPER_SECONDARY),
        ("Secondary education", Level.UPPER_SECONDARY),
        ("GCSEs in English and Maths", Level.LOWER_SECONDARY),
        ("Relevant professional qualification", None),
    ],
)
def test_the_lowest_level_accepted_is_read(words, level):
    assert [one.level for one in read(words)] == [level]


@pytest.mark.parametrize(
    "words",
    [
        "A high degree of accuracy",
        "Scrum Master",
        "Ability to educate customers",
        "Tuition and continuing education assistance",
        "360-degree feedback",
        "Applicants with no degree",
    ],
)
def test_other_degrees_and_masters_are_no_education(words):
    assert read(words) == []


def test_what_is_only_preferred_is_not_required():
    lower, higher = read("Bachelor's degree required, Master's degree preferred")

    assert (lower.level, lower.required) == (Level.BACHELOR, True)
    assert (higher.level, higher.required) == (Level.MASTER, False)
    (field_only,) = read("University degree, preferably in marketing")
    assert field_only.required
    assert field_only.fields == ("marketing",)


def test_fields_are_read_one_by_one():
    (one,) = read("Bachelor's degree in Accounting, Finance or a related field")

    assert one.fields == ("Accounting", "Finance")


@pytest.mark.parametrize(
    ("words", "equivalent"),
    [
        ("Bachelor's degree or equivalent experience", True),
        ("A degree or an equivalent combination of education and experience", True),
        ("High school diploma or equivalent", False),
        ("Bachelor's degree", False),
    ],
)
def test_experience_stands_in_only_where_it_is_said(words, equivalent):
    assert read(words)[0].equivalent is equivalent


def test_places_are_those_of_the_pasted_text():
    text = "We ask for:  a\nMaster's degree in\nPublic Health."

    (one,) = education.find(text, 4, len(text))

    assert text[one.start : one.end] == "Master's degree in\nPublic Health"
    assert one.text == "Master's degree in Public Health"
