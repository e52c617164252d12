"""Fourteen made-up people who applied as customer support clerk."""

from backoffice_ats.demo.people import Applicant, Job, Layout, Scenarios, Study


def school(place: str, years: str) -> Study:
    return Study("High school diploma", 3, "", f"{place} High School", years)


APPLICANTS: tuple[Applicant, ...] = (
    Applicant(
        name="Felicity Ncube",
        city="Lakeside",
        layout=Layout.PLAIN_PDF,
        summary="Customer service representative who likes difficult calls.",
        jobs=(
            Job(
                "Customer service representative",
                "Northway Parcel",
                "2021-02",
                "",
                (
                    "Answer about 60 customer inquiries a day by telephone and chat.",
                    "Resolve complaints about late and damaged shipments and call back when it is done.",
                    "Record each call and its outcome in the CRM as a ticket.",
                    "Process refunds and credits under the returns policy.",
                ),
                duties={1: 40, 2: 25, 4: 15, 5: 20},
            ),
        ),
        studies=(school("Lakeside", "2012–2016"),),
        accomplishments={
            1: "I keep a page with the ten questions of the week and its answers beside me. Colleagues asked for it, and now it is on everyone's screen on Monday morning.",
            2: "A customer had called five times about a lost machine part. I apologised, stayed with it for two days, found the part in a depot, and called her before she called us.",
            3: "I repeat each order number back to the caller before I save it; in 2025 I had two wrong orders of about 4,000.",
        },
        skills="Zendesk, order entry, Spanish",
        scenarios=Scenarios.CLOSE,
        days_ago=16,
        moves=("UNDER_REVIEW", "SHORTLISTED", "INTERVIEW", "OFFER", "HIRED"),
    ),
    Applicant(
        name="Mateo Silvestri",
        city="Lakeside",
        layout=Layout.SIDEBAR_PDF,
        summary="Call centre agent, two years in telecoms.",
        jobs=(
            Job(
                "Call centre agent",
                "Tellisto Mobile",
                "2022-06",
                "2025-08",
                (
                    "Answered 70 calls a day about bills and tariffs.",
                    "Offered new contracts to customers who wanted to leave.",
                    "Entered account changes in the order system.",
                ),
                duties={1: 60, 3: 25, 2: 15},
            ),
        ),
        studies=(school("Easton", "2016–2020"),),
        accomplishments={
            1: "New tariffs brought 200 extra calls a day. I wrote three sentences that answered most of them, and the waiting time fell under two minutes.",
            2: "A pensioner had paid twice for eight months. I found both contracts, had the money returned, and wrote her a letter in large print.",
        },
        skills="Salesforce, typing 70 words a minute",
        scenarios=Scenarios.CLOSE,
        days_ago=16,
        moves=("UNDER_REVIEW", "SHORTLISTED", "INTERVIEW"),
    ),
    Applicant(
        name="Gwendolyn Ashworth",
        city="Easton",
        layout=Layout.PLAIN_DOCX,
        summary="Order desk clerk in wholesale for eleven years.",
        jobs=(
            Job(
                "Order desk clerk",
                "Corran Timber",
                "2014-09",
                "2025-10",
                (
                    "Entered and changed customer orders on the day they arrived.",
                    "Answered questions about stock, prices and delivery dates.",
                    "Arranged returns and credit notes with the warehouse.",
                ),
                duties={3: 50, 1: 30, 5: 20},
            ),
        ),
        studies=(school("Easton", "2007–2011"),),
        accomplishments={
            1: "Builders call at half past six. I asked for the early shift and answered them before the truck left.",
            2: "A roof came in the wrong length on a Friday. I found the right beams at a branch, sent a driver, and called the site every hour until they were there.",
            3: "I entered about 55 orders a day; the yearly count of wrong deliveries from my desk was under ten.",
        },
        skills="SAP order entry, product knowledge",
        scenarios=Scenarios.CLOSE,
        days_ago=15,
        moves=("UNDER_REVIEW", "SHORTLISTED"),
    ),
    Applicant(
        name="Kofi Mensah-Bell",
        city="Lakeside",
        layout=Layout.TABLE_PDF,
        summary="Hotel receptionist, friendly at three in the morning too.",
        jobs=(
            Job(
                "Night receptionist",
                "Hotel Larch",
                "2020-03",
                "",
                (
                    "Answer guests' questions in person, by telephone and e-mail.",
                    "Resolve complaints about rooms and bills at once or hand them over in writing.",
                ),
                duties={1: 40, 2: 30},
            ),
        ),
        studies=(
            Study(
                "Certificate in hospitality",
                4,
                "Hospitality",
                "Lakeside Community College",
                "2018–2019",
            ),
        ),
        accomplishments={
            1: "Guests asked for the same six things every night. I wrote a card in four languages for the rooms.",
            2: "A family arrived at midnight and their room was taken. I made tea, called three hotels, paid the taxi from the till with a note, and wrote to the manager. They came back in summer.",
        },
        skills="Opera, French, English",
        scenarios=Scenarios.CLOSE,
        days_ago=14,
        moves=("UNDER_REVIEW",),
    ),
    Applicant(
        name="Rosalind Tetteh",
        city="Riverton",
        layout=Layout.PLAIN_PDF,
        summary="Returns and refunds clerk in online retail.",
        jobs=(
            Job(
                "Returns clerk",
                "Fairmile Stores Online",
                "2022-10",
                "",
                (
                    "Process returns, refunds and exchanges under the returns policy, about 80 a day.",
                    "Inform customers of the result by e-mail.",
                    "Escalate suspected faults to the product team.",
                ),
                duties={5: 60, 1: 20, 6: 20},
            ),
        ),
        studies=(
            Study(
                "Associate degree in business",
                5,
                "Business",
                "Easton University",
                "2020–2022",
            ),
        ),
        accomplishments={
            2: "Refunds were late because the reason code was missing. I called the warehouse, we agreed on four codes, and refunds now leave in two days.",
            5: "When the policy says no I say what is possible instead: repair, credit or a part.",
        },
        skills="Shopify, Zendesk",
        scenarios=Scenarios.PARTLY,
        days_ago=13,
        moves=("UNDER_REVIEW",),
    ),
    Applicant(
        name="Barnaby Keogh",
        city="Lakeside",
        layout=Layout.TEXT,
        summary="Barista and shift leader.",
        jobs=(
            Job(
                "Shift leader",
                "Bean & Gone",
                "2023-01",
                "",
                (
                    "Serve about 300 customers a day, handle complaints at the counter and count the till.",
                ),
                hours=32,
                duties={1: 20, 2: 20},
            ),
        ),
        studies=(school("Lakeside", "2018–2022"),),
        accomplishments={
            2: "A customer shouted because his order was wrong twice. I apologised, made it myself, and asked what he orders on other days. He is a regular now.",
        },
        skills="Till, rota planning",
        scenarios=Scenarios.CLOSE,
        days_ago=12,
        moves=("UNDER_REVIEW",),
    ),
    Applicant(
        name="Svetlana Ionescu",
        city="Easton",
        layout=Layout.TABLE_DOCX,
        summary="Technical support agent for printers.",
        jobs=(
            Job(
                "Technical support agent",
                "Inkwell Systems",
                "2020-11",
                "",
                (
                    "Answer customers' technical questions by telephone and chat.",
                    "Record each case as a ticket in the CRM so that a colleague can take over.",
                    "Escalate unresolved problems to the engineers and follow up until the customer has an answer.",
                ),
                duties={1: 40, 4: 30, 6: 30},
            ),
        ),
        studies=(
            Study(
                "BSc Computer science",
                6,
                "Computer science",
                "University of Bucharest",
                "2015–2018",
            ),
        ),
        accomplishments={
            1: "I explain a driver installation to people who have never seen one: one step, wait, next step. Calls got shorter, not longer.",
            2: "A school could not print its exams. I stayed on the line with the caretaker for an hour and rang again at seven the next morning to hear that it worked.",
            4: "My tickets are written so that a stranger can go on: what the customer said, what I did, what is promised and until when.",
        },
        skills="Zendesk, Jira, Romanian, Russian",
        scenarios=Scenarios.PARTLY,
        days_ago=11,
        moves=("UNDER_REVIEW",),
    ),
    Applicant(
        name="Jerome Whitcombe",
        city="Lakeside",
        layout=Layout.NONE,
        summary="",
        jobs=(
            Job(
                "Warehouse worker",
                "Northway Parcel",
                "2019-05",
                "",
                ("Sort and scan parcels, drive a forklift.",),
                duties={},
            ),
        ),
        studies=(school("Lakeside", "2011–2015"),),
        accomplishments={
            2: "A driver and a customer argued at our gate about a crate. I fetched the papers, showed both what was signed, and we opened it together.",
        },
        skills="",
        scenarios=Scenarios.CLOSE,
        days_ago=10,
        moves=("UNDER_REVIEW",),
    ),
    Applicant(
        name="F. Bellandi",
        city="Riverton",
        layout=Layout.PLAIN_PDF,
        summary="Bank customer adviser with an eye for the letter of the rules.",
        jobs=(
            Job(
                "Customer adviser",
                "First Harbor Bank",
                "2018-09",
                "2025-06",
                (
                    "Answered customers' questions about accounts, cards and loans in the branch and by telephone.",
                    "Resolved complaints within the bank's five-day rule.",
                    "Entered account changes in the core system.",
                ),
                duties={1: 40, 2: 25, 3: 25},
            ),
        ),
        studies=(
            Study(
                "BA Business administration",
                6,
                "Business administration",
                "Harbor State College",
                "2013–2017",
            ),
        ),
        accomplishments={
            1: "Elderly customers lost their way in the new app. I held a coffee morning each Tuesday; calls about passwords fell by half.",
            2: "I settled 31 of 33 complaints in 2024 within three days, and I told the other two customers the date and kept it.",
            3: "Every account change is read by a second pair of eyes at my desk: mine, the next morning.",
        },
        skills="Core banking, Excel",
        scenarios=Scenarios.NOT_TAKEN,
        days_ago=8,
        moves=("UNDER_REVIEW",),
    ),
    Applicant(
        name="Cornelius Abbott",
        city="Easton",
        layout=Layout.LOCKED,
        summary="Insurance claims clerk.",
        jobs=(
            Job(
                "Claims clerk",
                "Anchor Insurance",
                "2021-04",
                "",
                (
                    "Take claims by telephone, ask for papers and record them in the claims system.",
                ),
                duties={1: 40, 4: 40},
            ),
        ),
        studies=(school("Easton", "2014–2018"),),
        accomplishments={
            1: "After the flood I took 74 calls in one day. I wrote the same four facts for each, so nobody was asked twice.",
        },
        skills="Guidewire",
        scenarios=Scenarios.CLOSE,
        days_ago=7,
        moves=("UNDER_REVIEW",),
    ),
    Applicant(
        name="Ximena Duval",
        city="Lakeside",
        layout=Layout.PLAIN_DOCX,
        summary="Student of languages with evenings at a help desk.",
        jobs=(
            Job(
                "Help desk assistant",
                "University library, Lakeside",
                "2025-02",
                "",
                (
                    "Answer students' questions at the desk and by chat and record them.",
                ),
                hours=12,
                duties={1: 70, 4: 30},
            ),
        ),
        studies=(
            Study(
                "BA Languages",
                6,
                "Languages",
                "Northlake University",
                "2023–2027",
                finished=False,
                credits=90,
            ),
        ),
        accomplishments={
            1: "I wrote the chat answers of the library in Spanish and French; a third of the questions now come in those languages.",
        },
        skills="Spanish, French, English",
        scenarios=Scenarios.CLOSE,
        days_ago=5,
    ),
    Applicant(
        name="Reginald Foxcroft",
        city="Harbor Point",
        layout=Layout.PLAIN_PDF,
        summary="Car salesman for sixteen years.",
        jobs=(
            Job(
                "Senior car salesman",
                "Foxcroft Motors",
                "2009-03",
                "2025-03",
                ("Sold new and used cars, negotiated prices and financing.",),
                duties={1: 20},
            ),
        ),
        studies=(school("Harbor Point", "2003–2007"),),
        accomplishments={},
        skills="Negotiation",
        scenarios=Scenarios.FAR,
        days_ago=4,
    ),
    Applicant(
        name="Tabitha Mwangi",
        city="Lakeside",
        layout=Layout.SIDEBAR_PDF,
        summary="Customer support for a software company, by chat and e-mail.",
        jobs=(
            Job(
                "Customer support associate",
                "Ledgerly Software",
                "2023-05",
                "",
                (
                    "Answer about 50 customer inquiries a day by e-mail and chat.",
                    "Investigate billing complaints, correct the invoice and write back the same day.",
                    "Keep tickets in the CRM complete and follow up on open ones every morning.",
                ),
                duties={1: 45, 2: 25, 4: 20, 6: 10},
            ),
            Job(
                "Shop assistant",
                "Fairmile Stores",
                "2020-09",
                "2023-04",
                ("Served customers and took returns.",),
                hours=20,
                duties={1: 30, 5: 40},
            ),
        ),
        studies=(
            Study(
                "Associate degree in communication",
                5,
                "Communication",
                "Lakeside Community College",
                "2018–2020",
            ),
        ),
        accomplishments={
            1: "I answer in the order of need, not of arrival: who cannot work comes first. The team took the rule over.",
            2: "A bookshop was billed twelve times. I found the fault in our import, had eleven payments returned, and wrote to the six others it had hit before they noticed.",
            3: "I enter plan changes with the customer on the line and read them back; none had to be reversed this year.",
        },
        skills="Intercom, HubSpot CRM, Swahili",
        scenarios=Scenarios.CLOSE,
        days_ago=3,
    ),
    Applicant(
        name="Ursula Brennan",
        city="Lakeside",
        layout=Layout.SCAN,
        summary="Telephone operator in a hospital.",
        jobs=(
            Job(
                "Telephone operator",
                "Kestrel Hospital Group",
                "2012-07",
                "",
                (
                    "Answer and connect 400 calls a day and write messages for the wards.",
                ),
                duties={1: 90},
            ),
        ),
        studies=(school("Lakeside", "2001–2005"),),
        accomplishments={
            1: "Relatives call at night and are afraid. I say who I am, what I can find out, and when I call back, and I do.",
            2: "A patient's brother complained that he was passed on six times. I took his number, found the doctor, and connected them within ten minutes.",
        },
        skills="",
        scenarios=Scenarios.CLOSE,
        days_ago=1,
    ),
)
