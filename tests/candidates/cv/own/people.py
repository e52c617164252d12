"""Twelve invented people of the back office: what a reader should find in their CVs.

Nobody here exists. Dates are (year, month), (year, None) where only years are written;
an end of None is a job that lasts.
"""

from dataclasses import dataclass, field

Month = tuple[int, int | None]


@dataclass(frozen=True)
class Job:
    title: str
    employer: str
    place: str
    since: Month
    until: Month | None
    duties: tuple[str, ...]


@dataclass(frozen=True)
class Course:
    degree: str  # as it is written
    level: int
    area: str
    school: str
    place: str
    since: Month | None
    until: Month | None


@dataclass(frozen=True)
class Tongue:
    name: str
    code: str
    said: str  # the level as it is written
    level: int | None
    native: bool = False


@dataclass(frozen=True)
class Paper:
    name: str
    issuer: str
    issued: Month | None


@dataclass(frozen=True)
class Who:
    key: str
    convention: str  # of the conventions in `written`
    name: str
    email: str
    phone: str
    address: str
    headline: str
    summary: str
    jobs: tuple[Job, ...]
    courses: tuple[Course, ...]
    skills: tuple[str, ...]
    tongues: tuple[Tongue, ...]
    papers: tuple[Paper, ...]
    private: tuple[str, ...] = field(default=())


