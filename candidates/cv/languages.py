"""Which languages somebody says to speak, and how well."""

import re
from dataclasses import replace

from candidates.cv.lines import Line, lines_of
from candidates.cv.values import Language

# ISO 639-1: the names of a language in the languages CVs are written in.
_NAMES = {
    "en": "english englisch anglais inglés ingles inglese inglês engels angielski"
    " engelska engelsk englanti angličtina angol engleză engleza ingilizce αγγλικά"
    " англійська английский",
    "de": "german deutsch allemand alemán aleman tedesco alemão duits niemiecki tyska"
    " tysk saksa němčina német germană germana almanca γερμανικά німецька немецкий",
    "fr": "french französisch franzoesisch français francais francés frances francese"
    " francês frans francuski franska fransk ranska francouzština francia franceză"
    " franceza fransızca γαλλικά французька французский",
    "es": "spanish spanisch espagnol español espanol castellano castilian spagnolo"
    " espanhol spaans hiszpański spanska spansk espanja španělština spanyol spaniolă"
    " spaniola ispanyolca ισπανικά іспанська испанский",
    "it": "italian italienisch italien italiano italiaans włoski italienska italiensk"
    " italia italština olasz italiană italiana italyanca ιταλικά італійська"
    " итальянский",
    "pt": "portuguese portugiesisch portugais portugués portugues portoghese português"
    " portugees portugalski portugisiska portugisisk portugali portugalština portugál"
    " portugheză portekizce πορτογαλικά португальська португальский",
    "nl": "dutch niederländisch néerlandais neerlandais neerlandés holandés olandese"
    " holandês neerlandês nederlands niderlandzki nederländska nederlandsk hollanti"
    " nizozemština holland olandeză flemish",
    "pl": "polish polnisch polonais polaco polacco polonês polaco pools polski polska"
    " polsk puola polština lengyel poloneză lehçe πολωνικά польська польский",
    "sv": "swedish schwedisch suédois sueco svedese zweeds szwedzki svenska svensk"
    " ruotsi švédština svéd suedeză шведський шведский",
    "da": "danish dänisch danois danés danese dinamarquês deens duński dansk danska",
    "no": "norwegian norwegisch norvégien noruego norvegese noors norweski norsk norska"
    " bokmål",
    "fi": "finnish finnisch finnois finlandés finlandese fins fiński finska finsk suomi",
    "cs": "czech tschechisch tchèque checo ceco tsjechisch czeski tjeckiska čeština"
    " český",
    "sk": "slovak slowakisch slovaque eslovaco slovacco słowacki slovenčina",
    "hu": "hungarian ungarisch hongrois húngaro ungherese hongaars węgierski ungerska"
    " magyar maghiară",
    "ro": "romanian rumänisch roumain rumano rumeno roemeens rumuński rumänska română"
    " romana",
    "bg": "bulgarian bulgarisch bulgare búlgaro bułgarski български",
    "el": "greek griechisch grec griego greco grego grieks grecki grekiska ελληνικά",
    "tr": "turkish türkisch turc turco turks turecki turkiska türkçe turkce",
    "ru": "russian russisch russe ruso russo rosyjski ryska russisk venäjä ruština orosz"
    " rusă rusça русский російська ρωσικά",
    "uk": "ukrainian ukrainisch ukrainien ucraniano ucraino oekraïens ukraiński"
    " ukrainska українська украинский",
    "lt": "lithuanian litauisch lituanien lituano litewski lietuvių",
    "lv": "latvian lettisch letton letón łotewski latviešu",
    "et": "estonian estnisch estonien estonio estoński eesti",
    "hr": "croatian kroatisch croate croata chorwacki hrvatski",
    "sr": "serbian serbisch serbe serbio serbski srpski",
    "bs": "bosnian bosnisch bosniaque bosnio bosanski",
    "sl": "slovene slovenian slowenisch slovène esloveno słoweński slovenščina",
    "sq": "albanian albanisch albanais albanés shqip",
    "mk": "macedonian mazedonisch",
    "ca": "catalan katalanisch catalán català",
    "eu": "basque baskisch euskera vasco",
    "gl": "galician gallego galego",
    "ga": "irish gaelic gaeilge",
    "cy": "welsh cymraeg",
    "ar": "arabic arabisch arabe árabe arabo arabski arabiska العربية",
    "he": "hebrew hebräisch hébreu hebreo ebraico",
    "fa": "persian farsi persisch persan dari",
    "hi": "hindi",
    "ur": "urdu",
    "bn": "bengali bangla",
    "pa": "punjabi panjabi",
    "gu": "gujarati",
    "ta": "tamil",
    "te": "telugu",
    "ml": "malayalam",
    "kn": "kannada",
    "mr": "marathi",
    "ne": "nepali",
    "si": "sinhala sinhalese",
    "zh": "chinese mandarin cantonese chinesisch chinois chino cinese chinês chinees"
    " chiński kinesiska putonghua",
    "ja": "japanese japanisch japonais japonés giapponese japonês japans",
    "ko": "korean koreanisch coréen coreano",
    "vi": "vietnamese vietnamesisch vietnamien vietnamita",
    "th": "thai",
    "id": "indonesian bahasa",
    "ms": "malay",
    "tl": "tagalog filipino",
    "sw": "swahili kiswahili",
    "am": "amharic amharisch",
    "ti": "tigrinya",
    "so": "somali",
    "ha": "hausa",
    "yo": "yoruba",
    "ig": "igbo",
    "ak": "twi akan",
    "af": "afrikaans",
    "zu": "zulu",
    "xh": "xhosa",
    "la": "latin latein",
    "hy": "armenian armenisch arménien armenio",
    "ka": "georgian georgisch",
    "az": "azerbaijani azeri",
    "kk": "kazakh",
    "ku": "kurdish kurdisch kurde kurmanji sorani",
}
_CODE_OF = {name: code for code, names in _NAMES.items() for name in names.split()}
_CEFR = {"A1": 1, "A2": 2, "B1": 3, "B2": 4, "C1": 5, "C2": 6}
_STEP = re.compile(r"\b([ABC][12])\b")
_NATIVE = re.compile(
    r"\bnative|mother\s?-?tongue|muttersprach|langue\s+maternelle|\bmaternelle"
    r"|lengua\s+materna|\bnativ[oa]|madrelingua|língua\s+materna|moedertaal|ojczysty"
    r"|modersmål|äidinkieli|rodilý|mateřsk|anyanyelv|limba\s+maternă|ana\s?dil|μητρική"
    r"|рідна|родной|first\s+language|bilingual|zweisprachig|bilingue|bilingüe",
    re.IGNORECASE,
)
# Words to the step they are commonly taken for; the first that matches counts.
_WORDS = (
    (
        6,
        (
            r"proficien\w+|full\s+professional|mastery|verhandlungssicher(?=\W+in\W+wort)"
        ),
    ),
    (
        5,
        (
            r"fluent|fließend|fliessend|courant|fluide|fluido|fluente|fluído|vloeiend"
            r"|bieg\w+|flytande|flydende|flytende|sujuva|plynn\w+|folyékony|fluent|akıcı"
            r"|άπταιστ\w+|вільн\w+|свободн\w+|verhandlungssicher|advanced|excellent"
            r"|business\s+fluent|sehr\s+gut\w*|avancé|avanzado|avanzato|avançado|gevorderd"
            r"|zaawansowan\w+|very\s+good|professional\s+working|bon\s+niveau\s+professionnel"
        ),
    ),
    (
        4,
        (
            r"upper\W+intermediate|\bgood\b|\bgut\w*\b|\bbon(?:ne)?\b|\bbuen\w*\b|\bbuon\w+"
            r"|\bgoed\w*|\bdobr\w+|konversationssicher|conversational|working\s+knowledge"
            r"|limited\s+working|\bboa?m?\b"
        ),
    ),
    (
        3,
        (
            r"intermediate|mittel\w*|intermédiaire|intermedio|intermediário|gemiddeld"
            r"|średni\w*|medel|moderate|средн\w+|середн\w+|orta"
        ),
    ),
    (
        2,
        (
            r"basic|elementary|grund\w+|notions|básic\w+|basico|scolastico|scolaire"
            r"|schul\w+|beginner\w*|débutant|principiante|basis\w*|podstaw\w+|grundläggande"
            r"|grunnleggende|perus\w*|základ\w+|alap\w+|începător|başlangıç|βασικ\w+"
            r"|базов\w+|початков\w+|élémentaire|elementare|limited|\bfair\b|anfänger\w*"
        ),
    ),
)
_LEVELS = tuple((step, re.compile(words, re.IGNORECASE)) for step, words in _WORDS)
_WORD = re.compile(r"[^\W\d_]{2,}(?:-[^\W\d_]+)?")
_SEVERAL = re.compile(r"[,;•|\t]|\s/\s|\band\b|\bund\b|\bet\b|\by\b")
MOST = 20
LONG = 90  # characters of a line of the section that names languages


