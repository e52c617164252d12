"""Making two people one, because somebody looked at both and said so; and undoing it.

The applications of the other go to the person who is kept. The other's row stays as it
was, without applications and so in no list; the `Merge` holds what it takes to go back.
People are locked before applications, both in the order of their keys.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from dataclasses import asdict

from django.db import transaction
from django.db.models import BigIntegerField, Case, QuerySet, When

from backoffice_ats.accounts.models import User
from backoffice_ats.audit.models import Act
from backoffice_ats.audit.services import acts
from candidates.models import Application, Candidate, Correction, Hold, Merge
from candidates.services import persons, search
from candidates.services.answers import Person


class SamePersonError(Exception):
    """Nobody is merged with themselves."""


class GoneError(Exception):
    """One of the two was erased or merged meanwhile."""


class AlreadyUndoneError(Exception):
    """The merge was undone before."""


class LaterMergeError(Exception):
    """Another merge came after this one and has to be undone first."""


class ErasedError(Exception):
    """Something of it was erased meanwhile: there is nothing to go back to."""


@transaction.atomic
def merge(
    kept: Candidate,
    other: Candidate,
    *,
    taken: Collection[str] = (),
    by: User,
    at: dt.datetime,
) -> Merge:
    """Give `kept` the applications, tags and holds of `other`.

    `taken` names which of `persons.FIELDS` are written as the other had them. Raises
    SamePersonError and GoneError, and ValueError for another name.
    """
    if unknown := set(taken) - set(persons.FIELDS):
        raise ValueError(", ".join(sorted(unknown)))
    if kept.pk == other.pk:
        raise SamePersonError
    kept, other = _locked(kept.pk, other.pk)
    applications = _lock_applications(kept, other)
    marks = _marks(applications)
    made = Merge(
        kept=kept,
        other=other,
        **asdict(persons.as_written(kept)),
        taken=sorted(taken),
        applications=[one.pk for one in applications if one.candidate_id == other.pk],
        marked=sorted(marks),
        tags=_unite_tags(kept, other),
        holds=list(other.holds.values_list("pk", flat=True)),
        followers=list(other.merged_from.values_list("pk", flat=True)),
        by=by,
        at=at,
    )
    made.save()
    Application.objects.filter(pk__in=made.applications).update(candidate=kept)
    _mark(marks)
    Hold.objects.filter(pk__in=made.holds).update(candidate=kept)
    Candidate.objects.filter(pk__in=[other.pk, *made.followers]).update(
        merged_into=kept
    )
    persons.change(kept, _after(made, other))
    _tell(Act.MERGED, made, by=by, at=at)
    return made


@transaction.atomic
def undo(merge: Merge, *, by: User, at: dt.datetime) -> Merge:
    """Make them two again, each as they were.

    What was corrected meanwhile stays with whoever's application it was corrected by.
    Raises AlreadyUndoneError, LaterMergeError and ErasedError; then nothing changes.
    """
    people = _lock_people(merge.kept_id, merge.other_id)
    found: Merge | None = Merge.objects.select_for_update().filter(pk=merge.pk).first()
    if found is None:
        raise ErasedError
    kept, other = people[found.kept_id], people[found.other_id]
    _check(found, kept)
    _give_back(found, kept, other)
    found.undone_by, found.undone_at = by, at
    found.name = found.email = found.phone = found.city = ""
    found.save()
    _tell(Act.UNMERGED, found, by=by, at=at)
    return found


def merges_of(candidate: Candidate, user: User) -> "QuerySet[Merge]":
    """Return who was merged into somebody, the latest first: that one can be undone."""
    found: QuerySet[Merge] = (
        Merge.objects.visible_to(user)
        .standing()
        .filter(kept=candidate)
        .select_related("other", "by")
        .order_by("-pk")
    )
    return found


# ---- the parts of merging ----


def _locked(*keys: int) -> tuple[Candidate, Candidate]:
    people = _lock_people(*keys)
    if any(key not in people or people[key].merged_into_id for key in keys):
        raise GoneError
    kept, other = keys
    return people[kept], people[other]


def _lock_people(*keys: int) -> dict[int, Candidate]:
    people = Candidate.objects.select_for_update(no_key=True).filter(pk__in=keys)
    return {one.pk: one for one in people.order_by("pk")}


def _lock_applications(*people: Candidate) -> list[Application]:
    applications = Application.objects.select_for_update(no_key=True).filter(
        candidate__in=people
    )
    return list(applications.defer("answers", "note").order_by("pk"))


def _marks(applications: list[Application]) -> dict[int, int]:
    """Say which applications repeat one of the other person: theirs → the first."""
    by_position: dict[int, list[Application]] = defaultdict(list)
    for one in sorted(applications, key=lambda one: (one.submitted_at, one.pk)):
        by_position[one.position_id].append(one)
    return {
        one.pk: first.pk
        for first, *later in by_position.values()
        if any(one.candidate_id != first.candidate_id for one in later)
        for one in later
        if one.duplicate_of_id is None
    }


def _mark(marks: dict[int, int]) -> None:
    if not marks:
        return
    firsts = [When(pk=key, then=first) for key, first in marks.items()]
    Application.objects.filter(pk__in=marks).update(
        duplicate_of=Case(*firsts, output_field=BigIntegerField())
    )


def _unite_tags(kept: Candidate, other: Candidate) -> list[int]:
    """Give one the tags of the other, more than twenty if need be; say which."""
    known = kept.tags.values("pk")
    added = list(other.tags.exclude(pk__in=known).values_list("pk", flat=True))
    kept.tags.add(*added)
    return added


def _before(made: Merge) -> Person:
    return Person(**{name: getattr(made, name) for name in persons.FIELDS})


def _after(made: Merge, other: Candidate) -> Person:
    """Return how the kept person was written when the merge was done."""
    return Person(
        **{
            name: getattr(other if name in made.taken else made, name)
            for name in persons.FIELDS
        }
    )


def _tell(act: Act, made: Merge, *, by: User, at: dt.datetime) -> None:
    """Leave an event with keys only, and have the words of all of them written anew."""
    acts.record(
        act,
        made.kept,
        by=by,
        at=at,
        other=made.other_id,
        applications=len(made.applications),
    )
    people = [made.kept_id, made.other_id]
    search.mark_all_stale(Application.objects.filter(candidate__in=people))


# ---- the parts of undoing ----


def _check(made: Merge, kept: Candidate) -> None:
    if made.undone_at is not None:
        raise AlreadyUndoneError
    later = Merge.objects.standing().filter(kept=kept, pk__gt=made.pk)
    if kept.merged_into_id is not None or later.exists():
        raise LaterMergeError
    moved = {one.pk for one in _lock_applications(kept)}
    if not moved.issuperset(made.applications):
        raise ErasedError


def _give_back(made: Merge, kept: Candidate, other: Candidate) -> None:
    _give_names_back(made, kept, other)
    Application.objects.filter(pk__in=made.applications).update(candidate=other)
    Application.objects.filter(pk__in=made.marked).update(duplicate_of=None)
    Hold.objects.filter(pk__in=made.holds).update(candidate=other)
    Candidate.objects.filter(pk__in=made.followers).update(merged_into=other)
    kept.tags.remove(*made.tags)
    other.merged_into = None
    other.save(update_fields=["merged_into", "updated_at"])


def _give_names_back(made: Merge, kept: Candidate, other: Candidate) -> None:
    """Write both as before, but for what an applicant has put right since.

    That is told by the application it was put right by, and stays with whose it is.
    """
    left, now = _after(made, other), persons.as_written(kept)
    corrected = {
        name for name in persons.FIELDS if getattr(now, name) != getattr(left, name)
    }
    mine, theirs = asdict(_before(made)), asdict(persons.as_written(other))
    for name, is_theirs in _whose(made, kept, now, corrected).items():
        (theirs if is_theirs else mine)[name] = getattr(now, name)
    persons.change(kept, Person(**mine))
    persons.change(other, Person(**theirs))


def _whose(
    made: Merge, kept: Candidate, now: Person, corrected: set[str]
) -> dict[str, bool]:
    """Say of each corrected field whether it came by an application of the other's."""
    since = dict(
        Correction.objects.filter(
            application__candidate=kept, identifying=True, at__gte=made.at
        )
        .order_by("at", "pk")
        .values_list("new", "application")
    )
    return {
        name: since.get(getattr(now, name)) in made.applications for name in corrected
    }
