"""Read which level of education an advert asks for.

Adverts are not CVs: they say "university degree", "higher education" and "graduate".
Levels are those of the eight-step ladder; an unqualified degree is a bachelor's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from positions.criteria import EducationLevel
from positions.pasted import marks, pieces
from positions.pasted.values import Education

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_L = EducationLevel
# From top to bottom; what is found first holds its place against what comes later.
_LADDER: tuple[tuple[EducationLevel | None, re.Pattern[str]], ...] = tuple(
    (level, marks.pattern(words))
    for level, words in (
        (
            _L.DOCTORATE,
            r"\bph\.? ?d\b\.?|\bdoctora(?:te|l)\b(?: degree)?|\bdoctor of \w+",
        ),
        (
            _L.SHORT_CYCLE,
            (
                r"\bassociate(?:'?s|s')?(?: or)? degree|\bassociate of (?:arts|science)"
                r"|\bassociate'?s? in\b|\bhnd\b|\bhigher national diploma|\bfoundation degree"
                r"|\b(?:two|2)-year (?:college )?degree|\bassociates?(?:'s?)?(?= or bachelor)"
                r"|\bAA/AS\b|\bassociate(?:'s|s')(?! \w+ (?:team|role))"
            ),
        ),
        (
            _L.MASTER,
            (
                r"\bmaster(?:'?s|s')?(?: level| university)? (?:degree|diploma)|\bmasters\b"
                r"|\bmaster's\b|\bmaster of (?:business administration|\w+)|\bmaster(?= or)"
                r"|\bmba\b|\bm\.?sc\b\.?|\bm\.a\.|\bm\.s\.|\bm\.?phil\b|\bll\.?m\b|\bmpa\b"
                r"|\b(?:advanced|post-?graduate|graduate)(?: level)?(?: university)? "
                r"(?:degree|diploma|qualification|education)s?"
                r"|\bpost-?graduate\b|\bjuris doctor\b|\bmaster level\b|\bms(?= degree)"
                r"|\bma(?= degree| in [A-Z])|\bm\.b\.a\b\.?"
            ),
        ),
        (
            _L.BACHELOR,
            (
                r"\bbach?[ea]lor(?:'?s|s')?(?: or university)?(?: of (?:science|arts"
                r"|commerce|business(?: administration)?|engineering|laws?))?(?: level)?"
                r"(?: degree| diploma)?|\bbaccalaureate(?: degree)?|\bb\.?sc\b\.?|\bb\.?com\b"
                r"|\bb\.a\.|\bb\.s\.|\bbba\b|\bb\.?tech\b|\bb\.?eng\b|\bb\.e\.|\bll\.?b\b"
                r"|\bbs/ba\b|\bba/bs\b|\bb[as](?= degree| in [A-Z]|/)"
                r"|\bundergraduate(?:'s)? (?:degree|diploma)|\b(?:four|4)-year (?:college "
                r"|university )?degree|\b(?:university|college|honou?rs|tertiary|first"
                r"|bachelors?|academic|higher|diploma|specialist) degree"
                r"|\bhigher (?:\w+(?: ?/ ?\w+)? ){0,2}education|\bhigh education"
                r"|\buniversity (?:education|diploma|level|graduates?|qualification)"
                r"|\bcollege (?:graduates?|education)|\btertiary (?:education|qualification)"
                r"|\bdegree[ -](?:educated|qualified|level)|\bgraduate of (?:an? )?university"
                r"|\bgraduated? from (?:an? )?(?:university|college)"
                r"|\beducated to degree(?: level)?|\bgraduates?(?= calibre| level|\W*$)"
            ),
        ),
        (
            _L.UPPER_SECONDARY,
            (
                r"\bhigh[- ]?school(?: (?:diploma|degree|education|graduate|level|or ged"
                r"|certificate))?(?: ?(?:/|or) ?g\.?e\.?d\b\.?)?|\bg\.?e\.?d\b\.?"
                r"|\bh\.?s\.? (?:diploma|grad\w*)|\ba[- ]levels?\b|\bupper secondary"
                r"|\b(?:complete )?secondary (?:school|education|level)(?: (?:diploma"
                r"|certificate|education))?|\bnvq level 3|\bgrade 12\b|\bmatric\b"
                r"|\b12th (?:grade|standard)|\bleaving certificate|\bhigher secondary"
            ),
        ),
        (
            _L.LOWER_SECONDARY,
            (
                r"\bgcses?\b|\bo[- ]levels?\b|\b(?:grade|standard|year) 10\b|\blower secondary"
                r"|\bnvq level 2|\bjunior certificate"
            ),
        ),
        (
            _L.POST_SECONDARY,
            (
                r"\bsome (?:college|university)(?: coursework| education| courses)?"
                r"|\bvocational (?:education|training|qualification|school|diploma|degree"
                r"|certificate)s?|\b(?:trade|technical) (?:school|diploma|degree|college)"
                r"|\bpost[- ]?secondary (?:education|diploma|certificate|degree)?|\bhnc\b"
                r"|\bnvq level [45]|\bcollege (?:diploma|coursework|courses|credits?)"
                r"|\b(?:professional )?diploma(?= in\b| or certificate)"
                r"|\bsecondary (?:vocational|special\w*|technical) education"
            ),
        ),
        (
            _L.BACHELOR,
            (
                r"\bdegree(?= (?:in|is|or|and|from|required|preferred|of|with|holder|a|plus"
                r"|qualification)\b|\W*$|[.,;/)(])|\brelevant degree|\bgraduates? in\b"
            ),
        ),
        (
            None,
            (
                r"\b(?:relevant|appropriate|professional|specialized|specialised|technical"
                r"|economic|medical|legal|adequate|formal|academic|educational) "
                r"(?:education|qualifications?|background)\b|^\W*education in\b"
            ),
        ),
    )
)
_NOT_ONES = marks.pattern(
    r"(?:high(?:est)?|large|great|some|certain|any|the|varying|greater|significant|small)"
    r" degree of|degree of (?:\w+ )?(?:confiden|accura|flexib|independ|professional"
    r"|self|initiative|responsib|detail|skill|integrity|autonomy|care|attention"
    r"|precision|customer|motivation|difficulty|knowledge|proficien|organi|creativ"
    r"|comfort|energy|urgency|discretion|sensitiv|compet)"
    r"|(?:tuition|continuing|health|further|higher) education (?:sector|reimburse"
    r"|department|institution|assistance|benefit|fund|programme|program|provider)"
    r"|(?:no|without an?|without) degree|education (?:reimbursement|assistance|system|sector)|360[- ]degree"
    r"|scrum master|master (?:data|schedule|class|plan|file|agreement|of ceremonies)"
    r"|high school (?:students?|teacher|programs?|kids)"
    r"|(?:our|with) graduates?|graduate (?:scheme|program|student)"
)
_JOINED = marks.pattern(
    r"[\s,]*(?:degrees?|level|diploma)?[\s,]*(?:\([^()]{0,30}\))?[\s,]*"
    r"(?:/|,|or equivalent ?\(|or|and/or|and|to|through)[\s,]*(?:an?|the|higher|its|ideally|even)?[\s,]*"
)
_WISHED = marks.pattern(marks.WISH)
_FIELD_ONLY = marks.pattern(
    r"(?:prefer(?:red|ably)|ideally|desirabl[ey]|advantageously),? (?:in\b|with an? "
    r"(?:major|focus|concentration)|from\b)|(?:focus|concentration|major|emphasis|degree"
    r"|field|background|speciali[sz]ation) (?:in|of) (?:\w+ ){1,5}prefer"
)
_EQUIVALENT = marks.pattern(
    r"equivalent|equal (?:work|professional)|in lieu of|instead of|(?:combination|mix) of"
    r"(?: \w+)? (?:education|training|experience)|or (?:comparable|commensurate|similar)"
    r"(?: \w+){0,3} experience|or (?:relevant|related|significant|proven)(?: \w+){0,2}"
    r" experience|or qualified by experience"
)
_EQUIVALENT_SCHOOL = marks.pattern(
    r"(?:or|and) (?:an? )?equivalent(?: \(ged\)| ged)?(?: degree| diploma| qualification"
    r"| education| certificate)?(?=\W*$|[ ,.;)]*(?:is |required|preferred|and |in |\())"
)
_FIELD = marks.pattern(
    r"[\s,]*(?:degrees?|diploma|education|level|qualification|major)?[\s,]*"
    r"(?:\([^()]{0,60}\))?[\s,]*(?:or (?:equivalent|higher|above|better))?[\s,]*"
    r"(?:is )?(?:required|preferred|preferably|ideally)?[\s,]*"
    r"(?:with an? (?:\w+ )?(?:focus|major|concentration|emphasis|speciali[sz]ation) (?:in|on)"
    r"|speciali[sz]ing in|majoring in|(?:in|of) the (?:fields?|areas?|sphere) of|in) "
    r"(?:an? |the )?(?:(?:fields?|areas?|sphere) of )?"
)
_FIELD_ENDS = marks.pattern(
    r"[.;:()]|,? (?:or|and) (?:an? )?(?:any )?(?:other )?(?:equivalent|higher|above|related"
    r"|similar|relevant|comparable|closely|another|associated|adjacent|allied|minimum"
    r"|at least|previous|\d)|\b(?:with|from|required|preferred|preferably|is|are|plus|at"
    r" least|minimum|would|will|desirable|desired|or better|and/or \w+ experience|must"
    r"|from|strongly|who|having|obtained|combined|along|and experience|or experience"
    r"|and work|accompanied|completed|\d+)\b"
)
_BETWEEN = re.compile(
    r"\s*(?:,|/|&|\bor\b|\band\b)\s*(?:(?:or|and)\b\s*)?", re.IGNORECASE
)
_VAGUE = marks.pattern(
    r"(?:an? |any |the )?(?:related|relevant|similar|other|appropriate|equivalent"
    r"|technical|any|specified|corresponding)?(?: \w+)?"
    r" ?(?:fields?|areas?|disciplines?|subjects?|speciality|sphere)s?"
)
_CLAUSE = re.compile(r"(?<=[a-z)])[.;](?=\s|$)")
_LONGEST_FIELD = 160
_MOST_FIELDS = 8


@dataclass(frozen=True, slots=True)
class _Mention:
    level: EducationLevel | None
    start: int
    end: int


def find(text: str, start: int, end: int) -> list[Education]:
    """Read the statements about education in `text[start:end]`, from left to right."""
    plain = marks.plain(text[start:end])
    found: list[Education] = []
    for begin, stop in _clauses(plain):
        groups = _groups(plain, _mentions(plain, begin, stop))
        for nth, group in enumerate(groups):
            last = stop if nth + 1 == len(groups) else groups[nth + 1][0].start
            first = begin if nth == 0 else groups[nth - 1][-1].end
            found.append(_statement(text, start, plain, group, (first, last)))
    return found


def _clauses(plain: str) -> Iterator[tuple[int, int]]:
    begin = 0
    for end in _CLAUSE.finditer(plain):
        yield begin, end.start()
        begin = end.end()
    yield begin, len(plain)


def _mentions(plain: str, begin: int, stop: int) -> list[_Mention]:
    taken = [one.span() for one in _NOT_ONES.finditer(plain, begin, stop)]
    found: list[_Mention] = []
    for level, words in _LADDER:
        for one in words.finditer(plain, begin, stop):
            start, end = one.span()
            if all(end <= left or start >= right for left, right in taken):
                taken.append((start, end))
                found.append(_Mention(level, start, end))
    return sorted(found, key=lambda one: one.start)


def _groups(plain: str, mentions: Sequence[_Mention]) -> list[list[_Mention]]:
    """Put together the levels that are said in one breath: "BSc or MSc"."""
    groups: list[list[_Mention]] = []
    for one in mentions:
        if groups and _JOINED.fullmatch(plain, groups[-1][-1].end, one.start):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _statement(
    text: str,
    offset: int,
    plain: str,
    group: Sequence[_Mention],
    around: tuple[int, int],
) -> Education:
    levels = [one.level for one in group if one.level is not None]
    start, end = group[0].start, group[-1].end
    after = plain[end : around[1]]
    fields, reach = _fields(text[offset + end : offset + around[1]], after)
    before = plain[max(around[0], start - 30) : start]
    wished = bool(
        _WISHED.search(before.rsplit(",", 1)[-1])
        or _WISHED.search(_FIELD_ONLY.sub(" ", after))
    )
    return Education(
        level=min(levels) if levels else None,
        fields=fields,
        required=not wished,
        equivalent=_takes_experience(plain[around[0] : around[1]]),
        start=offset + start,
        end=offset + end + reach,
        text=pieces.clean(text[offset + start : offset + end + reach]),
    )


def _takes_experience(words: str) -> bool:
    """Say whether experience may stand in: "or equivalent" alone means a certificate."""
    rest = _EQUIVALENT_SCHOOL.sub(" ", words)
    return bool(_EQUIVALENT.search(rest))


def _fields(raw: str, after: str) -> tuple[tuple[str, ...], int]:
    """Return the fields of study behind a level, and how far they reach."""
    lead = _FIELD.match(after)
    if not lead:
        return (), 0
    stop = _FIELD_ENDS.search(after, lead.end(), lead.end() + _LONGEST_FIELD)
    end = stop.start() if stop else min(len(after), lead.end() + _LONGEST_FIELD)
    words = " ".join(raw[lead.end() : end].split())
    named = [part.strip(" ,-'\"") for part in _BETWEEN.split(words)]
    kept = [part for part in named if part and not _VAGUE.fullmatch(part)]
    reach = end if kept else 0
    return tuple(kept[:_MOST_FIELDS]), len(after[:reach].rstrip(" ,"))
