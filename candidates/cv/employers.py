"""Words that name an organisation or a place."""

import re

_LEGAL = re.compile(
    r"\b(?:inc|incorporated|ltd|limited|llc|llp|lp|plc|corp|corporation|gmbh|mbh|ag|kg"
    r"|kgaa|ohg|ug|e\.?\s?v|se|s\.?a\.?r\.?l|sas|sasu|s\.?\s?a\.?|s\.?p\.?a|s\.?r\.?l"
    r"|s\.?\s?l\.?(?:u\.?)?|b\.?v|n\.?v|oyj?|a/s|aps|ab|asa|s\.?r\.?o|a\.?s|kft|zrt|nyrt"
    r"|sp\.?\s?z\s?o\.?\s?o|spółka|lda|ltda|pty|pvt|d\.?o\.?o|a\.?ş|ltd\.?\s?şti"
    r"|ооо|оао|зао|тов|пат|α\.?ε|co)\b\.?(?!\w)",
    re.IGNORECASE,
)
_SURE = re.compile(r"\bcompany\s+name\b", re.IGNORECASE)
_KINDS = re.compile(
    r"\b(?:company|group|holdings?|bank|universit(?:y|ies)|hospital|clinic|associates"
    r"|partners|solutions|services|systems|industries|international|agency|department"
    r"|ministry|council|schools?|college|institute|foundation|stores?|supermarkets?"
    r"|church|army|navy|air\s+force|police|trust|charity|society|association|federation"
    r"|union|board|authority|commission|bureau|court|museum|library|archives?|hotels?"
    r"|restaurants?|café|cafe|airlines?|airways|railways?|logistics|insurance|telecom"
    r"|energy|pharma\w*|pharmaceuticals|foods?|motors|technologies|labs?|laborator(?:y|ies)"
    r"|studios?|media|press|publishing|consult(?:ing|ants)|brothers|bros|sons|supplies"
    r"|enterprises?|center|centre|municipality|county|city\s+of|state\s+of|office\s+of"
    r"|credit\s+union|hospice|health|care|manufacturing|construction|properties|realty"
    r"|universität|hochschule|klinik(?:um)?|krankenhaus|bundesamt|stadt|stadtwerke|amt"
    r"|landkreis|gemeinde|verein|verband|werke?|autohaus|kanzlei|praxis|versicherung\w*"
    r"|groupe|banque|mairie|société|cabinet|agence|hôpital|clinique|université|lycée"
    r"|association|établissements|ets|menuiserie|usine|conseil\s+\w+|ministère"
    r"|banco|grupo|ayuntamiento|hospital|universidad|empresa|asesoría|gestoría|hotel"
    r"|junta|ministerio|fundación|comunidad|azienda|gruppo|banca|comune|studio|ospedale"
    r"|câmara|escola|hospital|fundação|stichting|gemeente|ziekenhuis|bedrijf"
    r"|fabryka|biuro|urząd|bank|szpital|zakład|firma|przedsiębiorstwo|uniwersytet"
    r"|kommun(?:en)?|kommune|sykehus|sjukhus|yliopisto|kaupunki|úřad|nemocnice|spol"
    r"|bank|belediyesi|üniversitesi|hastanesi|şirketi|holding|банк|завод|университет"
    r"|університет|компания|компанія|лікарня|больница|τράπεζα|εταιρεία|δήμος)\b",
    re.IGNORECASE,
)
_COUNTRY = (
    r"(?:UK|U\.K\.|USA|U\.S\.A?\.|US|UAE|EU|England|Scotland|Wales|Ireland|Germany"
    r"|Deutschland|France|Spain|España|Italy|Italia|Portugal|Poland|Polska|Netherlands"
    r"|Nederland|Belgium|Belgique|België|Austria|Österreich|Switzerland|Schweiz|Suisse"
    r"|Sweden|Sverige|Norway|Norge|Denmark|Danmark|Finland|Suomi|Greece|Romania|România"
    r"|Hungary|Czech\s+Republic|Czechia|Turkey|Türkiye|Ukraine|Russia|India|Pakistan"
    r"|Bangladesh|Nigeria|Ghana|Kenya|South\s+Africa|China|Japan|Singapore|Malaysia"
    r"|Philippines|Australia|New\s+Zealand|Canada|Mexico|México|Brazil|Brasil|Egypt"
    r"|United\s+(?:States|Kingdom|Arab\s+Emirates))"
)
_NAMED = r"[A-ZÀ-ÖØ-ÞŁŚŻŹĆĄĘÓČŠŽŘĚŮŐŰĂÎȘȚİÇĞΑ-ΩА-ЯІЇЄ][\w.'’-]*(?:[\s-][\w.'’-]+){0,3}"
_PLACE = re.compile(
    rf"(?:city|state|remote|home\s+office|telecommute)\b.*|{_NAMED},\s*[A-Z]{{2,3}}(?:\s+\d{{5}})?"
    rf"|(?:{_NAMED},\s*)*{_COUNTRY}",
)
_MAY_BE = re.compile(rf"{_NAMED},\s*[A-Z][\w.' -]{{3,30}}")
_COUNTRY_ONLY = re.compile(_COUNTRY)
_REGION = re.compile(r"[A-Z]{2,3}(?:\s+\d{5})?|\d{4,6}\s+\w+")


def weight(words: str) -> float:
    """Say how much the words look like an organisation, from 0 to 1."""
    if _SURE.search(words):
        return 1.5
    if _LEGAL.search(words):
        return 1.0
    return 0.8 if _KINDS.search(words) else 0.0


def is_organisation(words: str) -> bool:
    return weight(words) > 0


def is_legal(words: str) -> bool:
    """Say whether the words are only the legal form: "Inc.", "Ltd"."""
    return bool(_LEGAL.fullmatch(words.strip()))


def has_legal(words: str) -> bool:
    """Say whether the words end in a legal form: "Jones & Partners LLP"."""
    found = list(_LEGAL.finditer(words.strip(" .,")))
    return bool(found and found[-1].end() >= len(words.strip(" .,")))


def is_place(words: str) -> bool:
    """Say whether the words are a place on their own: "Leeds, UK", "Columbus, OH"."""
    bare = words.strip(" ,.;()")
    return bool(_PLACE.fullmatch(bare) or _REGION.fullmatch(bare))


def may_be_place(words: str) -> bool:
    """Say whether the words could be a town and its county: "Halifax, Yorkshire"."""
    return is_place(words) or bool(_MAY_BE.fullmatch(words.strip(" ,.;()")))


def is_region(words: str) -> bool:
    """Say whether the words are a country, a state's letters or a postcode."""
    bare = words.strip(" ,.;()")
    return bool(_COUNTRY_ONLY.fullmatch(bare) or _REGION.fullmatch(bare))
