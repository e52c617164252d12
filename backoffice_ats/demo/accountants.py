"""Fifteen made-up people who applied as accountant."""

from backoffice_ats.demo.people import Applicant, Job, Layout, Scenarios, Study

APPLICANTS: tuple[Applicant, ...] = (
    Applicant(
        name="Marguerite Osei",
        city="Riverton",
        layout=Layout.PLAIN_PDF,
        summary="Accountant with seven years in wholesale, from daily entries to the closed year.",
        jobs=(
            Job(
                "General ledger accountant",
                "Brightwater Foods",
                "2021-04",
                "",
                (
                    "Record about 90 journal entries a week in the general ledger, each with its cost centre and supporting document.",
                    "Reconcile eleven bank accounts and all balance sheet accounts each month and clear differences with the departments.",
                    "Post accruals, prepayments and depreciation and hand over the trial balance on the fourth working day.",
                    "Prepare balance sheet, income statement and cash flow under GAAP for the management each month.",
                ),
                duties={1: 30, 2: 25, 3: 20, 4: 25},
            ),
            Job(
                "Accounts payable clerk",
                "Corran Timber",
                "2018-09",
                "2021-03",
                (
                    "Checked and posted 400 supplier invoices a month and ran the Friday payment run.",
                    "Found and recovered two double payments of 11,200 dollars in the first year.",
                ),
                duties={5: 80, 1: 20},
            ),
        ),
        studies=(
            Study(
                "BSc Accounting",
                6,
                "Accounting",
                "Tamarack State University",
                "2014–2018",
            ),
        ),
        accomplishments={
            1: "When I took over the ledger, a third of the journal entries had no document. I wrote a one-page rule with the buyers, sent entries back for a month, and since then every entry I record carries its invoice or calculation. The auditors took their sample in half a day.",
            2: "The clearing account had not been reconciled for fourteen months and stood at 48,300. I went back month by month, matched bank statements with the subsidiary ledger, and cleared it to zero with sales and logistics in five weeks.",
            3: "I moved the closing from the ninth to the fourth working day: I listed every accrual with its owner and a date and post depreciation before month end.",
            4: "The monthly statements came without cash flow. I built it from the general ledger in Excel, agreed it with the bank balance, and the managing director now asks for it first.",
            5: "I check each supplier invoice against order and receipt before I post it. In two and a half years no vendor was paid twice.",
        },
        skills="NetSuite, Excel (pivot tables, Power Query), GAAP, month-end closing, bank reconciliation",
        scenarios=Scenarios.CLOSE,
        days_ago=19,
        moves=("UNDER_REVIEW", "SHORTLISTED"),
    ),
    Applicant(
        name="Tomasz Wieczorek",
        city="Easton",
        layout=Layout.SIDEBAR_PDF,
        summary="Senior bookkeeper who has closed the books of three companies alone.",
        jobs=(
            Job(
                "Senior bookkeeper",
                "Hollis & Varga Tax Office",
                "2019-01",
                "",
                (
                    "Keep the general ledger of three clients in QuickBooks, from journal entries to the trial balance.",
                    "Reconcile bank statements and credit card accounts each week.",
                    "Prepare sales tax and payroll tax returns and answer the auditors' questions.",
                    "Prepare yearly financial statements with the partner.",
                ),
                duties={1: 35, 2: 25, 3: 10, 7: 20, 4: 10},
            ),
            Job(
                "Office assistant",
                "Hollis & Varga Tax Office",
                "2016-06",
                "2018-12",
                (
                    "Filed clients' documents, entered receipts and answered the telephone.",
                ),
                duties={1: 30},
            ),
        ),
        studies=(
            Study(
                "Certificate in bookkeeping",
                4,
                "Bookkeeping",
                "Easton Community College",
                "2015–2016",
            ),
        ),
        accomplishments={
            1: "One client brought his receipts in shoeboxes. I entered two years of journal entries in six weeks and agreed a monthly day on which he sends everything. His books have been complete ever since.",
            2: "I reconcile each bank account weekly, not monthly: a difference is found while people still remember what it was.",
            3: "For the bakery I post accruals for flour contracts and depreciation of the ovens; the year closed eleven days earlier than before.",
        },
        skills="QuickBooks, Xero, Excel, sales tax, payroll tax",
        scenarios=Scenarios.CLOSE,
        days_ago=18,
        moves=("UNDER_REVIEW", "SHORTLISTED"),
    ),
    Applicant(
        name="Priscilla Nakamura-Holt",
        city="Riverton",
        layout=Layout.TABLE_PDF,
        summary="Financial accountant who likes a closed month and a clear explanation.",
        jobs=(
            Job(
                "Financial accountant",
                "Seabright Logistics",
                "2022-02",
                "",
                (
                    "Close the month for two companies: accruals, prepayments, fixed assets and intercompany entries.",
                    "Prepare GAAP financial statements and the monthly package for the management.",
                    "Compare actual costs with the budget and explain variances to the heads of department.",
                ),
                duties={3: 35, 4: 35, 8: 20, 1: 10},
            ),
            Job(
                "Audit associate",
                "Pruitt Marsh LLP",
                "2019-09",
                "2022-01",
                (
                    "Audited receivables, inventory and cash of retail and wholesale clients.",
                    "Tested reconciliations and journal entries and wrote the working papers.",
                ),
                duties={2: 20, 7: 30},
            ),
        ),
        studies=(
            Study(
                "Master of Accountancy",
                7,
                "Accounting",
                "Northlake University",
                "2018–2019",
            ),
            Study("BA Economics", 6, "Economics", "Northlake University", "2014–2018"),
        ),
        accomplishments={
            2: "As auditor I found that a client's bank reconciliation carried the same 19,000 difference for two years. I showed the controller which entry caused it and how to clear it.",
            3: "I wrote the closing calendar for two companies and cut late accruals from thirty to four a month.",
            4: "I prepare balance sheet, income statement and cash flow under GAAP by the sixth working day, with a page of notes in plain words that the sales director reads.",
        },
        skills="SAP FI, Excel, GAAP, consolidation",
        scenarios=Scenarios.PARTLY,
        days_ago=17,
        moves=("UNDER_REVIEW", "SHORTLISTED", "INTERVIEW"),
    ),
    Applicant(
        name="Delroy Achebe",
        city="Lakeside",
        layout=Layout.PLAIN_DOCX,
        summary="Accounts payable specialist who wants to learn the closing.",
        jobs=(
            Job(
                "Accounts payable specialist",
                "Mariner Supply",
                "2020-05",
                "",
                (
                    "Check supplier invoices against orders and receipts and post about 700 a month in accounts payable.",
                    "Prepare the weekly payment run and answer vendors' questions.",
                    "Reconcile vendor statements each month.",
                ),
                duties={5: 80, 2: 20},
            ),
        ),
        studies=(
            Study(
                "Associate degree in business",
                5,
                "Business administration",
                "Lakeside Community College",
                "2017–2019",
            ),
        ),
        accomplishments={
            2: "Our largest vendor's statement never agreed with ours. I reconciled eighteen months line by line, found nine missing credit notes, and got 6,400 back.",
            5: "I built a check in Excel that compares invoice number and amount with the last two years. It has stopped seventeen double payments.",
        },
        skills="Oracle, Excel, three-way match, vendor statements",
        scenarios=Scenarios.CLOSE,
        days_ago=16,
        moves=("UNDER_REVIEW",),
    ),
    Applicant(
        name="Ingrid Solheim",
        city="Riverton",
        layout=Layout.NONE,
        summary="",
        jobs=(
            Job(
                "Accountant",
                "Kestrel Hospital Group",
                "2017-03",
                "2022-08",
                (
                    "Kept the general ledger, reconciled bank and balance sheet accounts and closed the month with one colleague.",
                ),
                duties={1: 40, 2: 30, 3: 30},
            ),
            Job(
                "Treasurer (volunteer)",
                "Riverton Choir",
                "2022-09",
                "",
                (
                    "Keep the books of the choir and report to the members each quarter.",
                ),
                hours=6,
                duties={1: 60, 4: 40},
            ),
        ),
        studies=(
            Study(
                "BBA Finance", 6, "Finance", "Tamarack State University", "2012–2016"
            ),
        ),
        accomplishments={
            1: "At the hospital I recorded all payroll and supply entries for four wards, about 120 a week, and trained my replacement with a written list of the 40 most common accounts.",
            2: "I found that card payments of the cafeteria were booked twice for seven weeks, because the bank file was read in two places. I cleared it with the cafeteria and the bank.",
        },
        skills="",
        scenarios=Scenarios.CLOSE,
        days_ago=15,
        moves=("UNDER_REVIEW",),
    ),
    Applicant(
        name="Bartholomew Quintanilla",
        city="Harbor Point",
        layout=Layout.PLAIN_PDF,
        summary="Controller of a construction company with twenty years in finance, looking for less travel.",
        jobs=(
            Job(
                "Controller",
                "Stonegate Builders",
                "2012-01",
                "",
                (
                    "Lead a team of six in accounting, payroll and purchasing.",
                    "Sign the monthly financial statements under GAAP and present them to the owners.",
                    "Negotiate credit lines with three banks.",
                    "Prepare the yearly audit and the income tax return with the external firm.",
                ),
                duties={3: 10, 4: 25, 7: 15, 8: 15},
            ),
            Job(
                "Accountant",
                "Stonegate Builders",
                "2006-05",
                "2011-12",
                (
                    "Recorded journal entries, reconciled all accounts and closed the month.",
                ),
                duties={1: 40, 2: 30, 3: 30},
            ),
        ),
        studies=(
            Study(
                "BSc Accounting", 6, "Accounting", "Harbor State College", "2002–2006"
            ),
        ),
        accomplishments={
            4: "I replaced a forty-page report with five pages: balance sheet, income statement, cash flow and two notes. The owners decide in one meeting instead of three.",
        },
        skills="Sage 300, Excel, GAAP, bank covenants",
        scenarios=Scenarios.PARTLY,
        days_ago=15,
        moves=("UNDER_REVIEW",),
    ),
    Applicant(
        name="Siobhan Farrelly",
        city="Easton",
        layout=Layout.SCAN,
        summary="Bookkeeper returning to work after six years at home.",
        jobs=(
            Job(
                "Bookkeeper",
                "Farrelly Garden Centre",
                "2013-04",
                "2019-06",
                (
                    "Kept the books of the family business: journal entries, invoices, bank reconciliation and sales tax.",
                ),
                hours=30,
                duties={1: 40, 2: 20, 5: 15, 6: 15, 7: 10},
            ),
        ),
        studies=(
            Study("High school diploma", 3, "", "Easton High School", "2005–2009"),
            Study(
                "BSc Accounting",
                6,
                "Accounting",
                "Open College",
                "2018–2020",
                finished=False,
                credits=84,
            ),
        ),
        accomplishments={
            1: "I recorded every entry of a garden centre with 30 staff, from plant orders to the till, for six years. When we sold the business the buyer's accountant found nothing to correct.",
            2: "The till and the bank never agreed at Christmas. I reconciled each day instead of each month in December, and found that gift vouchers were counted as cash.",
        },
        skills="QuickBooks, Excel",
        scenarios=Scenarios.CLOSE,
        days_ago=14,
        moves=("UNDER_REVIEW",),
    ),
    Applicant(
        name="Rajesh Venkataraman",
        city="Riverton",
        layout=Layout.TABLE_DOCX,
        summary="Accounts receivable and credit control in a trading company.",
        jobs=(
            Job(
                "Accounts receivable accountant",
                "Vantage Tools",
                "2021-08",
                "",
                (
                    "Issue customer invoices, post receipts and follow up overdue balances by telephone until they are paid.",
                    "Reconcile the receivables ledger with the general ledger each month.",
                    "Prepare the sales tax return.",
                ),
                duties={6: 60, 2: 25, 7: 15},
            ),
        ),
        studies=(
            Study(
                "Bachelor of Commerce",
                6,
                "Commerce",
                "University of Mysore",
                "2016–2019",
            ),
        ),
        accomplishments={
            1: "I record the daily cash entries and the bad debt provisions in the general ledger, with the calculation attached.",
            2: "The receivables ledger was 31,000 higher than the general ledger. I compared them customer by customer and found receipts posted to the wrong month.",
        },
        skills="Microsoft Dynamics, Excel",
        scenarios=Scenarios.NOT_TAKEN,
        days_ago=12,
        moves=("UNDER_REVIEW",),
    ),
    Applicant(
        name="Wilhelmina van der Kolk",
        city="Lakeside",
        layout=Layout.PLAIN_PDF,
        summary="Payroll and ledger clerk, exact and patient.",
        jobs=(
            Job(
                "Payroll and ledger clerk",
                "City of Lakeside",
                "2015-02",
                "2024-10",
                (
                    "Calculated the pay of 320 employees and posted the payroll entries in the general ledger.",
                    "Reconciled payroll liability accounts each month.",
                ),
                hours=20,
                duties={1: 30, 2: 30},
            ),
            Job(
                "Bookkeeper",
                "Lakeside Rowing Club",
                "2016-01",
                "2024-10",
                (
                    "Kept the books, paid the bills and wrote the yearly statement for the members.",
                ),
                hours=10,
                duties={1: 50, 4: 20, 5: 30},
            ),
        ),
        studies=(
            Study(
                "Associate degree in accounting",
                5,
                "Accounting",
                "Lakeside Community College",
                "2012–2014",
            ),
        ),
        accomplishments={
            2: "Two liability accounts had old balances from a former software. I traced each to its pay period, wrote it down for the treasurer, and cleared both before the audit.",
        },
        skills="ADP, Excel",
        scenarios=Scenarios.PARTLY,
        days_ago=11,
        moves=("UNDER_REVIEW",),
    ),
    Applicant(
        name="Chidi Okonkwo",
        city="Riverton",
        layout=Layout.TEXT,
        summary="Finance graduate with two internships in accounting.",
        jobs=(
            Job(
                "Accounting intern",
                "Brightwater Foods",
                "2024-06",
                "2024-12",
                (
                    "Posted journal entries and scanned supporting documents.",
                    "Helped to reconcile three bank accounts each month.",
                ),
                duties={1: 60, 2: 40},
            ),
            Job(
                "Intern, accounts payable",
                "Mariner Supply",
                "2023-06",
                "2023-08",
                ("Matched invoices with purchase orders.",),
                duties={5: 100},
            ),
        ),
        studies=(
            Study("BSc Finance", 6, "Finance", "Northlake University", "2021–2025"),
        ),
        accomplishments={
            1: "During the closing I noticed that freight was posted to two accounts. I showed my manager a list of 46 entries, and we agreed on one account and corrected them.",
            2: "I reconciled the petty cash of three shops and found that one shop counted the float twice.",
        },
        skills="Excel, SQL basics, QuickBooks",
        scenarios=Scenarios.CLOSE,
        days_ago=10,
        moves=("UNDER_REVIEW",),
    ),
    Applicant(
        name="Francesca Bellandi",
        city="Harbor Point",
        layout=Layout.SIDEBAR_PDF,
        summary="Bank teller and branch supervisor, ready to move to accounting.",
        jobs=(
            Job(
                "Branch supervisor",
                "First Harbor Bank",
                "2019-03",
                "",
                (
                    "Supervise four tellers, balance the vault and cash machines every evening.",
                    "Open accounts and advise customers about loans.",
                ),
                duties={2: 15},
            ),
        ),
        studies=(
            Study("BA History", 6, "History", "Harbor State College", "2013–2017"),
        ),
        accomplishments={
            2: "I balance the vault every evening. In six years the largest difference was forty dollars, and I found it the next morning.",
        },
        skills="Cash handling, Excel",
        scenarios=Scenarios.CLOSE,
        days_ago=9,
        moves=("UNDER_REVIEW",),
    ),
    Applicant(
        name="Gareth Pembury-Jones",
        city="Easton",
        layout=Layout.PLAIN_PDF,
        summary="Results-driven sales leader with a passion for growth.",
        jobs=(
            Job(
                "Regional sales manager",
                "Voltline Energy",
                "2016-01",
                "",
                (
                    "Grew regional revenue by 40 % with a team of twelve.",
                    "Managed the sales budget and the forecast.",
                ),
                duties={8: 10},
            ),
        ),
        studies=(
            Study(
                "BBA Marketing",
                6,
                "Marketing",
                "Tamarack State University",
                "2009–2013",
            ),
        ),
        accomplishments={},
        skills="Negotiation, CRM, leadership",
        scenarios=Scenarios.SAME_NUMBER,
        days_ago=8,
        moves=("UNDER_REVIEW", "NOT_SELECTED"),
        reason="LESS_EVIDENCE",
    ),
    Applicant(
        name="Aurélie Lefèvre-Dubois",
        city="Riverton",
        layout=Layout.PLAIN_DOCX,
        summary="Comptable, eight years in Lyon and two in Riverton; works in English and French.",
        jobs=(
            Job(
                "Staff accountant",
                "Petit Bateau Imports",
                "2023-09",
                "",
                (
                    "Record journal entries and customs duties in the general ledger.",
                    "Reconcile bank and supplier accounts in two currencies each month.",
                    "Check supplier invoices and prepare the weekly payments.",
                ),
                hours=24,
                duties={1: 40, 2: 30, 5: 30},
            ),
            Job(
                "Comptable",
                "Maison Aubert, Lyon",
                "2015-09",
                "2023-06",
                (
                    "Closed the month: accruals, depreciation and stock.",
                    "Prepared VAT returns and the papers for the auditors.",
                ),
                duties={1: 30, 2: 20, 3: 30, 7: 20},
            ),
        ),
        studies=(
            Study(
                "Licence in accounting and finance",
                6,
                "Accounting",
                "Université Lumière, Lyon",
                "2012–2015",
            ),
        ),
        accomplishments={
            1: "Customs duties were recorded as freight. I wrote the posting rule with the forwarder's papers and corrected a year of entries before the audit.",
            2: "I reconcile euro and dollar accounts every month and explain each exchange difference over 50 dollars in writing.",
            3: "In Lyon I closed the year with stock in three warehouses in twelve days; before me it took five weeks.",
            5: "I found that one supplier had changed his bank account by e-mail only. I telephoned him: it was a fraud, and nothing was paid.",
        },
        skills="Sage, NetSuite, Excel, French, English",
        scenarios=Scenarios.CLOSE,
        days_ago=6,
        moves=("UNDER_REVIEW",),
    ),
    Applicant(
        name="Kwame Boateng",
        city="Riverton",
        layout=Layout.LOCKED,
        summary="Junior accountant in a property company.",
        jobs=(
            Job(
                "Junior accountant",
                "Elmwood Properties",
                "2024-02",
                "",
                (
                    "Post rent receipts and supplier invoices.",
                    "Reconcile four bank accounts each month.",
                ),
                duties={1: 30, 2: 30, 5: 20, 6: 20},
            ),
        ),
        studies=(
            Study("BSc Accounting", 6, "Accounting", "Easton University", "2019–2023"),
        ),
        accomplishments={
            2: "Rent receipts without a reference used to wait for weeks. I agreed with the tenants on a number in the transfer text, and the list went from 60 open items to five.",
        },
        skills="Yardi, Excel",
        scenarios=Scenarios.PARTLY,
        days_ago=4,
    ),
    Applicant(
        name="Philippa Drummond",
        city="Lakeside",
        layout=Layout.PLAIN_PDF,
        summary="Cost accountant in manufacturing.",
        jobs=(
            Job(
                "Cost accountant",
                "Arden Castings",
                "2020-10",
                "",
                (
                    "Compare actual with standard costs each month and explain the variances to production.",
                    "Post inventory entries and reconcile the stock accounts.",
                    "Update the forecast and the budget in Excel.",
                ),
                duties={8: 50, 1: 20, 2: 20, 3: 10},
            ),
        ),
        studies=(
            Study(
                "BSc Business administration",
                6,
                "Business administration",
                "Northlake University",
                "2016–2020",
            ),
        ),
        accomplishments={
            1: "I record scrap and rework in the general ledger on the day they happen, with the shift report attached; production no longer disputes the figure.",
            2: "I reconcile the stock accounts with the count each quarter. The difference fell from 3.1 to 0.4 per cent of stock.",
            3: "I post the accruals for energy from meter readings instead of last year's bill.",
        },
        skills="SAP CO, Excel, Power BI",
        scenarios=Scenarios.NOT_TAKEN,
        days_ago=2,
    ),
)
