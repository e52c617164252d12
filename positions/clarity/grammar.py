"""What part of a duty says what: the verb, its object, tool and purpose.

A reading by small word lists, no parser: good enough for one sentence about work, and
always able to say which words it went by.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import takewhile
from typing import TYPE_CHECKING

from positions.clarity.forms import bases_of_gerund
from positions.clarity.phrases import is_number, starts_here

if TYPE_CHECKING:
    from collections.abc import Sequence

    from positions.clarity.lexicon import Lexicon
    from positions.clarity.text import Word

_PAIRED = 2  # "stamps, and files": the next verb is at most so far away
_LEAD = 9  # words before a late verb
_LY = 4  # "only" and shorter are no adverbs of manner
_NOT_ADVERBS = frozenset(
    ("apply", "supply", "reply", "comply", "rely", "multiply", "assembly", "family")
)


class Opening(StrEnum):
    """How a duty begins."""

    VERB = "VERB"  # with its verb
    LATER = "LATER"  # with something else, then its verb
    GERUND = "GERUND"  # with an activity: "reconciling"
    HIDDEN = "HIDDEN"  # with a verb that hides the work: "handles"
    NONE = "NONE"  # without a verb that is known


@dataclass(frozen=True, slots=True)
class Head:
    """The verb of a duty: its place among the words, -1 without one, and its base."""

    opening: Opening
    place: int = -1
    base: str = ""

    @property
    def is_verb(self) -> bool:
        return self.opening in {Opening.VERB, Opening.LATER}


class Reader:
    """Questions about the words of one duty."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.sets = lexicon.sets
        self.numbers = lexicon.sets["numbers"]

    # ---- single words ----

    def verb(self, low: str) -> str:
        """Return the base of a word in base or -s form, also of "cross-checks", or ""."""
        verbs = self.lexicon.verbs
        return verbs.get(low) or verbs.get(low.rpartition("-")[2], "")

    def any_verb(self, low: str) -> str:
        """Return the base also of a verb that hides the work."""
        return self.verb(low) or self.lexicon.hidden_verbs.get(low, "")

    def gerund(self, low: str) -> str:
        """Return the base of an -ing form of a known verb, or ""."""
        verbs = self.lexicon.verbs
        return next((b for b in bases_of_gerund(low) if verbs.get(b) == b), "")

    def is_adverb(self, low: str) -> bool:
        if low in self.sets["adverbs"]:
            return True
        return low.endswith("ly") and len(low) > _LY and low not in _NOT_ADVERBS

    def is_time(self, low: str) -> bool:
        return low in self.sets["times"]

    def is_concrete(self, word: Word, *, times: bool = False) -> bool:
        """Whether a word gives a picture of its own; `times`: a time is one, too."""
        low = word.low.removesuffix("'s")
        if low in self.sets["function"] or low in self.sets["generic"]:
            return False
        if self.is_time(low) or is_number(low, self.numbers):
            return times
        return not self.is_adverb(low)

    # ---- the verb ----

    def head(self, words: Sequence[Word]) -> Head:
        """Return the verb a duty is about."""
        place = self._opening_place(words)
        if place < len(words) and self._is_verb_at(words, place):
            first = Opening.VERB if place == self._bullet(words) else Opening.LATER
            return Head(first, place, self.verb(words[place].low))
        if place < len(words) and words[place].low in self.lexicon.hidden_verbs:
            late = self._late_verb(words[:_LEAD])
            if late < 0:
                return Head(Opening.HIDDEN, place)
        late = self._late_verb(words)
        if late >= 0:
            return Head(Opening.LATER, late, self.verb(words[late].low))
        for number, word in enumerate(words[:_LEAD]):
            if base := self.gerund(word.low):
                return Head(Opening.GERUND, number, base)
        return Head(Opening.NONE)

    def _bullet(self, words: Sequence[Word]) -> int:
        """Return the place after a number of a list: "1. Checks …"."""
        listed = len(words) > 1 and words[0].low.isdigit() and words[1].gap[:1] in ".)"
        return int(listed and words[1].gap != "")

    def _opening_place(self, words: Sequence[Word]) -> int:
        """Return the place of the first word that is no adverb, no "will", no "to"."""
        place = self._bullet(words)
        while place < len(words) and (
            words[place].low in self.sets["starts"] or self.is_adverb(words[place].low)
        ):
            place += 1
        return place

    def _is_verb_at(self, words: Sequence[Word], place: int) -> bool:
        base = self.verb(words[place].low)
        return bool(base) and not self._is_noun(words, place, base)

    def _is_noun(self, words: Sequence[Word], place: int, base: str) -> bool:
        """Whether a word that may be either is a noun here: "Records management"."""
        if base not in self.sets["nounlike"] or place + 1 >= len(words):
            return False
        following = words[place + 1]
        if ":" in following.gap:  # a heading: "Bank: reconciles …"
            return True
        if base in self.sets["intransitive"]:
            return not self._ends_object(following)
        if following.low in self.sets["verbless"]:
            return place + 2 >= len(words) or self._ends_object(words[place + 2])
        if following.low in {"of", "for", "from"} and not following.gap.strip():
            return words[place].low not in self.sets["takes_for"]
        return self._is_list_of_nouns(words, place)

    def _is_list_of_nouns(self, words: Sequence[Word], place: int) -> bool:
        """Whether "Orders, invoices and returns" names things instead of acts."""
        first, last = words[place], place
        for number in range(place + 1, len(words)):
            word = words[number]
            if word.low in self.sets["pairs"]:
                continue
            joined = word.after_comma or words[number - 1].low in self.sets["pairs"]
            if not joined or number - last > _PAIRED:
                break
            base = self.any_verb(word.low)
            if not base or (base == word.low) != (
                self.any_verb(first.low) == first.low
            ):
                return (
                    number == place + 1 or words[number - 1].low in self.sets["pairs"]
                )
            if base not in self.sets["nounlike"]:
                return False
            last = number
        return last > place and (
            last + 1 >= len(words) or self._ends_object(words[last + 1])
        )

    def _ends_object(self, word: Word) -> bool:
        return (
            word.low in self.sets["prepositions"] or word.after_comma or word.after_stop
        )

    def _late_verb(self, words: Sequence[Word]) -> int:
        """Return the place of a verb after a time, a subject or a heading; -1 without."""
        for place in range(1, min(len(words), _LEAD)):
            word, before = words[place], words[place - 1]
            if not self._is_verb_at(words, place):
                continue
            if any(mark in word.gap for mark in ":–—") or " - " in word.gap:
                return place
            if self._begins_with_time(words) and (
                word.after_comma
                or (self.is_time(before.low) and not self.is_time(word.low))
            ):
                return place
            if self._is_subject(words[:place]) and word.low != self.verb(word.low):
                return place
        return -1

    def _begins_with_time(self, words: Sequence[Word]) -> bool:
        low = words[0].low
        return low in self.sets["every"] or low in self.sets["guides"] or low == "at"

    def _is_subject(self, words: Sequence[Word]) -> bool:
        """Whether these are "the", "this" and at most three words: "the clerk"."""
        return (
            words[0].low in {"the", "this"}
            and len(words) in {2, 3, 4}
            and not any(
                w.low in self.sets["prepositions"] or w.gap.strip() for w in words
            )
        )

    # ---- further verbs ----

    def further_verbs(self, words: Sequence[Word], head: Head) -> list[int]:
        """Return the places of verbs joined to the first by commas, "and" or "or"."""
        found = [head.place]
        for place in range(head.place + 1, len(words)):
            if self.purpose_at(words, place):
                break
            if self.is_joined_verb(words, place, words[head.place], found[-1]):
                found.append(place)
        return found[1:]

    def is_joined_verb(
        self, words: Sequence[Word], place: int, first: Word, last: int
    ) -> bool:
        """Whether the word at `place` is a verb like `first`, and no noun of a list."""
        word, before = words[place], words[place - 1]
        base = self.any_verb(word.low)
        if not base or (base == word.low) != (self.any_verb(first.low) == first.low):
            return False
        paired = before.low in self.sets["pairs"]
        if not (paired or word.after_comma or word.after_stop):
            return False
        if last == place - 1 - int(paired):  # "receives, sorts and files"
            return True
        if not self.verb(word.low):  # "and helps to": never a noun
            return True
        if place + 1 >= len(words) or self._ends_object(words[place + 1]):
            return False
        return base != word.low or words[place + 1].low in self.sets["describes"]

    # ---- object, purpose, tool ----

    def object_of(self, words: Sequence[Word], head: Head) -> list[Word]:
        """Return the words after the verb (and its particle) before a purpose."""
        after = [place for place in range(len(words)) if place > head.place >= 0]
        if after and words[after[0]].low in self.lexicon.particles:
            after = after[1:] or after
        return [
            words[place]
            for place in takewhile(
                lambda one: not self._ends_at(words, one, head), after
            )
        ]

    def _ends_at(self, words: Sequence[Word], place: int, head: Head) -> bool:
        """Whether a purpose begins here; "recruits for", "for 20 orders" are objects."""
        if words[place].low == "for" and (
            place == head.place + 1
            or any(is_number(w.low, self.numbers) for w in words[place + 1 : place + 3])
        ):
            return False
        return bool(self.purpose_at(words, place))

    def says_purpose(self, words: Sequence[Word], head: Head) -> bool:
        """Whether a reason or a result is given, in words that say something."""
        for place in range(max(head.place, 0) + 1, len(words)):
            length = self.purpose_at(words, place)
            if length and self._has_content(words, place, length):
                return True
        return False

    def purpose_at(self, words: Sequence[Word], place: int) -> int:
        """Return how many words of a purpose's marker stand here: "so that" has two."""
        word = words[place]
        if word.low == "for":
            before = words[place - 1].low if place else ""
            return int(bool(before) and before not in self.sets["takes_for"])
        for phrase in self.lexicon.phrases["purposes"].get(word.low, ()):
            if starts_here(words, place, phrase):
                return len(phrase)
        if word.low == "to" and place + 1 < len(words):
            following = words[place + 1].low
            is_base = self.lexicon.verbs.get(following) == following
            return int(is_base or following in self.sets["purpose_verbs"])
        return 0

    def _has_content(self, words: Sequence[Word], place: int, length: int) -> bool:
        clause = list(
            takewhile(
                lambda one: one is words[place + length] or not one.after_stop,
                words[place + length :],
            )
        )
        if words[place].low == "for":
            return any(self.is_concrete(one) for one in clause)
        if words[place + length - 1].low == "to":  # "to", "in order to": a verb follows
            verb, clause = clause[:1], clause[1:]
            if verb and not clause:
                return verb[0].low not in self.sets["purpose_verbs"]
        return any(self.is_concrete(one, times=True) for one in clause)

    def says_how(self, words: Sequence[Word]) -> bool:
        """Whether a number, a frequency, a tool, a guide or a standard is named."""
        return any(self._is_measure(words, place) for place in range(len(words)))

    def _is_measure(self, words: Sequence[Word], place: int) -> bool:
        low = words[place].low
        if is_number(low, self.numbers):
            return True
        if low in self.sets["frequencies"] or low in self.sets["tools"]:
            return True
        if low in self.sets["every"] and self._is_time_next(words, place + 1):
            return True
        for phrase in self.lexicon.phrases["guide_phrases"].get(low, ()):
            if starts_here(words, place, phrase):
                return self._names_thing(words, place + len(phrase))
        if low in self.sets["guides"] and not self.purpose_at(words, place):
            return self._names_thing(words, place + 1)
        return False

    def _is_time_next(self, words: Sequence[Word], start: int) -> bool:
        return any(self.is_time(word.low) for word in words[start : start + 3])

    def _names_thing(self, words: Sequence[Word], start: int) -> bool:
        """Whether a concrete thing, no place and no people, follows."""
        described = self.sets["describes"] | {"own", "other"}
        while start < len(words) and words[start].low in described:
            start += 1
        thing = list(
            takewhile(
                lambda one: one is words[start] or not self._ends_object(one),
                words[start : start + 5],
            )
        )
        return (
            any(self.is_concrete(one, times=True) for one in thing)
            and thing[-1].low not in self.sets["places"]
        )
