"""What letters say: the organisation's own words, or those that come with this.

A text has a subject and a body. It may name the words below by `$word`; they are filled
in once, and no value is expanded again.
"""

import string
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from zoneinfo import ZoneInfo

from django.db import transaction
from django.template.loader import get_template
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from backoffice_ats.accounts.services import organisation
from candidates.enums import ReasonCode
from candidates.models import LetterText, Pipeline
from positions.models import Position

# What a text may name, and what colleagues read beside it. Nothing else is looked up.
WORDS = {
    "name": _("the applicant's name"),
    "position": _("the position's title"),
    "organisation": _("your organisation's name"),
    "reference": _("the reference number"),
    "link": _("the secret link to their page"),
    "contact": _("the address to write to"),
    "hear_by": _("the day by which they hear from you"),
    "reason": _("the reason of the decision"),
    "closes": _("when the position closes"),
    "until": _("the last day of their consent"),
    "when": _("when the interview is"),
    "place": _("where the interview is"),
    "message": _("what a colleague wrote"),
}
# Every letter knows these, the others know what their own text names.
EVERYWHERE = frozenset(
    {"name", "position", "organisation", "reference", "link", "contact"}
)
# What may be named in a message, which no fact stands behind.
IN_MESSAGES = EVERYWHERE | {"hear_by"}
# Words that are whole texts; a subject must not name one.
TEXTS = frozenset({"message"})
# Stands for the secret link until the letter leaves: rows hold no secrets. A value
# cannot contain it, because control characters are taken out of values.
LINK_MARK = "\x02"
ENGLISH = "en-gb"

# The letters that come with this, in the order in which applicants get them.
BUILT_IN = {
    "receipt": _("Receipt"),
    "reviewed": _("Result of the first review"),
    "shortlisted": _("On the shortlist"),
    "invitation": _("Invitation to an interview"),
    "offer": _("Offer"),
    "outcome_hired": _("Outcome: hired"),
    "outcome_not_selected": _("Outcome: not selected"),
    "withdrawn": _("Withdrawal confirmed"),
    "answer": _("Answer to a request"),
    "resume_link": _("Link back to an application"),
    "status_link": _("Link to the page of an application"),
    "reminder": _("Reminder before closing"),
    "address_new": _("New email address, to the new one"),
    "address_left": _("New email address, to the old one"),
    "pool": _("Question whether to stay in mind"),
    "references": _("Question for references"),
    "times": _("Question for a time for the interview"),
    "meeting": _("Time of the interview, agreed or changed"),
    "meeting_off": _("Interview called off"),
    "meeting_soon": _("Reminder of the interview"),
}
# Without these a letter would not do what it is for.
_NEEDED = {
    "receipt": {"link", "reference"},
    "outcome_not_selected": {"reason"},
    "answer": {"message"},
    "resume_link": {"link"},
    "status_link": {"link"},
    "reminder": {"link"},
    "address_new": {"link"},
    "address_left": {"contact"},
    "pool": {"link", "until"},
    "references": {"link"},
    "times": {"link"},
    "meeting": {"when", "place", "link"},
    "meeting_off": {"when"},
    "meeting_soon": {"when", "place"},
}


class UnknownWordError(ValueError):
    """A letter's text or its caller names a word that this letter does not have."""


class MissingWordError(ValueError):
    """A letter's text leaves out what the letter is for."""


class DollarError(ValueError):
    """A `$` that names nothing."""


class TitleTakenError(ValueError):
    """Another text of this language has this title."""


@dataclass(frozen=True, slots=True)
class Text:
    """A subject (one line) and a body, before their words are filled in."""

    subject: str
    body: str


def language_of(position: Position) -> str:
    """Return the language in which letters about this position are written."""
    own = (
        Pipeline.objects.filter(position=position)
        .values_list("language", flat=True)
        .first()
    )
    return own or organisation.current().letters_language


@contextmanager
def speaking(position: Position) -> Iterator[None]:
    """Say dates and reasons as letters about this position do, wherever this runs.

    In the language of its letters and in the organisation's zone: a worker knows
    neither by itself.
    """
    zone = ZoneInfo(organisation.current().time_zone)
    with translation.override(language_of(position)), timezone.override(zone):
        yield


def text_of(name: str, language: str) -> Text:
    """Return the text of a letter: the organisation's own, else the built-in one."""
    own = LetterText.objects.filter(name=name, language=language).first()
    return Text(own.subject, own.body) if own else built_in(name, language)


