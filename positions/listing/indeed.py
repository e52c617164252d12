"""All open positions as the XML that job aggregators read. Pure.

The format is Indeed's: `<source>` with `<job>` elements, every text in CDATA, so that
no entity ever stands in it. All jobs are in it, and whatever the advert shows.
"""

import datetime as dt
from collections.abc import Iterable
from email.utils import format_datetime

from positions.listing.jobposting import employment_types
from positions.listing.markup import html_of
from positions.listing.source import with_token
from positions.listing.values import Vacancy

PUBLISHER = "Backoffice ATS"
TOKEN = "indeed"  # noqa: S105 -- where a reader came from, no secret

_JOB_TYPES = {
    "FULL_TIME": "fulltime",
    "PART_TIME": "parttime",
    "TEMPORARY": "temporary",
    "OTHER": "apprenticeship",
}
_REMOTE_TYPES = {"REMOTE": "Fully remote", "HYBRID": "Hybrid remote"}


def source_xml(
    vacancies: Iterable[Vacancy], *, site: str, changed_at: dt.datetime
) -> str:
    """Write the document; `site` is the address of this installation."""
    jobs = "".join(_job(vacancy) for vacancy in vacancies)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<source>\n'
        f"  {_element('publisher', PUBLISHER)}\n"
        f"  {_element('publisherurl', site)}\n"
        f"  {_element('lastBuildDate', _moment(changed_at))}\n"
        f"{jobs}</source>\n"
    )


def _job(vacancy: Vacancy) -> str:
    place = vacancy.place
    values = {
        "title": vacancy.title,
        "date": _moment(vacancy.posted_at),
        "referencenumber": vacancy.reference,
        "requisitionid": vacancy.reference,
        "url": with_token(vacancy.url, TOKEN),
        "company": vacancy.employer.name,
        "city": place.locality,
        "state": place.region,
        "country": place.country,
        "postalcode": place.postal_code,
        "streetaddress": place.street,
        "email": vacancy.employer.email,
        "description": html_of(vacancy.summary, vacancy.sections),
        "salary": vacancy.pay.words,
        "education": vacancy.asked.education_words,
        "jobtype": ", ".join(_JOB_TYPES[kind] for kind in employment_types(vacancy)),
        "category": vacancy.department,
        "experience": vacancy.asked.experience_words,
        "remotetype": _REMOTE_TYPES.get(vacancy.workplace, ""),
        "expirationdate": _moment(vacancy.closes_at),
    }
    lines = "".join(
        f"    {_element(name, value)}\n" for name, value in values.items() if value
    )
    return f"  <job>\n{lines}  </job>\n"


def _element(name: str, text: str) -> str:
    # The end mark of CDATA inside the text would end it: it is cut in two.
    safe = text.replace("]]>", "]]]]><![CDATA[>")
    return f"<{name}><![CDATA[{safe}]]></{name}>"


def _moment(when: dt.datetime) -> str:
    return format_datetime(when.astimezone(dt.UTC), usegmt=True)
