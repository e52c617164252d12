"""The rules that search engines document for job postings, as a table."""

import dataclasses
import datetime as dt
import re
from decimal import Decimal
from typing import Any

import pytest

from positions.criteria import EducationLevel
from positions.listing.jobposting import CREDENTIALS, employment_types, job_posting
from positions.listing.markup import html_of, json_for_script, visible
from positions.listing.source import clean_token, with_token
from positions.listing.values import (
    Asked,
    Employer,
    Pay,
    Place,
    Section,
    Vacancy,
)

ZONE = dt.timezone(dt.timedelta(hours=1))
VACANCY = Vacancy(
    reference="PA-2614",
    slug="payroll-accountant",
    title="Payroll accountant",
    department="Finance",
    summary="640 people are paid on the 25th.",
    url="https://jobs.example.org/jobs/payroll-accountant/",
    posted_at=dt.datetime(2026, 11, 2, 9, 0, tzinfo=ZONE),
    changed_at=dt.datetime(2026, 11, 3, 9, 0, tzinfo=ZONE),
    closes_at=dt.datetime(2026, 11, 18, 23, 59, tzinfo=ZONE),
    closes_words="Wednesday 18 November, 23:59 CET",
    place=Place(
        words="Hallam Street 4, Sheffield",
        street="Hallam Street 4",
        locality="Sheffield",
        region="South Yorkshire",
        postal_code="S1 1AA",
        country="GB",
        country_name="United Kingdom",
    ),
    workplace="HYBRID",
    workplace_words="Partly from home",
    employment="PERMANENT",
    employment_words="Permanent",
    hours_per_week=Decimal("37.5"),
    openings=2,
    pay=Pay(
        Decimal(33_200), Decimal(37_900), "GBP", "YEAR", "£33,200 to £37,900 a year"
    ),
    employer=Employer(
        name="Larkfield Mutual",
        website="https://larkfield.example/",
        logo="https://jobs.example.org/account/logo/",
        email="people@larkfield.example",
    ),
    asked=Asked(
        level=EducationLevel.SHORT_CYCLE,
        months=12,
        either=True,
        education_words="60 credits",
        experience_words="12 months",
    ),
    duties=("Runs the monthly payroll.",),
    needs=("12 months of running payroll, or study that stands in for it.",),
    sections=(Section("What you would do", items=("Runs the monthly payroll.",)),),
)
FAR = dataclasses.replace(VACANCY, workplace="REMOTE")

EMPLOYMENT_TYPES = {
    "FULL_TIME",
    "PART_TIME",
    "CONTRACTOR",
    "TEMPORARY",
    "INTERN",
    "VOLUNTEER",
    "PER_DIEM",
    "OTHER",
}
UNITS = {"HOUR", "DAY", "WEEK", "MONTH", "YEAR"}
KNOWN_CREDENTIALS = {
    "high school",
    "associate degree",
    "bachelor degree",
    "professional certificate",
    "postgraduate degree",
}


def moment(text):
    return dt.datetime.fromisoformat(text).utcoffset() is not None


def is_located(posting):
    """A place with a country, or remote work with the country to live in."""
    if posting.get("jobLocationType") == "TELECOMMUTE":
        where = posting["applicantLocationRequirements"]
        return where["@type"] == "Country" and bool(where["name"])
    place = posting["jobLocation"]
    address = place["address"]
    return (
        place["@type"] == "Place"
        and address["@type"] == "PostalAddress"
        and re.fullmatch("[A-Z]{2}", address["addressCountry"]) is not None
    )


def is_paid(posting):
    pay = posting["baseSalary"]
    value = pay["value"]
    amounts = {"minValue", "maxValue"} if "minValue" in value else {"value"}
    return (
        pay["@type"] == "MonetaryAmount"
        and re.fullmatch("[A-Z]{3}", pay["currency"]) is not None
        and value["@type"] == "QuantitativeValue"
        and value["unitText"] in UNITS
        and set(value) == {"@type", "unitText"} | amounts
        and all(isinstance(value[name], int | float) for name in amounts)
        and value.get("minValue", 0) <= value.get("maxValue", 0)
    )


