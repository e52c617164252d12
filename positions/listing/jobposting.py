"""An open position as schema.org `JobPosting` (JSON-LD). Pure.

Properties and their values follow schema.org and what search engines document for
job postings: required, recommended, and the education and experience properties.
"""

from decimal import Decimal
from typing import Any

from positions.criteria import EducationLevel
from positions.listing.markup import html_of
from positions.listing.values import Pay, Place, Vacancy

FULL_TIME_HOURS = 35  # a week; below it is part time in most national statistics

NO_REQUIREMENTS = "no requirements"

# The credential that search engines know for each step of our ladder. They know none
# below the end of secondary school, and naming that one would ask for more than we do.
CREDENTIALS = {
    EducationLevel.UPPER_SECONDARY: "high school",
    EducationLevel.POST_SECONDARY: "professional certificate",
    EducationLevel.SHORT_CYCLE: "associate degree",
    EducationLevel.BACHELOR: "bachelor degree",
    EducationLevel.MASTER: "postgraduate degree",
    EducationLevel.DOCTORATE: "postgraduate degree",
}

_BY_CONTRACT = {
    "FIXED_TERM": ["TEMPORARY"],
    "TEMPORARY": ["TEMPORARY"],
    "APPRENTICESHIP": ["OTHER"],
}


def job_posting(vacancy: Vacancy) -> dict[str, Any]:
    """Return the JSON-LD object; what a vacancy does not have is left out."""
    posting: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": vacancy.title,
        "description": html_of(vacancy.summary, vacancy.sections),
        "identifier": {
            "@type": "PropertyValue",
            "name": vacancy.employer.name,
            "value": vacancy.reference,
        },
        "url": vacancy.url,
        "datePosted": vacancy.posted_at.isoformat(timespec="seconds"),
        "validThrough": vacancy.closes_at.isoformat(timespec="seconds"),
        "employmentType": employment_types(vacancy),
        "hiringOrganization": _organisation(vacancy),
        "directApply": True,
        "totalJobOpenings": vacancy.openings,
        "workHours": f"{vacancy.hours_per_week.normalize():f} hours a week",
        "applicationContact": {
            "@type": "ContactPoint",
            "email": vacancy.employer.email,
        },
    }
    posting |= _where(vacancy)
    if salary := _salary(vacancy.pay):
        posting["baseSalary"] = salary
    posting |= _asked(vacancy)
    return posting


def employment_types(vacancy: Vacancy) -> list[str]:
    """Map kind and hours: FULL_TIME or PART_TIME, and what the contract adds."""
    time = "FULL_TIME" if vacancy.hours_per_week >= FULL_TIME_HOURS else "PART_TIME"
    return [time, *_BY_CONTRACT.get(vacancy.employment, [])]


def _organisation(vacancy: Vacancy) -> dict[str, Any]:
    found = {"@type": "Organization", "name": vacancy.employer.name}
    if vacancy.employer.website:
        found["sameAs"] = vacancy.employer.website
    if vacancy.employer.logo:
        found["logo"] = vacancy.employer.logo
    return found


def _where(vacancy: Vacancy) -> dict[str, Any]:
    if not vacancy.is_remote:
        return {"jobLocation": {"@type": "Place", "address": _address(vacancy.place)}}
    return {
        "jobLocationType": "TELECOMMUTE",
        "applicantLocationRequirements": {
            "@type": "Country",
            "name": vacancy.place.country_name,
        },
    }


def _address(place: Place) -> dict[str, Any]:
    given = {
        "streetAddress": place.street,
        "addressLocality": place.locality,
        "addressRegion": place.region,
        "postalCode": place.postal_code,
        "addressCountry": place.country,
    }
    filled = {name: value for name, value in given.items() if value}
    return {"@type": "PostalAddress", **filled}


def _salary(pay: Pay) -> dict[str, Any] | None:
    low, high = pay.low, pay.high
    value: dict[str, Any] = {"@type": "QuantitativeValue", "unitText": pay.period}
    if low is not None and high is not None and low != high:
        value |= {"minValue": _number(low), "maxValue": _number(high)}
    elif (amount := low if low is not None else high) is not None:
        value["value"] = _number(amount)
    else:
        return None
    return {"@type": "MonetaryAmount", "currency": pay.currency, "value": value}


def _asked(vacancy: Vacancy) -> dict[str, Any]:
    asked = vacancy.asked
    found: dict[str, Any] = {}
    if asked.level is None:
        found["educationRequirements"] = NO_REQUIREMENTS
    elif credential := CREDENTIALS.get(asked.level):
        found["educationRequirements"] = {
            "@type": "EducationalOccupationalCredential",
            "credentialCategory": credential,
        }
    if asked.months:
        found["experienceRequirements"] = {
            "@type": "OccupationalExperienceRequirements",
            "monthsOfExperience": asked.months,
        }
    else:
        found["experienceRequirements"] = NO_REQUIREMENTS
    if asked.level in CREDENTIALS and asked.months:
        found["experienceInPlaceOfEducation"] = asked.either
    if vacancy.duties:
        found["responsibilities"] = "\n".join(vacancy.duties)
    if vacancy.needs:
        found["qualifications"] = "\n".join(vacancy.needs)
    if asked.skills:
        found["skills"] = ", ".join(asked.skills)
    return found


def _number(amount: Decimal) -> int | float:
    return int(amount) if amount == amount.to_integral_value() else float(amount)
