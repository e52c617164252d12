"""What speaks in a line for a duty, for a requirement, or for something else.

Each feature has a name and is 0 or 1; how much it weighs for which is in a data file.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from positions.pasted.pieces import Piece

_DATA = Path(__file__).parent / "data"
_BEFORE_VERB = re.compile(
    r"(?:(?:to|and|also|will|shall|would|should|may|you|s/?he|he|she|they|the|a|an|it"
    r"|ll|on|other|be|as|required|needed|regularly|actively|directly|effectively"
    r"|efficiently|closely|proactively|accurately|successfully|independently|jointly"
    r"|periodically|continuously|constantly|occasionally|professionally|timely|fully"
    r"|promptly|personally|daily|weekly|monthly|regular|basis|where|when|if|necessary"
    r"|appropriate|incumbent|employee|candidate|manager|holder|position|role|job"
    r"|successful|typically|usually|generally|primarily|consistently|quickly|clearly"
    r"|properly|duly|systematically|strategically|creatively|co)[\s,'’-]+)*"
)
_WORD = re.compile(r"[a-z][a-z'’-]*")


def _verbs() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    lines = (_DATA / "verbs-1.txt").read_text(encoding="utf-8").splitlines()
    base = [line.strip() for line in lines if line.strip() and line[0] != "#"]
    return frozenset(base), frozenset(map(_third, base)), frozenset(map(_ing, base))


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _ing(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith(("ee", "oe")):
        return verb[:-1] + "ing"
    doubled = {"plan", "run", "get", "set", "cut", "ship", "log", "map", "program"}
    doubled |= {"refer", "transfer", "submit", "control", "enrol", "begin", "stop"}
    doubled |= {
        "put",
        "scan",
        "transmit",
        "embed",
        "model",
        "travel",
        "budget",
        "input",
    }
    # British English doubles more than American: both forms count.
    return verb + verb[-1] + "ing" if verb in doubled else verb + "ing"


_BASE, _THIRD, _ING = _verbs()
# Verbs that are as often nouns: alone at the start of a line they say little.
_NOUNS = (
    "access account balance bill budget care contact control cover design document"
    " exchange experience file focus form function head help interface interview"
    " invoice issue lead list look market measure model network offer order package"
    " place plan position post practice present price process program programme"
    " progress project purchase quote record report request research review sample"
    " schedule service set share sign source staff start stock store structure study"
    " supply support survey target test track trade train transfer transport travel"
    " type use visit volunteer work license degree master project learn join apply"
    " understand network"
)
_ALSO_NOUNS = frozenset(_NOUNS.split())

_PATTERNS: dict[str, str] = {
    # a requirement
    "ability": r"^\W*(?:(?:an?|the|proven|demonstrated|good|strong|excellent|high|has"
    r"|have|is|be|must|should|well|personal|and)\W+)*"
    r"(?:abilit|able to\b|capab|capacity|aptitude|willing|readiness|ready to|eager"
    r"|desire to|comfortable|confiden|passion|commit)",
    "ability_inside": r"\babilit(?:y|ies)\b|\bable to\b|\bcapable of\b|\bwilling",
    "experience": r"\bexperienced?\b",
    "years": r"\b(?:\d+|one|two|three|four|five|six|seven|eight|ten|several)\+?"
    r"(?: ?\(\d+\))?(?: ?(?:-|–|to|or) ?\w+)?\+?[- ]?(?: or more| \w+)? ?years?\b",
    "knowledge": r"\b(?:knowledge|understanding|familiar\w*|acquaint\w+|grasp|awareness"
    r"|command|insight|know-how)\b",
    "knowledge_first": r"^(?:\W*\w+ ){0,3}(?:knowledge|understanding|familiarity|command)"
    r"\b|^(?:familiar|knowledge|understanding)",
    "degree": r"\bdegree\b|\bbachelor|\bmaster'?s\b|\bdiploma\b|\buniversity\b|\bcollege\b"
    r"|higher (?:\w+ )?education|\beducation(?:al)?\b|\bgraduate\b|\bb\.?sc?\b|\bm\.?sc"
    r"|\bmba\b|\bph\.?d|\bg\.?c\.?s\.?e|\bged\b|\bhigh school\b|\ba[- ]levels?\b|\bnvq\b"
    r"|\bqualified\b|\bqualifications?\b|\bspeciali[sz]ation\b|\bdiplomas\b",
    "degree_first": r"^(?:\W*\w+\W+){0,3}(?:degree|bachelor|master'?s|diploma|education"
    r"|graduate|qualification)",
    "quality_first": r"^\W*(?:very |extremely |highly |really |must have |has |have |an? |"
    r"possess\w* )?(?:excellent|good|strong|solid|proven|demonstrated|outstanding|great"
    r"|superior|exceptional|effective|fluen\w+|advanced|proficien\w+|perfect|working"
    r"|high|sound|basic|deep|thorough|extensive|broad|in-depth|demonstrable|native"
    r"|minimal|exemplary|impeccable|positive|keen|sharp|adequate|sufficient|strict"
    r"|previous|prior|relevant|significant|substantial|hands-on|computer|intermediate"
    r"|some|similar|practical|professional|well[- ]\w+|highest)\b",
    "skills": r"\bskills?\b|\bskilled\b|\bskillful\b",
    "skills_last": r"\b(?:skills?|abilities|experience|attitude|personality|thinking"
    r"|orientation|spirit|thinker|player|abilit(?:y|ies))\W*$",
    "must": r"\bmust(?: be| have| possess)?\b|\bshould (?:have|be|possess)\b|\bneeds? to"
    r" (?:have|be)\b|\bhave to\b",
    "required": r"\b(?:required|essential|mandatory|a must|necessary|needed|obligatory)\W*$"
    r"|\bis (?:required|essential|mandatory|a must)\b|\brequire[sd]?\b",
    "plus": r"\b(?:a|an|as|big|major|huge|strong|definite|real|considered) (?:a |an )?"
    r"(?:plus|asset|advantage|bonus)\b|\bprefer(?:red|ab\w+|ence)?\b|\bdesir(?:ed|able)\b"
    r"|\badvantage(?:ous)?\b|\bideal(?:ly)?\b|\bnice to have\b|\bwelcome\b",
    "minimum": r"^\W*(?:minimum|min\.|at least|no less than|not less than|over|more than"
    r"|a minimum)|\bat least\b|\bminimum\b",
    "license": r"\blicen[cs]ed?\b|\bcertifi(?:ed|cat\w+)\b|\bdriving\b|\baccredited\b"
    r"|\bchartered\b|\bclearance\b|\bpassport\b|\bcitizen",
    "language": r"\b(?:english|french|german|spanish|russian|armenian|chinese|arabic"
    r"|italian|dutch|polish|portuguese|japanese|mandarin|greek|turkish|welsh|hindi"
    r"|bilingual|languages?|fluen\w+)\b",
    "fluent": r"\bfluen\w+|\bproficien\w+|\bnative\b|\b(?:written|oral|verbal|spoken)\b",
    "software": r"\b(?:ms|microsoft|excel|word|outlook|powerpoint|windows|office|sap"
    r"|oracle|quickbooks|autocad|photoshop|sql|java|c\+\+|c#|php|html|css|linux|unix"
    r"|internet|e-?mail|computer|pc|software|literate|literacy|php|\.net|javascript)\b",
    "trait": r"\b(?:team[- ]?player|team[- ]?work\w*|team spirit|self[- ]?\w+|punctual\w*"
    r"|hard[- ]?working|motivated|organi[sz]ed|detail[- ]?oriented|attention to details?"
    r"|flexib\w+|reliab\w+|honest\w*|integrity|enthusias\w+|energetic|creative|creativity"
    r"|initiative|personality|proactive|dynamic|ambitious|responsib(?:le|ility) person"
    r"|sense of|polite\w*|friendly|communicative|sociable|outgoing|patien\w+|mature"
    r"|professionalism|confidential\w*|discretion|independent\w*|under pressure"
    r"|analytical|interpersonal|organi[sz]ational|presentable|attitude|multi-?task\w*"
    r"|problem[- ]solv\w+|articulate|curious|curiosity|persisten\w+|dedicated"
    r"|diligen\w+|tact\w*|diploma(?:tic|cy)|adaptab\w+|leadership|communication skills"
    r"|attentive|stress|deadlines|accura(?:te|cy)|orientation|minded|oriented|dedicat\w+"
    r"|deliver results|open-minded|good looking|pleasant|appearance|humou?r)\b",
    "age": r"\bage[sd]?\b|years? old|years of age|\bmale\b|\bfemale\b",
    "person": r"\b(?:you|candidates?|applicants?|individual|someone|person)\b.{0,30}"
    r"\b(?:have|has|are|is|be|possess\w*|can|demonstrate\w*|hold|bring)\b|^you(?:'|’)?"
    r"(?:re|ve| are| have| can| love| enjoy| know| bring)\b",
    "background": r"\b(?:background|track record|expertise|proficiency|competenc\w+"
    r"|qualified|skilled|trained|talent|literate|literacy)\b",
    "have_first": r"^\W*(?:have|has|having|be|being|possess\w*|is|are|hold|holds)\b",
    "available": r"\bavailab(?:le|ility)\b|\bovertime\b|\bweekends?\b|\btravel\b|\blift\b"
    r"|\bpounds\b|\blbs\b|\bstanding\b|\bsitting\b",
    # a duty
    "responsible": r"\bresponsib(?:le|ility|ilities) (?:for|of|is|to|include)|\bin charge"
    r"|\baccountable for",
    "will": r"\b(?:will|shall)(?: also)?(?: be)? \w+",
    "you_will": r"\byou(?:'|’)?(?:ll| will)\b",
    "noun_action": r"^(?!\W*(?:\w+\W+){0,6}(?:is|are|was|were|will|has|have)\b)"
    r"\W*(?:\w+[ ,/&-]+){0,4}?(?:\w+(?:tion|ment|sion|ance|sis|ence|als"
    r"|ing|sight|ision)|support|review|design|control|analysis|assistance|delivery"
    r"|preparation|follow-?up|oversight|supervision|research|liaison|contact|service)"
    r"s?(?: and \w+)? (?:of|with|for|to|in|from|between|on|over|through|at)\b",
    "duties": r"\b(?:duties|tasks?|assignments?|activities|as (?:assigned|required"
    r"|requested|needed|directed|instructed)|other duties)\b",
    "object": r"\b(?:reports?|documents?|records?|data|files?|correspondence|invoices?"
    r"|payments?|projects?|staff|clients?|customers?|meetings?|procedures|policies"
    r"|budget\w*|plans?|materials?|programs?|databases?|contracts?|systems?|proposals?"
    r"|strateg\w+|partners?|stakeholders?|events?|trainings?|accounts?|quality|orders?"
    r"|issues|processes|sales|marketing|visitors|calls|purchases?|suppliers|website)\b",
    "purpose": r"\b(?:in order to|so that|to ensure|ensuring|including|in accordance with"
    r"|in compliance with|in collaboration with|in coordination with|on a (?:daily|weekly"
    r"|monthly|regular)|regular basis|timely|as well as|related to|and other)\b",
    "the": r"\bthe\b",
    # something else
    "we": r"\b(?:we|our|us|ours)\b",
    "company_is": r"\b(?:company|organi[sz]ation|firm|bank|group|foundation|center|centre"
    r"|llc|cjsc|inc|ltd|plc|agency|team)\b.{0,60}\b(?:is|are|was|has|have|operates"
    r"|provides|offers|specializ\w+|invites|announces|seeks)\b",
    "seeking": r"\b(?:is|are|am) (?:currently |now |actively )?(?:seeking|looking for"
    r"|hiring|recruiting|searching|inviting|accepting)|\binvit(?:es|ing)\b|\bannounces?\b"
    r"|\bto (?:join|fill)\b|\bopening for\b|\bseeks\b|\bvacan\w+|\blooking to\b",
    "founded": r"\b(?:founded|established|leading|worldwide|world's|largest|international"
    r"|mission|since (?:19|20)\d\d|our clients|headquarter\w*|branches|non-?profit"
    r"|subsidiar\w+|award)\b",
    "apply": r"\b(?:apply(?:ing)?|appl(?:ications?|icants?)|cvs?|resumes?|résumés?|cover"
    r" letter|interview\w*|short-?listed|submit|send|e-?mail(?:ed)?|contacted|deadline"
    r"|phone|tel|fax|attn|motivation letter|vacancy|forward)\b",
    "send": r"\b(?:send|submit|e-?mail|forward|attach)\b.{0,40}\b(?:cvs?|resumes?|résumés?"
    r"|letters?|applications?)\b|\binterested (?:candidates|applicants|persons|parties)"
    r"|\bto apply\b|\bplease\b|\bonly short",
    "address": r"@|\bwww\.|https?:|#(?:email|url|phone)|\b(?:street|str\.|avenue|ave\.|floor"
    r"|building)|\b\d{2,4}[ -]\d{2}[ -]?\d{2}|\b\d{5,}\b",
    "money": r"[$£€]|\b(?:salary|salaries|wages?|bonus\w*|per (?:hour|month|year|annum)"
    r"|usd|amd|gbp|eur|remuneration|compensation|paid|pay)\b",
    "benefit": r"\b(?:benefits?|insurance|pensions?|holidays?|vacation|401\(?k\)?|perks?"
    r"|medical|dental|discounts?|free|gym|package|competitive|career (?:growth|development"
    r"|progression|prospects)|maternity|leave|allowance|subsidi\w+|childcare|lunch\w*"
    r"|parking|equity|stock options|pto|flexible working|opportunit(?:y|ies) (?:to|for))",
    "equal": r"\bequal (?:employment )?opportunit|\bregardless\b|\bdiversity\b|\brace\b"
    r"|\bdiscriminat|\breligion\b|\bdisabilit|\bveteran",
    "date": r"\b(?:\d{1,2} )?(?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december),? (?:\d{1,2},? )?(?:19|20)?\d\d\b"
    r"|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b|\b\d{1,2}[:.]\d\d\b|\bfull[- ]time\b"
    r"|\bpart[- ]time\b|\bpermanent\b|\bmonths?\b",
    "project_is": r"^\W*(?:the|this|our)\b.{0,50}\b(?:is|are|was|aims?|has|supports)\b",
    "reports_to": r"\breports? (?:directly )?to\b|\bunder the (?:direct |general |overall )?"
    r"(?:supervision|direction|guidance)\b|\b(?:based|located) in\b",
    "the_role": r"\b(?:position|role|job|opportunity|incumbent|vacancy)\b",
}
_COMPILED = {name: re.compile(pattern) for name, pattern in _PATTERNS.items()}
LONGEST = 1500  # signs of a line that are looked at: no line of an advert needs more


def features_of(piece: Piece, *, in_list: bool) -> frozenset[str]:
    """Return the names of all features of a line.

    `in_list`: the advert has bullets.
    """
    words = piece.text
    low = words[:LONGEST].lower().replace("’", "'")
    found = {name for name, pattern in _COMPILED.items() if pattern.search(low)}
    found.add(verb_of(low))
    count = low.count(" ") + 1
    found.add("short" if count <= 5 else "long" if count > 28 else "middling")  # noqa: PLR2004 -- a count of words
    if piece.bulleted:
        found.add("bulleted")
    elif in_list:
        found.add("prose_among_bullets")
    if piece.inner:
        found.add("inner")
    if words[:1].islower():
        found.add("small_letter")
    if words.rstrip().endswith("."):
        found.add("full_stop")
    return frozenset(found - {""})


def verb_of(plain: str) -> str:
    """Name the form of the verb that a lower-case line begins with, or ""."""
    lead = _BEFORE_VERB.match(plain)
    at = lead.end() if lead else 0
    word = _WORD.match(plain, at)
    form = _form(word[0].strip("'-")) if word else ""
    if not form:
        return ""
    before = plain[:at].split()
    if not before:
        doubtful = word is not None and word[0] in _ALSO_NOUNS
        return "verb_or_noun" if doubtful else form
    if before[0] == "to":
        return "to_verb" if form == "verb" else ""
    if "will" in before or "shall" in before or "ll" in before[0]:
        return "will_verb" if form == "verb" else ""
    return f"then_{form}"


def _form(word: str) -> str:
    if word in _BASE:
        return "verb"
    if word in _THIRD:
        return "verb_s"
    return "verb_ing" if word in _ING else ""