def code_of(word: str) -> str:
    """Return the ISO 639-1 code of a language named in any of our languages."""
    return _CODE_OF.get(word.lower(), "")


def level_of(words: str) -> tuple[int | None, bool]:
    """Return the step of the CEFR that the words say, and whether they say native."""
    native = bool(_NATIVE.search(words))
    steps = [_CEFR[step] for step in _STEP.findall(words.upper())]
    if steps:
        return min(steps), native
    if native:
        return 6, True
    told = (step for step, pattern in _LEVELS if pattern.search(words))
    return next(told, None), False


def read(text: str, start: int, end: int) -> list[Language]:
    """Read the languages of a section; `[start:end]` is its text below the heading."""
    found: dict[str, Language] = {}
    for line in lines_of(text, start, end):
        named = [m for m in _WORD.finditer(line.text) if code_of(m[0])]
        for one in _of_line(line, named):
            found.setdefault(one.code, one)
        if not named and found:
            _tell_level(found, line.text)
    return list(found.values())[:MOST]


def _tell_level(found: dict[str, Language], line: str) -> None:
    """Give the last language the level that stands on a line of its own below it."""
    code, last = next(reversed(found.items()))
    level, native = level_of(line) if len(line) <= LONG else (None, False)
    if level and last.level is None:
        found[code] = replace(last, level=level, native=native)


