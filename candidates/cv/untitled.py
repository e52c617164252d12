"""Sections of a CV without headings: told by what their blocks of lines hold."""

import re
from collections.abc import Iterator

from candidates.cv import contacts, dates, employers, headers, languages, levels, roles
from candidates.cv.lines import Line, lines_of
from candidates.cv.values import Section, SectionKind

FEW = 3  # commas of a list
SHORT = 5  # words of an item of a list
_KEPT = {SectionKind.EXPERIENCE, SectionKind.EDUCATION}


def sections(text: str, start: int, end: int) -> list[Section]:
    """Cut `text[start:end]` into sections by their content, without a heading each."""
    found: list[Section] = []
    kind = SectionKind.CONTACT
    for block in _blocks(lines_of(text, start, end)):
        told = _kind(block, kind, first=not found)
        if found and found[-1].kind is told:
            last = found[-1]
            found[-1] = Section(told, "", last.start, block[-1].end)
        else:
            found.append(Section(told, "", block[0].start, block[-1].end))
        kind = told
    return found


def _blocks(lines: list[Line]) -> Iterator[list[Line]]:
    block: list[Line] = []
    for line in lines:
        if line.text:
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _kind(block: list[Line], before: SectionKind, *, first: bool) -> SectionKind:  # noqa: PLR0911 -- one answer a kind
    texts = [line.text for line in block]
    if first or all(map(contacts.is_contact, texts)):
        return SectionKind.CONTACT if first else before
    if all(map(_is_language, texts)):
        return SectionKind.LANGUAGES
    heads = [text for text in texts if headers.is_header_like(text)]
    if any(map(_is_study, heads)) and not any(map(roles.is_role, heads)):
        return SectionKind.EDUCATION
    if any(_has_span(text) for text in heads):
        # Dates that stand alone go on with what was told above them.
        alone = len(heads) == 1 and before in _KEPT and not roles.is_role(heads[0])
        return before if alone else SectionKind.EXPERIENCE
    if heads and roles.is_role(heads[0]) and len(texts) <= FEW:
        return SectionKind.EXPERIENCE
    if all(map(_is_list, texts)):
        return SectionKind.SKILLS
    if all(_is_dated(text) for text in texts):
        return SectionKind.CERTIFICATES
    return _going_on(texts, before)


def _going_on(texts: list[str], before: SectionKind) -> SectionKind:
    if before in _KEPT:
        return before
    prose = any(headers.running(text) >= headers.RUNNING for text in texts)
    return SectionKind.SUMMARY if prose else before


def _is_language(line: str) -> bool:
    words = re.findall(r"[^\W\d_]{2,}", line)
    named = [word for word in words if languages.code_of(word)]
    level, native = languages.level_of(line)
    return (
        bool(named)
        and len(words) <= 4 * len(named)
        and (bool(level) or native or len(named) * 2 >= len(words))
    )


def _is_study(line: str) -> bool:
    return bool(
        any(one.level > levels.LOOSE for one in levels.find(line))
        or (levels.find(line) and not roles.is_role(line))
        or contacts.INSTITUTION.search(line)
    ) and not (roles.is_role(line) and employers.is_organisation(line))


def _has_span(line: str) -> bool:
    return any(one.is_span for one in dates.find(line))


def _is_dated(line: str) -> bool:
    found = dates.find(line)
    return len(found) == 1 and not found[0].is_span and len(line) > 12  # noqa: PLR2004 -- more than a date


def _is_list(line: str) -> bool:
    items = re.split(r"[,;•|]", line)
    short = [item for item in items if 0 < len(item.split()) <= SHORT]
    return len(items) > FEW and len(short) == len(items) and not line.endswith(".")
