"""Open positions as every public surface tells them: assembled once, rendered often."""

import datetime as dt
from collections.abc import Sequence

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from backoffice_ats.accounts.models import Organisation
from backoffice_ats.shared.countries import COUNTRIES
from backoffice_ats.shared.templatetags.ats import deadline, pay, weekday
from positions.criteria import Equivalence, RequirementKind
from positions.enums import Employment, PayPeriod, Workplace
from positions.listing.markup import visible
from positions.listing.values import (
    Asked,
    Employer,
    Pay,
    Place,
    Section,
    Vacancy,
)
from positions.models import PlanVersion, Position
from positions.plan import Plan
from positions.services import advert as adverts
from positions.services.advert import Advert


def absolute(path: str) -> str:
    """Return the whole address of a path of this site."""
    return f"{settings.SITE_URL}{path}"


def departments() -> dict[str, str]:
    """Return the departments that ever published a position, by their address."""
    names = (
        Position.objects.was_public()
        .order_by("-department")
        .values_list("department", flat=True)
        .distinct()
    )
    return {slugify(name): name for name in names}


def open_now(
    house: Organisation, *, at: dt.datetime, department: str = ""
) -> list[Vacancy]:
    """Read all open positions, newest first, in two queries."""
    found = Position.objects.accepting(at).order_by("-published_at", "-pk")
    if department:
        found = found.filter(department=department)
    positions = list(found)
    versions = newest_versions(positions)
    return [
        vacancy_of(
            adverts.advert_of(
                position,
                reply_within_days=house.reply_within_days,
                version=versions.get(position.pk),
            ),
            house,
        )
        for position in positions
    ]


def newest_versions(positions: Sequence[Position]) -> dict[int, PlanVersion]:
    """Read the plan each position is judged by, in one query."""
    newest = (
        PlanVersion.objects.filter(position__in=positions)
        .order_by("position", "-number")
        .distinct("position")
    )
    return {version.position_id: version for version in newest}


def vacancy_of(advert: Advert, house: Organisation) -> Vacancy:
    """Tell a published position as the advert does.

    Raises ValueError for a draft: nobody outside may be told of it.
    """
    position = advert.position
    if position.published_at is None or position.closes_at is None:
        raise ValueError(position.pk)
    path = reverse("positions:job", args=[position.slug])
    changed = [position.updated_at]
    if advert.version:
        changed.append(advert.version.frozen_at)
    duties = tuple(visible(duty.statement) for duty in advert.plan.duties)
    needs = _needs(advert)
    place, wages = place_of(position, house), _pay(position)
    # Not `get_…_display`: it translates every choice to find one, 200 times a feed.
    workplace_words = str(Workplace(position.workplace).label)
    employment_words = str(Employment(position.employment).label)
    where = f"{place.words}; {workplace_words.lower()}" if place.words else ""
    facts = (
        wages.words,
        where or workplace_words,
        _("%(hours)s hours a week")
        % {"hours": f"{position.hours_per_week.normalize():f}"},
        employment_words,
    )
    return Vacancy(
        reference=position.code,
        slug=position.slug,
        title=visible(position.title),
        department=visible(position.department),
        summary=visible(position.summary),
        url=absolute(path),
        posted_at=position.published_at,
        changed_at=max(changed),
        closes_at=position.closes_at,
        closes_words=deadline(position.closes_at, house.time_zone),
        place=place,
        workplace=position.workplace,
        workplace_words=workplace_words,
        employment=position.employment,
        employment_words=employment_words,
        hours_per_week=position.hours_per_week,
        openings=position.openings,
        pay=wages,
        employer=employer_of(house),
        asked=asked_of(advert.plan),
        duties=duties,
        needs=needs,
        sections=_sections(advert, needs, facts, house),
    )


def employer_of(house: Organisation) -> Employer:
    logo = absolute(reverse("accounts:logo")) if house.logo else ""
    return Employer(
        name=visible(house.legal_name or house.name),
        website=house.website,
        logo=logo,
        email=house.sender,
    )


def place_of(position: Position, house: Organisation) -> Place:
    """Take the place apart: what HR wrote in parts, else the parts of what they wrote.

    "Hallam Street 4, Sheffield" is a street and a town. A position that names no
    place of its own is where the organisation is.
    """
    words = visible(position.place).strip()
    *before, last = [part.strip() for part in words.split(",")]
    locality = position.locality or last
    street = ", ".join(before) if locality == last else words
    elsewhere = bool(words or position.locality)
    country = position.country or house.country
    return Place(
        words=words,
        street=street if elsewhere else house.street,
        locality=locality if elsewhere else house.locality,
        region=position.region or ("" if elsewhere else house.region),
        postal_code=position.postal_code or ("" if elsewhere else house.postal_code),
        country=country,
        country_name=COUNTRIES.get(country, country),
    )


def asked_of(plan: Plan) -> Asked:
    """Read what a plan asks for. The one place that knows how a plan keeps it."""
    routes = plan.education.routes if plan.education else ()
    months = max((kind.months for kind in plan.experience), default=0)
    counts = any(kind.education_counts for kind in plan.experience)
    return Asked(
        level=min((route.level for route in routes), default=None),
        months=months,
        either=counts and plan.equivalence != Equivalence.BOTH,
        education_words=adverts.study_in_words(plan),
        experience_words="; ".join(
            f"{adverts.months_in_words(kind.months)}: {visible(kind.kind_of_work)}"
            for kind in plan.experience
        ),
        skills=tuple(
            visible(one.name)
            for one in plan.requirements
            if one.kind is not RequirementKind.ELIGIBILITY
        ),
    )


def _pay(position: Position) -> Pay:
    return Pay(
        low=position.pay_low,
        high=position.pay_high,
        currency=position.pay_currency,
        period=position.pay_period,
        words=pay(
            position.pay_low,
            position.pay_high,
            position.pay_currency,
            str(PayPeriod(position.pay_period).label),
        ),
    )


def _needs(advert: Advert) -> tuple[str, ...]:
    return tuple(visible(f"{need.what} {need.how}").strip() for need in advert.needs)


def _sections(
    advert: Advert,
    needs: tuple[str, ...],
    facts: tuple[str, ...],
    house: Organisation,
) -> tuple[Section, ...]:
    """Say the advert in sections, in the words of its page."""
    position = advert.position
    return (
        Section(
            _("What you would do"),
            items=tuple(
                f"{visible(duty.statement)} ({duty.share} %)"
                for duty in advert.plan.duties
            ),
        ),
        Section(
            _("What you need"),
            paragraphs=()
            if needs
            else (
                _(
                    "No education and no experience is asked for. Show us what you can"
                    " do."
                ),
            ),
            items=needs,
        ),
        Section(
            _("How we decide"),
            items=tuple(
                _("%(title)s (counts %(weight)d of 100): %(how)s.")
                % {
                    "title": visible(criterion.title),
                    "weight": criterion.weight,
                    "how": criterion.how,
                }
                for criterion in advert.criteria
            ),
        ),
        Section(_("Pay, place and hours"), items=facts),
        Section(
            _("What happens, and when"),
            items=(
                _("Apply by %(when)s.")
                % {"when": deadline(position.closes_at, house.time_zone)},
                _("Result of the review, with reasons, by %(when)s.")
                % {
                    "when": weekday(
                        advert.answer_by and timezone.localtime(advert.answer_by)
                    )
                },
            ),
        ),
        Section(
            _("Need something different?"),
            paragraphs=(
                _(
                    "More time, another format, a person to talk to: write to"
                    " %(address)s. The panel is not told."
                )
                % {"address": house.sender},
            ),
        ),
    )
