"""Tags on people."""

from django.db import IntegrityError, transaction

from candidates.models import Candidate, Tag

MOST = 20  # of one person


class TooManyTagsError(Exception):
    """So many tags say nothing any more."""


@transaction.atomic
def add(candidate: Candidate, name: str) -> Tag:
    """Tag somebody; a tag that is written alike is the same. Raises TooManyTagsError."""
    if candidate.tags.count() >= MOST:
        raise TooManyTagsError
    tag = Tag.objects.filter(name__iexact=name).first() or _made(name)
    tag.candidates.add(candidate)
    return tag


def _made(name: str) -> Tag:
    try:
        with transaction.atomic():
            return Tag.objects.create(name=name)
    except IntegrityError:  # a colleague made it this moment
        return Tag.objects.get(name__iexact=name)


@transaction.atomic
def remove(candidate: Candidate, tag: Tag) -> None:
    """Take a tag off; one that nobody carries any more goes."""
    tag.candidates.remove(candidate)
    if not tag.candidates.exists():
        tag.delete()