def built_in(name: str, language: str) -> Text:
    """Read a text that comes with this; English where there is no translation.

    The template gets no context: what applicants write is never part of a template.
    """
    with translation.override(language):
        source = get_template(f"candidates/letters/{name}.txt").render()
    subject, _rest, body = source.partition("\n")
    return Text(subject.strip(), body.strip() + "\n")


def reasons_in(language: str) -> dict[str, str]:
    """Return how letters in a language say each reason: own words, else the built-in."""
    own = dict(
        LetterText.objects.filter(
            language=language, name__in=map(_reason_name, ReasonCode.values)
        ).values_list("name", "subject")
    )
    with translation.override(language):
        return {
            code: own.get(_reason_name(code)) or str(ReasonCode(code).label)
            for code in ReasonCode.values
        }


@transaction.atomic
def keep_reasons(language: str, words: dict[str, str]) -> None:
    """Say reasons in the organisation's own words from now on; empty takes them back."""
    for code, said in words.items():
        name = _reason_name(code)
        if said and said != str(ReasonCode(code).label):
            LetterText.objects.update_or_create(
                name=name, language=language, defaults={"subject": said, "body": said}
            )
        else:
            take_back(name, language)


def _reason_name(code: str) -> str:
    return f"reason_{code.lower()}"


@cache
def words_of(name: str) -> frozenset[str]:
    """Say what the text of a letter may name."""
    text = built_in(name, ENGLISH)
    return EVERYWHERE | _named(text.subject) | _named(text.body)


def check(text: Text, *, allowed: Iterable[str], needed: Iterable[str] = ()) -> None:
    """Raise UnknownWordError, MissingWordError or DollarError if it cannot be sent."""
    for part in (text.subject, text.body):
        if not string.Template(part).is_valid():
            raise DollarError
    named = _named(text.subject) | _named(text.body)
    wrong = named - set(allowed) | _named(text.subject) & (TEXTS | {"link"})
    if wrong:
        raise UnknownWordError(", ".join(sorted(wrong)))
    if missing := set(needed) - named:
        raise MissingWordError(", ".join(sorted(missing)))


def needed_in(name: str) -> frozenset[str]:
    """Say what the text of a letter must name."""
    return frozenset(_NEEDED.get(name, ()))


def fill(text: Text, words: dict[str, str]) -> Text:
    """Fill the words in, once. The link's place is marked, not filled.

    Raises UnknownWordError if the text or the caller names what letters do not have.
    """
    if unknown := (_named(text.subject) | _named(text.body) | set(words)) - set(WORDS):
        raise UnknownWordError(", ".join(sorted(unknown)))
    values = {
        word: several_lines(value) if word in TEXTS else one_line(value)
        for word, value in words.items()
    } | {"link": LINK_MARK}
    subject = string.Template(text.subject).substitute(values)
    body = string.Template(text.body).substitute(values)
    return Text(one_line(subject)[:200], body.strip() + "\n")


@transaction.atomic
def keep(name: str, language: str, text: Text) -> LetterText:
    """Say a letter in the organisation's own words from now on; see `check`."""
    check(text, allowed=words_of(name), needed=needed_in(name))
    kept: LetterText
    kept, _made = LetterText.objects.update_or_create(
        name=name,
        language=language,
        defaults={"subject": text.subject, "body": text.body},
    )
    return kept


def take_back(name: str, language: str) -> None:
    """Return to the text that comes with this."""
    LetterText.objects.filter(name=name, language=language).delete()


@transaction.atomic
def keep_own(
    title: str, language: str, text: Text, *, instead_of: LetterText | None = None
) -> LetterText:
    """Keep a text for messages under a title; see `check`. Raises TitleTakenError."""
    check(text, allowed=IN_MESSAGES)
    same = LetterText.objects.filter(title__iexact=title, language=language)
    if same.exclude(pk=instead_of.pk if instead_of else None).exists():
        raise TitleTakenError
    kept = instead_of or LetterText()
    kept.title, kept.language = title, language
    kept.subject, kept.body = text.subject, text.body
    kept.save()
    return kept


def several_lines(value: str) -> str:
    """Take out control characters, line by line."""
    return "\n".join(map(one_line, value.splitlines())).strip()


def one_line(value: str) -> str:
    """Take out control characters: no value opens a new header or a new line."""
    kept = (
        " " if unicodedata.category(character) in {"Cc", "Zl", "Zp"} else character
        for character in value
    )
    return " ".join("".join(kept).split())


def _named(source: str) -> set[str]:
    return set(string.Template(source).get_identifiers())
