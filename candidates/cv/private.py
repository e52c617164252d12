"""What in a CV is nobody's business: where it stands, so that it can be left out.

Birth date and place, age, sex, marital status, children, religion, nationality, race,
health and a mention of a photograph: whatever people are used to write, no field is
made of it, and the text that is shown leaves it out.
"""

import re

from candidates.cv.lines import lines_of

LONG = 120  # characters: longer lines lose the words alone, not all they say

_LABELS = (
    r"date\s+(?:and\s+place\s+)?of\s+birth|d\.?\s?o\.?\s?b\.?|birth\s?(?:date|day|place)"
    r"|place\s+of\s+birth|born(?:\s+(?:on|in|at))?|age|gender|sex|marital\s+status"
    r"|family\s+status|civil\s+status|children|religio(?:n|us\s+\w+)|denomination|caste"
    r"|nationality|citizenship|ethnic\w*|race|photo(?:graph)?|height|weight|blood\s+group"
    r"|father['’]?s\s+name|mother['’]?s\s+name|spouse['’]?s?(?:\s+name)?"
    r"|geburts(?:datum|tag|ort)|geboren(?:\s+am)?|geb\.|alter|geschlecht|familienstand"
    r"|kinder|religion|konfession|staatsangehörigkeit|nationalität|staatsbürgerschaft"
    r"|date\s+(?:et\s+lieu\s+)?de\s+naissance|lieu\s+de\s+naissance|n[ée]e?\s+le|âge|sexe"
    r"|situation\s+(?:de\s+famille|familiale|matrimoniale)|état\s+civil|enfants|nationalité"
    r"|fecha\s+(?:y\s+lugar\s+)?de\s+nacimiento|lugar\s+de\s+nacimiento|edad|sexo"
    r"|estado\s+civil|hijos|religión|nacionalidad"
    r"|data\s+(?:e\s+luogo\s+)?di\s+nascita|luogo\s+di\s+nascita|nato(?:/a)?\s+(?:a|il)"
    r"|nata\s+(?:a|il)|età|sesso|stato\s+civile|religione|nazionalità|cittadinanza"
    r"|data\s+de\s+nascimento|idade|naturalidade|nacionalidade"
    r"|geboortedatum|geboorteplaats|leeftijd|geslacht|burgerlijke\s+staat|nationaliteit"
    r"|data\s+urodzenia|miejsce\s+urodzenia|wiek|płeć|stan\s+cywilny|narodowość|obywatelstwo"
    r"|födelsedatum|född|ålder|kön|civilstånd|medborgarskap|fødselsdato|født|sivilstatus"
    r"|statsborgerskab|statsborgerskap|syntymäaika|ikä|siviilisääty|kansalaisuus"
    r"|datum\s+narození|narozen[aá]?|rodinný\s+stav|národnost|státní\s+občanství"
    r"|születési\s+(?:idő|dátum|hely)|családi\s+állapot|állampolgárság"
    r"|data\s+nașterii|vârsta|stare\s+civilă|naționalitate|doğum\s+(?:tarihi|yeri)"
    r"|medeni\s+(?:hal|durum)\w*|uyruk|cinsiyet|ημερομηνία\s+γέννησης|οικογενειακή\s+κατάσταση"
    r"|εθνικότητα|υπηκοότητα|дата\s+(?:рождения|народження)|возраст|вік|пол|стать"
    r"|семейное\s+положение|сімейний\s+стан|гражданство|громадянство|национальность"
)
_LABELLED = re.compile(
    rf"(?:(?<=^)|(?<=[\t|•;,(])|(?<=\s))(?P<label>{_LABELS})\s*(?:[:\t–—-]|(?=\s*\d)|(?<=le)\s"
    r"|(?<=am)\s|(?<=on)\s|(?<=in)\s|(?<=il)\s)\s*(?P<value>[^|•;\n]{0,60})",
    re.IGNORECASE,
)
_VALUES = re.compile(
    r"\b(?:(?:happily\s+)?(?:un)?married(?:\s+with\s+\w+\s+children)?|divorced|widow(?:ed|er)?"
    r"|\d{1,2}\s+years?\s+old|aged?\s+\d{2}\b|verheiratet|ledig|geschieden|verwitwet"
    r"|\d{1,2}\s+jahre\s+alt|marié[e]?|célibataire|divorcé[e]?|\d{2}\s+ans\b(?!\s+d)"
    r"|casad[oa]|solter[oa]|divorciad[oa]|\d{2}\s+años\b(?!\s+de)|coniugat[oa]|celibe|nubile"
    r"|gehuwd|ongehuwd|żonaty|zamężna|panna|kawaler|roman\s+catholic|protestant|muslim|hindu"
    r"|(?:US|U\.S\.|British|German|French|Indian)\s+(?:citizen|national)s?)\b",
    re.IGNORECASE,
)


def spans(text: str) -> list[tuple[int, int]]:
    """Return where such things stand in a text, in order and without overlap.

    A short line that is labelled goes as a whole; within other words only what is said.
    Values without a label ("married") count on short lines alone.
    """
    found: list[tuple[int, int]] = []
    for line in lines_of(text):
        labelled = [match.span() for match in _LABELLED.finditer(line.text)]
        if len(line.text) <= LONG and not labelled:
            labelled = [match.span() for match in _VALUES.finditer(line.text)]
            if len(line.text.split()) > 12:  # noqa: PLR2004 -- a sentence about work
                labelled = []
        found += [(line.start + a, line.start + z) for a, z in labelled]
    return found


def without(text: str) -> str:
    """Return a text without these; a line that held nothing else is gone."""
    parts: list[str] = []
    at = 0
    for start, end in spans(text):
        parts.append(text[at:start])
        at = max(at, end)
    left = "\x00".join([*parts, text[at:]])
    kept = [
        line.replace("\x00", "").strip(" \t|•;,") if "\x00" in line else line
        for line in left.split("\n")
        if line.replace("\x00", "").strip(" \t|•;,()") or "\x00" not in line
    ]
    return "\n".join(kept)
