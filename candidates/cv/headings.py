"""Which lines of a CV are headings, and of what: English, German, French, Spanish."""

import re

from candidates.cv.values import SectionKind

MAX_WORDS = 6
MAX_LENGTH = 48

_CORE = {
    SectionKind.EXPERIENCE: "experience experiences employment career history "
    "berufserfahrung berufspraxis werdegang berufstätigkeit praxiserfahrung "
    "expérience expériences professionnelle professionnelles parcours "
    "experiencia experiencias laboral trayectoria esperienza esperienze lavorativa "
    "lavorative experiência experiências werkervaring arbeidservaring doświadczenie "
    "zatrudnienie arbetslivserfarenhet yrkeserfarenhet erhvervserfaring arbeidserfaring "
    "yrkeserfaring työkokemus praxe zaměstnání pracovní munkatapasztalat "
    "szakmai experiență profesională deneyim deneyimi deneyimleri εμπειρία προϋπηρεσία "
    "досвід опыт tätigkeiten",
    SectionKind.EDUCATION: "education educational academic academics schooling degrees "
    "ausbildung bildung bildungsweg studium schulbildung bildungsgang "
    "formation formations études diplômes scolarité formación educación estudios "
    "académica académicos istruzione formazione formação educação escolaridade opleiding "
    "opleidingen wykształcenie edukacja utbildning utdanning utdannelse uddannelse "
    "koulutus vzdělání tanulmányok végzettség educație studii eğitim εκπαίδευση "
    "σπουδές освіта образование",
    SectionKind.SKILLS: "skills skill competencies competences qualifications highlights "
    "expertise abilities strengths proficiencies capabilities technologies software "
    "tools kenntnisse fähigkeiten kompetenzen qualifikationen edv stärken "
    "compétences informatique aptitudes habilidades competencias conocimientos "
    "aptitudes informática competenze capacità competências vaardigheden competenties "
    "umiejętności kompetencje färdigheter kompetens kompetencer ferdigheter kompetanse "
    "taidot osaaminen dovednosti schopnosti készségek kompetenciák competențe abilități "
    "beceriler yetenekler δεξιότητες навички навыки",
    SectionKind.LANGUAGES: "languages language sprachen sprachkenntnisse langues idiomas "
    "fremdsprachen lingue línguas linguas talen talenkennis języki språk sprog "
    "kielitaito kielet jazyky nyelvtudás nyelvek limbi diller dil γλώσσες мови языки",
    SectionKind.CERTIFICATES: "certifications certification certificates certificate "
    "licenses licences license licensure credentials courses coursework training "
    "trainings seminars workshops zertifikate zertifizierungen weiterbildung "
    "weiterbildungen fortbildung fortbildungen lehrgänge certificats certificados "
    "certificaciones cursos certificazioni corsi certificados certificações certificaten "
    "cursussen kursy szkolenia certyfikaty uprawnienia kurser certifikat sertifikater "
    "sertifikaatit kurssit kurzy certifikáty tanfolyamok cursuri certificări sertifikalar "
    "kurslar πιστοποιήσεις σεμινάρια курси сертифікати курсы сертификаты",
    SectionKind.SUMMARY: "summary profile objective objectives overview statement about "
    "synopsis profil kurzprofil zusammenfassung ziel profilo résumé objectif perfil "
    "resumen objetivo extracto profilo sommario obiettivo perfil resumo profiel "
    "samenvatting podsumowanie sammanfattning profiili tiivistelmä shrnutí összefoglaló "
    "rezumat özet προφίλ профіль профиль",
    SectionKind.ACCOMPLISHMENTS: "accomplishments achievements awards honors honours "
    "projects publications presentations erfolge projekte auszeichnungen "
    "veröffentlichungen réalisations projets distinctions publications logros "
    "proyectos premios publicaciones",
    SectionKind.PERSONAL: "interests hobbies references referees personal affiliations "
    "affiliation memberships membership volunteer volunteering community activities "
    "interessen referenzen ehrenamt persönliches persönliche mitgliedschaften freizeit "
    "zainteresowania interessi hobby interesses interesser intressen harrastukset zájmy "
    "érdeklődés hobi ενδιαφέροντα інтереси интересы referenzen referenser referanser referencje "
    "centres intérêt intérêts loisirs références intereses aficiones referencias "
    "personales voluntariado",
    SectionKind.OTHER: "additional information miscellaneous other sonstiges weitere "
    "divers autres otros",
    SectionKind.CONTACT: "contact kontakt coordonnées contacto kontaktdaten contatti contatto contato "
    "contactgegevens kontaktuppgifter yhteystiedot kapcsolat iletişim επικοινωνία "
    "контакти контакты",
}
_FILL = frozenset(
    [
        "a",
        "an",
        "and",
        "the",
        "of",
        "in",
        "to",
        "for",
        "with",
        "my",
        "top",
        "me",
        "key",
        "core",
        "main",
        "other",
        "own",
        "selected",
        "relevant",
        "related",
        "recent",
        "previous",
        "prior",
        "current",
        "early",
        "present",
        "professional",
        "work",
        "working",
        "job",
        "business",
        "career",
        "executive",
        "technical",
        "computer",
        "it",
        "soft",
        "hard",
        "special",
        "specialized",
        "areas",
        "area",
        "field",
        "fields",
        "summary",
        "overview",
        "background",
        "list",
        "details",
        "data",
        "information",
        "&",
        "+",
        "/",
        "-",
        "and/or",
        "general",
        "major",
        "notable",
        "significant",
        "additional",
        "und",
        "der",
        "die",
        "das",
        "mit",
        "von",
        "zu",
        "in",
        "an",
        "berufliche",
        "beruflicher",
        "beruflichen",
        "beruflicher",
        "wichtige",
        "weitere",
        "besondere",
        "fachliche",
        "schulische",
        "angaben",
        "daten",
        "kontakt",
        "et",
        "de",
        "des",
        "du",
        "la",
        "le",
        "les",
        "en",
        "d",
        "l",
        "principales",
        "clés",
        "autres",
        "informations",
        "y",
        "e",
        "las",
        "los",
        "del",
        "mi",
        "mis",
        "otras",
        "otros",
        "datos",
        "profesional",
        "profesionales",
        "professionnel",
        "professionnels",
        "highlights",
        "qualifications",
        "record",
        "employment",
        "zawodowe",
        "obce",
        "i",
        "professionale",
        "professionali",
        "profissional",
        "e",
        "och",
        "og",
        "ja",
        "a",
        "și",
        "ve",
        "και",
        "та",
        "роботи",
        "работы",
        "iş",
        "digital",
        "digitale",
        "academica",
        "laborales",
        "linguistiche",
        "język",
        "knowledge",
        "foreign",
    ]
)
_KIND_OF = {
    word: kind
    for kind, words in reversed(list(_CORE.items()))
    for word in words.split()
}
# Where two kinds of words meet in one heading, the earlier kind names it.
_ORDER = (
    SectionKind.LANGUAGES,
    SectionKind.EDUCATION,
    SectionKind.PERSONAL,
    SectionKind.ACCOMPLISHMENTS,
    SectionKind.CERTIFICATES,
    SectionKind.SKILLS,
    SectionKind.SUMMARY,
    SectionKind.EXPERIENCE,
    SectionKind.CONTACT,
    SectionKind.OTHER,
)
_PHRASES = {
    "work history": SectionKind.EXPERIENCE,
    "employment history": SectionKind.EXPERIENCE,
    "career history": SectionKind.EXPERIENCE,
    "professional background": SectionKind.EXPERIENCE,
    "beruflicher werdegang": SectionKind.EXPERIENCE,
    "parcours professionnel": SectionKind.EXPERIENCE,
    "volunteer experience": SectionKind.EXPERIENCE,
    "volunteer work": SectionKind.EXPERIENCE,
    "military experience": SectionKind.EXPERIENCE,
    "military service": SectionKind.EXPERIENCE,
    "teaching experience": SectionKind.EXPERIENCE,
    "internship": SectionKind.EXPERIENCE,
    "internships": SectionKind.EXPERIENCE,
    "praktika": SectionKind.EXPERIENCE,
    "career overview": SectionKind.SUMMARY,
    "career objective": SectionKind.SUMMARY,
    "career summary": SectionKind.SUMMARY,
    "career focus": SectionKind.SUMMARY,
    "personal statement": SectionKind.SUMMARY,
    "personal profile": SectionKind.SUMMARY,
    "personal summary": SectionKind.SUMMARY,
    "about me": SectionKind.SUMMARY,
    "summary of qualifications": SectionKind.SUMMARY,
    "qualifications summary": SectionKind.SUMMARY,
    "experience summary": SectionKind.SUMMARY,
    "professional experience summary": SectionKind.SUMMARY,
    "über mich": SectionKind.SUMMARY,
    "professional development": SectionKind.CERTIFICATES,
    "licenses and certifications": SectionKind.CERTIFICATES,
    "personal skills": SectionKind.SKILLS,
    "areas of expertise": SectionKind.SKILLS,
    "professional affiliations": SectionKind.PERSONAL,
    "contact information": SectionKind.CONTACT,
    "personal information": SectionKind.PERSONAL,
    "personal details": SectionKind.PERSONAL,
    "persönliche daten": SectionKind.PERSONAL,
    "civil status": SectionKind.PERSONAL,
    "état civil": SectionKind.PERSONAL,
    "datos personales": SectionKind.PERSONAL,
    "dati personali": SectionKind.PERSONAL,
    "informazioni personali": SectionKind.PERSONAL,
    "dados pessoais": SectionKind.PERSONAL,
    "dane osobowe": SectionKind.PERSONAL,
    "persoonlijke gegevens": SectionKind.PERSONAL,
    "personuppgifter": SectionKind.PERSONAL,
    "osobní údaje": SectionKind.PERSONAL,
    "kişisel bilgiler": SectionKind.PERSONAL,
    "mother tongue": SectionKind.LANGUAGES,
    "work": SectionKind.EXPERIENCE,
    "employment": SectionKind.EXPERIENCE,
    "positions held": SectionKind.EXPERIENCE,
    "professional history": SectionKind.EXPERIENCE,
    "job history": SectionKind.EXPERIENCE,
    "career": SectionKind.EXPERIENCE,
    "appointments": SectionKind.EXPERIENCE,
    "academic appointments": SectionKind.EXPERIENCE,
    "academic qualifications": SectionKind.EDUCATION,
    "educational qualifications": SectionKind.EDUCATION,
    "academic qualification": SectionKind.EDUCATION,
    "education and qualifications": SectionKind.EDUCATION,
    "qualifications and education": SectionKind.EDUCATION,
    "professional qualifications": SectionKind.CERTIFICATES,
    "historia zatrudnienia": SectionKind.EXPERIENCE,
    "prawo jazdy": SectionKind.CERTIFICATES,
    "driving licence": SectionKind.CERTIFICATES,
    "it skills": SectionKind.SKILLS,
    "publications and presentations": SectionKind.ACCOMPLISHMENTS,
}
# Words that alone, or only with filling, are no heading.
_NEVER_ALONE = frozenset(
    [
        "career",
        "history",
        "academic",
        "academics",
        "about",
        "other",
        "personal",
        "community",
        "activities",
        "software",
        "tools",
        "information",
        "additional",
        "weitere",
        "autres",
        "otros",
        "professionnelle",
        "professionnelles",
        "data",
        "statement",
        "informatique",
        "aptitudes",
    ]
)
_WORD = re.compile(r"[^\s,:;|•*_=#()\[\]–—]+")


