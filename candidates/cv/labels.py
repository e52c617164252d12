"""Jobs told in a form: "Occupation or position held: Accountant", line by line.

The labels are those of the European CV and of common forms, which name post, employer
and dates outright.
"""

import re
from dataclasses import dataclass, field

from candidates.cv import dates
from candidates.cv.lines import Line

FEW = 2  # labelled lines, below which nothing is a form

_KINDS = {
    "title": r"occupation\s+or\s+position\s+held|position\s+held|job\s+title|position"
    r"|designation|role|title|post|beruf\s+oder\s+funktion|berufsbezeichnung|funktion"
    r"|stelle|tätigkeit\s+als|fonction\s+ou\s+poste\s+occupé|poste\s+occupé|poste"
    r"|fonction|profesión\s+o\s+cargo\s+desempeñado|cargo|puesto|stanowisko"
    r"|zajmowane\s+stanowisko|lavoro\s+o\s+posizione\s+ricoperti|função\s+ou\s+cargo\s+ocupado"
    r"|functie|befattning|stilling",
    "employer": r"name\s+and\s+address\s+of\s+employer|name\s+of\s+(?:the\s+)?(?:employer"
    r"|company|organi[sz]ation)|employer|company(?:\s+name)?|organi[sz]ation|client|firm"
    r"|name\s+und\s+adresse\s+des\s+arbeitgebers|arbeitgeber|firma|unternehmen"
    r"|nom\s+et\s+adresse\s+de\s+l['’]employeur|employeur|entreprise|société"
    r"|nombre\s+y\s+dirección\s+de(?:l\s+empleador|\s+la\s+empresa)|empresa|empleador"
    r"|nazwa\s+i\s+adres\s+pracodawcy|pracodawca|nome\s+e\s+indirizzo\s+del\s+datore\s+di\s+lavoro"
    r"|nome\s+e\s+endereço\s+do\s+empregador|werkgever|arbetsgivare|arbejdsgiver",
    "dates": r"dates?(?:\s*\(from\s*[-–]\s*to\))?|period|duration|zeitraum|daten|dauer"
    r"|fechas?|periodo|okres|datum|date\s*\(da\s*[-–]\s*a\)|période|datas?",
    "duties": r"main\s+activities(?:\s+and\s+responsibilities)?|responsibilities|duties"
    r"|wichtigste\s+tätigkeiten(?:\s+und\s+zuständigkeiten)?|aufgaben"
    r"|principales\s+activités(?:\s+et\s+responsabilités)?|missions"
    r"|funciones(?:\s+y\s+responsabilidades\s+principales)?|główne\s+obowiązki|zadania"
    r"|principali\s+attività\s+e\s+responsabilità|principais\s+atividades[^\t:]*",
    "other": r"type\s+of\s+business(?:\s+or\s+sector)?|sector|industry|location|reason"
    r"\s+for\s+leaving|tätigkeitsbereich[^\t:]*|type\s+ou\s+secteur[^\t:]*"
    r"|tipo\s+de\s+empresa[^\t:]*|reporting\s+to|department|branża",
}
_LABEL = re.compile(
    "^(?:" + "|".join(f"(?P<{k}>{words})" for k, words in _KINDS.items()) + r")"
    r"(?:\s*:\s*|\s*\t\s*)(?P<value>.*)$",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Form:
    """A job as a form tells it: what each label says, and the lines of duties."""

    values: dict[str, str] = field(default_factory=dict)
    body: list[Line] = field(default_factory=list)
    first: int = 0
    last: int = 0

    @property
    def span(self) -> dates.Found | None:
        return next(iter(dates.find(self.values.get("dates", ""))), None)


def forms(lines: list[Line]) -> list[Form]:
    """Return the jobs of a section that is filled in like a form; else none."""
    told = [told_by(line.text) for line in lines]
    kinds = [one[0] for one in told if one]
    if kinds.count("title") + kinds.count("employer") < FEW or "dates" not in kinds:
        return []
    found: list[Form] = []
    for line, one in zip(lines, told, strict=True):
        if one and (not found or _begins_anew(found[-1], one[0])):
            found.append(Form(first=line.start))
        if not found or not line.text:
            continue
        _take(found[-1], line, one)
    return [form for form in found if form.span and len(form.values) > 1]


def told_by(line: str) -> tuple[str, str] | None:
    """Return which label a line starts with, and what follows it."""
    match = _LABEL.match(line)
    if not match:
        return None
    kind = next(k for k in _KINDS if match[k])
    return kind, match["value"].strip()


def _begins_anew(form: Form, kind: str) -> bool:
    return kind in form.values and kind in {"dates", "title", "employer"}


def _take(form: Form, line: Line, one: tuple[str, str] | None) -> None:
    form.last = line.end
    if one is None:
        form.body.append(line)
        return
    kind, value = one
    if kind == "duties" and value:
        form.body.append(Line(value, line.end - len(value), line.end))
    form.values.setdefault(kind, value)
