"""Which level of education a written qualification is.

The ladder is ISCED 2011; national names are placed after the published ISCED mappings
(a German Meister is 655, a first professional degree such as JD or MD is 7). Levels
classify what was completed: a degree under way is marked so by `is_finished`.
"""

import re
from dataclasses import dataclass

from positions.criteria import EducationLevel

_LEVEL = EducationLevel
LOOSE = _LEVEL.POST_SECONDARY  # "diploma", "certificate": words of many uses

# The words of a degree that are more than one.
_SUBJECT = (
    r"(?:business\s+admin\w+|public\s+admin\w+|social\s+work|fine\s+arts?|computer\s+(?:applications?"
    r"|science)|applied\s+(?:sciences?|arts?)|liberal\s+arts|professional\s+\w+|\w+)"
)
# The levels of the United Kingdom's framework (gov.uk, "What qualification levels mean").
_NUMBERED = {
    _LEVEL.LOWER_SECONDARY: "[12]",
    _LEVEL.UPPER_SECONDARY: "3",
    _LEVEL.POST_SECONDARY: "4",
    _LEVEL.SHORT_CYCLE: "5",
    _LEVEL.BACHELOR: "6",
    _LEVEL.MASTER: "7",
    _LEVEL.DOCTORATE: "8",
}
_OF_A_LEVEL = (
    r"(?:award|certificate|(?:extended\s+)?diploma|apprenticeship|n?\.?v\.?q\b"
    r"|national\s+(?:vocational\s+qualification|certificate|diploma)"
    r"|essential\s+skills|functional\s+skills|english\s+for\s+speakers\b[\w\s]{0,20})"
)
# In order: the first that matches at a place wins. (?-i:...) minds the case.
_PATTERNS: tuple[tuple[EducationLevel, str], ...] = (
    *(
        (
            level,
            (
                rf"level\s+{number}\s+(?:\w+\s+)?{_OF_A_LEVEL}"
                rf"|\b(?:S?NVQ|[BS]TEC|AAT|CIPD|CIPS)\b[\w\s(,-]{{0,25}}?\blevel\s+{number}\b"
            ),
        )
        for level, number in _NUMBERED.items()
    ),
    (
        _LEVEL.BACHELOR,
        r"degree\s+apprenticeship|(?<!post)(?<!post-)(?<!post )\bgraduate\s+(?:certificate|diploma)\b",
    ),
    (
        _LEVEL.MASTER,
        r"post\s?-?graduate\s+(?:certificate|diploma)(?:\s+in\s+education)?|(?-i:\bPGC(?:E|ert)?\b|\bPGDip\b)",
    ),
    (_LEVEL.SHORT_CYCLE, r"diploma\s+of\s+higher\s+education|(?-i:\bDipHE\b)"),
    (
        _LEVEL.POST_SECONDARY,
        r"certificate\s+of\s+higher\s+education|(?-i:\bCertHE\b)|higher\s+apprenticeship",
    ),
    (
        _LEVEL.UPPER_SECONDARY,
        (
            r"access\s+to\s+higher\s+education(?:\s+diploma)?|advanced\s+apprenticeship"
            r"|applied\s+generals?\b|(?-i:\bAS)[\s-]levels?\b|\btech[\s-]levels?\b"
        ),
    ),
    (
        _LEVEL.LOWER_SECONDARY,
        (
            r"intermediate\s+apprenticeship|entry\s+level\s+(?:award|certificate|diploma|functional\s+skills|essential\s+skills|english\b[\w\s]{0,30})"
            r"|(?-i:\bCSEs?\b)(?=\W+grade)"
        ),
    ),
    (
        _LEVEL.BACHELOR,
        (
            r"\bordinary\s+degree\b|(?-i:\bB(?:AEcon|AArch|A?[Ss]c(?:Econ|Eng|Tech)?|Ag|Acc|Admin|Comm"
            r"|GS|Hyg|Lib|LS|Litt|LEcon|MedSc|Met|Mus|Pharm|aSocSc|Theol|VMed|VMS|Vsc|Phil|DS)\b)"
        ),
    ),
    (
        _LEVEL.MASTER,
        r"(?-i:\bM(?:Lib|Litt|Math|Mus|Res|Sci|Theol|Law|Chem|Phys)\b)",
    ),
    (
        _LEVEL.SHORT_CYCLE,
        r"foundation\s+of\s+(?:arts|sciences?)|(?-i:\bF[dD](?:Sc|A|Ed|Ss|Eng)\b)",
    ),
    (_LEVEL.DOCTORATE, r"(?-i:\bD(?:Sc|Mu|CL)\b)"),
    (
        _LEVEL.UPPER_SECONDARY,
        (
            r"high[\s-]?school(?:\s+(?:diploma|graduate|degree|equivalen\w+))*"
            r"|secondary\s+(?:school|education)(?:\s+\w*\s?(?:diploma|certificate))?"
            r"|(?-i:G\.?E\.?D\.?)(?![\w])|general\s+educational\s+development"
            r"|(?-i:A)[\s-]levels?\b|abitur\b|fachabitur|fachhochschulreife|hochschulreife"
            r"|matura\b|baccalaur[eé]at\b|bachillerato\b|higher\s+secondary\w*"
            r"|intermediate\s+(?:exam\w*|certificate)|(?-i:HSC\b)"
            r"|international\s+baccalaureate"
            r"|(?:berufs|kaufmännische\s+)?ausbildung\s+(?:zu[mr]|als)\s+\w+"
            r"|kaufmännische\s+(?:aus)?bildung|(?-i:\bLehre\b)|(?<!diplom-)(?<!diplom\s)\b(?!diplom)\w*kauf(?:mann|frau)\b"
            r"|(?-i:\bLiceum\b)|\bmatura\b|\bliceo\b|\bmaturit[aàyě]\w*|diploma\s+di\s+(?:maturità|scuola)\w*"
            r"|ensino\s+secundário|12\.?º\s+ano|(?-i:\b(?:HAVO|VWO|MBO)\b)|gymnasieexamen|studentexamen"
            r"|ylioppilas\w*|érettségi|(?:diplomă\s+de\s+)?bacalaureat|lise\s+diploması|απολυτήριο\w*"
            r"|повна\s+загальна\s+середня|среднее\s+образование|(?-i:\bTechnikum\b)"
            r"|apprenticeship\b|12th\s+(?:grade|standard|std)"
        ),
    ),
    (
        _LEVEL.LOWER_SECONDARY,
        (
            r"(?-i:\bGCSEs?\b)|(?-i:O)[\s-]levels?\b|mittlere\s+reife|realschul\w+"
            r"|hauptschul\w+|brevet\s+des\s+coll\w+|educación\s+secundaria\s+obligatoria"
            r"|szkoła\s+podstawowa|licenza\s+media|grundskola|peruskoulu"
            r"|10th\s+(?:grade|standard|std)|(?-i:\bSSC\b)|middle\s+school"
        ),
    ),
    (
        _LEVEL.MASTER,
        (
            r"juris\s+doctor\w*|doctor\s+of\s+(?:medicine|law|jurisprudence|pharmacy"
            r"|dental\s+\w+|veterinary\s+\w+)|(?-i:\bJ\.?D\.?)(?=\W|$)|pharm\.?d\b"
        ),
    ),
    (
        _LEVEL.DOCTORATE,
        (
            r"\bph\.?\s?d\b\.?|\bd\.?phil\b|doctorate|doctoral|doctor\s+of\s+\w+"
            r"|(?-i:\bEd\.?D\b)|(?-i:\bD\.B\.A\b)|(?-i:\bDr\.\s?(?:rer|phil|iur|jur|ing|med)\b)"
            r"|dottorato\w*|doutoramento|doutorado|\bdoktor(?:at|ská|grad)?\b|tohtori\w*|väitöskirja"
            r"|promotion\s+(?:zum|in)\b|doctorat\b|doctorado\b"
        ),
    ),
    (
        _LEVEL.SHORT_CYCLE,
        (
            r"associates?(?:['’]?s|['’])?(?:\s+(?:of\s+(?:applied\s+|general\s+)?(?:arts|science|business|technology|studies)s?"
            r"|degree|of|in|in\s+arts|arts|applied\s+science|science|applied)\b|(?=\s*[:,])|\s*$)|associate's|foundation\s+degree"
            r"|higher\s+national\s+diploma|(?-i:\b(?:HND|BTS|DUT|AAS|A\.A\.S\.?|A\.A\.?"
            r"|A\.S\.?|ADN)\b)|(?-i:^\W*(?:AA|AS)\b(?=\s*(?:[:,(–-]|in\b|of\b)))"
            r"|yrkeshögskole\w*|ön\s?lisans|vyšší\s+odborn\w+|formación\s+profesional|ciclo\s+formativo"
            r"|técnico\s+superior|brevet\s+de\s+technicien\s+sup\w+"
        ),
    ),
    (
        _LEVEL.MASTER,
        (
            r"\bmaster(?:['’]?s|s['’])?\b(?:\s+(?:degree|of\s+"
            rf"{_SUBJECT}|in\b))?"
            r"|(?-i:\b(?:E?MBA|M\.B\.A\.?|MPA|MPH|MSW|MFA|MHRM|MSHRM|MSc|M\.Sc\.?|M\.S\.?"
            r"|M\.A\.?|MAcc|MAcy|M\.?Ed\.?|MEng|M\.?Phil\.?|LL\.?M\.?|M\.?Com\.?|MCA"
            r"|M\.?Tech\.?)(?=\W|$))"
            r"|(?-i:\bMS\b(?!\s*(?:Office|Word|Excel|Access|Outlook|Power|Project|Windows"
            r"|SQL|Dynamics|Teams|Visio|DOS)))(?=\s*(?:[:,(–-]|in\b|degree))"
            r"|(?-i:^\W*(?:MA|MS)\b(?=\s*(?:[:,(–-]|in\b|of\b)))"
            r"|(?-i:^\W*MA\b(?=\s+[A-Z][a-z]+))"
            r"|\bdiplom-?\s?(?:kauf|volkswirt|betriebswirt|ing|inform|math|psych)\w*"
            r"|\blaurea\s+(?:magistrale|specialistica)\b|\bmestrado\b|\bmagist(?:er|ra)\b|civilekonom"
            r"|\bmasterexamen|kandidat(?:i)?\s+nauk|maisteri|magisztr\w*|mesterképzés|masterat|yüksek\s+lisans"
            r"|\binżynier\s+magister|mgr\s+inż|(?-i:\bmgr\b)|магістр\w*|магистр\w*|специалист(?=\s*,)|μεταπτυχιακ\w+"
            r"|licence\s+spéciale|titulaire\s+d.un\s+master|\bmagister\b|staatsexamen|\bmaîtrise\b|\bmáster\b|\bmastère\b"
            r"|diplôme\s+d['’]ing[eé]nieur|post\s?-?graduate\s+(?:diploma|degree)"
        ),
    ),
    (
        _LEVEL.BACHELOR,
        (
            r"\bbach[ea]lor(?:['’]?s|s['’])?\b(?:\s+(?:degree|of\s+"
            rf"{_SUBJECT}|in\b))?"
            r"|\bbaccalaureate\b"
            r"|(?-i:\b(?:BSc|B\.Sc\.?|B\.S\.?|B\.A\.?|BBA|B\.B\.A\.?|BBM|BSBA|BSN|BSW|BFA"
            r"|B\.?Com\.?|B\.?Tech\.?|B\.?Eng\.?|B\.E\.?|B\.?Ed\.?|LL\.?B\.?|BA|BS|BCA)"
            r"(?=\W|$))"
            r"|undergraduate\s+degree|licence\s+(?:en|de|professionnelle)\b|(?-i:\bLicence\s+[A-Z]{2,5}\b)"
            r"|\blicencjat\w*|\binżynier\b|\blaurea\b|(?-i:\bHBO\b)|kandidatexamen|kandidatuddannelse"
            r"|ammattikorkeakoulututkinto|tradenomi|kandidaatti|\bbakalář\w*|alapképzés|\blicenţă\b|\blicență\b"
            r"|\blisans\b|πτυχίο\w*|бакалавр\w*|\bgrado\b|\bdiplomatura\b|\bbacharel\w*"
            r"|\blicenciad[oa]\b|\blicenciatura\b|\bgrado\s+en\b"
            r"|(?:diplom[\w-]*\s*\(fh\))|\w*fachwirt(?:in)?\b|bilanzbuchhalter(?:in)?\b"
            r"|(?-i:\b\w*[Mm]eisterbrief\b|\bMeister\b)|staatlich\s+gepr\w+\s+betriebswirt\w*"
        ),
    ),
    (
        _LEVEL.POST_SECONDARY,
        (
            r"\bdiploma\b|\bcertificates?\b|\bcertificado\b|\bcertification\b"
            r"|vocational\s+\w+|trade\s+school|technical\s+(?:school|institute|diploma)"
            r"|(?-i:\bHNC\b)"
        ),
    ),
    (_LEVEL.PRIMARY, r"(?:primary|elementary)\s+school|grundschule|école\s+primaire"),
)
_COMPILED = tuple(
    (level, re.compile(pattern, re.IGNORECASE | re.MULTILINE))
    for level, pattern in _PATTERNS
)
_UNFINISHED = re.compile(
    r"in\s+progress|pursuing|expected|anticipated|\bcandidate\b|\bcurrent(?:ly)?\b"
    r"|present\b|towards?\b|incomplete|\battend(?:ed|ing)\b|not\s+completed|unfinished"
    r"|projected|working\s+on|enrolled|ongoing|laufend|abgebrochen|en\s+cours"
    r"|en\s+curso|some\s+(?:college|coursework)|undergrad(?:uate)?\s+student",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundLevel:
    """A level and the words that say so, at `[start:end]`."""

    level: EducationLevel
    words: str
    start: int
    end: int


def find(text: str) -> list[FoundLevel]:
    """Find every qualification named in a text, from left to right."""
    found: list[FoundLevel] = []
    for level, pattern in _COMPILED:
        for match in pattern.finditer(text):
            start, end = match.span()
            if end > start and all(end <= f.start or start >= f.end for f in found):
                words = " ".join(match[0].split()).strip(" :,-")
                found.append(FoundLevel(level, words, start, end))
    return sorted(found, key=lambda one: one.start)


def is_finished(text: str) -> bool:
    """Say whether nothing in the words about a qualification says it is under way."""
    return not _UNFINISHED.search(text)
