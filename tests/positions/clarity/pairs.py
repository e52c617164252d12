"""The same work said twice: clearly, and as adverts often say it.

Written as people in HR write, before the rules were tried on them: (clear, vague).
"""

PAIRS = (
    # accounts payable and receivable
    (
        "Matches about 60 supplier invoices a day with purchase orders and delivery notes, so that only goods that arrived are paid for.",
        "Responsible for supplier invoices.",
    ),
    (
        "Posts incoming payments to customer accounts in SAP every morning, so that reminders go only to those who still owe money.",
        "Handling of incoming payments and related tasks.",
    ),
    (
        "Calls customers whose invoices are more than 30 days overdue to agree a date of payment.",
        "Deals with overdue customers as needed.",
    ),
    (
        "Prepares the weekly payment run in the banking portal for approval by the head of finance.",
        "Assists with the payment process.",
    ),
    (
        "Checks travel expense claims against the travel policy and returns incomplete ones within three days, so that employees get their money with the next salary.",
        "Travel expenses, reimbursements and other administrative matters.",
    ),
    (
        "Issues about 200 sales invoices a month from delivery notes, so that customers are billed within two days of delivery.",
        "Ensures timely and accurate invoicing.",
    ),
    # bookkeeping and accounting
    (
        "Reconciles four bank accounts with the general ledger each month to find missing or doubled entries before the close.",
        "Takes care of the bank accounts.",
    ),
    (
        "Records accruals and prepayments by the third working day of each month so that costs appear in the month they belong to.",
        "Supports the month-end close.",
    ),
    (
        "Calculate depreciation of fixed assets in the asset register every quarter for the balance sheet.",
        "Fixed asset accounting and various accounting duties.",
    ),
    (
        "Compiles the monthly VAT return from the ledger and submits it through the tax portal to meet the filing deadline.",
        "Involved in tax matters.",
    ),
    (
        "Explains to the auditors how balances came about and hands over the documents they request, so that the audit ends without open questions.",
        "Liaises with auditors and other stakeholders.",
    ),
    (
        "Compares actual costs of 12 departments with their budgets each month to show managers where they overspend.",
        "Contributes to budgeting and cost control activities.",
    ),
    # payroll
    (
        "Enters hours, overtime and sick days of 150 hourly workers from time sheets into the payroll system by the 20th, so that everyone is paid correctly.",
        "Performs payroll duties as required.",
    ),
    (
        "Answers employees' questions about their payslips by phone and e-mail within one working day, so that mistakes are put right before the next payroll.",
        "Acts as point of contact for payroll issues.",
    ),
    (
        "Calculates severance and unused leave of people who are leaving, using the collective agreement, for the final payslip.",
        "Helps with leavers.",
    ),
    # human resources
    (
        "Writes job adverts with the hiring manager and posts them on three job boards to attract applicants who meet the requirements.",
        "Active participation in the recruitment process.",
    ),
    (
        "Schedules interviews between candidates and panel members in Outlook, so that every applicant has a date within a week.",
        "Coordinates interviews.",
    ),
    (
        "Drafts employment contracts from approved templates for signature by both sides before the first working day.",
        "Contract management and general HR administration.",
    ),
    (
        "Updates addresses, bank details and working hours in the HR system on the day they are reported so that payroll uses the right data.",
        "Maintaining employee data.",
    ),
    (
        "Files signed documents in the electronic personnel folder within five days to keep the records complete for inspections.",
        "General filing duties, etc.",
    ),
    (
        "Introduces new employees to building, systems and colleagues on their first day, using the onboarding checklist, so that they can start work on the second.",
        "Facilitates a smooth onboarding experience.",
    ),
    (
        "Records training attendance in the learning system to show which certificates expire within the next 60 days.",
        "Supporting the training team in a dynamic environment.",
    ),
    # reception and office
    (
        "Greets about 30 visitors a day and issues badges, so that hosts are told at once and nobody walks the building alone.",
        "Responsible for welcoming guests and ensuring excellent service.",
    ),
    (
        "Sorts incoming post every morning and distributes it to the departments by 10 o'clock so that urgent letters are answered the same day.",
        "Mail handling.",
    ),
    (
        "Orders office supplies from the framework supplier each week to keep two weeks' stock in the cupboard.",
        "Manages office supplies as needed.",
    ),
    (
        "Books meeting rooms, catering and video equipment for board meetings of up to 25 people.",
        "Provides support for meetings and events.",
    ),
    (
        "Reports faults of lifts, heating and printers to the contractor and follows them up until they are repaired.",
        "Oversees facility matters to ensure smooth running of the office.",
    ),
    (
        "Arranges flights, hotels and visas for four directors according to the travel policy.",
        "Travel management and similar tasks.",
    ),
    # executive assistance
    (
        "Takes minutes of the weekly management meeting and sends them out within 24 hours, so that everyone knows who does what by when.",
        "Participates in management meetings.",
    ),
    (
        "Keeps the calendar of the managing director in Outlook and resolves clashes daily so that no customer appointment is missed.",
        "Day-to-day support of the managing director.",
    ),
    (
        "Drafts letters and presentations for the board from notes or dictation.",
        "Working closely with the board on various topics.",
    ),
    # records, data entry, documents
    (
        "Types handwritten survey forms into the database at about 90 forms an hour, so that results can be evaluated the next day.",
        "Data entry.",
    ),
    (
        "Scans paper contracts and labels them with number and date in the archive system so that colleagues find them by a search.",
        "Handles documents and other paperwork.",
    ),
    (
        "Destroys files whose retention period has ended, following the retention schedule, to comply with data protection law.",
        "Records management in line with company policies.",
    ),
    (
        "Checks every new drawing for number, revision and signature before release so that the site builds from the valid version only.",
        "Ensures good document quality.",
    ),
    (
        "Registers incoming technical documents in the document control system on the day of receipt to give reviewers their full ten days.",
        "In charge of document control.",
    ),
    (
        "Correct duplicate and incomplete customer records in the CRM every Friday so that mailings reach the right person.",
        "Work on data quality where necessary.",
    ),
    # customer support
    (
        "Answers about 50 customer calls a day on orders and deliveries, so that most questions are settled in the first call.",
        "Provides excellent customer service.",
    ),
    (
        "Enters complaints in the ticket system with order number and photos, so that the warehouse can look into the cause.",
        "Dealing with complaints and things like that.",
    ),
    (
        "Refunds returned goods up to €200 under the returns policy to close the case within five days.",
        "Handles returns efficiently.",
    ),
    (
        "Passes technical faults to second-level support with a description and log file, so that customers need not explain them twice.",
        "Interacts with different departments to solve issues.",
    ),
    (
        "Translates product questions from German into English for the manufacturer and sends customers the answer within two days.",
        "Assisting international customers.",
    ),
    # claims and insurance
    (
        "Examines motor claims up to €5,000 against the policy terms to decide whether they are covered.",
        "Claims handling in a fast-paced environment.",
    ),
    (
        "Requests missing reports from garages, doctors and police by letter, so that a claim can be decided within 30 days.",
        "Gathers relevant information.",
    ),
    (
        "Estimates repair costs from photographs and price lists for claims without an expert's report.",
        "Helps out with cost estimates and so on.",
    ),
    # purchasing
    (
        "Obtains three quotations for purchases over €1,000 and compares price, delivery time and terms to recommend a supplier.",
        "Supplier management.",
    ),
    (
        "Sends purchase orders from approved requisitions on the same day so that goods arrive by the date needed.",
        "Purchasing activities and operational support of the purchasing team.",
    ),
    (
        "Chases late deliveries by phone twice a week and tells production the new dates, so that the plan can be changed in time.",
        "Monitors suppliers.",
    ),
    (
        "Negotiates prices and payment terms with stationery and cleaning suppliers every year to reduce costs.",
        "Builds strong relationships with key stakeholders.",
    ),
    # logistics
    (
        "Books carriers for 20 to 30 outgoing shipments a day, choosing by price and transit time, so that orders leave on the promised day.",
        "Coordinates logistics activities as appropriate.",
    ),
    (
        "Prepares customs declarations and certificates of origin for exports outside the EU.",
        "Export documents and the like.",
    ),
    (
        "Counts stock of 300 articles each month and investigates differences to keep the inventory records correct.",
        "Is responsible for stock.",
    ),
    (
        "Tracks containers on the carriers' websites daily and warns customers of delays, so that they can plan their production.",
        "Follow-up of shipments.",
    ),
    # compliance and settlements
    (
        "Verifies identity documents and ownership of new business customers against public registers so that accounts are opened only for known owners.",
        "Know-your-customer work and compliance support.",
    ),
    (
        "Screens payments that the sanctions filter has stopped and releases or escalates each within two hours, so that honest customers wait no longer than that.",
        "Manages alerts in an efficient manner.",
    ),
    (
        "Reports suspicious transactions to the money laundering officer with a written summary, so that the authority is informed within the legal time limit.",
        "Ensuring compliance with regulations.",
    ),
    (
        "Confirms securities trades with counterparties by 4 p.m. on the trade date to prevent failed settlements.",
        "Undertakes settlement tasks as assigned.",
    ),
    (
        "Investigates failed settlements daily and agrees a new value date with the custodian, so that penalties are avoided.",
        "Looks after settlement issues in a timely manner.",
    ),
    # legal, IT and facilities administration
    (
        "Enters court dates and time limits in the calendar on the day a letter arrives, so that no limit is missed.",
        "Administrative support for lawyers.",
    ),
    (
        "Creates user accounts and access rights from signed requests within one working day so that new colleagues can log in on their first morning.",
        "User administration, ad hoc requests and more.",
    ),
)
