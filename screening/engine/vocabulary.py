"""Words of back-office work that mean the same, or speak for each other. By hand.

Written for this project; fixed and versioned with the engine. `SAME` lists ways to say
one thing. `SPEAKS_FOR` says that whoever writes the right-hand words (a job title, a
program) has probably done what the left-hand words name: weaker, one way only.
"""

from __future__ import annotations

# One line per meaning; ways to say it are separated by "|". Compared as stems.
SAME = """
accounts payable | ap | a/p | payables | vendor invoices | supplier invoices
accounts receivable | ar | a/r | receivables | customer invoices
general ledger | gl | g/l | general accounting | ledger
journal entries | journals | journal vouchers | journal postings
bank reconciliation | bank statements | bank rec | reconciles bank
account reconciliation | balance sheet reconciliation | reconciled accounts
reconcile | reconciliation
month end | month-end | monthly close | monthly closing | closes the month | period end
fiscal year | year end | year-end | annual close
fixed assets | fixed asset | depreciation
accruals | accrued | accrual
prepayments | prepaid | prepaids
trial balance | trial balances
subsidiary ledgers | subledger | sub-ledger | subledgers
income statement | profit and loss | p&l | p & l
balance sheet | balance sheets
financial statements | financial reporting | financial reports
cash flow | cash flows
gaap | generally accepted accounting principles
overdue | past due | delinquent | debt collection
vendor | supplier
customer | client
budget | budgeting | budgets
tax returns | tax preparation | tax filing | tax filings | income tax
auditors | audit | external audit | audits
human resources | hr | personnel
hris | human resources information system | hr information system | hcm
recruits | recruitment | recruiting | staffing | talent acquisition | sourcing
vacancies | job openings | open positions | requisitions
job postings | job ads | job advertisements | posted jobs
applicants | candidates
new hire | new hires | new employees | new employee
onboarding | orientation | orientations | induction
personnel files | employee files | personnel records | employee records
reference checks | checks references | background checks | references
employee relations | labor relations | labour relations
grievances | employee complaints | disputes
disciplinary action | disciplinary actions | discipline | corrective action
terminations | separations | exit interviews | offboarding
performance appraisals | performance reviews | performance evaluations | performance management
benefits enrollment | open enrollment | benefits administration | employee benefits
leaves of absence | fmla | leave administration | family medical leave
retirement plans | 401k | 401 k | pension
health insurance | medical insurance | health plans
employment law | labor law | eeo | eeoc | labour law
right to work | i-9 | e-verify | work eligibility
turnover | attrition | retention
customer service | customer support | client service | customer care
crm | customer relationship management
telephone | phone | phones | calls
inquiries | enquiries | questions
complaints | complaint
refunds | refund | returns
orders | order entry | order processing | sales orders
shipments | deliveries | shipping | delivery
tickets | ticketing | cases
data entry | keyed | data input
billing | invoicing | invoice
payroll | payroll processing | wages
purchase orders | purchasing | procurement
filing | files documents | file management | records management
mail | correspondence
supplies | office supplies
time and attendance | timekeeping | timesheets | attendance
"""

# Blocks between empty lines: what a duty names; after "<-" the job titles that speak for
# it; after "<~" subjects and programs, which say less.
SPEAKS_FOR = """
general ledger | journal entries | account reconciliation | bank reconciliation
| reconcile | trial balance | accruals | fixed assets | subsidiary ledgers | balance sheet
| income statement | financial statements | gaap | month end | accounts payable
| accounts receivable | prepayments
<- accountant | staff accountant | bookkeeper | accounting clerk | accounting assistant
| accounting manager | accounting specialist | controller | cpa
<~ accounting | bookkeeping | quickbooks | peachtree | great plains

tax returns | auditors
<- accountant | cpa | tax accountant | tax preparer | auditor
<~ turbotax | proseries | lacerte

accounts payable | vendor
<- accounts payable clerk | payables clerk | ap clerk
<~ check runs | 1099s

accounts receivable | overdue
<- accounts receivable clerk | billing clerk | credit controller | collector
<~ collections

human resources | recruits | interviews | applicants | vacancies | new hire | onboarding
| personnel files | employee relations | benefits enrollment | employment law | hris
| performance appraisals | grievances | terminations
<- hr generalist | hr manager | hr specialist | hr assistant | hr coordinator | hr director
| human resources manager | human resources generalist | human resources assistant
| human resources specialist | human resources director | phr | sphr
<~ human resources | shrm

recruits | interviews | applicants | vacancies | job postings
<- recruiter | technical recruiter | headhunter | talent acquisition specialist

hris
<~ workday | peoplesoft | ultipro | adp | bamboohr | successfactors

payroll
<- payroll clerk | payroll specialist
<~ adp | paychex | ceridian | kronos

customer service | inquiries | complaints | telephone | refunds | orders | customer
<- customer service representative | customer service rep | csr | call center agent
| customer support representative | customer service associate
<~ call center | call centre | contact center | help desk | inbound calls | outbound calls

crm
<~ salesforce | zendesk | siebel | freshdesk | hubspot

excel
<~ spreadsheet | spreadsheets | pivot tables | vlookup
"""
