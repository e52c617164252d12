"""Who somebody is: the one place where name, address and number are written."""

from pathlib import PurePath

from backoffice_ats.accounts.services import organisation
from candidates import likeness
from candidates.models import Application, Candidate, Merge
from candidates.services.answers import Person

IMPORTED = "IMPORT"  # the source of applications that staff brought in as files
FIELDS = ("name", "email", "phone", "city")
_KEYS = ("email_key", "phone_key")


def create(person: Person) -> Candidate:
    """Make a person. Nobody is looked for first: a stranger could claim anybody."""
    candidate = Candidate()
    _write(candidate, person)
    candidate.save()
    return candidate


def change(candidate: Candidate, person: Person) -> None:
    """Write how they are called and reached from now on."""
    _write(candidate, person)
    candidate.save(update_fields=[*FIELDS, *_KEYS, "updated_at"])


def name_of_file(name: str) -> str:
    """Return what to call somebody of whom there is a file and nothing else."""
    return PurePath(name.replace("\\", "/")).stem.strip()[:200]


def name_by_cv(application: Application, file: str, person: Person) -> None:
    """Call somebody what their CV calls them, where only its file's name was known."""
    candidate = application.candidate
    if candidate is None or application.source != IMPORTED or not person.name:
        return
    if candidate.name == name_of_file(file):
        change(candidate, person)


def as_written(candidate: "Candidate | Merge") -> Person:
    return Person(**{name: getattr(candidate, name) for name in FIELDS})


def former_of(candidate: Candidate) -> list[Person]:
    """Return who was merged into somebody and how they were written before. 2 queries.

    One query for those into whom nobody was merged.
    """
    merged = list(candidate.merged_from.order_by("pk"))
    if not merged:
        return []
    merges = Merge.objects.standing().filter(kept__in=[candidate, *merged])
    return [as_written(one) for one in (*merged, *merges)]


def _write(candidate: Candidate, person: Person) -> None:
    for name in FIELDS:
        setattr(candidate, name, getattr(person, name))
    region = organisation.current().country if person.phone else ""
    candidate.email_key = likeness.email_key(person.email)
    candidate.phone_key = likeness.phone_key(person.phone, region)
