"""What the page says about clear duties: beside each row, and about all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from positions.clarity.values import Finding, Severity
from positions.forms.duties import MOST_DUTIES, DutyForm
from positions.forms.rows import typed_rows
from positions.models import Duty, Position
from positions.services import clarity, plans
from positions.services.clarity import Checked, CheckedDuty, WrittenDuty
from positions.services.plans import Problem
from positions.views.definition.editing import Editing

if TYPE_CHECKING:
    from django.forms import BaseFormSet

_SHORT = "D7"
PREFIX = "duties"
LONGEST = 1_000  # characters; what is longer is refused when it is saved


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside one row of the form; `index` is the row's in the form set.

    `lines` are pairs of the words found (may be "") and what to ask about them.
    """

    index: int
    number: int
    state: str  # "", "clear", "stops", "kept" or "hint"
    is_clear: bool = False
    title: str = ""
    lines: tuple[tuple[str, str], ...] = ()
    suggestion: str = ""
    reason: str = ""
    count: int = 0
    statement: str = ""
    marks: tuple[tuple[int, int], ...] = ()

    @property
    def key(self) -> str:
        """Return what the row's elements are called by: the form's prefix."""
        return f"{PREFIX}-{self.index}"


def of_typed(position: Position, data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the context of `_duty_checks.html` for rows as somebody types them."""
    rows = typed_rows(DutyForm, data, PREFIX, {}, most=MOST_DUTIES)
    return _context(position, plans.scored_duties(position), rows)


def of_forms(editing: Editing, forms: "BaseFormSet[Any]") -> dict[str, Any]:
    """Return the same for the form set that the page is about to show."""
    names = list(DutyForm.base_fields)
    rows = [{name: form[name].value() for name in names} for form in forms.forms]
    context = _context(editing.position, editing.plan.scored_duties, rows)
    for form, beside in zip(forms.forms, context["beside"], strict=True):
        form.beside = beside
    return context


def _context(
    position: Position, scored: frozenset[int], rows: Sequence[Mapping[str, Any]]
) -> dict[str, Any]:
    before = {duty.pk: duty for duty in position.duties.all()}
    written = [
        (index, _written(index, row, before, scored))
        for index, row in enumerate(rows)
        if str(row["statement"] or "").strip()
    ]
    checked = clarity.check([one for _index, one in written])
    shown = {
        index: _beside(index, duty)
        for (index, _one), duty in zip(written, checked.duties, strict=True)
    }
    problems = plans.duty_problems(checked)
    return {
        "beside": [
            shown.get(index, Beside(index, index + 1, "")) for index in range(len(rows))
        ],
        "clarity_score": checked.score,
        "duty_problems": [problem.text for problem in problems],
        "duty_hints": _whole(checked),
        "duties_said": _said(checked, problems),
        "shares": [one.share or 0 for _index, one in written],
        "share_total": sum(one.share or 0 for _index, one in written),
    }


def _written(
    index: int,
    row: Mapping[str, Any],
    before: Mapping[int, Duty],
    scored: frozenset[int],
) -> WrittenDuty:
    key = _whole_number(row["id"])
    statement = " ".join(str(row["statement"]).split())[:LONGEST]
    reason = str(row["kept_reason"] or "").strip()
    duty = before.get(key or 0)
    return WrittenDuty(
        number=index + 1,
        statement=statement,
        share=_whole_number(row["share"]),
        essential=bool(row["essential"]),
        essential_reason=str(row["essential_reason"] or ""),
        kept_reason=clarity.kept_reason(duty, statement=statement, reason=reason)
        if duty
        else reason,
        # What is not saved yet can be linked by nobody.
        linked=duty is None or duty.pk in scored,
    )


def use_suggestion(rows: list[dict[str, Any]], data: Mapping[str, Any]) -> bool:
    """Put the offered sentence into the row whose button was pressed, if one was."""
    index = _whole_number(data.get("use_suggestion"))
    if index is None:
        return False
    if index < len(rows):
        row = rows[index]
        row["statement"] = clarity.suggestion(row["statement"]) or row["statement"]
    return True


def wording(editing: Editing) -> dict[str, list[Finding]]:
    """Return hints on the words of the other parts, by part."""
    position, plan = editing.position, editing.plan
    return clarity.hints(
        {
            "about": [position.title, position.summary],
            "needs": [
                *(kind.kind_of_work for kind in plan.experience),
                *([plan.education.reason] if plan.education else []),
            ],
            "conditions": [
                text for one in plan.requirements for text in (one.name, one.reason)
            ],
        }
    )


def _whole_number(typed: object) -> int | None:
    text = str(typed if typed is not None else "").strip()
    return int(text) if text.isdecimal() and len(text) < 8 else None  # noqa: PLR2004 -- digits


def _beside(index: int, duty: CheckedDuty) -> Beside:
    findings = _told(duty)
    if not (duty.stops or findings):
        return Beside(index, duty.number, "clear", is_clear=True)
    state, title = _state(duty)
    return Beside(
        index=index,
        number=duty.number,
        state=state,
        is_clear=duty.check.is_clear,
        title=title,
        lines=_lines(duty, findings),
        suggestion=duty.suggestion,
        reason=duty.written.kept_reason if state == "kept" else "",
        count=len(duty.stopping),
        statement=duty.written.statement,
        marks=_marks(duty.gaps or duty.check.findings),
    )


def _state(duty: CheckedDuty) -> tuple[str, str]:
    """Say what a finding means for publication, and its title."""
    if duty.stops:
        return "stops", _stop_title(duty)
    if duty.is_kept and duty.written.essential:
        return "kept", _("Kept as it is")
    return "hint", _("A hint") if duty.check.is_clear else _("This could be clearer")


def _told(duty: CheckedDuty) -> list[Finding]:
    """Return the findings to show: what stops first, and nothing said twice."""
    if duty.gaps:
        return list(duty.gaps)
    found = [*duty.stopping]
    missing = {rule for rule, passed in duty.check.passed.items() if not passed}
    for one in (*duty.check.findings, *duty.wording):
        is_short = one.rule == _SHORT and missing & {"D2", "D3"}
        is_said = any(one.words and one.words == other.words for other in found)
        is_error = one.severity is Severity.ERROR and one.rule != _SHORT
        if not (is_short or is_said or is_error):
            found.append(one)
    return found


def _lines(
    duty: CheckedDuty, findings: Sequence[Finding]
) -> tuple[tuple[str, str], ...]:
    """Return pairs of words and question; gaps in the offered sentence ask themselves."""
    if duty.gaps:
        gaps = ", ".join(dict.fromkeys(one.words for one in duty.gaps))
        return (("", _("Write what belongs in %(gaps)s.") % {"gaps": gaps}),)
    lines, missing = [], []
    for one in findings:
        if one.words and one.category:
            lines.append((one.words, one.suggestion))
        elif duty.suggestion and not one.words:
            missing.append(one.message)
        else:
            lines.append(("", f"{one.message} {one.suggestion}"))
    if missing:
        lines.append(("", " ".join(missing)))
    return tuple(lines)


def _marks(findings: Sequence[Finding]) -> tuple[tuple[int, int], ...]:
    """Return the (start, end) of the words to underline; those that touch become one."""
    marks: list[tuple[int, int]] = []
    spans = [
        (one.start, one.end)
        for one in findings
        if one.words and one.severity is not Severity.HINT
    ]
    for start, end in sorted(spans):
        if marks and start <= marks[-1][1]:
            marks[-1] = (marks[-1][0], max(end, marks[-1][1]))
        else:
            marks.append((start, end))
    return tuple(marks)


def _stop_title(duty: CheckedDuty) -> str:
    if duty.gaps:
        return ngettext(
            "One gap waits for your words",
            "%(n)d gaps wait for your words",
            len(duty.gaps),
        ) % {"n": len(duty.gaps)}
    words = [one for one in duty.stopping if one.category]
    if words:
        return ngettext(
            "One word leaves the reader guessing",
            "%(n)d words leave the reader guessing",
            len(words),
        ) % {"n": len(words)}
    return _("This leaves the reader guessing")


def _whole(checked: Checked) -> list[Finding]:
    """Return what to think about in all duties together, without what is missing."""
    told = []
    for one in checked.whole:
        is_sum = one.rule == "D9" and one.severity is Severity.ERROR
        is_reason = one.category == "reason"
        if not (is_sum or is_reason):
            told.append(one)
    return told


def _said(checked: Checked, problems: Sequence[Problem]) -> str:
    """Say for those who do not see the margin what waits, in one sentence."""
    vague = [str(duty.number) for duty in checked.duties if duty.stops]
    if vague:
        return ngettext(
            "Duty %(numbers)s is not clear yet.",
            "Duties %(numbers)s are not clear yet.",
            len(vague),
        ) % {"numbers": ", ".join(vague)}
    if problems:
        return _("Every duty is clear. Something else is still missing.")
    return _("Every duty is clear.")
