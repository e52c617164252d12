"""The talent pool: people who agreed to be kept in mind, each until a day.

Only the applicant gives the consent, on their own page. It ends by itself: a month
before they are asked whether to go on, and who says nothing leaves on the day.
"""

import datetime as dt

from django.db import transaction
from django.utils import timezone

from backoffice_ats.accounts.models import User
from candidates.enums import LetterKind
from candidates.models import Application, PoolConsent
from candidates.querysets import PoolConsentQuerySet
from candidates.services import letters, standing, wording

MONTHS = 12
ASKED_BEFORE = dt.timedelta(days=30)
AT_ONCE = 500


def consent_of(application: Application, *, at: dt.datetime) -> PoolConsent | None:
    """Return the consent that stands."""
    found: PoolConsent | None = (
        PoolConsent.objects.standing(_day(at)).filter(application=application).first()
    )
    return found


def last_day(at: dt.datetime) -> dt.date:
    """Return the last day of a consent that is given now: this day in a year."""
    today = _day(at)
    try:
        return today.replace(year=today.year + 1)
    except ValueError:  # 29 February
        return today.replace(year=today.year + 1, day=28)


@transaction.atomic
def join(application: Application, *, at: dt.datetime) -> PoolConsent:
    """Keep the applicant in mind for a year from now; also to go on for another."""
    Application.objects.select_for_update(no_key=True).get(pk=application.pk)
    kept: PoolConsent
    kept, _made = PoolConsent.objects.update_or_create(
        application=application,
        defaults={"given_at": at, "until": last_day(at), "asked_at": None},
    )
    return kept


def leave(application: Application) -> None:
    """End the consent; a second time changes nothing."""
    PoolConsent.objects.filter(application=application).delete()


def members(user: User, *, at: dt.datetime) -> PoolConsentQuerySet:
    """Return who is in the pool and may be seen by this person, the newest first."""
    found: PoolConsentQuerySet = (
        PoolConsent.objects.visible_to(user)
        .standing(_day(at))
        .select_related("application__candidate", "application__position")
        .defer("application__answers")
        .order_by("-given_at", "-pk")
    )
    return found


def run(*, at: dt.datetime) -> tuple[int, int]:
    """Ask whose consent ends soon, and let go whose has ended; return how many each."""
    today = _day(at)
    ending = PoolConsent.objects.standing(today).filter(
        until__lte=today + ASKED_BEFORE, asked_at__isnull=True
    )
    keys = list(ending.order_by("until", "pk").values_list("pk", flat=True)[:AT_ONCE])
    asked = sum(_ask(key, at=at) for key in keys)
    left, _by_model = PoolConsent.objects.filter(until__lt=today).delete()
    return asked, left


@transaction.atomic
def _ask(key: int, *, at: dt.datetime) -> bool:
    consent = (
        PoolConsent.objects.select_for_update(of=("self",), skip_locked=True)
        .select_related("application__candidate", "application__position")
        .filter(pk=key, asked_at__isnull=True)
        .first()
    )
    if consent is None:
        return False
    consent.asked_at = at
    consent.save(update_fields=["asked_at", "updated_at"])
    with wording.speaking(consent.application.position):
        until = standing.day_words(consent.until)
    letters.write(
        consent.application,
        LetterKind.POOL,
        at=letters.in_office_hours(at),
        until=until,
    )
    return True


def _day(at: dt.datetime) -> dt.date:
    return timezone.localtime(at).date()
