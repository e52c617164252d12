"""Which headings an advert may have, and what stands under each."""

from __future__ import annotations

import re
from enum import StrEnum


class Kind(StrEnum):
    """What stands under a heading."""

    DUTY = "DUTY"
    REQUIREMENT = "REQUIREMENT"
    OTHER = "OTHER"
    MIXED = "MIXED"  # the job in general: prose, or the duties
    TITLE = "TITLE"  # the words behind it are the title
    UNKNOWN = "UNKNOWN"  # looks like a heading and says nothing we know


SHORTEST = 3
LONGEST = 80  # characters of a heading; a longer line is a sentence

# Read from top to bottom: the first that is found in the heading says its kind. The
# words are lower case, blanks single, apostrophes straight, the closing colon gone.
_KINDS: tuple[tuple[Kind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (Kind.TITLE, r"^(?:job |position |functional |post |role )?title$|^vacancy$"),
        (
            Kind.MIXED,
            (
                r"(?:duties|responsibilities|tasks|role) (?:and|&) (?:job )?"
                r"(?:requirements|qualifications|skills|person)"
                r"|(?:requirements|qualifications|skills) (?:and|&|/) (?:key |main )?"
                r"(?:duties|responsibilities|tasks)"
            ),
        ),
        (
            Kind.OTHER,
            (
                r"how to apply|^apply|application|^to apply|applying|deadline|closing date"
                r"|close date|salary|remuneration|compensation|\bpay\b|pay (?:rate|range)"
                r"|\bbenefits?\b|\bperks\b|\bwe(?: can)? offer\b|^(?:our|the|an?) offer"
                r"|we(?:'ll| will)? (?:give|provide)|^offer$|in return|what's in it"
                r"|you(?:'ll| will| can| may)? (?:get|receive|earn|gain|learn|enjoy|expect)"
                r"|\bwhy (?:join|work|us|you'll love|choose|apply|this)|^why\b"
                r"|^about(?! (?:you|the (?:role|job|position|post|candidate|person)|this"
                r" (?:role|job|position)))\b|who we are(?! look| seek| after)|what we do(?! expect)|meet the team"
                r"|^(?:our|the) (?:company|mission|vision|values|culture|story|team|client"
                r"|organi[sz]ation|office|employer|business|department|school|trust)\b"
                r"|company (?:overview|profile|description|background|information|summary)"
                r"|^(?:company|organi[sz]ation|employer|client|institution|background|intro"
                r"(?:duction)?|department|division|team|unit)$"
                r"|\blocation|^place\b|duty station|^where\b|start date|starting|opening date"
                r"|^date|posted|posting|\bduration|contract|^(?:job |employment )?type\b"
                r"|\bhours\b|working (?:time|conditions|environment|pattern)|work environment"
                r"|work(?:ing)? schedule|^schedule|^shifts?\b|physical (?:demands|requirements)"
                r"|^terms?(?: and conditions| of employment)?$|contact|enquir|inquir"
                r"|equal (?:opportunit|employment)|diversity|eeo|disclaimer|privacy"
                r"|data protection|safeguarding|selection process|recruitment process"
                r"|interview|^reports? to|^reporting (?:to|line)|^line manager"
                r"|^reference|^ref\b|^(?:job |vacancy |announcement )?(?:code|id|number|no)\b"
                r"|^(?:additional |further |important |other )?(?:notes?|information|details)$"
                r"|^grade|^band$|^level$|^open to|^eligib|audience|^(?:job )?category"
                r"|^industry|^sector|^attachments?|^probation|^bonus|^rewards?|^package"
                r"|^(?:number of )?(?:positions?|vacancies|openings)\b|^travel$|^visa\b"
                r"|^sponsorship|growth|opportunity|^next steps|^how we\b"
            ),
        ),
        (
            Kind.DUTY,
            (
                r"responsib|\bduties\b|\bduty\b|\btasks?\b|accountabilit"
                r"|\bfunctions\b|^functions?$|essential job|job functions?"
                r"|what you(?:'ll| will| would)?(?: be)? (?:do|doing|working|responsible)"
                r"|what will you (?:do|be)|what you(?:'ll| will) (?:own|deliver|work|tackle"
                r"|achieve|lead|manage)|what (?:the|this) (?:job|role|position|work) "
                r"(?:involves|entails|includes|is)|^(?:in )?(?:the|this|your) (?:role|job"
                r"|position|post)(?:,)? (?:you|will|involves|includes|entails|requires you)"
                r"|^(?:as|in) (?:an?|the|this|your)\b.*\byou(?:'ll| will)\b"
                r"|^you(?:'ll| will)(?: be)?(?: responsible for| expected to)?$"
                r"|^you(?:'ll| will) (?:also )?(?:be|spend)\b"
                r"|^(?:your|the) (?:mission|tasks|work|job|day|contribution|impact|challenge)"
                r"|^your role$|day[- ]to[- ]day|typical (?:day|week)|a day in|daily (?:work"
                r"|activities)|deliverables|scope of (?:work|services|the|role|job|position)"
                r"|terms of reference|(?:key|main|core|principal|primary|major|job|specific) "
                r"(?:activities|objectives|deliverables|results|areas|elements|aspects|jobs"
                r"|purpose and)|^activities|^objectives|^the work$|work performed"
                r"|^the (?:successful candidate|post ?holder|incumbent|job ?holder|candidate"
                r"|appointee|role|position|job|work)\b.*\b(?:will|shall|to|include|includes)"
                r"(?: be)?(?: responsible for| include| involve)?$"
                r"|will (?:be )?(?:include|involve)|job content|work content|role profile"
            ),
        ),
        (
            Kind.REQUIREMENT,
            (
                r"requirement|\brequire[ds]?\b|qualif|who you are|who are you|about you"
                r"|^you$|^you (?:are|have|must|should|need|bring|possess|can|know|offer)\b"
                r"|you(?:'ll| will)? (?:need|have|bring|offer|be able)|you(?:'ve| have) got"
                r"|looking for|we (?:are )?(?:look|seek|need|want|expect|ask|value|require)"
                r"|need from you|what it takes|what you(?:'ll)? (?:need|bring|have)"
                r"|\bskills?\b|\bexperiences?\b|\beducation|\bcompetenc|\babilit|\bknowledge\b"
                r"|\bcriteria\b|\bperson(?:al|nel)? (?:spec|profile|qualit|attribut|char)"
                r"|^the person|^person$|^(?:your|candidate|ideal|the|applicant) (?:\w+ )?"
                r"(?:profile|candidate|person|background|applicant)|candidate|applicants?\b"
                r"|must[- ]haves?|nice[- ]to[- ]haves?|^must$|good to have|^essentials?$"
                r"|^desirables?$|^desired|^preferred|^preferab|^preferences?$|\bplus(?:es)?$"
                r"|^bonus points|^advantage|^assets?$|prerequisite|credential|certificat"
                r"|licen[cs]e|^languages?\b|language (?:skills|proficiency)|^profile$"
                r"|^attributes|^qualities|^traits|^characteristics|^expertise|^proficien"
                r"|^background$|^academic|^training$|^degree|^computer|^technical$|^software"
                r"|^it$|^minimum\b|^basic\b|^suitab|^ideally|^specification|^driving"
            ),
        ),
        (
            Kind.MIXED,
            (
                r"job (?:description|summary|purpose|profile|overview|brief|objective|info)"
                r"|(?:position|role|post) (?:description|summary|purpose|overview|objective"
                r"|profile|statement)|^(?:about )?(?:the|this) (?:role|job|position|post"
                r"|opportunity|vacancy)$|^(?:role|position|job|post|overview|summary|purpose"
                r"|description|general|the project|project|general description)$"
                r"|(?:general|basic|main|overall) (?:purpose|summary|description|scope)"
                r"|purpose of (?:the|this)|description of|summary of"
            ),
        ),
    )
)
_EDGES = " \t:*#=_~|-–—•·.>»<\"'“”[]()"
_NUMBER = re.compile(r"^\(?(?:\d{1,2}|[ivxIVX]{1,4}|[A-Z])[.)]\s+")
_SMALL_WORDS = (
    "a an and as at be by do for from have have: in is it of on or the to we what who"
    " will with you your our are if / & + -"
)
_SMALL = frozenset(_SMALL_WORDS.split())

