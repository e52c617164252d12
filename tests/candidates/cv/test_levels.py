"""Qualifications and their place on the ladder."""

import json

import pytest

from candidates.cv import levels
from positions.criteria import EducationLevel as Level
from tests.testdata import needed


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


# Written so, they say no level (a first certificate is one of many things), or ours is
# another on purpose: a first professional degree is a master's in ISCED.
NO_LEVEL = {
    *("ELC", "ESOL", "Skills for Life", "NVQ", "first certificate"),
    *(
        "BAO",
        "BCS",
        "BD",
        "BH",
        "BM",
        "BN",
        "BCh",
        "BMet/Eng",
        "MBS",
        "MSS",
        "DD",
        "MD",
    ),
    "Certificate of Membership of Cranfield Institute of Technology",
    "Doctor of Medicine",
}


def test_the_british_qualifications_stand_where_their_ministry_puts_them():
    file = needed("reference", "uk_qualifications_dfe.json")
    known = json.loads(file.read_text())
    named = {
        (name, one["level"])
        for one in known["qualifications"]
        for name in (one["name"], *one["suggestion_synonyms"], *one["match_synonyms"])
    } | {
        (name, one["qualification_level"])
        for one in known["degree_types"]
        for name in (one["name"], f"{one['abbreviation']} Accounting")
        if one["abbreviation"]
    }
    wrong = {
        name
        for name, level in named
        if name.removesuffix(" Accounting") not in NO_LEVEL
        and not name.startswith("music grade")
        and [int(found.level) for found in levels.find(name)][:1] != [_rung(level)]
    }

    assert len(named) > 200
    assert wrong == set()


def _rung(level):
    return max(int(Level.LOWER_SECONDARY), int(level)) if level.isdigit() else 2
