"""The words the check knows, read from the data files of one language."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from positions.clarity.forms import gerund, third_person
from positions.clarity.text import words_of
from positions.clarity.values import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DATA: Final = Path(__file__).parent / "data"

# Every category of entries and the rule its findings carry.
RULES: Final[Mapping[str, str]] = {
    "vague": "D5",
    "person": "D14",
    "gender": "B1",
    "age": "B2",
    "ability": "B3",
    "origin": "B4",
    "family": "B5",
    "status": "B6",
    "personal": "P1",
}
VERB, ACRONYM = "verb", "acronym"  # entries that are welcome instead of found

Phrase = tuple[str, ...]

_FILES: Final = ("verbs", "vague", "wording", "grammar")


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or phrase that is found, and what is said about it.

    `category` is one of RULES, or "verb" (an action verb more, in base form) or
    "acronym" (an abbreviation that everybody knows). The last five fields are for the
    data files; their README tells what they mean.
    """

    word: str
    category: str
    why: str
    suggestion: str
    source: str = ""
    severity: Severity = Severity.HINT
    when: str = ""
    needs: int = 1
    gap: str = ""
    unless: tuple[str, ...] = ()
    base: str = ""  # the word this one is a form of


@dataclass(frozen=True, slots=True)
class Listed:
    """A phrase as its words, the entry it belongs to and phrases that make it harmless."""

    phrase: Phrase
    entry: Entry
    unless: tuple[Phrase, ...]


@dataclass(frozen=True)
class Lexicon:
    """Entries, action verbs and grammar of one language. Never changed, only replaced."""

    language: str
    version: str
    entries: tuple[Entry, ...]
    verbs: Mapping[str, str]  # each base and -s form → its base
    empty: frozenset[str]
    particles: frozenset[str]
    sets: Mapping[str, frozenset[str]]
    phrases: Mapping[str, Mapping[str, tuple[Phrase, ...]]]  # by name and first word
    messages: Mapping[str, Mapping[str, str]]
    gaps: Mapping[str, str]
    acronyms: frozenset[str] = field(default=frozenset())

    @staticmethod
    def load(language: str = "en") -> Lexicon:
        """Return the lexicon of a language, read once.

        Raises LookupError where there are no files of that language.
        """
        return _load(language)

    def with_changes(
        self, added: Iterable[Entry], silenced: Iterable[tuple[str, str]]
    ) -> Lexicon:
        """Return a lexicon with more entries, and without the (category, word) pairs.

        Silencing a verb silences its forms. What is added wins over what is silenced.
        """
        quiet = {(category, _plain(word)) for category, word in silenced}
        more = tuple(added)
        kept = [
            one
            for one in self.entries
            if not {(one.category, _plain(word)) for word in (one.word, one.base)}
            & quiet
        ]
        verbs = {
            form: base
            for form, base in self.verbs.items()
            if (VERB, _plain(base)) not in quiet
        }
        verbs |= _forms(_lower(one.word) for one in more if one.category == VERB)
        known = {one for one in self.acronyms if (ACRONYM, _plain(one)) not in quiet}
        known |= {one.word.strip() for one in more if one.category == ACRONYM}
        found = [
            replace(one, word=_lower(one.word)) for one in more if one.category in RULES
        ]
        return replace(
            self,
            entries=(*kept, *found),
            verbs=verbs,
            acronyms=frozenset(known),
        )

    @cached_property
    def vague(self) -> Mapping[str, tuple[Listed, ...]]:
        """What a duty is searched for: D5."""
        return _index(one for one in self.entries if one.category == "vague")

    @cached_property
    def person(self) -> Mapping[str, tuple[Listed, ...]]:
        """Words about the person in a duty: D14."""
        return _index(one for one in self.entries if one.category == "person")

    @cached_property
    def wording(self) -> Mapping[str, tuple[Listed, ...]]:
        """What any text is searched for: B1 to B6 and P1."""
        return _index(
            one for one in self.entries if one.category not in {"vague", "person"}
        )

    @cached_property
    def hidden_verbs(self) -> Mapping[str, str]:
        """Base and -s forms of verbs that hide the work → their base."""
        return {
            one.word: one.base
            for one in self.entries
            if one.category == "vague" and one.base and one.word != gerund(one.base)
        }

    def says(self, key: str, **words: object) -> tuple[str, str]:
        """Return message and suggestion of a rule, the words put in."""
        told = self.messages[key]
        return told["message"].format(**words), told["suggestion"].format(**words)


