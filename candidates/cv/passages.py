"""What of a CV may be matched against duties: an allow-list, not a block-list.

Taken are the lines of jobs and their titles, skills, languages, certificates,
accomplishments, and a summary. Left out are all above the first heading except prose,
the education section, employers, affiliations, interests, references, and any sentence
about a degree or a person's circumstances; addresses, names and institutions within a
sentence are cut out of it. So a change of name, address, institution or graduation date
changes no passage's text.
"""

import re

from candidates.cv import contacts, dates, headings, sections
from candidates.cv import work as work_lines
from candidates.cv.lines import Line, lines_of
from candidates.cv.values import Passage, PassageKind, Resume, Section, SectionKind

LONGEST = 400  # characters of a passage
FULL_LINE = 0.72  # of the width of its block: the sentence goes on below
BESIDE_NAME = 4  # words beside a name: "Curriculum vitae, page 2"
PROSE_WORDS = 8  # so many ordinary words above the first heading are a summary

_KINDS = {
    SectionKind.CONTACT: PassageKind.SUMMARY,  # prose only, see _is_prose
    SectionKind.SUMMARY: PassageKind.SUMMARY,
    SectionKind.EXPERIENCE: PassageKind.WORK,  # what stands outside any dated job
    SectionKind.SKILLS: PassageKind.SKILLS,
    SectionKind.LANGUAGES: PassageKind.SKILLS,
    SectionKind.CERTIFICATES: PassageKind.OTHER,
    SectionKind.ACCOMPLISHMENTS: PassageKind.OTHER,
    SectionKind.OTHER: PassageKind.OTHER,
}
_SENTENCE_END = re.compile(
    r"(?<!\b[DMS]r\.)(?<!\bMs\.)(?<!\bNo\.)(?<!\bSt\.)(?<=[.!?;])\s+(?=[A-ZÄÖÜÉÁÍÓÚ(\"“*•])|\s+[•*]\s*(?=\w)"
)
_BULLET = re.compile(r"^[•*>–—-]+\s*|^o\s+(?=[A-Z])")
_PAGE = re.compile(r"(?:page\s+)?\d{1,2}(?:\s*(?:/|of)\s*\d{1,2})?", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{2,}")


def evidence(text: str, resume: Resume) -> list[Passage]:
    """Return the passages in the order of the text, without repeats of one place."""
    found: list[Passage] = []
    for number, job in enumerate(resume.work):
        if job.title:
            found.append(_title(job.title, number, job.start))
        span = (job.start, job.end)
        found += _passages(text, span, PassageKind.WORK, number, resume.name)
    taken = [(job.start, job.end) for job in resume.work]
    for section in resume.sections:
        if section.kind in _KINDS:
            found += _of_section(text, section, taken, resume.name)
    masked = (_masked(passage, resume.name) for passage in found)
    kept = [passage for passage in masked if passage and _WORD.search(passage.text)]
    return sorted(kept, key=lambda passage: (passage.start, passage.end))


def _title(title: str, number: int, at: int) -> Passage:
    """Give the post of a job; it stands before the job's text and has no own span."""
    return Passage(title, PassageKind.WORK, number, at, at)


def _of_section(
    text: str,
    section: Section,
    taken: list[tuple[int, int]],
    name: str,
) -> list[Passage]:
    start, end = sections.body(section), section.end
    if section.kind is SectionKind.EXPERIENCE:
        # The lines above the first job; those between jobs name employers.
        end = min(
            (job_start for job_start, _ in taken if job_start >= start), default=end
        )
    found = _passages(
        text, (start, min(end, section.end)), _KINDS[section.kind], None, name
    )
    if section.kind in {SectionKind.CONTACT, SectionKind.EXPERIENCE}:
        found = [passage for passage in found if _is_prose(passage.text)]
    return [p for p in found if not any(a < p.end and p.start < z for a, z in taken)]


def _is_prose(words: str) -> bool:
    plain = [word for word in _WORD.findall(words) if word.islower()]
    return len(plain) >= PROSE_WORDS and not contacts.is_contact(words)


def _passages(
    text: str, span: tuple[int, int], kind: PassageKind, work: int | None, name: str
) -> list[Passage]:
    found: list[Passage] = []
    lines = [line for line in lines_of(text, *span) if not _names(line.text, name)]
    if kind is PassageKind.WORK:
        lines = [line for line in lines if not work_lines.names_employer(line.text)]
    for begin, stop in _blocks(lines):
        for first, last in _sentences(text, begin, stop):
            words = _BULLET.sub("", " ".join(text[first:last].split()))
            if words:
                found.append(Passage(words, kind, work, first, last))
    return found


def _names(line: str, name: str) -> bool:
    """Say whether a line is little more than the name, as at the top of a page."""
    if not name or name.lower() not in line.lower():
        return False
    return len(line.split()) <= len(name.split()) + BESIDE_NAME


def _blocks(lines: list[Line]) -> list[tuple[int, int]]:
    """Join the lines that one sentence or bullet runs over: where each starts, ends."""
    widths = sorted(len(line.text) for line in lines if line.text)
    width = widths[int(len(widths) * 0.9)] if widths else 0
    blocks: list[list[Line]] = []
    before: Line | None = None
    for line in lines:
        if not line.text or _is_left_out(line.text):
            before = None if line.text else before
            continue
        if before is not None and blocks and _goes_on(before, line, width):
            blocks[-1].append(line)
        else:
            blocks.append([line])
        before = line
    return [(block[0].start, block[-1].end) for block in blocks]


def _is_left_out(line: str) -> bool:
    return (
        bool(_PAGE.fullmatch(line))
        or contacts.is_contact(line)
        or headings.kind_of(line) is not None
    )


def _goes_on(before: Line, line: Line, width: int) -> bool:
    if _BULLET.match(line.text):
        return False
    apart = line.start - before.end > 1  # an empty line, or the end of a page
    if line.text[0].islower():
        return not apart or before.text[-1] not in ".!?:"
    long_before = len(before.text) >= max(60, FULL_LINE * width)
    return not apart and long_before and before.text[-1] not in ".!?:;"


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [match.end() for match in _SENTENCE_END.finditer(text, start, end)]
    found: list[tuple[int, int]] = []
    for first, last in zip([start, *cuts], [*cuts, end], strict=True):
        found += _shortened(text, first, last)
    return found


def _shortened(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a long list or sentence at a comma, else at a blank."""
    found: list[tuple[int, int]] = []
    while end - start > LONGEST:
        cut = max(text.rfind(", ", start, start + LONGEST), start)
        cut = cut if cut > start else text.rfind(" ", start, start + LONGEST)
        cut = cut + 1 if cut > start else start + LONGEST
        found.append((start, cut))
        start = cut
    return [*found, (start, end)]


def _masked(passage: Passage, name: str) -> Passage | None:
    """Take names, institutions and contacts out; None where nothing may be matched."""
    words = passage.text
    if passage.kind is not PassageKind.WORK and _is_about_person(words):
        return None
    if passage.kind is PassageKind.OTHER:
        words = _undated(words)
    for pattern in (contacts.EMAIL, contacts.URL, contacts.ADDRESS):
        words = pattern.sub(" ", words)
    for phone in contacts.phones(words):
        words = words.replace(phone, " ")
    words = contacts.INSTITUTION.sub(" ", words)
    if name:
        words = re.sub(re.escape(name), " ", words, flags=re.IGNORECASE)
    words = " ".join(words.split()).strip(" ,;:-–|")
    if not words:
        return None
    return Passage(words, passage.kind, passage.work, passage.start, passage.end)


def _is_about_person(words: str) -> bool:
    return bool(contacts.PERSONAL.search(words) or contacts.GRADUATED.search(words))


def _undated(words: str) -> str:
    """Take dates out: when a certificate was received tells somebody's age."""
    for found in reversed(dates.find(words)):
        words = f"{words[: found.start]} {words[found.end :]}"
    return words
