"""Open positions as plain JSON values, for whoever builds their own page. Pure."""

from collections.abc import Iterable
from typing import Any

from positions.listing.markup import html_of
from positions.listing.source import with_token
from positions.listing.values import Vacancy

TOKEN = "api"  # noqa: S105 -- where a reader came from, no secret


def jobs(vacancies: Iterable[Vacancy], *, content: bool) -> dict[str, Any]:
    """Return {"jobs": […], "meta": {"total": n}}."""
    found = [job(vacancy, content=content) for vacancy in vacancies]
    return {"jobs": found, "meta": {"total": len(found)}}


def job(vacancy: Vacancy, *, content: bool) -> dict[str, Any]:
    """Return one job; with `content` also the whole advert as HTML."""
    place, pay = vacancy.place, vacancy.pay
    found: dict[str, Any] = {
        "id": vacancy.reference,
        "slug": vacancy.slug,
        "title": vacancy.title,
        "department": vacancy.department,
        "company": vacancy.employer.name,
        "summary": vacancy.summary,
        "location": {
            "text": vacancy.where_words,
            "workplace": vacancy.workplace,
            "locality": place.locality,
            "region": place.region,
            "postal_code": place.postal_code,
            "country": place.country,
        },
        "employment": vacancy.employment,
        "hours_per_week": float(vacancy.hours_per_week),
        "openings": vacancy.openings,
        "pay": {
            "text": pay.words,
            "from": None if pay.low is None else f"{pay.low:.2f}",
            "to": None if pay.high is None else f"{pay.high:.2f}",
            "currency": pay.currency,
            "period": pay.period,
        },
        "posted_at": vacancy.posted_at.isoformat(timespec="seconds"),
        "updated_at": vacancy.changed_at.isoformat(timespec="seconds"),
        "closes_at": vacancy.closes_at.isoformat(timespec="seconds"),
        "url": with_token(vacancy.url, TOKEN),
    }
    if content:
        found["content"] = html_of(vacancy.summary, vacancy.sections)
    return found