def is_learnt(posting):
    asked = posting["educationRequirements"]
    return asked == "no requirements" or (
        asked["@type"] == "EducationalOccupationalCredential"
        and asked["credentialCategory"] in KNOWN_CREDENTIALS
    )


def is_experienced(posting):
    asked = posting["experienceRequirements"]
    return asked == "no requirements" or (
        asked["@type"] == "OccupationalExperienceRequirements"
        and isinstance(asked["monthsOfExperience"], int)
        and asked["monthsOfExperience"] > 0
    )


def stands_in_for_something(posting):
    """Both must be asked for where one may take the place of the other."""
    return posting["experienceInPlaceOfEducation"] is False or (
        posting["educationRequirements"] != "no requirements"
        and posting["experienceRequirements"] != "no requirements"
    )


# Rule, what must hold, and a change that breaks it.
RULES: dict[str, tuple[Any, dict[str, Any]]] = {
    "is a JobPosting of schema.org": (
        lambda p: (p["@context"], p["@type"]) == ("https://schema.org", "JobPosting"),
        {"@type": "Job"},
    ),
    "required: title, as it is and nothing else": (
        lambda p: p["title"] == VACANCY.title,
        {"title": "APPLY NOW Payroll accountant"},
    ),
    "required: description, whole HTML, not the title": (
        lambda p: (
            re.search("<h2>.*<li>", p["description"]) is not None
            and p["description"] != p["title"]
        ),
        {"description": "Payroll accountant"},
    ),
    "required: datePosted in ISO 8601": (
        lambda p: moment(p["datePosted"]),
        {"datePosted": "2026-11-02T09:00"},
    ),
    "required: hiringOrganization with a name": (
        lambda p: (
            p["hiringOrganization"]["@type"] == "Organization"
            and bool(p["hiringOrganization"]["name"])
        ),
        {"hiringOrganization": {"@type": "Organization", "name": ""}},
    ),
    "required: a place with its country, or remote with a country": (
        is_located,
        {
            "jobLocationType": "TELECOMMUTE",
            "applicantLocationRequirements": {"@type": "City"},
        },
    ),
    "recommended: validThrough in ISO 8601, after datePosted": (
        lambda p: (
            moment(p["validThrough"])
            and dt.datetime.fromisoformat(p["validThrough"])
            > dt.datetime.fromisoformat(p["datePosted"])
        ),
        {"validThrough": "2026-10-01T00:00:00+00:00"},
    ),
    "recommended: baseSalary": (
        is_paid,
        {"baseSalary": {"@type": "MonetaryAmount", "currency": "£", "value": {}}},
    ),
    "recommended: employmentType of the known ones": (
        lambda p: (
            bool(p["employmentType"]) and set(p["employmentType"]) <= EMPLOYMENT_TYPES
        ),
        {"employmentType": ["PERMANENT"]},
    ),
    "recommended: identifier": (
        lambda p: (
            p["identifier"]["@type"] == "PropertyValue"
            and p["identifier"]["value"] == VACANCY.reference
        ),
        {"identifier": {"@type": "PropertyValue", "value": 7}},
    ),
    "recommended: directApply is true": (
        lambda p: p["directApply"] is True,
        {"directApply": "true"},
    ),
    "beta: educationRequirements": (
        is_learnt,
        {"educationRequirements": {"@type": "Text"}},
    ),
    "beta: experienceRequirements, in whole months": (
        is_experienced,
        {
            "experienceRequirements": {
                "@type": "OccupationalExperienceRequirements",
                "monthsOfExperience": "12",
            }
        },
    ),
    "addresses are whole": (
        lambda p: all(
            address.startswith("https://")
            for address in (
                p["url"],
                p["hiringOrganization"]["sameAs"],
                p["hiringOrganization"]["logo"],
            )
        ),
        {"url": "/jobs/payroll-accountant/"},
    ),
}


