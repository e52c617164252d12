"""Old adverts in six styles, written for these tests, with what is to be read."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Golden:
    text: str
    title: str
    duties: tuple[str, ...]
    requirements: tuple[str, ...]


BULLETS = Golden(
    text="""Accounts Payable Clerk

Brightwater Supplies keeps 300 cafés in cups and napkins.

Key responsibilities:
• Check supplier invoices against purchase orders and
  delivery notes
• Enter approved invoices into the ledger
• Prepare the weekly payment run

Requirements:
• At least two years' experience in accounts payable
• High school diploma or GED
• Good knowledge of MS Excel

Benefits:
• 26 days of holiday
• A pension

How to apply: send your CV to jobs@brightwater.example.
""",
    title="Accounts Payable Clerk",
    duties=(
        "Check supplier invoices against purchase orders and delivery notes",
        "Enter approved invoices into the ledger",
        "Prepare the weekly payment run",
    ),
    requirements=(
        "At least two years' experience in accounts payable",
        "High school diploma or GED",
        "Good knowledge of MS Excel",
    ),
)

PROSE = Golden(
    text="""Halden & Moor is looking for a bookkeeper for its office in Ghent. You will \
post receipts and payments every day. You will reconcile the bank accounts each week. \
You will prepare the VAT return for the accountant. You have a bachelor's degree in \
accounting. Three years of experience in a similar role is required. Fluency in Dutch \
and English is essential. Please send your CV and a letter to the address below.
""",
    title="",
    duties=(
        "You will post receipts and payments every day.",
        "You will reconcile the bank accounts each week.",
        "You will prepare the VAT return for the accountant.",
    ),
    requirements=(
        "You have a bachelor's degree in accounting.",
        "Three years of experience in a similar role is required.",
        "Fluency in Dutch and English is essential.",
    ),
)

CAPITALS = Golden(
    text="""RECORDS CLERK

COMPANY: Tallow Street Clinic
LOCATION: Norwich

DUTIES AND RESPONSIBILITIES
1. File patient records on the day they arrive
2. Retrieve records for the consultants
3. Destroy records when their time is up

MINIMUM QUALIFICATIONS
1. Secondary education
2. Minimum 18 months of experience in an archive
3. Discretion

APPLICATION PROCEDURE
Apply by letter. CLOSING DATE: 3 May 2024
""",
    title="RECORDS CLERK",
    duties=(
        "File patient records on the day they arrive",
        "Retrieve records for the consultants",
        "Destroy records when their time is up",
    ),
    requirements=(
        "Secondary education",
        "Minimum 18 months of experience in an archive",
        "Discretion",
    ),
)

SCRAPED = Golden(
    text="""Payroll OfficerWe run the payroll of ninety schools from one \
office.Responsibilities:Prepare the monthly payroll for 2,000 peopleAnswer questions \
from staff about their payReconcile pension contributionsRequirements:Bachelor's degree \
or equivalent experienceExcellent attention to detailExperience with Sage Payroll is a \
plusBenefits:Free lunch on Fridays""",
    title="Payroll Officer",
    duties=(
        "Prepare the monthly payroll for 2,000 people",
        "Answer questions from staff about their pay",
        "Reconcile pension contributions",
    ),
    requirements=(
        "Bachelor's degree or equivalent experience",
        "Excellent attention to detail",
        "Experience with Sage Payroll is a plus",
    ),
)

CIVIL_SERVICE = Golden(
    text="""Job title: Grants Administrator

Location: Cardiff

About the job

Job summary
The Rural Grants Office pays out small grants to village halls.

Job description
As a Grants Administrator you will be at the heart of a small team.

Key responsibilities
- Assess applications for completeness
- Pay approved grants within ten working days
- Keep the register of grants up to date

Person specification

Essential criteria
- Experience of working with databases
- Ability to explain a decision in plain English

Desirable criteria
- Knowledge of Welsh
- A degree in a relevant subject

Benefits
Civil Service pension and flexible working.

Selection process details
Applications are sifted on your personal statement.
""",
    title="Grants Administrator",
    duties=(
        "Assess applications for completeness",
        "Pay approved grants within ten working days",
        "Keep the register of grants up to date",
    ),
    requirements=(
        "Experience of working with databases",
        "Ability to explain a decision in plain English",
        "Knowledge of Welsh",
        "A degree in a relevant subject",
    ),
)

STARTUP = Golden(
    text="""# Office Manager 🚀

**About us**
We're 40 people building software for florists. Think spreadsheets, but with roses.

**What you'll do**
* Keep the office running: keys, desks, plants, post
* Onboard new joiners in their first week
* Pay the bills before anybody asks

**What you'll bring**
* 3+ years in a similar role
* You love order and stay calm when the lift breaks
* Fluent English; Portuguese is a bonus

**What we offer**
* Stock options
* A dog-friendly office

Sounds like you? Apply now!
""",
    title="Office Manager 🚀",
    duties=(
        "Keep the office running: keys, desks, plants, post",
        "Onboard new joiners in their first week",
        "Pay the bills before anybody asks",
    ),
    requirements=(
        "3+ years in a similar role",
        "You love order and stay calm when the lift breaks",
        "Fluent English; Portuguese is a bonus",
    ),
)

ALL = {
    "bullets": BULLETS,
    "prose": PROSE,
    "capitals": CAPITALS,
    "scraped": SCRAPED,
    "civil service": CIVIL_SERVICE,
    "startup": STARTUP,
}
