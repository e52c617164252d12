"""Are the duties clear? The checks of `positions.clarity`, with the organisation's words.

The word lists are those of the files, changed by what administrators added or silenced
(`services.words`). Nothing here writes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from positions.clarity.lexicon import Entry, Lexicon
from positions.clarity.rewrite import suggest
from positions.clarity.statement import check_duty
from positions.clarity.values import DutyCheck, DutyInput, Finding, Severity
from positions.clarity.whole import check_position
from positions.clarity.wording import check_wording
from positions.enums import WordAction
from positions.models import Duty, WordChange

LANGUAGE = "en"
GAP = "gap"  # the category of a finding: square brackets that wait for words

_Change = tuple[str, str, str, str, str]  # action, category, word, why, suggestion


@dataclass(frozen=True, slots=True)
class WrittenDuty:
    """A duty as it stands on the page, saved or not; `share` None where it is open.

    `number` is its place on the page, from 1; `kept_reason` says why a wording stays that the checks stop.
    """

    number: int
    statement: str
    share: int | None
    essential: bool
    essential_reason: str = ""
    kept_reason: str = ""
    linked: bool = True


@dataclass(frozen=True, slots=True)
class CheckedDuty:
    """One duty's check: hints on its wording, and a whole sentence instead, or ""."""

    written: WrittenDuty
    check: DutyCheck
    wording: tuple[Finding, ...]
    suggestion: str

    @property
    def number(self) -> int:
        return self.written.number

    @property
    def is_kept(self) -> bool:
        """Whether somebody keeps a wording that would stop publication."""
        return self.check.blocks and bool(self.written.kept_reason.strip())

    @property
    def stops(self) -> bool:
        """Whether publication waits for this duty."""
        return self.written.essential and self.check.blocks and not self.is_kept

    @property
    def stopping(self) -> tuple[Finding, ...]:
        """Return what has to be settled, the words before the rest; empty if nothing."""
        errors = [one for one in self.check.findings if one.severity is Severity.ERROR]
        if self.gaps:  # what they wait for is what the rest would ask for
            return self.gaps
        return tuple(one for one in errors if not _is_said(one, errors))

    @property
    def gaps(self) -> tuple[Finding, ...]:
        """Return the gaps in square brackets that still wait for words."""
        return tuple(one for one in self.check.findings if one.category == GAP)


@dataclass(frozen=True, slots=True)
class Checked:
    """All duties: `score` 0 to 100, None without any; `whole` is about all of them."""

    score: int | None
    duties: tuple[CheckedDuty, ...]
    whole: tuple[Finding, ...]


def lexicon() -> Lexicon:
    """Return the word lists of the files with the changes of the organisation.

    One query. What it makes is kept until somebody changes a list.
    """
    return _changed(_changes())


def _changes() -> tuple[_Change, ...]:
    changes = WordChange.objects.filter(language=LANGUAGE).order_by("pk")
    return tuple(changes.values_list("action", "category", "word", "why", "suggestion"))


@lru_cache(maxsize=4)
def _changed(changes: tuple[_Change, ...]) -> Lexicon:
    files = Lexicon.load(LANGUAGE)
    if not changes:
        return files
    return files.with_changes(
        [
            Entry(
                word=word,
                category=category,
                why=why,
                suggestion=suggestion,
                # A vague word that an organisation names itself is meant to stop.
                severity=Severity.ERROR if category == "vague" else Severity.HINT,
            )
            for action, category, word, why, suggestion in changes
            if action == WordAction.ADD
        ],
        [
            (category, word)
            for action, category, word, _why, _suggestion in changes
            if action == WordAction.SILENCE
        ],
    )


def stored(duties: Iterable[Duty]) -> list[WrittenDuty]:
    """Return saved duties, given in their order, as they are checked."""
    return [
        WrittenDuty(
            number=number,
            statement=duty.statement,
            share=duty.share,
            essential=duty.essential,
            essential_reason=duty.essential_reason,
            kept_reason=duty.kept_reason,
        )
        for number, duty in enumerate(duties, start=1)
    ]


def check(duties: Sequence[WrittenDuty]) -> Checked:
    """Check each duty and all of them together. One query, for the word lists."""
    changes = _changes()
    asked = [
        DutyInput(
            statement=one.statement,
            share=one.share,
            essential=one.essential,
            essential_reason=one.essential_reason,
            linked=one.linked,
        )
        for one in duties
    ]
    result = check_position(asked, lexicon=_changed(changes))
    return Checked(
        score=result.score,
        duties=tuple(
            CheckedDuty(one, found, *_advice(one.statement, changes))
            for one, found in zip(duties, result.duties, strict=True)
        ),
        whole=result.findings,
    )


@lru_cache(maxsize=512)
def _advice(
    statement: str, changes: tuple[_Change, ...]
) -> tuple[tuple[Finding, ...], str]:
    """Return hints on the wording, and a whole sentence instead, or "".

    Kept, because while one duty is typed the others stay as they are.
    """
    words = _changed(changes)
    found = check_duty(statement, lexicon=words)
    return (
        check_wording(statement, lexicon=words),
        suggest(statement, found, lexicon=words),
    )


def hints(texts: Mapping[str, Iterable[str]]) -> dict[str, list[Finding]]:
    """Return what titles, summaries and reasons should not say, by the given keys.

    Never a gate. Keys without a hint are left out. One query, for the word lists.
    """
    words = lexicon()
    found = {
        key: [
            finding
            for text in dict.fromkeys(some)
            for finding in check_wording(text, lexicon=words)
        ]
        for key, some in texts.items()
    }
    return {key: findings for key, findings in found.items() if findings}


def suggestion(statement: str) -> str:
    """Return a whole sentence instead of a statement, or "". One query."""
    return _advice(statement, _changes())[1]


def _is_said(one: Finding, others: Iterable[Finding]) -> bool:
    """Whether a finding on more words, or on the same by name, says it already."""
    return any(
        other is not one
        and other.category
        and other.start <= one.start
        and one.end <= other.end
        and (other.end - other.start > one.end - one.start or not one.category)
        for other in others
        if one.words
    )


def kept_reason(duty: Duty, *, statement: str, reason: str) -> str:
    """Return the reason that a changed duty keeps: a reason is about its own words.

    The old reason falls with the old words; one that is new is about the new words.
    """
    is_other = duty.statement != statement
    return "" if is_other and reason == duty.kept_reason else reason
