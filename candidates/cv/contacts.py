"""Who somebody is and where they can be reached: found, so that it can be left out."""

import re

SHORT = 10  # words of a line that only says where somebody is

EMAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
URL = re.compile(
    r"(?:https?://|www\.)[^\s,;)>\]]+"
    r"|\b(?:linkedin|github|xing|facebook|twitter|instagram)\.com/[^\s,;)>\]]+",
    re.IGNORECASE,
)
PHONE = re.compile(
    r"(?<![\w.,$€£])(?:\+|00)?\(?\d{1,4}\)?(?:[\s.()-]{0,2}\d{2,5}){2,5}(?![\w%])"
)
ADDRESS = re.compile(
    r"\b\d{1,5}[a-z]?\s+(?:[NSEW]\.?\s+)?(?:[A-Z0-9][\w.'’-]{0,40}\s+){1,4}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way"
    r"|Place|Pl|Square|Terrace|Close|Crescent|Circle|Parkway|Pkwy|Highway|Hwy)\b\.?"
    r"(?:,?\s+(?:Apt|Suite|Unit|#)\.?\s*\w+)?"
    r"|\b[A-ZÄÖÜ][\wäöüß.-]{0,40}(?:straße|strasse|str\.|weg|platz|allee|gasse)\s+\d+\w?"
    r"|\b\d{1,4}(?:\s?bis)?,?\s+(?:rue|avenue|boulevard|place|chemin|allée)\s+[^\n,]{2,40}"
    r"|\b(?:Calle|C/|Avenida|Avda\.?|Plaza|Paseo)\s+[A-ZÁÉÍÓÚÑ][^\n,]{2,40}"
    r"|\bP\.?\s?O\.?\s+Box\s+\d+"
)
POSTCODE = re.compile(
    r"\b[A-Z]{2}\s+\d{5}(?:-\d{4})?\b|\b[A-Z]{1,2}\d[A-Z\d]?\s+\d[A-Z]{2}\b"
    r"|\b(?:[A-Z]{1,2}-)?\d{4,5}\s+[A-ZÄÖÜÉ][a-zäöüßé]{2,}"
)
LABEL = re.compile(
    r"^\W*(?:(?:full\s+|first\s+|last\s+)?name|(?:e-?mail|mail|home|postal)?\s*address"
    r"|e-?mail|phone|telephone|tel|mobile|cell|fax|(?:date|place)\s+of\s+birth|d\.?o\.?b"
    r"|born|birthday|age|nationality|citizenship|gender|sex|religion|marital\s+status"
    r"|military\s+status|visa(?:\s+status)?|passport|linkedin|website|geburtsdatum|geboren"
    r"|geburtsort|anschrift|adresse|telefon|handy|familienstand|staatsangehörigkeit"
    r"|nationalité|date\s+de\s+naissance|né[e]?\s+le|téléphone|domicilio|dirección"
    r"|teléfono|móvil|fecha\s+de\s+nacimiento|nacionalidad|estado\s+civil)\s*[.:#-]",
    re.IGNORECASE,
)
PERSONAL = re.compile(
    r"date\s+of\s+birth|marital\s+status|\bmarried\b|nationality|\bcitizen(?:ship)?\b"
    r"|years?\s+old|geburtsdatum|familienstand|verheiratet|fecha\s+de\s+nacimiento"
    r"|estado\s+civil|nationalité|religion\s*:|gender\s*:|military\s+status",
    re.IGNORECASE,
)
_ORGANISED = (
    r"UNIVERSITY|COLLEGE|INSTITUTE|ACADEMY|POLYTECHNIC|(?:HIGH|BUSINESS)\s+SCHOOL"
    r"|University|Universit(?:y|ies)|College|Institute|Polytechnic|Academy|Seminary"
    r"|(?:High|Business|Law|Graduate|Secondary|Grammar|Community|Technical)\s+School"
    r"|School\s+of|Universität|Hochschule|Fachhochschule|Gymnasium|Realschule"
    r"|Berufsschule|Université|Lycée|École|Ecole|Institut|Universidad|Instituto"
    r"|Colegio|Escuela|Sixth\s+Form|Berufskolleg|Handelsschule|Akademie|IHK|Universidade"
    r"|Faculdade|Escola|Università|Politecnico|Istituto|Liceo|Universiteit|Hogeschool"
    r"|Uniwersytet|Politechnika|Akademia|Szkoła|Liceum|Technikum|Universitet(?:et)?"
    r"|Högskola(?:n)?|Høgskole(?:n)?|Handelshögskolan|Yliopisto|Univerzita|Gymnázium"
    r"|Egyetem|Főiskola|Universitatea|Liceul|Colegiul|Üniversitesi|Lisesi|Πανεπιστήμιο"
    r"|Университет|Університет|Институт|Інститут|Колледж|Коледж|Академия|Академія"
)
_PROPER = r"[A-ZÀ-ÖØ-ÞŁŚŻŹĆĘÓČŠŽŘĚŮŐŰĂÎȘȚİÇĞΑ-ΩА-ЯІЇЄ&][\w.&'’-]{0,40}"
INSTITUTION = re.compile(
    rf"(?:(?:{_PROPER})\s+(?:(?:of|the|de|and|&)\s+(?=[A-Z]))?){{0,6}}"
    rf"\b(?:{_ORGANISED})\b"
    rf"(?:,?\s+(?:of|at|for|de|del|la|le|du|der|für|in|w|we|di|do|da|van|im)(?:\s+(?:the|la|las|los))?"
    rf"\s+{_PROPER}|\s+{_PROPER}){{0,6}}"
    rf"|(?:{_PROPER}\s+){{1,6}}(?:[Ss]chool|college|university|institute|academy)\b"
)
GRADUATED = re.compile(
    r"\bgraduat(?:e|ed|es|ion|ing)\b|\bdegrees?\b|\bdiploma\b|\balum\w+"
    r"|\bbachelor\w*|\bmaster['’]?s\b|\bGPA\b|\bclass\s+of\s+\d|\babschluss\b"
    r"|\bdiplôm\w+|\btitulad\w+|\bM\.?B\.?A\b|\bPh\.?D\b|cum\s+laude|dean['’]s\s+list",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Herr|Frau|Mme|M|Sr|Sra)\.?\s+)?"
    r"[^\W\d_][\w.'’-]*(?:\s+[^\W\d_][\w.'’-]*){1,4}(?:,\s*[A-Z][\w.]{1,6})*"
)
_NO_NAME = re.compile(
    r"\b(?:curriculum|vitae|resume|résumé|lebenslauf|cv|profile|summary|page|street"
    r"|road|avenue|phone|mobile|email|city|state|address|contact|confidential)\b",
    re.IGNORECASE,
)