def _of_line(line: Line, named: list[re.Match[str]]) -> list[Language]:
    found = []
    for number, match in enumerate(named):
        following = named[number + 1 : number + 2]
        stop = following[0].start() if following else len(line.text)
        level, native = _level(line.text, named, number, stop)
        begin = line.start + match.start()
        sure = 0.95 if level or len(line.text) < LONG else 0.7
        span = (begin, begin + len(match[0]))
        code = code_of(match[0])
        found.append(Language(match[0], code, level, native, span, sure))
    return found


def _level(
    line: str, named: list[re.Match[str]], number: int, stop: int
) -> tuple[int | None, bool]:
    """Look for the level behind a language, up to the next; else before the first.

    "English and German: fluent" says it of both, "fluent French" before its language.
    """
    match = named[number]
    before = line[named[number - 1].end() if number else 0 : match.start()]
    after = line[match.end() : stop]
    if not re.match(r"\s*[,;•|\t]", after):
        level, native = level_of(after.split(";")[0].split("•")[0])
        if level or native:
            return level, native
    lead = re.split(r"[,;•|\t]", before)[-1]
    level, native = level_of(lead)
    if level or native:
        return level, native
    return level_of(
        line[named[-1].end() :] if _SEVERAL.fullmatch(after.strip()) else ""
    )
