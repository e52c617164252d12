"""Words that name a post: the common nouns of posts in the languages CVs come in."""

import re

_NOUNS = frozenset(
    """
    accountant acheteur acheteuse actuary addetta addetto adjoint adjointe
    adjuster administrador administradora administrateur administrativa administrativo
    administrator administratrice administratör adviser adviseur advisor agent aide
    aide-comptable almoner ambassador analista analityk analyst apprentice architect
    archivera archivero archivist archiviste artist asesor asesora asiakaspalvelija
    asiantuntija asistan asistanı asistent asistente asistentka assembler assistant
    assistante assistent assistente assistentin assistentti associate asszisztens
    asystent asystentka attendant attorney auditor aushilfe auxiliar avp ayudante
    babysitter baker banker barista bartender becaria becario beheerder berater
    beraterin beszerző boekhouder boekhoudster bogholder bookkeeper bookkeeping broker
    buchhalter buchhalterin bursar buyer bérszámfejtő caissier caissière cajera cajero
    canvasser capo captain carer caretaker carrier caseworker cashier casier cataloguer
    ceo cfo chair chairman chairperson chairwoman chargé chargée chef chief cleaner
    clerk clinician co-ordinator coach collector comercial commander commessa commesso
    comptable comptroller conductor conseiller conseillère consulent consulente
    consultant contabil contabile contabilista contable contador contadora contractor
    controller coo cook coordenador coordenadora coordinador coordinadora coordinator
    coordinatore coordinatrice corporal counsellor counselor courier crew cto curator
    custodian dancer danışman danışmanı dealer dean dependiente deputy designer
    developer directeur director directora directrice diretor diretora direttore
    direttrice dispatcher doctor doradca driver dyrektor economist editor educator
    ekonom ekonomiassistent electrician elemanı előadó employee employé employée
    encargada encargado encarregada encarregado engineer entrepreneur entwickler
    entwicklerin escriturária escriturário estagiária estagiário estimator evp examiner
    executive facilitator facturier facturista facturière fakturzysta fakturzystka
    farmer fellow filler foreman foremen formateur formatrice founder freelancer
    funcționar fundraiser gardener generalist gerente geschäftsführer geschäftsführerin
    gestionnaire gestor gestora guard gyakornok handler handläggare harjoittelija head
    helper hoofd host hostess housekeeper hôte hôtesse igazgató impiegata impiegato
    indkøber ingénieur inkoper inköpare innkjøper inspector inspektor installer
    instructor intern interpreter investigator invigilator janitor jefa jefe journalist
    junior juriste kadrowa kadrowy kasjer kasjerka kassör kauffrau kaufmann keyer
    kierowniczka kierownik kirjanpitäjä konsulent konsultant konsultantka koordinaattori
    koordinátor koordynator koordynatorka księgowa księgowy könyvelő labeller laborer
    labourer lead leader lecturer ledare leder leidinggevende leiter leiterin liaison
    librarian lieutenant loss-adjuster löneadministratör machinist magasinier magazynier
    magazziniere maid manager marketer mechanic medarbeider medarbejder medarbetare
    medewerker medewerkster member memur memuru mentor merchandiser mitarbeiter
    mitarbeiterin model muhasebeci munkatárs musician myyjä müdür müdürü nanny nurse
    nákupčí officer officer-in-charge operaria operario operator operatore operatrice
    opiekun opérateur opératrice organiser organizer ostaja owner packer painter
    palkanlaskija paralegal paramedic partner personalreferent personalreferentin
    pharmacist photographer physician picker planner pokladní porter postdoc postman
    postwoman pracovnice pracovník pracownik practitioner praktikant praktikantin
    praktykant praktykantka preparer president principal processor prodavač prodavačka
    producer professional professor programmer promoter proofreader proprietor
    psychologist purchaser purser päällikkö pénztáros quartermaster ragioniera
    ragioniere rececionista recepcionista receptionist receptioniste recruiter
    redovisningsekonom referent referentin referentka registrar regnskapsmedarbeider rep
    reporter representative researcher reservist responsabile responsable reviewer
    rådgivare rådgiver réceptionniste sachbearbeiter sachbearbeiterin salesman
    salesperson saleswoman scheduler scientist scrutineer secretar secretaresse
    secretary secretară secretária secretário secrétaire segretaria segretario
    sekretarka sekreter sekreterare sekretær sergeant server servicer shopper sihteeri
    soldier sorumlusu specialist specialista specialistka specjalista specjalistka
    sponsor sprzedawca stagiair stagiaire stagista stajyer standardiste stażysta
    stażystka steuerfachangestellte steuerfachangestellter steward stewardess stocker
    storekeeper storeman stylist superintendent superviser supervisor surveyor svp
    teacher teamleider technician technicien technologist telephonist teller temp
    temsilcisi therapist timekeeper tirocinante titkárnő trader trainee trainer
    translator treasurer tutor typesetter typist técnica técnico téléconseiller
    téléconseillère underwriter underwriting uzman uzmanı vedoucí vendedor vendedora
    vendeur vendeuse verger verkoopster verkoper vezető volunteer vp waiter waitress
    warehouseman werkstudent werkstudentin worker writer yönetici yöneticisi
    zaopatrzeniowiec économe účetní ügyintéző ředitel ředitelka şef şefi șef βοηθός
    γραμματέας διευθυντής διευθύντρια λογίστρια λογιστής προϊστάμενος υπάλληλος υπεύθυνη
    υπεύθυνος агент администратор адміністратор аналитик аналітик архивист архіваріус
    бухгалтер делопроизводитель директор діловод инженер касир кассир керівник кладовщик
    консультант менеджер начальник оператор помощник помічник продавец продавець
    руководитель секретар секретарь специалист спеціаліст стажер стажист інженер
    """.split()  # noqa: SIM905 -- reads as words
)
# German and its neighbours join words: "Finanzbuchhalterin", "löneassistent".
_JOINED = re.compile(
    r"\w+(?:buchhalter|bearbeiter|leiter|mitarbeiter|assistent|referent|berater"
    r"|kauf(?:mann|frau)|angestellte[rn]?|fachkraft|verwalter|einkäufer|disponent"
    r"|koordinator|manager|sekretär|techniker|helfer|verkäufer|prüfer|planer|betreuer"
    r"|entwickler|ingenieur|spezialist|fachwirt|controller|sachbearbeitung|gehilf(?:e|in)"
    r"|medewerker|assistente?|ekonom|handläggare|administratör|medarbetare"
    r"|medarbejder|medarbeider|konsulent|bokhållare|bogholder|päällikkö|hoitaja"
    r"|assistentti|sihteeri)(?:in(?:nen)?|s|en)?",
    re.IGNORECASE,
)
# Alone they name a post as often as a field of work.
_HINTS = frozenset(
    """
    payroll receptions accounts accounting bookkeeping reception sales service support entry
    internship praktikum apprenticeship stage prácticas freelance self-employed
    traineeship management consulting volunteering staż kadr płac teller
    """.split()  # noqa: SIM905 -- reads as words
)
_WORDS = re.compile(r"[\s/,()&+–—:|]+")


def is_role(words: str) -> bool:
    """Say whether the words name a post, as far as the common nouns tell."""
    return any(_is_noun(word) for word in _WORDS.split(words))


def weight(words: str) -> float:
    """Say how much the words look like a post, from 0 to 1."""
    parts = [word for word in _WORDS.split(words) if word]
    if any(map(_is_noun, parts)):
        return 1.0
    return 0.4 if any(word.lower() in _HINTS for word in parts) else 0.0


def _is_noun(word: str) -> bool:
    bare = word.strip(".,;*'’").lower()
    if bare in _NOUNS or bare.removesuffix("s") in _NOUNS:
        return True
    return bool(_JOINED.fullmatch(bare)) or any(
        part in _NOUNS for part in bare.split("-") if "-" in bare
    )