# Headings in the middle of a line, as in a paste that lost its line breaks. Strict:
# capitals and a colon.
_BEFORE = (
    r"(?:(?:Job|Key|Minimum|Required|Preferred|Main|Essential|Primary|Your|Basic|Core"
    r"|Additional|Desired|Desirable|Position|Role|General|Specific|Principal|Major"
    r"|Duties|Skills|Education|Experience|Other|Special|Technical|Personal|Knowledge"
    r"|Professional|The|Ideal|Company|Person|Physical|Roles?|Qualifications|How|Tasks"
    r"|JOB|KEY|MINIMUM|REQUIRED|PREFERRED|MAIN|ESSENTIAL|ADDITIONAL|DESIRED|POSITION"
    r"|ROLE|GENERAL|SPECIFIC|DUTIES|SKILLS|EDUCATION|EXPERIENCE|APPLICATION|ABOUT"
    r"|START|OPENING|and|AND|&|/|to|we) ?/? ?){0,4}"
)
MIDDLE = re.compile(
    r"(?<![\w/&,-])(?<![\w/&,-] )?\b"
    + _BEFORE
    + r"(?:Responsibilit(?:ies|y)|Duties|Tasks|Accountabilities|Functions|Requirements"
    r"|Qualifications|Skills|Competenc(?:ies|es)|Criteria|Specification|Profile"
    r"|Benefits|Offer|Apply|Salary|Remuneration|Deadline|Location|Overview|Description"
    r"|Summary|Abilities|Education|Experience"
    r"|RESPONSIBILIT(?:IES|Y)|DUTIES|TASKS|REQUIREMENTS|QUALIFICATIONS|SKILLS|BENEFITS"
    r"|APPLY|PROCEDURES?|SALARY|REMUNERATION|DEADLINE|LOCATION|COMPANY|DATE|DESCRIPTION"
    r"|SUMMARY|EXPERIENCE|EDUCATION|NOTES|CRITERIA) ?:"
)