def phones(text: str) -> list[str]:
    """Find telephone numbers: 7 to 15 digits (ITU-T E.164), and no span of years."""
    found = (match[0].strip() for match in PHONE.finditer(text))
    return [one for one in found if _is_phone(one)]


def _is_phone(written: str) -> bool:
    digits = sum(map(str.isdigit, written))
    years = re.fullmatch(r"(?:19|20)\d\d\W+(?:19|20)\d\d", written)
    return 7 <= digits <= 15 and not years  # noqa: PLR2004 -- the bounds of E.164


def is_contact(line: str) -> bool:
    """Say whether a line is about reaching or registering somebody, not about work."""
    short = len(line.split()) <= SHORT
    return bool(
        (short and LABEL.search(line))
        or EMAIL.search(line)
        or URL.search(line)
        or ADDRESS.search(line)
        or (short and POSTCODE.search(line))
        or (short and phones(line))
    )


def name_in(lines: list[str]) -> str:
    """Read the name off the top of a CV; empty unless contact data stand beside it.

    Without an e-mail address, telephone number or address a first line is as often a
    job title.
    """
    label = re.compile(r"^\W*(?:full\s+)?name\s*:\s*(.+)$", re.IGNORECASE)
    for line in lines:
        if told := label.match(line):
            return as_name(told[1])
    if not any(map(is_contact, lines)):
        return ""
    for line in lines[:6]:
        bare = re.split(r"\t|\s[|•·–-]\s", PHONE.sub("", EMAIL.sub("", line)))[0]
        if name := as_name(bare):
            return name
    return ""


def as_name(written: str) -> str:
    """Return a line that could be somebody's name; else nothing."""
    bare = written.strip(" \t,;:|•-–")
    match = _NAME.fullmatch(bare)
    if not match or _NO_NAME.search(bare) or ADDRESS.search(bare) or len(bare) > 60:  # noqa: PLR2004 -- a line of prose
        return ""
    words = [word for word in bare.replace(",", " ").split() if word.isalpha()]
    tall = sum(word[0].isupper() for word in words)
    return bare if words and tall * 2 > len(words) else ""
