"""Qualifications and their place on the ladder."""

import pytest

from candidates.cv import levels
from positions.criteria import EducationLevel as Level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("High School Diploma", Level.UPPER_SECONDARY),
        ("GED", Level.UPPER_SECONDARY),
        ("3 A-levels", Level.UPPER_SECONDARY),
        ("Abitur, Note 1,8", Level.UPPER_SECONDARY),
        ("Ausbildung zur Bürokauffrau", Level.UPPER_SECONDARY),
        ("Industriekaufmann", Level.UPPER_SECONDARY),
        ("Baccalauréat ES", Level.UPPER_SECONDARY),
        ("Bachillerato", Level.UPPER_SECONDARY),
        ("9 GCSEs", Level.LOWER_SECONDARY),
        ("Mittlere Reife", Level.LOWER_SECONDARY),
        ("Diploma : Accounting", Level.POST_SECONDARY),
        ("Certificate - Bookkeeping Fundamentals", Level.POST_SECONDARY),
        ("Associate of Applied Science : Pharmacy", Level.SHORT_CYCLE),
        ("Associate's degree in business", Level.SHORT_CYCLE),
        ("Associate : Accounting", Level.SHORT_CYCLE),
        ("BTS Comptabilité", Level.SHORT_CYCLE),
        ("HND Business", Level.SHORT_CYCLE),
        ("Bachelor of Science : Computer Science", Level.BACHELOR),
        ("Bachelor's Degree", Level.BACHELOR),
        ("B.S : Business Adminstration", Level.BACHELOR),
        ("BSc (Hons) Economics", Level.BACHELOR),
        ("BA in History", Level.BACHELOR),
        ("BBA", Level.BACHELOR),
        ("Licence en droit", Level.BACHELOR),
        ("Grado en Administración", Level.BACHELOR),
        ("Geprüfter Wirtschaftsfachwirt", Level.BACHELOR),
        ("Bilanzbuchhalterin (IHK)", Level.BACHELOR),
        ("Master of Arts : Mass Communication", Level.MASTER),
        ("Masters Business Administration", Level.MASTER),
        ("MBA : Finance", Level.MASTER),
        ("M.Sc. Finance", Level.MASTER),
        ("MS in Accounting", Level.MASTER),
        ("Diplom-Kaufmann", Level.MASTER),
        ("Juris Doctor", Level.MASTER),
        ("Doctor of Medicine", Level.MASTER),
        ("Ph.D. : Philosophy in Education", Level.DOCTORATE),
        ("Doctorate of Education", Level.DOCTORATE),
        ("Dr. rer. pol.", Level.DOCTORATE),
    ],
)
def test_a_qualification_has_its_level(text, level):
    assert [found.level for found in levels.find(text)][:1] == [level]


@pytest.mark.parametrize(
    "text",
    [
        "MS Office, MS Word",
        "DBA Training",
        "Sales Associate at a shop",
        "as a clerk",
        "Boston, MA",
        "Be on time",
        "Mastered the ledger",
        "Ms Smith",
    ],
)
def test_what_only_looks_like_a_degree_is_none(text):
    assert levels.find(text) == []


@pytest.mark.parametrize(
    ("text", "finished"),
    [
        ("BSc Economics, 2015", True),
        ("BSc Economics, in progress", False),
        ("MBA, expected 2027", False),
        ("78 hours towards Bachelor's degree", False),
        ("Pursuing a Master of Science", False),
    ],
)
def test_a_degree_under_way_is_told_from_a_finished_one(text, finished):
    assert levels.is_finished(text) is finished
