"""People who may be one person: found by what they have in common, said to staff only.

Pairs are found when the words of an application are written, a few indexed questions
per person, and stored; reading them asks nothing of the people again. A pair is a hint.
What follows from it a person decides: `dismiss` here, `merging.merge` there.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import TrigramSimilarity
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from backoffice_ats.accounts.models import User
from candidates import likeness
from candidates.enums import SIGNS
from candidates.likeness import Sign, Traits
from candidates.models import (
    Application,
    Candidate,
    EducationEntry,
    Pair,
    Tag,
    WorkEntry,
)

LABELS = dict(SIGNS)
MOST_COMPARED = 200  # whose names are nearest; of one common name there may be more
MOST_SHOWN = 10  # at one person
JOBS_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Somebody who may be the same person, and why in words."""

    pair: Pair
    other: Candidate
    signs: list[str]


@dataclass(frozen=True, slots=True)
class Side:
    """One of two people who are held against each other."""

    person: Candidate
    applications: list[Application]
    jobs: list[WorkEntry]
    schools: list[str]
    tags: list[Tag]


# ---- finding them ----


@transaction.atomic
def compare(candidate: Candidate) -> list[Pair]:
    """Find everybody who may be this person, and write the pairs anew.

    A constant number of queries. What a person said of a pair stays.
    """
    others = _near(candidate)
    traits = _traits_of([candidate, *others])
    mine = traits[candidate.pk]
    found = [
        _pair(candidate, other, signs)
        for other in others
        if (signs := likeness.signs_of(mine, traits[other.pk]))
    ]
    found.sort(key=lambda pair: (pair.first_id, pair.second_id))  # no deadlock
    Pair.objects.bulk_create(
        found,
        update_conflicts=True,
        unique_fields=["first", "second"],
        update_fields=["signs"],
    )
    keys = {key for pair in found for key in (pair.first_id, pair.second_id)}
    known = Pair.objects.filter(Q(first=candidate) | Q(second=candidate))
    gone = known.exclude(first__in=keys, second__in=keys)
    gone.filter(apart_at__isnull=True).delete()
    return found


def _near(candidate: Candidate) -> list[Candidate]:
    """Fetch those whom an index calls alike: by address, by number, by name."""
    applied = Exists(Application.objects.filter(candidate=OuterRef("pk")))
    people = Candidate.objects.filter(applied).exclude(pk=candidate.pk)
    arms = [
        people.filter(**{key: value})
        for key in ("email_key", "phone_key")
        if (value := getattr(candidate, key))
    ]
    named = people.filter(name__trigram_similar=candidate.name).order_by(
        TrigramSimilarity("name", candidate.name).desc(), "-pk"
    )
    found = {one.pk: one for arm in [*arms, named] for one in arm[:MOST_COMPARED]}
    return list(found.values())


def _traits_of(people: Iterable[Candidate]) -> dict[int, Traits]:
    by_key = {one.pk: one for one in people}
    theirs = {"application__candidate__in": by_key}
    employers = _places(WorkEntry.objects.filter(**theirs), "employer")
    schools = _places(EducationEntry.objects.filter(**theirs), "institution")
    return {
        key: Traits(
            name=one.name,
            email=one.email,
            phone=one.phone_key,
            employers=employers[key],
            schools=schools[key],
        )
        for key, one in by_key.items()
    }


def _places(rows: "QuerySet[Any]", name: str) -> dict[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for key, place in rows.values_list("application__candidate", name):
        found[key].add(place)
    return found


def _pair(one: Candidate, other: Candidate, signs: list[Sign]) -> Pair:
    first, second = sorted((one.pk, other.pk))
    return Pair(first_id=first, second_id=second, signs=signs)


# ---- reading them ----


def suggestions_for(candidate: Candidate, user: User) -> list[Suggestion]:
    """Say who may be this person, as far as the reader may know. One query."""
    pairs = suggested_to(user).filter(Q(first=candidate) | Q(second=candidate))
    return [
        Suggestion(
            pair,
            pair.second if pair.first_id == candidate.pk else pair.first,
            words_of(pair),
        )
        for pair in pairs[:MOST_SHOWN]
    ]


def suggested_to(user: User) -> "QuerySet[Pair]":
    """Return the pairs that wait for somebody to look at them, the newest first."""
    return _listed(Pair.objects.visible_to(user).suggested()).order_by(
        "-found_at", "-pk"
    )


def apart_for(user: User) -> "QuerySet[Pair]":
    """Return the pairs of whom somebody said that they are two, the latest first."""
    return _listed(Pair.objects.visible_to(user).apart()).order_by("-apart_at", "-pk")


def words_of(pair: Pair) -> list[str]:
    return [str(LABELS[sign]) for sign in pair.signs]


def side_of(candidate: Candidate) -> Side:
    """Gather what tells whether two people are one. Four queries."""
    applications = (
        candidate.applications.select_related("position")
        .defer("answers", "note")
        .order_by("-submitted_at", "-pk")
    )
    jobs = WorkEntry.objects.filter(application__candidate=candidate).order_by(
        "-current", "-starts_on", "pk"
    )
    schools = EducationEntry.objects.filter(application__candidate=candidate)
    return Side(
        person=candidate,
        applications=list(applications),
        jobs=_once(jobs.defer("text")),
        schools=list(
            dict.fromkeys(
                schools.exclude(institution="")
                .order_by("pk")
                .values_list("institution", flat=True)
            )
        ),
        tags=list(candidate.tags.order_by("name", "pk")),
    )


def _once(jobs: Iterable[WorkEntry]) -> list[WorkEntry]:
    """Leave out what was told in several applications, or by form and CV."""
    known = {(job.title.casefold(), job.employer.casefold()): job for job in jobs}
    return list(known.values())[:JOBS_SHOWN]


def _listed(pairs: "QuerySet[Pair]") -> "QuerySet[Pair]":
    return pairs.select_related("first", "second", "apart_by")


# ---- what a person says of them ----


def dismiss(one: Candidate, other: Candidate, *, by: User, at: dt.datetime) -> None:
    """Note that these are two people; they are not suggested any more."""
    first, second = sorted((one.pk, other.pk))
    Pair.objects.update_or_create(
        first_id=first,
        second_id=second,
        defaults={"apart_by": by, "apart_at": at},
    )


def take_back(one: Candidate, other: Candidate) -> None:
    """Let them be suggested again, if something still suggests it."""
    first, second = sorted((one.pk, other.pk))
    Pair.objects.filter(first=first, second=second).update(apart_by=None, apart_at=None)


def said_apart(one: Candidate, other: Candidate) -> Pair | None:
    """Return the pair with whoever said that these are two people, if anybody did."""
    first, second = sorted((one.pk, other.pk))
    found: Pair | None = _listed(
        Pair.objects.apart().filter(first=first, second=second)
    ).first()
    return found