PEOPLE = (
    Who(
        key="adaeze",
        convention="uk",
        name="Adaeze Whitcombe",
        email="adaeze.whitcombe@example.org",
        phone="+44 113 496 0182",
        address="14 Quarry Lane, Leeds LS7 3PD",
        headline="Senior Accounts Payable Specialist",
        summary="Purchase ledger specialist who has cleared three inherited backlogs and"
        " likes a reconciled statement more than most.",
        jobs=(
            Job(
                "Senior Accounts Payable Specialist",
                "Harrowgate Dairies",
                "Leeds",
                (2019, 3),
                None,
                (
                    "Run a weekly payment run of about 1,400 invoices in Sage 200.",
                    "Cut the number of unmatched invoices from 600 to 45 in two years.",
                    "Train new starters on three-way matching and supplier queries.",
                ),
            ),
            Job(
                "Purchase Ledger Clerk",
                "Brightwell & Sons Ltd",
                "Wakefield",
                (2015, 9),
                (2019, 2),
                (
                    "Entered and coded 250 invoices a week from 90 suppliers.",
                    "Reconciled supplier statements each month and chased credit notes.",
                ),
            ),
            Job(
                "Office Junior",
                "Calder Plumbing Supplies",
                "Halifax",
                (2014, 6),
                (2015, 8),
                (
                    "Opened and sorted the post, filed delivery notes.",
                    "Took telephone orders and raised sales invoices.",
                ),
            ),
        ),
        courses=(
            Course(
                "BA (Hons)",
                6,
                "Business Studies",
                "Leeds Beckett University",
                "Leeds",
                (2011, 9),
                (2014, 6),
            ),
            Course(
                "A levels",
                3,
                "",
                "Notre Dame Sixth Form College",
                "Leeds",
                (2009, 9),
                (2011, 6),
            ),
        ),
        skills=(
            "Sage 200",
            "Excel",
            "Three-way matching",
            "Supplier reconciliation",
            "VAT returns",
        ),
        tongues=(
            Tongue("English", "en", "native", 6, True),
            Tongue("Igbo", "ig", "fluent", 5),
        ),
        papers=(
            Paper("AAT Level 3 Diploma in Accounting", "AAT", (2017, 7)),
            Paper("Safe Manual Handling", "", (2018, 2)),
        ),
    ),
    Who(
        key="marcus",
        convention="us",
        name="Marcus T. Odenkirk",
        email="mtodenkirk@example.com",
        phone="(614) 555-0137",
        address="2208 Sycamore Street, Columbus, OH 43206",
        headline="Payroll Manager",
        summary="Payroll professional with multi-state experience for up to 2,300"
        " employees in manufacturing and retail.",
        jobs=(
            Job(
                "Payroll Manager",
                "Lindqvist Tool & Die",
                "Columbus, OH",
                (2018, 5),
                None,
                (
                    "Process biweekly payroll for 2,300 employees in nine states with ADP.",
                    "File quarterly 941 returns and reconcile W-2s at year end.",
                    "Wrote the garnishment procedure that two sister plants now use.",
                ),
            ),
            Job(
                "Payroll Specialist",
                "Meridian Grocers Inc.",
                "Dayton, OH",
                (2013, 1),
                (2018, 4),
                (
                    "Audited time cards for 48 stores and corrected errors before each run.",
                    "Answered about thirty questions of employees a day.",
                ),
            ),
            Job(
                "Human Resources Assistant",
                "Tri-County Health System",
                "Springfield, OH",
                (2010, 8),
                (2012, 12),
                (
                    "Kept I-9 forms and personnel files for 900 employees.",
                    "Scheduled interviews and new hire orientation.",
                ),
            ),
        ),
        courses=(
            Course(
                "Bachelor of Science",
                6,
                "Accounting",
                "Wright State University",
                "Dayton, OH",
                None,
                (2010, 5),
            ),
            Course(
                "Associate of Applied Science",
                5,
                "Office Administration",
                "Sinclair Community College",
                "Dayton, OH",
                None,
                (2007, 6),
            ),
        ),
        skills=(
            "ADP Workforce Now",
            "Kronos",
            "Excel pivot tables",
            "Garnishments",
            "Multi-state taxation",
        ),
        tongues=(
            Tongue("English", "en", "native", 6, True),
            Tongue("Spanish", "es", "conversational", 4),
        ),
        papers=(
            Paper(
                "Certified Payroll Professional",
                "American Payroll Association",
                (2016, 4),
            ),
            Paper("Notary Public", "State of Ohio", (2019, 9)),
        ),
    ),
    Who(
        key="henrike",
        convention="de",
        name="Henrike Sommerfeld",
        email="h.sommerfeld@example.de",
        phone="+49 40 66969321",
        address="Lindenallee 12, 20259 Hamburg",
        headline="Bilanzbuchhalterin",
        summary="Bilanzbuchhalterin mit Erfahrung in Handel und Logistik, sicher in HGB"
        " und in der Umstellung auf SAP.",
        jobs=(
            Job(
                "Bilanzbuchhalterin",
                "Nordkai Logistik GmbH",
                "Hamburg",
                (2017, 4),
                None,
                (
                    "Erstellung der Monats- und Jahresabschlüsse nach HGB für drei Gesellschaften.",
                    "Abstimmung der Konten und Klärung offener Posten mit den Kreditoren.",
                ),
            ),
            Job(
                "Finanzbuchhalterin",
                "Elbtal Feinkost KG",
                "Dresden",
                (2011, 10),
                (2017, 3),
                (
                    "Buchung von rund 900 Belegen im Monat in DATEV.",
                    "Umsatzsteuervoranmeldungen und Zahlungsläufe.",
                ),
            ),
            Job(
                "Sachbearbeiterin Rechnungswesen",
                "Autohaus Zschoche",
                "Meißen",
                (2008, 8),
                (2011, 9),
                (
                    "Prüfung der Eingangsrechnungen und Mahnwesen.",
                    "Kassenführung und Reisekostenabrechnung.",
                ),
            ),
        ),
        courses=(
            Course(
                "Geprüfte Bilanzbuchhalterin",
                6,
                "",
                "IHK Dresden",
                "Dresden",
                (2012, 9),
                (2014, 5),
            ),
            Course(
                "Ausbildung zur Bürokauffrau",
                3,
                "",
                "Berufsschule Meißen",
                "Meißen",
                (2005, 8),
                (2008, 7),
            ),
        ),
        skills=("DATEV", "SAP FI", "MS Excel", "Kreditorenbuchhaltung", "HGB"),
        tongues=(
            Tongue("Deutsch", "de", "Muttersprache", 6, True),
            Tongue("Englisch", "en", "B2", 4),
        ),
        papers=(Paper("SAP FI Anwenderschulung", "SAP", (2018, 11)),),
        private=(
            "Geburtsdatum: 14.02.1988",
            "Familienstand: verheiratet",
            "Staatsangehörigkeit: deutsch",
        ),
    ),
    Who(
        key="oceane",
        convention="fr",
        name="Océane Le Guennec",
        email="oceane.leguennec@example.fr",
        phone="+33 2 99 00 12 34",
        address="8 rue des Lilas, 35000 Rennes",
        headline="Gestionnaire de paie",
        summary="Gestionnaire de paie rigoureuse, habituée aux conventions collectives de"
        " la métallurgie et du commerce.",
        jobs=(
            Job(
                "Gestionnaire de paie",
                "Armorique Métal",
                "Rennes",
                (2020, 2),
                None,
                (
                    "Établissement de 450 bulletins de paie par mois sous Silae.",
                    "Déclarations sociales nominatives et relations avec les caisses.",
                ),
            ),
            Job(
                "Assistante de paie",
                "Cabinet Kerouédan",
                "Vannes",
                (2016, 9),
                (2020, 1),
                (
                    "Saisie des variables de paie pour quarante clients.",
                    "Préparation des soldes de tout compte.",
                ),
            ),
            Job(
                "Secrétaire comptable",
                "Menuiserie Le Floch",
                "Lorient",
                (2014, 7),
                (2016, 8),
                (
                    "Facturation des chantiers et suivi des règlements.",
                    "Classement et archivage des pièces comptables.",
                ),
            ),
        ),
        courses=(
            Course(
                "Licence professionnelle",
                6,
                "Gestion de la paie",
                "Université de Rennes 1",
                "Rennes",
                (2013, 9),
                (2014, 6),
            ),
            Course(
                "BTS",
                5,
                "Comptabilité et gestion",
                "Lycée Dupuy de Lôme",
                "Lorient",
                (2011, 9),
                (2013, 6),
            ),
        ),
        skills=("Silae", "Sage Paie", "Excel", "Droit social"),
        tongues=(
            Tongue("Français", "fr", "langue maternelle", 6, True),
            Tongue("Anglais", "en", "B1", 3),
            Tongue("Breton", "", "notions", 2),
        ),
        papers=(Paper("Certificat Voltaire", "Projet Voltaire", (2019, 3)),),
        private=("Née le 3 mai 1993", "Nationalité : française"),
    ),
    Who(
        key="ignacio",
        convention="es",
        name="Ignacio Berrueta Solís",
        email="ignacio.berrueta@example.es",
        phone="+34 912 34 56 78",
        address="Calle Alcántara 23, 28006 Madrid",
        headline="Técnico de compras",
        summary="Técnico de compras con experiencia en negociación con proveedores y"
        " control de existencias.",
        jobs=(
            Job(
                "Técnico de compras",
                "Hilaturas Montseny",
                "Madrid",
                (2018, 10),
                None,
                (
                    "Gestión de pedidos a sesenta proveedores en SAP MM.",
                    "Seguimiento de plazos de entrega y reclamaciones.",
                ),
            ),
            Job(
                "Auxiliar administrativo",
                "Grupo Azpeitia Transportes",
                "Bilbao",
                (2014, 3),
                (2018, 9),
                (
                    "Archivo de albaranes y facturas de transporte.",
                    "Atención telefónica a clientes y conductores.",
                ),
            ),
            Job(
                "Recepcionista",
                "Hotel Puerta del Norte",
                "Santander",
                (2012, 5),
                (2014, 2),
                (
                    "Registro de huéspedes y cobro de estancias.",
                    "Gestión de reservas por correo y teléfono.",
                ),
            ),
        ),
        courses=(
            Course(
                "Grado",
                6,
                "Administración y Dirección de Empresas",
                "Universidad de Cantabria",
                "Santander",
                (2008, 9),
                (2012, 6),
            ),
            Course(
                "Bachillerato",
                3,
                "",
                "Instituto Las Llamas",
                "Santander",
                (2006, 9),
                (2008, 6),
            ),
        ),
        skills=("SAP MM", "Excel", "Negociación", "Incoterms"),
        tongues=(
            Tongue("Español", "es", "nativo", 6, True),
            Tongue("Inglés", "en", "C1", 5),
            Tongue("Francés", "fr", "A2", 2),
        ),
        papers=(Paper("Carretilla elevadora", "Fremap", (2015, 1)),),
        private=("Fecha de nacimiento: 22/09/1990", "Estado civil: soltero"),
    ),
    Who(
        key="wioletta",
        convention="pl",
        name="Wioletta Grześkowiak",
        email="w.grzeskowiak@example.pl",
        phone="+48 22 123 45 67",
        address="ul. Kwiatowa 5, 61-881 Poznań",
        headline="Specjalistka ds. kadr i płac",
        summary="Specjalistka ds. kadr i płac, dziewięć lat doświadczenia w firmach"
        " produkcyjnych.",
        jobs=(
            Job(
                "Specjalistka ds. kadr i płac",
                "Fabryka Mebli Wartapol",
                "Poznań",
                (2018, 1),
                None,
                (
                    "Naliczanie wynagrodzeń dla 320 pracowników w programie Płatnik.",
                    "Prowadzenie akt osobowych i ewidencji czasu pracy.",
                ),
            ),
            Job(
                "Młodsza księgowa",
                "Biuro Rachunkowe Bilans",
                "Gniezno",
                (2014, 10),
                (2017, 12),
                (
                    "Księgowanie faktur kosztowych i sprzedażowych.",
                    "Przygotowywanie deklaracji podatkowych.",
                ),
            ),
        ),
        courses=(
            Course(
                "Magister",
                7,
                "Finanse i rachunkowość",
                "Uniwersytet Ekonomiczny w Poznaniu",
                "Poznań",
                (2012, 10),
                (2014, 6),
            ),
            Course(
                "Licencjat",
                6,
                "Ekonomia",
                "Uniwersytet Szczeciński",
                "Szczecin",
                (2009, 10),
                (2012, 6),
            ),
        ),
        skills=("Płatnik", "Comarch Optima", "MS Excel", "Kodeks pracy"),
        tongues=(
            Tongue("polski", "pl", "ojczysty", 6, True),
            Tongue("angielski", "en", "B2", 4),
            Tongue("niemiecki", "de", "podstawowy", 2),
        ),
        papers=(Paper("Kurs kadrowo-płacowy", "SKwP", (2016, 5)),),
    ),
    Who(
        key="dmytro",
        convention="uk",
        name="Дмитро Ковальчук",
        email="d.kovalchuk@example.net",
        phone="+44 20 7946 0912",
        address="Flat 3, 71 Mercer Road, London N19 4PJ",
        headline="Claims Handler",
        summary="Claims handler for motor and home, patient with worried people and exact"
        " with figures.",
        jobs=(
            Job(
                "Claims Handler",
                "Thistledown Mutual",
                "London",
                (2021, 6),
                None,
                (
                    "Handle 80 open motor claims from first notice to settlement.",
                    "Agree repairs with garages and set reserves within my limit.",
                ),
            ),
            Job(
                "Customer Support Advisor",
                "Octopus Row Telecom",
                "London",
                (2019, 2),
                (2021, 5),
                (
                    "Answered 60 calls a day about bills and faults.",
                    "Raised complaints to the second line with a full record.",
                ),
            ),
            Job(
                "Data Entry Operator",
                "Lviv Regional Archive",
                "Lviv",
                (2016, 4),
                (2018, 12),
                (
                    "Indexed 40,000 parish records for a public catalogue.",
                    "Checked the entries of four colleagues.",
                ),
            ),
        ),
        courses=(
            Course(
                "Master of Arts",
                7,
                "History",
                "Ivan Franko National University of Lviv",
                "Lviv",
                (2013, 9),
                (2015, 6),
            ),
        ),
        skills=(
            "Guidewire ClaimCenter",
            "Zendesk",
            "Touch typing",
            "Complaint handling",
        ),
        tongues=(
            Tongue("Ukrainian", "uk", "native", 6, True),
            Tongue("English", "en", "C1", 5),
            Tongue("Polish", "pl", "B1", 3),
        ),
        papers=(Paper("Cert CII", "Chartered Insurance Institute", (2022, 10)),),
    ),
    Who(
        key="rosalind",
        convention="uk",
        name="Dr Rosalind Achterberg",
        email="r.achterberg@example.ac.uk",
        phone="+44 131 496 0771",
        address="5 Warrender Crescent, Edinburgh EH9 1QA",
        headline="Head of Records and Archives",
        summary="Records manager and archivist who moved two institutions to electronic"
        " records without losing a file.",
        jobs=(
            Job(
                "Head of Records and Archives",
                "University of Strathmore",
                "Edinburgh",
                (2016, 8),
                None,
                (
                    "Lead a team of seven and the retention schedule for 140 series.",
                    "Introduced a records system for 3,000 staff in eighteen months.",
                    "Answer requests under freedom of information within the term.",
                ),
            ),
            Job(
                "Records Manager",
                "Lothian Water Board",
                "Edinburgh",
                (2010, 1),
                (2016, 7),
                (
                    "Appraised 2 km of paper and moved a quarter of it off site.",
                    "Wrote the file plan for eleven departments.",
                ),
            ),
            Job(
                "Assistant Archivist",
                "National Museum of Fisheries",
                "Hull",
                (2006, 10),
                (2009, 12),
                (
                    "Catalogued 900 boxes of company papers to the international standard.",
                    "Served readers in the search room.",
                ),
            ),
            Job(
                "Research Assistant",
                "Institute of Business History",
                "Glasgow",
                (2003, 9),
                (2006, 9),
                (
                    "Transcribed ledgers of eighteenth century merchants.",
                    "Prepared two conference papers with the director.",
                ),
            ),
        ),
        courses=(
            Course(
                "PhD",
                8,
                "Economic History",
                "University of Glasgow",
                "Glasgow",
                (1999, 10),
                (2003, 7),
            ),
            Course(
                "MSc",
                7,
                "Information Management",
                "University of Sheffield",
                "Sheffield",
                (1998, 9),
                (1999, 9),
            ),
            Course(
                "BA",
                6,
                "Modern History",
                "Durham University",
                "Durham",
                (1995, 10),
                (1998, 6),
            ),
        ),
        skills=(
            "Retention scheduling",
            "EDRMS",
            "Data protection",
            "Cataloguing",
            "Palaeography",
        ),
        tongues=(
            Tongue("English", "en", "native", 6, True),
            Tongue("Dutch", "nl", "fluent", 5),
            Tongue("Latin", "la", "basic", 2),
        ),
        papers=(
            Paper("Registered Member", "Archives and Records Association", (2012, 3)),
            Paper("PRINCE2 Practitioner", "Axelos", (2015, 11)),
        ),
    ),
    Who(
        key="latoya",
        convention="us_slash",
        name="LaToya Breckenridge",
        email="latoya.breckenridge@example.com",
        phone="312-555-0164",
        address="Chicago, IL",
        headline="Customer Support Team Lead",
        summary="Support lead who built two help desks from scratch and still answers the"
        " hard tickets.",
        jobs=(
            Job(
                "Customer Support Team Lead",
                "Zephyrly",
                "Chicago, IL",
                (2021, 3),
                None,
                (
                    "Lead eleven agents on chat and e-mail, 9,000 tickets a month.",
                    "Raised first contact resolution from 61 to 78 percent.",
                ),
            ),
            Job(
                "Customer Service Representative",
                "Prairie State Credit Union",
                "Joliet, IL",
                (2017, 7),
                (2021, 2),
                (
                    "Opened accounts, answered card disputes and reset access.",
                    "Documented each call in Salesforce.",
                ),
            ),
            Job(
                "Cashier",
                "Target",
                "Joliet, IL",
                (2015, 6),
                (2017, 6),
                (
                    "Balanced a drawer of $3,000 each shift.",
                    "Trained six new cashiers.",
                ),
            ),
        ),
        courses=(
            Course(
                "B.A.",
                6,
                "Communication",
                "Northern Illinois University",
                "DeKalb, IL",
                (2011, 8),
                (2015, 5),
            ),
        ),
        skills=(
            "Zendesk",
            "Salesforce",
            "Macros",
            "Knowledge base writing",
            "Coaching",
        ),
        tongues=(
            Tongue("English", "en", "native", 6, True),
            Tongue("Spanish", "es", "intermediate", 3),
        ),
        papers=(Paper("HDI Support Center Analyst", "HDI", (2020, 1)),),
    ),
    Who(
        key="priya",
        convention="us",
        name="Priya Ramanathan",
        email="priya.ramanathan@example.org",
        phone="+1 408 555 0119",
        address="San Jose, CA 95112",
        headline="HR Administrator",
        summary="HR administrator for growing firms: clean files, on-time onboarding, and"
        " answers within the day.",
        jobs=(
            Job(
                "HR Administrator",
                "Quillfeather Labs",
                "San Jose, CA",
                (2022, 1),
                None,
                (
                    "Onboard about 20 people a month and keep BambooHR current.",
                    "Prepare offer letters and background checks.",
                ),
            ),
            Job(
                "Recruiting Coordinator",
                "Basalt & Fern",
                "Oakland, CA",
                (2019, 5),
                (2021, 12),
                (
                    "Scheduled 60 interviews a week across four time zones.",
                    "Kept candidates informed at each step.",
                ),
            ),
            Job(
                "Office Coordinator",
                "Saint Brendan Hospice",
                "Fremont, CA",
                (2016, 2),
                (2019, 4),
                (
                    "Ordered supplies, managed visitors and the mail.",
                    "Kept the calendar of three directors.",
                ),
            ),
        ),
        courses=(
            Course(
                "MBA",
                7,
                "Human Resource Management",
                "Golden Gate University",
                "San Francisco, CA",
                (2019, 9),
                (2021, 6),
            ),
            Course(
                "Bachelor of Commerce",
                6,
                "",
                "University of Madras",
                "Chennai",
                (2011, 7),
                (2014, 5),
            ),
        ),
        skills=("BambooHR", "Greenhouse", "Onboarding", "FMLA", "Google Workspace"),
        tongues=(
            Tongue("English", "en", "fluent", 5),
            Tongue("Tamil", "ta", "native", 6, True),
            Tongue("Hindi", "hi", "intermediate", 3),
        ),
        papers=(Paper("SHRM-CP", "Society for Human Resource Management", (2021, 8)),),
    ),
    Who(
        key="tobias",
        convention="years",
        name="Tobias van Rijsbergen",
        email="tobias@example.nl",
        phone="+31 20 794 0956",
        address="Prinsengracht 210, 1016 HD Amsterdam",
        headline="Contract Administrator",
        summary="Contract administrator between jobs after caring for family, used to"
        " running two part-time posts at once.",
        jobs=(
            Job(
                "Contract Administrator",
                "Delta Dredging BV",
                "Rotterdam",
                (2018, None),
                (2022, None),
                (
                    "Registered 700 subcontracts and their changes.",
                    "Prepared purchase orders and goods receipts.",
                ),
            ),
            Job(
                "Bookkeeper",
                "Stichting Waterlinie",
                "Utrecht",
                (2016, None),
                (2020, None),
                (
                    "Kept the books of a small charity one day a week.",
                    "Prepared the figures for the auditor.",
                ),
            ),
            Job(
                "Procurement Assistant",
                "Zuiderpoort Hospital",
                "Amsterdam",
                (2009, None),
                (2013, None),
                (
                    "Ordered medical disposables for six wards.",
                    "Checked deliveries against orders.",
                ),
            ),
        ),
        courses=(
            Course(
                "Bachelor of Laws",
                6,
                "",
                "University of Amsterdam",
                "Amsterdam",
                (2004, None),
                (2008, None),
            ),
        ),
        skills=("Oracle Procurement", "Exact Online", "Contract registers", "Excel"),
        tongues=(
            Tongue("Dutch", "nl", "native", 6, True),
            Tongue("English", "en", "C1", 5),
            Tongue("German", "de", "good", 4),
        ),
        papers=(Paper("NEVI Procurement 1", "NEVI", (2011, None)),),
    ),
    Who(
        key="eleni",
        convention="iso",
        name="Ελένη Παπαδοπούλου",
        email="eleni.p@example.gr",
        phone="+30 21 0123 4567",
        address="Akadimias 40, 106 72 Athens",
        headline="Purchasing Officer",
        summary="Purchasing officer for public bodies who reads the whole tender before"
        " the first question.",
        jobs=(
            Job(
                "Purchasing Officer",
                "Aegean Ferries",
                "Piraeus",
                (2019, 11),
                None,
                (
                    "Buy spare parts and services for nine ships, 4 million euros a year.",
                    "Compare offers and keep the supplier register.",
                ),
            ),
            Job(
                "Stock Controller",
                "Olympia Pharmaceuticals",
                "Athens",
                (2015, 4),
                (2019, 10),
                (
                    "Counted stock each week and explained differences.",
                    "Planned orders with sales.",
                ),
            ),
            Job(
                "Junior Buyer",
                "Kallithea Municipality",
                "Kallithea",
                (2012, 9),
                (2015, 3),
                (
                    "Published tenders and kept their files.",
                    "Prepared contracts for signature.",
                ),
            ),
        ),
        courses=(
            Course(
                "MSc",
                7,
                "Supply Chain Management",
                "Athens University of Economics and Business",
                "Athens",
                (2010, 10),
                (2012, 2),
            ),
            Course(
                "BSc",
                6,
                "Economics",
                "University of Piraeus",
                "Piraeus",
                (2006, 9),
                (2010, 7),
            ),
        ),
        skills=("SAP Ariba", "Tendering", "Stock counts", "Excel"),
        tongues=(
            Tongue("Greek", "el", "native", 6, True),
            Tongue("English", "en", "C2", 6),
            Tongue("Italian", "it", "B1", 3),
        ),
        papers=(Paper("CIPS Level 4", "CIPS", (2017, 9)),),
    ),
)
BY_KEY = {who.key: who for who in PEOPLE}
