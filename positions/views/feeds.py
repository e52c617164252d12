"""Open positions for machines: sitemap, Atom, aggregators' XML."""

import datetime as dt
from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from backoffice_ats.accounts.models import Organisation
from positions.listing import indeed as aggregator
from positions.listing.markup import html_of
from positions.listing.source import with_token
from positions.listing.values import Section, Vacancy
from positions.models import Position
from positions.services import vacancies
from positions.views import answers

ATOM = "atom"  # where readers of a feed came from
# Before anything was ever published there is no moment of a change.
LONG_AGO = dt.datetime(2020, 1, 1, tzinfo=dt.UTC)


def _answer(
    request: HttpRequest,
    write: Callable[[list[Vacancy], Organisation, dt.datetime], str],
    *,
    content_type: str,
    department: str = "",
) -> HttpResponse:
    """Answer with the open positions as `write` writes them."""
    now = timezone.now()
    state = Position.objects.board_state(now)
    house = answers.house_of(request)

    def make() -> HttpResponse:
        found = vacancies.open_now(house, at=now, department=department)
        text = write(found, house, state.changed_at or LONG_AGO)
        return HttpResponse(text, content_type=f"{content_type}; charset=utf-8")

    return answers.public(request, make, marks=state, changed_at=state.changed_at)


@require_safe
@login_not_required
def feed(request: HttpRequest) -> HttpResponse:
    """Give every open position as an Atom feed."""
    return _answer(
        request,
        lambda found, house, changed_at: _atom(
            found, house, changed_at, path=reverse("positions:feed")
        ),
        content_type="application/atom+xml",
    )


@require_safe
@login_not_required
def department_feed(request: HttpRequest, slug: str) -> HttpResponse:
    """Give the open positions of one department; empty while none is open."""
    department = vacancies.departments().get(slug)
    if not department:
        raise Http404
    path = reverse("positions:department_feed", args=[slug])
    return _answer(
        request,
        lambda found, house, changed_at: _atom(
            found, house, changed_at, path=path, department=department
        ),
        content_type="application/atom+xml",
        department=department,
    )


def _atom(
    found: list[Vacancy],
    house: Organisation,
    changed_at: dt.datetime,
    *,
    path: str,
    department: str = "",
) -> str:
    title = _("Jobs at %(name)s") % {"name": house.name}
    site = vacancies.absolute(reverse("positions:careers"))
    atom = _Feed(
        title=f"{title}: {department}" if department else title,
        link=site,
        description="",
        language=settings.LANGUAGE_CODE,
        author_name=house.legal_name or house.name,
        feed_url=vacancies.absolute(path),
        feed_guid=_tag(path.strip("/"), LONG_AGO),
        changed_at=changed_at,
    )
    for vacancy in found:
        atom.add_item(
            title=vacancy.title,
            link=with_token(vacancy.url, ATOM),
            description=html_of(
                vacancy.summary, [_facts_of(vacancy), *vacancy.sections]
            ),
            unique_id=_tag(vacancy.reference, vacancy.posted_at),
            pubdate=vacancy.posted_at,
            updateddate=vacancy.changed_at,
            categories=[vacancy.department],
        )
    return atom.writeString("utf-8")


def _tag(name: str, day: dt.datetime) -> str:
    """Name something for good (RFC 4151): it stays when its address changes."""
    return f"tag:{urlsplit(settings.SITE_URL).hostname},{day:%Y-%m-%d}:{name}"


class _Feed(Atom1Feed):
    """A feed that is as new as its board: a job that leaves changes it, too."""

    def latest_post_date(self) -> dt.datetime:
        changed_at: dt.datetime = self.feed["changed_at"]
        return changed_at


def _facts_of(vacancy: Vacancy) -> Section:
    return Section(
        _("At a glance"),
        items=(
            _("Closes: %(when)s") % {"when": vacancy.closes_words},
            _("Where: %(place)s") % {"place": vacancy.where_words},
            _("Pay: %(pay)s") % {"pay": vacancy.pay.words},
            _("Contract: %(kind)s") % {"kind": vacancy.employment_words},
        ),
    )


@require_safe
@login_not_required
def indeed(request: HttpRequest) -> HttpResponse:
    """Give every open position in the XML of job aggregators."""
    return _answer(
        request,
        lambda found, _house, changed_at: aggregator.source_xml(
            found, site=settings.SITE_URL, changed_at=changed_at
        ),
        content_type="application/xml",
    )


@require_safe
@login_not_required
def sitemap(request: HttpRequest) -> HttpResponse:
    """List the careers page and every open position with its last change."""
    now = timezone.now()
    state = Position.objects.board_state(now)

    def make() -> HttpResponse:
        positions = list(Position.objects.accepting(now).order_by("-published_at"))
        versions = vacancies.newest_versions(positions)
        pages = [
            {
                "address": vacancies.absolute(
                    reverse("positions:job", args=[one.slug])
                ),
                "changed_at": max(
                    one.updated_at,
                    versions[one.pk].frozen_at
                    if one.pk in versions
                    else one.updated_at,
                ),
            }
            for one in positions
        ]
        board = {
            "address": vacancies.absolute(reverse("positions:careers")),
            "changed_at": state.changed_at,
        }
        return render(
            request,
            "positions/sitemap.xml",
            {"pages": [board, *pages]},
            content_type="application/xml; charset=utf-8",
        )

    return answers.public(request, make, marks=state, changed_at=state.changed_at)