@cache
def _load(language: str) -> Lexicon:
    folder = DATA / language
    if not language.isalpha() or not folder.is_dir():
        raise LookupError(f"There are no words of the language {language!r}.")
    verbs, vague, wording, grammar = (
        tomllib.loads((folder / f"{name}.toml").read_text(encoding="utf-8"))
        for name in _FILES
    )
    groups = [*vague["group"], *wording["group"]]
    return Lexicon(
        language=language,
        version=" ".join(file["version"] for file in (verbs, vague, wording, grammar)),
        entries=tuple(one for group in groups for one in _entries(group)),
        verbs=_forms(
            word for words in verbs["action"].values() for word in words.split()
        ),
        empty=frozenset(verbs["empty"].split()),
        particles=frozenset(verbs["particles"].split()),
        sets={
            name: frozenset(words.split())
            for name, words in (grammar | wording["wording"]).items()
            if isinstance(words, str)
        },
        phrases={
            name: _by_first_word(map(_phrase, words))
            for name, words in (grammar | wording["wording"]).items()
            if isinstance(words, list)
        },
        messages=grammar["messages"],
        gaps=grammar["gaps"],
        acronyms=frozenset(grammar["known_acronyms"].split()),
    )


def _entries(group: Mapping[str, Any]) -> Iterable[Entry]:
    """Return the entries of a group; no word twice."""
    category = group["category"]
    usual = Severity.WARNING if RULES[category] == "P1" else Severity.HINT
    bases = dict.fromkeys(group["words"], "")
    if group.get("verb"):
        for verb in (group["words"][0], *group.get("also", ())):
            bases |= dict.fromkeys((verb, third_person(verb), gerund(verb)), verb)
    for word, base in bases.items():
        yield Entry(
            word=word,
            category=category,
            why=group["why"],
            suggestion=group["suggestion"],
            source=group["source"],
            severity=Severity(group.get("severity", usual)),
            when=group.get("when", ""),
            needs=group.get("needs", 1),
            gap=group.get("gap", ""),
            unless=tuple(group.get("unless", ())),
            base=base,
        )


def _forms(bases: Iterable[str]) -> dict[str, str]:
    found = {}
    for base in bases:
        found[base] = found[third_person(base)] = base
    return found


def _index(entries: Iterable[Entry]) -> dict[str, tuple[Listed, ...]]:
    """Return the entries by first word, long phrases first."""
    found: dict[str, dict[Phrase, Listed]] = {}
    for entry in entries:
        unless = tuple(map(_phrase, entry.unless))
        for spelt in {entry.word, entry.word.replace("-", " ")}:
            phrase = _phrase(spelt)
            if phrase:
                listed = Listed(phrase, entry, unless)
                found.setdefault(phrase[0], {})[phrase] = listed
    return {
        first: tuple(
            sorted(listed.values(), key=lambda one: len(one.phrase), reverse=True)
        )
        for first, listed in found.items()
    }


def _by_first_word(phrases: Iterable[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    """Return the phrases by first word, long ones first."""
    found: dict[str, tuple[Phrase, ...]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        found[phrase[0]] = (*found.get(phrase[0], ()), phrase)
    return found


def _phrase(words: str) -> Phrase:
    """Return the words to compare; "#" and "*" stand for themselves."""
    return tuple(
        low
        for part in words.split()
        for low in ([part] if part in {"#", "*"} else [w.low for w in words_of(part)])
    )


def _lower(word: str) -> str:
    return " ".join(word.lower().split())


def _plain(word: str) -> str:
    """Return a spelling in which "fast-paced" and "Fast paced" are one word."""
    return _lower(word).replace("-", " ")