@pytest.mark.parametrize("vacancy", [VACANCY, FAR], ids=["at a place", "remote"])
@pytest.mark.parametrize("rule", RULES)
def test_a_posting_keeps_the_rule(vacancy, rule):
    holds, _breaking = RULES[rule]

    assert holds(job_posting(vacancy))


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_notices_what_breaks_it(rule):
    holds, breaking = RULES[rule]

    try:
        kept = holds(job_posting(VACANCY) | breaking)
    except KeyError:
        kept = False
    assert not kept


def test_the_posting_in_full():
    assert job_posting(VACANCY) == {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": "Payroll accountant",
        "description": "<p>640 people are paid on the 25th.</p>"
        "<h2>What you would do</h2><ul><li>Runs the monthly payroll.</li></ul>",
        "identifier": {
            "@type": "PropertyValue",
            "name": "Larkfield Mutual",
            "value": "PA-2614",
        },
        "url": "https://jobs.example.org/jobs/payroll-accountant/",
        "datePosted": "2026-11-02T09:00:00+01:00",
        "validThrough": "2026-11-18T23:59:00+01:00",
        "employmentType": ["FULL_TIME"],
        "hiringOrganization": {
            "@type": "Organization",
            "name": "Larkfield Mutual",
            "sameAs": "https://larkfield.example/",
            "logo": "https://jobs.example.org/account/logo/",
        },
        "directApply": True,
        "totalJobOpenings": 2,
        "workHours": "37.5 hours a week",
        "applicationContact": {
            "@type": "ContactPoint",
            "email": "people@larkfield.example",
        },
        "jobLocation": {
            "@type": "Place",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "Hallam Street 4",
                "addressLocality": "Sheffield",
                "addressRegion": "South Yorkshire",
                "postalCode": "S1 1AA",
                "addressCountry": "GB",
            },
        },
        "baseSalary": {
            "@type": "MonetaryAmount",
            "currency": "GBP",
            "value": {
                "@type": "QuantitativeValue",
                "unitText": "YEAR",
                "minValue": 33_200,
                "maxValue": 37_900,
            },
        },
        "educationRequirements": {
            "@type": "EducationalOccupationalCredential",
            "credentialCategory": "associate degree",
        },
        "experienceRequirements": {
            "@type": "OccupationalExperienceRequirements",
            "monthsOfExperience": 12,
        },
        "experienceInPlaceOfEducation": True,
        "responsibilities": "Runs the monthly payroll.",
        "qualifications": "12 months of running payroll, or study that stands in for"
        " it.",
    }


def asking(**fields):
    return dataclasses.replace(
        VACANCY, asked=dataclasses.replace(VACANCY.asked, **fields)
    )


@pytest.mark.parametrize(
    ("level", "credential"),
    [
        (None, "no requirements"),
        (EducationLevel.PRIMARY, None),
        (EducationLevel.LOWER_SECONDARY, None),
        (EducationLevel.UPPER_SECONDARY, "high school"),
        (EducationLevel.POST_SECONDARY, "professional certificate"),
        (EducationLevel.SHORT_CYCLE, "associate degree"),
        (EducationLevel.BACHELOR, "bachelor degree"),
        (EducationLevel.MASTER, "postgraduate degree"),
        (EducationLevel.DOCTORATE, "postgraduate degree"),
    ],
)
def test_the_ladder_becomes_a_credential_that_asks_for_no_more(level, credential):
    asked = job_posting(asking(level=level)).get("educationRequirements")

    assert (asked["credentialCategory"] if isinstance(asked, dict) else asked) == (
        credential
    )
    assert credential in {None, "no requirements", *CREDENTIALS.values()}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({}, True),
        ({"either": False}, False),
        ({"level": None}, None),
        ({"months": 0}, None),
        ({"level": EducationLevel.PRIMARY}, None),
    ],
)
def test_experience_takes_the_place_of_education_only_where_both_are_asked(
    fields, expected
):
    posting = job_posting(asking(**fields))

    assert posting.get("experienceInPlaceOfEducation") is expected
    if expected is not None:
        assert stands_in_for_something(posting)