def kind_of(words: str) -> Kind:
    """Say what stands under a heading with these words; UNKNOWN where they say little."""
    plain = plainly(words)
    if not plain or len(plain) > LONGEST:
        return Kind.UNKNOWN
    for kind, pattern in _KINDS:
        if pattern.search(plain):
            return kind
    return Kind.UNKNOWN


def plainly(words: str) -> str:
    """Take off what decorates a heading: number, colon, stars; lower case."""
    bare = _NUMBER.sub("", words.strip(_EDGES) + " ").strip(_EDGES)
    return " ".join(bare.replace("’", "'").lower().split())


def looks_like_one(line: str) -> bool:
    """Say whether a whole line is written as a heading, whatever it says."""
    bare = line.strip()
    if not SHORTEST <= len(bare) <= LONGEST or not any(map(str.isalpha, bare)):
        return False
    if bare.endswith((".", ",", ";")) or len(bare.split()) > 9:  # noqa: PLR2004 -- a count of words
        return False
    return bare.endswith(":") or is_loud(bare) or bare[0] in "#*=_" or _is_titled(bare)


def is_loud(words: str) -> bool:
    """Say whether words are written in capitals."""
    letters = [sign for sign in words if sign.isalpha()]
    return len(letters) > 3 and all(sign.isupper() for sign in letters)  # noqa: PLR2004 -- IT, HR and UK are no headings


def _is_titled(words: str) -> bool:
    """Say whether words begin with a capital, and either all do or they are few."""
    parts = words.split()
    big = [part for part in parts if part.lower() not in _SMALL]
    return words[:1].isupper() and (
        all(part[:1].isupper() for part in big) or len(parts) <= 6  # noqa: PLR2004 -- a count of words
    )
