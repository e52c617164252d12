"""The three positions of the demo, as data. Duties, pay and people are invented."""

from dataclasses import dataclass

from positions.criteria import EducationLevel, Equivalence


@dataclass(frozen=True, slots=True)
class DemoDuty:
    """One duty: a statement, its share of time in percent, why it is essential.

    `essential` is the reason; empty for a duty that is not essential.
    """

    statement: str
    share: int
    essential: str = ""


@dataclass(frozen=True, slots=True)
class DemoEducation:
    """Education asked for; credits as 30 to an academic year, `base` counts for none."""

    level: EducationLevel
    fields: tuple[str, ...]
    reason: str
    base_credits: int
    full_credits: int


@dataclass(frozen=True, slots=True)
class DemoExperience:
    """Months of one kind of work; `duties` are the places of the duties it serves."""

    kind: str
    months: int
    headroom: int
    duties: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DemoPosition:
    """A position; pay in whole units of the currency."""

    slug: str
    title: str
    department: str
    place: str
    workplace: str  # ON_SITE, HYBRID or REMOTE
    employment: str  # PERMANENT, FIXED_TERM or TEMPORARY
    hours_per_week: int
    pay_from: int
    pay_to: int
    currency: str
    pay_period: str  # YEAR, MONTH or HOUR
    openings: int
    summary: str
    duties: tuple[DemoDuty, ...]
    education: DemoEducation
    experience: tuple[DemoExperience, ...]
    equivalence: Equivalence


ACCOUNTANT = DemoPosition(
    slug="accountant",
    title="Accountant",
    department="Finance and administration",
    place="Riverton",
    workplace="HYBRID",
    employment="PERMANENT",
    hours_per_week=40,
    pay_from=54_000,
    pay_to=66_000,
    currency="USD",
    pay_period="YEAR",
    openings=1,
    summary=(
        "You keep the books of a wholesale company with 140 people: from the daily"
        " entries to the closed month and the papers for the auditors. You work with two"
        " colleagues in accounting and with everyone in the house who orders, sells or"
        " travels."
    ),
    duties=(
        DemoDuty(
            "Records journal entries in the general ledger every working day, with the"
            " right account, cost centre and supporting document, so that the books are"
            " complete.",
            20,
            "The books are the reason for the position, and nobody else keeps them.",
        ),
        DemoDuty(
            "Reconciles bank statements, balance sheet accounts and subsidiary"
            " ledgers each month and clears every difference with the person who"
            " caused it, so that the books agree.",
            20,
            "Unreconciled accounts make every figure after them wrong.",
        ),
        DemoDuty(
            "Closes the month and the fiscal year: posts accruals, prepayments and"
            " depreciation of fixed assets, so that the trial balance is ready by the"
            " fifth working day.",
            15,
        ),
        DemoDuty(
            "Prepares financial statements (balance sheet, income statement and cash"
            " flow) under generally accepted accounting principles (GAAP) each month,"
            " so that the management sees where the house stands.",
            15,
        ),
        DemoDuty(
            "Checks and posts supplier invoices in accounts payable and runs the weekly"
            " payments, so that vendors are paid on time and never twice.",
            10,
        ),
        DemoDuty(
            "Issues customer invoices, posts receipts in accounts receivable and follows"
            " up overdue balances until they are paid.",
            8,
        ),
        DemoDuty(
            "Prepares sales, payroll and income tax returns and the schedules that"
            " the external auditors ask for, and answers their questions, so that"
            " every deadline is met.",
            7,
        ),
        DemoDuty(
            "Compares actual costs with the budget in Excel each month and explains"
            " the variances to the heads of department, so that the forecast can be"
            " updated.",
            5,
        ),
    ),
    education=DemoEducation(
        level=EducationLevel.BACHELOR,
        fields=("Accounting", "Finance", "Business administration"),
        reason=(
            "Year-end statements are signed without a second accountant; experience may"
            " stand in for the degree."
        ),
        base_credits=60,
        full_credits=60,
    ),
    experience=(
        DemoExperience(
            kind="Keeping books or accounting",
            months=24,
            headroom=24,
            duties=(0, 1, 2, 3, 4, 5),
        ),
    ),
    equivalence=Equivalence.COMBINATION,
)