@pytest.mark.parametrize(
    ("employment", "hours", "expected"),
    [
        ("PERMANENT", "37.5", ["FULL_TIME"]),
        ("PERMANENT", "35", ["FULL_TIME"]),
        ("PERMANENT", "34.5", ["PART_TIME"]),
        ("FIXED_TERM", "40", ["FULL_TIME", "TEMPORARY"]),
        ("TEMPORARY", "10", ["PART_TIME", "TEMPORARY"]),
        ("APPRENTICESHIP", "37", ["FULL_TIME", "OTHER"]),
    ],
)
def test_kind_and_hours_become_the_known_types(employment, hours, expected):
    vacancy = dataclasses.replace(
        VACANCY, employment=employment, hours_per_week=Decimal(hours)
    )

    assert employment_types(vacancy) == expected
    assert set(expected) <= EMPLOYMENT_TYPES


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        ("25900", "25900", {"value": 25_900}),
        ("12.75", None, {"value": 12.75}),
        (None, "30000", {"value": 30_000}),
        ("12.75", "14", {"minValue": 12.75, "maxValue": 14}),
        (None, None, None),
    ],
)
def test_pay_is_one_amount_or_a_range(low, high, expected):
    low, high = low and Decimal(low), high and Decimal(high)
    pay = dataclasses.replace(VACANCY.pay, low=low, high=high, period="HOUR")

    found = job_posting(dataclasses.replace(VACANCY, pay=pay)).get("baseSalary")

    common = {"@type": "QuantitativeValue", "unitText": "HOUR"}
    assert (found and found["value"]) == (expected and common | expected)


def test_what_an_employer_does_not_have_is_left_out():
    employer = Employer(name="Pell", website="", logo="", email="a@b.example")
    place = Place("", "", "", "", "", "DE", "Germany")

    posting = job_posting(dataclasses.replace(VACANCY, employer=employer, place=place))

    assert posting["hiringOrganization"] == {"@type": "Organization", "name": "Pell"}
    assert posting["jobLocation"]["address"] == {
        "@type": "PostalAddress",
        "addressCountry": "DE",
    }


# ---- text that is not ours ----


def test_html_escapes_everything_and_keeps_lines():
    section = Section("A & B", ("one\ntwo",), ("<li>", "x"))

    assert html_of("<b>", [section]) == (
        "<p>&lt;b&gt;</p><h2>A &amp; B</h2><p>one<br>two</p>"
        "<ul><li>&lt;li&gt;</li><li>x</li></ul>"
    )


def test_json_for_a_script_means_the_same_and_cannot_end_it():
    text = json_for_script({"a": "</script><!--&\u2028\u2029"})

    assert text == ('{"a": "\\u003c/script\\u003e\\u003c!--\\u0026\\u2028\\u2029"}')


@pytest.mark.parametrize(
    ("text", "kept"),
    [("a\x00b\x1fc\ufffed", "abcd"), ("tab\tline\n€😀", "tab\tline\n€😀")],
)
def test_no_feed_carries_control_characters(text, kept):
    assert visible(text) == kept


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("indeed", "indeed"),
        ("news-letter_7", "news-letter_7"),
        ("x" * 40, "x" * 40),
        ("x" * 41, ""),
        ("", ""),
        (None, ""),
        ("a b", ""),
        ("a\n", ""),
        ("é", ""),
        ("<script>", ""),
    ],
)
def test_a_source_token_is_short_and_plain(text, token):
    assert clean_token(text) == token


def test_a_token_is_added_to_an_address_with_or_without_a_query():
    assert with_token("/jobs/", "x") == "/jobs/?src=x"
    assert with_token("/jobs/?q=a", "x") == "/jobs/?q=a&src=x"
    assert with_token("/jobs/", "") == "/jobs/"
