"""Skills, languages and licences, and older readings."""

import pytest

from candidates.cv import languages, licences, phones, sections, skills
from candidates.cv.values import Licence, Resume, WrittenDate


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("English (native)", [("en", 6, True)]),
        ("Englisch: B2, Französisch: A1", [("en", 4, False), ("fr", 1, False)]),
        ("Fluent French", [("fr", 5, False)]),
        ("Español - lengua materna", [("es", 6, True)]),
        ("German and Dutch: good", [("de", 4, False), ("nl", 4, False)]),
        ("angielski (B2)", [("en", 4, False)]),
        ("Українська – рідна", [("uk", 6, True)]),
        ("Hindi", [("hi", None, False)]),
        ("Filing and post", []),
    ],
)
def test_a_language_is_read_with_its_level(line, read):
    found = languages.read(line, 0, len(line))

    assert [(one.code, one.level, one.native) for one in found] == read
    for one in found:
        assert one.span
        assert line[slice(*one.span)] == one.name


def test_a_level_below_its_language_is_its_level():
    text = "English\nC1\nSpanish\nbasic"

    found = languages.read(text, 0, len(text))

    assert [(one.code, one.level) for one in found] == [("en", 5), ("es", 2)]


@pytest.mark.parametrize(
    ("line", "name", "issuer", "issued", "until"),
    [
        ("AAT Level 3, AAT, July 2017", "AAT Level 3", "AAT", "2017-07", None),
        (
            "Notary Public – State of Ohio – 2019",
            "Notary Public",
            "State of Ohio",
            "2019",
            None,
        ),
        (
            "Forklift licence, valid until 03/2027",
            "Forklift licence",
            "",
            None,
            "2027-03",
        ),
        ("CIPP Payroll Technician", "CIPP Payroll Technician", "", None, None),
    ],
)
def test_a_licence_is_read_with_issuer_and_dates(line, name, issuer, issued, until):
    (found,) = licences.read(line, 0, len(line))

    assert (found.name, found.issuer) == (name, issuer)
    assert (found.issued and found.issued.iso()) == issued
    assert (found.until and found.until.iso()) == until


def test_skills_are_items_without_lengths_levels_and_labels():
    text = (
        "Software: Excel (3 years), SAP FI - advanced\nLedger work; three-way\nmatching"
    )

    found = skills.read(text, 0, len(text))

    assert [one.name for one in found][:3] == ["Excel", "SAP FI", "Ledger work"]
    assert all(one.span and 0 < one.confidence <= 1 for one in found)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Leeds LS1 4AB\n0113 496 0123", "0113 496 0123"),
        ("Tel. 040 66969321, 20095 Hamburg, Deutschland", "040 66969321"),
        ("(614) 555-0137 | Columbus, OH 43206", "(614) 555-0137"),
        ("+34 912 34 56 78", "+34 912 34 56 78"),
    ],
)
def test_a_telephone_number_is_found_as_its_country_writes_it(text, number):
    found = phones.find(text, phones.region_of(text))

    assert number in [one for one, _, _ in found]


def test_a_cv_that_tells_no_country_is_read_as_at_home():
    text = "Jo Ek\n030 901820\n\nExperience\nClerk, Foods, 05/04/2019 - 06/04/2020"

    at_home = sections.parse(text, home="DE")

    assert at_home.phones == ("030 901820",)
    assert at_home.work[0].since == WrittenDate(2019, 4, 5)
    assert sections.parse(text, home="US").work[0].since == WrittenDate(2019, 5, 4)


def test_years_are_no_telephone_number():
    assert phones.find("2015 - 2018\n01.02.2015 - 2018", "US") == []


def test_a_reading_of_version_1_is_still_understood():
    new = sections.parse(
        "Jo Ek\njo@example.org\n\nExperience\nClerk, Foods Ltd, 2012 - 2014"
    )
    old = {
        **new.to_json(),
        "skills": ["Excel"],
        "languages": ["English (fluent)"],
        "certificates": ["AAT Level 3"],
    }
    del old["licences"], old["sources"]
    old["work"] = [{k: v for k, v in j.items() if k != "sources"} for j in old["work"]]

    read = Resume.from_json(old)

    assert [one.name for one in read.skills] == ["Excel"]
    assert read.languages[0].name == "English (fluent)"
    assert read.licences == (Licence("AAT Level 3"),)
    assert read.work[0].employer == "Foods Ltd"


def test_a_season_goes_to_json_and_back():
    summer = WrittenDate(2018, 6, about=True)

    assert WrittenDate.from_iso(summer.stored()) == summer
    assert (summer.stored(), summer.iso()) == ("2018-06~", "2018-06")
