"""How the people of `people` write: headings, months and dates by convention."""

from dataclasses import dataclass

from tests.candidates.cv.own.people import Month


@dataclass(frozen=True)
class Convention:
    """What the parts of a CV are called and how a date is written."""

    work: str
    education: str
    skills: str
    languages: str
    papers: str
    summary: str
    contact: str
    personal: str
    months: tuple[str, ...]  # empty where months are numbers
    form: str  # "{m} {y}", "{n:02}/{y}"
    dash: str
    now: str
    labels: tuple[str, ...]  # dates, post, employer, duties; level, field, school

    def date(self, date: Month) -> str:
        year, month = date
        if month is None:
            return str(year)
        name = self.months[month - 1] if self.months else ""
        return self.form.format(m=name, n=month, y=year)

    def span(self, since: Month | None, until: Month | None) -> str:
        if since is None:
            return self.date(until) if until else ""
        return f"{self.date(since)}{self.dash}{self.date(until) if until else self.now}"


def _words(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_EN = Convention(
    work="Work Experience",
    education="Education",
    skills="Skills",
    languages="Languages",
    papers="Certifications",
    summary="Profile",
    contact="Contact",
    personal="Personal Details",
    months=_words(
        "January February March April May June July August September October November"
        " December"
    ),
    form="{m} {y}",
    dash=" – ",
    now="Present",
    labels=(
        "Dates",
        "Occupation or position held",
        "Name and address of employer",
        "Main activities and responsibilities",
        "Title of qualification awarded",
        "Principal subjects",
        "Name of organisation providing education",
    ),
)
CONVENTIONS = {
    "uk": _EN,
    "us": Convention(
        **{
            **_EN.__dict__,
            "work": "Professional Experience",
            "summary": "Summary",
            "papers": "Licenses & Certifications",
            "months": _words("Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec"),
            "dash": " - ",
            "now": "Current",
        }
    ),
    "us_slash": Convention(
        **{
            **_EN.__dict__,
            "work": "Employment History",
            "months": (),
            "form": "{n:02}/{y}",
            "dash": " to ",
        }
    ),
    "years": Convention(**{**_EN.__dict__, "work": "Career History", "dash": "-"}),
    "iso": Convention(
        **{**_EN.__dict__, "months": (), "form": "{y}-{n:02}", "now": "now"}
    ),
    "de": Convention(
        work="Berufserfahrung",
        education="Ausbildung",
        skills="Kenntnisse",
        languages="Sprachen",
        papers="Weiterbildungen",
        summary="Profil",
        contact="Kontakt",
        personal="Persönliche Daten",
        months=(),
        form="{n:02}.{y}",
        dash=" – ",
        now="heute",
        labels=(
            "Zeitraum",
            "Beruf oder Funktion",
            "Name und Adresse des Arbeitgebers",
            "Wichtigste Tätigkeiten und Zuständigkeiten",
            "Bezeichnung der Qualifikation",
            "Hauptfächer",
            "Name der Bildungseinrichtung",
        ),
    ),
    "fr": Convention(
        work="Expérience professionnelle",
        education="Formation",
        skills="Compétences",
        languages="Langues",
        papers="Certificats",
        summary="Profil",
        contact="Coordonnées",
        personal="État civil",
        months=_words(
            "janvier février mars avril mai juin juillet août septembre octobre novembre"
            " décembre"
        ),
        form="{m} {y}",
        dash=" à ",
        now="aujourd'hui",
        labels=(
            "Dates",
            "Fonction ou poste occupé",
            "Nom et adresse de l'employeur",
            "Principales activités et responsabilités",
            "Intitulé du diplôme délivré",
            "Principales matières",
            "Nom de l'établissement d'enseignement",
        ),
    ),
    "es": Convention(
        work="Experiencia laboral",
        education="Formación académica",
        skills="Habilidades",
        languages="Idiomas",
        papers="Certificados",
        summary="Perfil",
        contact="Contacto",
        personal="Datos personales",
        months=_words(
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre"
            " noviembre diciembre"
        ),
        form="{m} de {y}",
        dash=" - ",
        now="actualidad",
        labels=(
            "Fechas",
            "Profesión o cargo desempeñado",
            "Nombre y dirección de la empresa",
            "Funciones y responsabilidades principales",
            "Título de la cualificación obtenida",
            "Principales materias",
            "Nombre del centro de formación",
        ),
    ),
    "pl": Convention(
        work="Doświadczenie zawodowe",
        education="Wykształcenie",
        skills="Umiejętności",
        languages="Języki obce",
        papers="Kursy i szkolenia",
        summary="Podsumowanie",
        contact="Kontakt",
        personal="Dane osobowe",
        months=_words(
            "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień"
            " październik listopad grudzień"
        ),
        form="{m} {y}",
        dash=" – ",
        now="obecnie",
        labels=(
            "Okres",
            "Stanowisko",
            "Nazwa i adres pracodawcy",
            "Główne obowiązki",
            "Uzyskany tytuł",
            "Kierunek",
            "Nazwa uczelni",
        ),
    ),
}