HR_SPECIALIST = DemoPosition(
    slug="hr-specialist",
    title="HR specialist",
    department="People",
    place="Riverton",
    workplace="HYBRID",
    employment="PERMANENT",
    hours_per_week=40,
    pay_from=50_000,
    pay_to=61_000,
    currency="USD",
    pay_period="YEAR",
    openings=1,
    summary=(
        "You look after the whole stay of our 140 people: from the vacancy to the last"
        " working day. Managers and employees come to you first, and what they tell you"
        " stays with you."
    ),
    duties=(
        DemoDuty(
            "Recruits for about 25 vacancies a year: writes job postings, screens"
            " applicants, schedules and conducts interviews and checks references, so"
            " that vacancies are filled in time.",
            25,
            "Open vacancies stop the work of whole departments.",
        ),
        DemoDuty(
            "Conducts new hire orientation and onboarding on the first day: prepares"
            " the papers, verifies the right to work and introduces new employees to"
            " policies and colleagues, so that they can begin.",
            15,
        ),
        DemoDuty(
            "Maintains personnel files and employee records in the human resources"
            " information system (HRIS), so that they are complete and stay"
            " confidential.",
            15,
            "The law requires complete and confidential files.",
        ),
        DemoDuty(
            "Answers employees' and managers' questions about human resources"
            " policies, procedures, employment law and benefits, in person and in"
            " writing, so that each has an answer within two days.",
            12,
        ),
        DemoDuty(
            "Administers benefits enrollment, health insurance, retirement plans and"
            " leaves of absence (FMLA) and explains the choices to employees each"
            " year, so that they can choose.",
            13,
        ),
        DemoDuty(
            "Hears grievances and complaints in employee relations, investigates them"
            " and documents disciplinary action and terminations with the manager, so"
            " that each case is settled fairly.",
            10,
        ),
        DemoDuty(
            "Organises the yearly performance appraisals and employee training and"
            " keeps record of what was agreed, so that it is followed up.",
            6,
        ),
        DemoDuty(
            "Sends payroll changes, attendance and compensation data to payroll by"
            " the monthly deadline, so that everyone is paid correctly, and compiles"
            " reports on headcount and turnover.",
            4,
        ),
    ),
    education=DemoEducation(
        level=EducationLevel.BACHELOR,
        fields=("Human resources", "Psychology", "Business administration", "Law"),
        reason="Employment law must be applied; experience may stand in for the degree.",
        base_credits=60,
        full_credits=60,
    ),
    experience=(
        DemoExperience(
            kind="Recruiting or administering personnel",
            months=18,
            headroom=24,
            duties=(0, 1, 2, 3, 4, 5),
        ),
    ),
    equivalence=Equivalence.COMBINATION,
)

SUPPORT_CLERK = DemoPosition(
    slug="customer-support-clerk",
    title="Customer support clerk",
    department="Customer service",
    place="Lakeside",
    workplace="ON_SITE",
    employment="PERMANENT",
    hours_per_week=30,
    pay_from=19,
    pay_to=23,
    currency="USD",
    pay_period="HOUR",
    openings=3,
    summary=(
        "You are the first person our business customers reach when an order, a delivery"
        " or an invoice is not as it should be. You answer calmly, find out what happened"
        " and stay with it until it is settled."
    ),
    duties=(
        DemoDuty(
            "Answers customers' inquiries by telephone, e-mail and chat, about 50 a"
            " day, and gives information on products, prices and deliveries, so that"
            " nobody has to call twice.",
            30,
            "Customers who reach nobody go elsewhere.",
        ),
        DemoDuty(
            "Resolves customer complaints about orders, shipments and billing:"
            " listens, investigates the cause, corrects it and calls back within two"
            " days, so that the customer stays.",
            20,
            "The position exists to settle what went wrong.",
        ),
        DemoDuty(
            "Enters and changes customer orders and account data in the order system,"
            " without errors, on the day they arrive, so that the right goods leave"
            " the house.",
            18,
        ),
        DemoDuty(
            "Records each call and its outcome in the customer relationship management"
            " (CRM) system as a ticket, so that a colleague can take over.",
            12,
        ),
        DemoDuty(
            "Processes returns, refunds, exchanges and credits under the returns"
            " policy and informs the customer of the result, so that the case is"
            " closed.",
            10,
        ),
        DemoDuty(
            "Escalates technical or unresolved problems to the right department and"
            " follows up until the customer has an answer.",
            6,
        ),
        DemoDuty(
            "Sorts incoming mail, files documents and orders supplies each morning,"
            " so that nobody in the service office has to look for them.",
            4,
        ),
    ),
    education=DemoEducation(
        level=EducationLevel.UPPER_SECONDARY,
        fields=(),
        reason="",
        base_credits=0,
        full_credits=0,
    ),
    experience=(
        DemoExperience(
            kind="Serving customers",
            months=6,
            headroom=18,
            duties=(0, 1, 2, 4),
        ),
    ),
    equivalence=Equivalence.COMBINATION,
)

POSITIONS = (ACCOUNTANT, HR_SPECIALIST, SUPPORT_CLERK)