def kind_of(line: str) -> SectionKind | None:
    """Say what a line that stands alone is the heading of; None if it is none."""
    words = _words(line)
    if not words or line.rstrip()[-1] in ".,;?!":
        return None
    return _kind(words)


def split_inline(line: str) -> tuple[SectionKind, int] | None:
    """Tell "Skills: Excel, SAP": the kind and where the text after it starts."""
    head, colon, rest = line.partition(":")
    if not colon or not rest.strip() or not head.strip():
        return None
    kind = kind_of(head)
    return (kind, len(head) + 1) if kind else None


def _words(line: str) -> list[str]:
    plain = line.strip(" \t•*_-–—=#:|.")
    if not plain or len(plain) > MAX_LENGTH or any(c.isdigit() for c in plain):
        return []
    spaced = _unspaced(plain)
    if not spaced[0].isupper():
        return []
    words = [word.lower().strip("'’-/") for word in _WORD.findall(spaced)]
    words = [part for word in words for part in word.replace("/", " ").split()]
    return words if 0 < len(words) <= MAX_WORDS else []


def _unspaced(plain: str) -> str:
    """Close up a heading that is set wide: "S K I L L S"."""
    letters = plain.split(" ")
    wide = len(letters) > 3 and all(len(letter) <= 1 for letter in letters)  # noqa: PLR2004 -- "I A M" may be words
    return re.sub(r" {2,}|\t", " ", plain) if not wide else "".join(letters)


def _kind(words: list[str]) -> SectionKind | None:
    known = _PHRASES.get(" ".join(w if w != "&" else "and" for w in words))
    if known:
        return known
    told = [_KIND_OF[word] for word in words if word in _KIND_OF]
    others = [word for word in words if word not in _KIND_OF and word not in _FILL]
    if not told or others:
        return None
    if len(words) == 1 and words[0] in _NEVER_ALONE:
        return None
    kinds = set(told)
    return next(kind for kind in _ORDER if kind in kinds)
