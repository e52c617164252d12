"""Tasks of office work with rubrics: to be used on paper or by e-mail, rated by two.

Written for this project. All material is in the task; the solution is for raters only.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that is rated 1 to 5, with what 1, 3 and 5 are."""

    text: str
    low: str
    mid: str
    high: str


@dataclass(frozen=True, slots=True)
class Sample:
    """A task, how long it takes, and how it is rated."""

    key: str
    title: str
    minutes: int
    task: str
    rubric: tuple[Mark, ...]
    solution: str


SAMPLES = (
    Sample(
        "reply-to-upset-colleague",
        "Answer an upset colleague",
        20,
        (
            "You work in the expenses office. It is Monday morning and you find "
            "this message:\n"
            "\n"
            '"I handed in my travel claim for 186.40 three weeks ago and I still '
            "have no money. Nobody tells me anything. I called twice and was "
            "promised a call back that never came. I am not a bank! What is going"
            ' on? Robin, Purchasing"\n'
            "\n"
            "What you can see in the records:\n"
            "- The claim has three items: train 64.20, meals 27.20, hotel 95.00.\n"
            "- The hotel receipt is missing. The other receipts are there.\n"
            "- Your office asked Robin for the receipt two weeks ago, but sent "
            "the request to an old email address. Robin had already given your "
            "office the new one.\n"
            "- There is no note of the two calls.\n"
            "\n"
            "The rules:\n"
            "- An item is paid only when its receipt is there.\n"
            "- Items with a receipt may be paid while another item is still open.\n"
            "- Payments are made every Friday. Papers must arrive by noon on the "
            "Wednesday before. Hotels will usually send a copy of a receipt on "
            "request.\n"
            "\n"
            "Write your reply to Robin, in no more than 150 words. Then add one "
            "line on what you would do in your office so that this does not "
            "happen again."
        ),
        (
            Mark(
                "Tone towards the colleague",
                "Defensive, cold or blames Robin; no apology",
                "Polite; apologises in general words",
                (
                    "Warm and calm; names what went wrong for Robin and "
                    "apologises for it without excuses"
                ),
            ),
            Mark(
                "Facts, amounts and rules are right",
                ("Wrong amounts, or promises the hotel money without the receipt"),
                ("Says the hotel receipt is missing; amounts or dates incomplete"),
                (
                    "States 91.40 this Friday, 95.00 open, receipt by Wednesday "
                    "noon, otherwise a later Friday"
                ),
            ),
            Mark(
                "The way forward is clear",
                "Robin would have to ask again what to do",
                "Asks for the receipt; leaves how or when unclear",
                (
                    "Says exactly what to send and by when, mentions a hotel "
                    "copy, offers a named contact or call back"
                ),
            ),
            Mark(
                "The line on preventing a repeat",
                "Missing, or puts it on Robin",
                "General intention, such as taking more care",
                (
                    "Concrete step for the office: correct the address, note "
                    "calls, or chase unanswered requests"
                ),
            ),
        ),
        (
            "Apologises for the wait, the request sent to the old address and the"
            " calls that were not returned. Explains that the hotel receipt "
            "(95.00) is missing. Train and meals, 64.20 + 27.20 = 91.40, can be "
            "paid this Friday. The hotel can be paid this Friday too if the "
            "receipt or a copy arrives by Wednesday noon; otherwise on a later "
            "Friday. Makes no promise outside the rules. Gives a contact or call "
            "back. Prevention: correct the address and check other requests sent "
            "to old addresses, note calls, chase unanswered requests."
        ),
    ),
    Sample(
        "reconcile-20-lines",
        "Compare two payment lists",
        30,
        (
            "Your office keeps its own list of payments (List A). The bank has "
            "sent its list of the same 20 payments in another order (List B). "
            "Each payment has a reference from R01 to R20. Some amounts do not "
            "agree.\n"
            "\n"
            "1. Name every reference with different amounts. Give both amounts "
            "and the difference (B minus A).\n"
            "2. Give the total of each list and show that your differences "
            "explain the gap between the totals.\n"
            "3. For each difference, say what may have happened and what you "
            "would check before changing anything. Say which one you would check "
            "first, and why.\n"
            "\n"
            "You may use a calculator or a spreadsheet.\n"
            "\n"
            "List A (our list)\n"
            "R01 214.60\n"
            "R02 87.15\n"
            "R03 1050.00\n"
            "R04 318.50\n"
            "R05 42.75\n"
            "R06 560.20\n"
            "R07 133.33\n"
            "R08 905.00\n"
            "R09 1240.00\n"
            "R10 68.40\n"
            "R11 275.95\n"
            "R12 499.99\n"
            "R13 89.90\n"
            "R14 720.10\n"
            "R15 36.05\n"
            "R16 154.80\n"
            "R17 610.00\n"
            "R18 460.25\n"
            "R19 22.50\n"
            "R20 347.65\n"
            "\n"
            "List B (the bank's list)\n"
            "R03 1050.00\n"
            "R07 133.33\n"
            "R01 214.60\n"
            "R09 124.00\n"
            "R12 499.99\n"
            "R05 42.75\n"
            "R18 460.52\n"
            "R02 87.15\n"
            "R14 720.10\n"
            "R20 347.65\n"
            "R06 560.20\n"
            "R13 98.90\n"
            "R10 68.40\n"
            "R16 154.80\n"
            "R08 905.00\n"
            "R04 381.50\n"
            "R19 22.50\n"
            "R11 275.95\n"
            "R17 610.00\n"
            "R15 36.05"
        ),
        (
            Mark(
                "Differences found",
                "One or none of the four found, or many false ones",
                "Three of the four found, at most one false one",
                "All four found and no false ones",
            ),
            Mark(
                "Differences and totals are right",
                "Most figures wrong or missing",
                (
                    "Differences right apart from a sign or a slip; totals not "
                    "tied together"
                ),
                (
                    "Every difference and both totals right; the sum of "
                    "differences equals the gap"
                ),
            ),
            Mark(
                "Likely cause and what to check",
                "Changes a list without checking, or gives no cause",
                "Plausible cause for some; says to check in general",
                (
                    "Plausible cause for each; names the paper to check; puts R09"
                    " first as the largest"
                ),
            ),
        ),
        (
            "Exactly four differences (A, B, B minus A): R04 318.50, 381.50, "
            "+63.00; R09 1240.00, 124.00, -1116.00; R13 89.90, 98.90, +9.00; R18 "
            "460.25, 460.52, +0.27. Total A 7837.12, total B 6793.39, gap "
            "-1043.73 = 63.00 - 1116.00 + 9.00 + 0.27. Likely causes: digits "
            "swapped in R04, R13 and R18; decimal point moved one place in R09. "
            "The lists alone do not show which side is right, so each is checked "
            "against the invoice or payment order, and with the bank, before "
            "anything is changed. R09 first, as it is the largest."
        ),
    ),
    Sample(
        "invoice-register-errors",
        "Find five errors in an invoice register",
        20,
        (
            "Below is part of a register of invoices waiting to be paid. It "
            "contains five errors, all of different kinds. The invoice dates and "
            "net amounts have already been checked and are right.\n"
            "\n"
            "The rules:\n"
            "- Tax is 20% of the net amount.\n"
            "- Total is net plus tax.\n"
            "- An invoice is due 30 days after its invoice date (April has 30 "
            "days).\n"
            "- Each invoice is entered once.\n"
            "- Invoices above 1000.00 net need the initials of two people.\n"
            "\n"
            "Line; supplier; invoice; date; net; tax; total; due; initials\n"
            "1; Alder; A-311; 02-Apr; 250.00; 50.00; 300.00; 02-May; KM\n"
            "2; Birch; B-078; 03-Apr; 480.00; 96.00; 576.00; 03-May; KM\n"
            "3; Cedar; C-540; 04-Apr; 125.00; 12.50; 137.50; 04-May; RT\n"
            "4; Alder; A-318; 07-Apr; 1400.00; 280.00; 1680.00; 07-May; KM/RT\n"
            "5; Elm; E-092; 08-Apr; 360.00; 72.00; 423.00; 08-May; RT\n"
            "6; Birch; B-081; 09-Apr; 1250.00; 250.00; 1500.00; 09-May; RT\n"
            "7; Hazel; H-205; 10-Apr; 90.00; 18.00; 108.00; 10-Jun; KM\n"
            "8; Cedar; C-547; 11-Apr; 640.00; 128.00; 768.00; 11-May; KM\n"
            "9; Birch; B-078; 03-Apr; 480.00; 96.00; 576.00; 03-May; RT\n"
            "10; Elm; E-099; 14-Apr; 1100.00; 220.00; 1320.00; 14-May; RT/KM\n"
            "\n"
            "For each error, give the line, what is wrong, and the right entry or"
            " what you would do. Then say which error you would deal with first, "
            "and why."
        ),
        (
            Mark(
                "Errors found",
                "One or none found, or many false ones",
                "Three found, at most one false one",
                "All five found and no false ones",
            ),
            Mark(
                "Right entry or right action for each",
                "Corrections missing or mostly wrong",
                "Most corrections right; one or two missing or unclear",
                (
                    "Every correction right, with amounts and dates; asks for the"
                    " second initials instead of adding them"
                ),
            ),
            Mark(
                "Which error first, and why",
                "No choice, or no reason",
                "A choice with a short reason",
                (
                    "Chooses by risk, such as paying 576.00 twice or paying "
                    "1500.00 without approval, and says so plainly"
                ),
            ),
        ),
        (
            "Line 3: tax should be 25.00, and so the total 150.00 (one error). "
            "Line 5: total should be 432.00, digits swapped. Line 6: above "
            "1000.00 net but only one set of initials; hold it and ask for the "
            "second. Line 7: due date should be 10-May. Line 9: invoice B-078 is "
            "already on line 2; stop the second entry so that 576.00 is not paid "
            "twice, and check that nothing has been paid. First: line 9 or line "
            "6, because money could leave wrongly or without approval; any choice"
            " argued from risk or due date is acceptable. Lines 1, 2, 4, 8 and 10"
            " are right."
        ),
    ),
    Sample(
        "sort-an-inbox",
        "Sort an inbox of eight messages",
        20,
        (
            "You work in the payroll and records office. It is Thursday, 9.00. "
            "The payroll file closes at 11.00 today; later changes wait until "
            "next month. The payment run for suppliers is at 15.00. You find "
            "eight messages.\n"
            "\n"
            'A. Colleague: "What date is the summer party?"\n'
            'B. Supplier, by email: "Our bank account has changed. Please pay '
            "today's invoice to the new account below.\"\n"
            'C. Bank: "Two account numbers in your payroll file were rejected. '
            'Please correct them before it closes."\n'
            "D. Manager: \"I need last month's overtime hours for my meeting at "
            '14.00."\n'
            'E. Employee: "My pay preview is 80.00 short, for the second month. I'
            ' am upset. Please call me."\n'
            'F. Service desk: "Reminder: computers restart on Friday at 17.00. '
            'Save your work."\n'
            'G. Colleague: "Sorry, I think I have just sent you another '
            "department's pay list by mistake!\" The list is attached.\n"
            'H. Auditor: "Please send copies of three contracts by Wednesday next'
            ' week."\n'
            "\n"
            "Put the messages in the order in which you would deal with them. For"
            " each, say in one or two lines what you would do and why it has that"
            " place."
        ),
        (
            Mark(
                "Order follows deadlines and consequences",
                ("Order as received or without pattern; the 11.00 close is missed"),
                "C first and D in time; E or B placed too late",
                (
                    "C and E before 11.00, D before 14.00, B before 15.00, the "
                    "rest after"
                ),
            ),
            Mark(
                "Reasons are given and fit the facts",
                'No reasons, or only "urgent"',
                "Reasons for most, mainly the time",
                (
                    "Each reason names the deadline, who is affected and what "
                    "happens if it waits"
                ),
            ),
            Mark(
                "Care with money and confidential papers (B and G)",
                "Pays to the new account, or reads or keeps the list",
                "Treats one of the two with care",
                (
                    "Holds the new account until checked by a known number; "
                    "leaves the list unread, tells the sender, follows the "
                    "reporting rule"
                ),
            ),
            Mark(
                "People are kept informed",
                "No replies, or a curt one to E",
                "Replies to E and D",
                (
                    "Calls E kindly before 11.00, and tells those who wait when "
                    "to expect an answer"
                ),
            ),
        ),
        (
            "C first: many could be affected if the file fails; closes at 11.00. "
            "E before 11.00: call, listen, check, correct in time or say what "
            "follows, look for the cause of the repeat. G takes a minute and may "
            "come early: do not read or forward, tell the sender, delete and "
            "report as the rules say. D before 14.00. B before 15.00: do not use "
            "the new account; check with the supplier by a known number, hold the"
            " payment if unsure, tell the supervisor. H: acknowledge, plan for "
            "before Wednesday, check that the auditor may have the copies. F: "
            "note it. A last, a short friendly reply. Other orders are fine if "
            "the deadlines are kept and the reasons hold."
        ),
    ),
    Sample(
        "meeting-minutes",
        "Write the minutes of a short meeting",
        25,
        (
            "Write the minutes of this meeting for a colleague who was not there."
            " Use no more than 150 words. Make clear what was decided, what is "
            "still open, and who does what by when.\n"
            "\n"
            "Office meeting, Tuesday 6 May. Present: Ana (chair), Ben, Chloe, "
            "Dev.\n"
            "\n"
            "Ana: First, the supplier form. Ben?\n"
            "Ben: Nine of the last thirty forms came without a tax number.\n"
            "Chloe: Let us make it a required field.\n"
            "Ana: All agreed? Good. Ben, can you change it by Friday the 16th?\n"
            "Ben: That is tight. Monday the 19th?\n"
            "Ana: Fine, the 19th.\n"
            "Dev: Did anyone see the match last night?\n"
            "Ana: Later, Dev! Second, the archive.\n"
            "Dev: The room is full. Outside storage costs 140 a month. Scanning "
            "costs 1900, once.\n"
            "Chloe: We do not know how long we must keep the old files.\n"
            "Ana: Then we cannot decide today. Chloe, please ask the legal team "
            "by the 20th.\n"
            "Dev: I will get a second price for scanning by then, too.\n"
            "Ana: Third, phone cover at lunch, from next Monday.\n"
            "Chloe: I can take Monday to Thursday.\n"
            "Ben: I will take Thursday. I am in anyway.\n"
            "Chloe: Then Monday to Wednesday for me.\n"
            "Dev: And Friday for me.\n"
            "Ana: Agreed. Next meeting Tuesday the 20th at 9.00.\n"
            "Dev: I have a course that morning.\n"
            "Ana: At 14.00, then. Thank you."
        ),
        (
            Mark(
                "Decisions and open points",
                "Decisions missing or wrong, or the archive shown as decided",
                ("Most decisions right; open point mentioned but not its reason"),
                (
                    "All decisions right; archive shown as open, with the reason "
                    "and both prices"
                ),
            ),
            Mark(
                "Who does what by when",
                "Owners or dates mostly missing",
                ("Most actions with owner; a date missing or an earlier version used"),
                "All actions with owner and final date, easy to find",
            ),
            Mark(
                "Short, neutral and well ordered",
                "A retelling of who said what, or far too long",
                "Ordered by topic; some small talk or detail left in",
                (
                    "Ordered by topic, neutral, within 150 words, clear to "
                    "someone who was not there"
                ),
            ),
        ),
        (
            "Heading with Tuesday 6 May; present Ana (chair), Ben, Chloe, Dev. 1 "
            "Supplier form: 9 of 30 lacked a tax number; decided to make it a "
            "required field; Ben, by Monday 19 May (not the 16th). 2 Archive: "
            "room full; storage 140 a month or scanning 1900 once; not decided, "
            "as the keeping period is unknown; Chloe asks the legal team by 20 "
            "May; Dev gets a second scanning price by 20 May. 3 Lunch phone cover"
            " from Monday 12 May: Chloe Monday to Wednesday, Ben Thursday, Dev "
            "Friday. Next meeting Tuesday 20 May at 14.00 (not 9.00). The match "
            "is left out; Dev's course need not be mentioned."
        ),
    ),
    Sample(
        "explain-a-figure",
        "Explain a figure to someone outside finance",
        25,
        (
            "You help with the monthly figures. The head of customer support, who"
            " does not work with finance, writes to you:\n"
            "\n"
            '"I have just seen that June cost far more than our budget. Has '
            "someone been overspending? Will it go on like this? Do I have to cut"
            ' something? Please explain it so that I can tell my team."\n'
            "\n"
            "Costs of customer support, January to June\n"
            "Month; extra staff; postage; software; total\n"
            "January; 2000; 400; 600; 3000\n"
            "February; 2000; 380; 600; 2980\n"
            "March; 2100; 420; 600; 3120\n"
            "April; 2000; 400; 600; 3000\n"
            "May; 2050; 400; 600; 3050\n"
            "June; 2000; 400; 3000; 5400\n"
            "January to June; 12150; 2400; 6000; 20550\n"
            "\n"
            "What you also know:\n"
            "- The budget is 39600 for the year, or 3300 a month.\n"
            "- June's software cost includes 2400 for a licence. It is paid once "
            "a year, always in June, and covers twelve months. It was planned in "
            "the budget.\n"
            "- No other large payments are expected before December.\n"
            "\n"
            "Write your answer, in no more than 150 words. Use plain words, and "
            "only as many numbers as the reader needs. Answer all three "
            "questions. If you estimate something, say so."
        ),
        (
            Mark(
                "The explanation is right",
                "Wrong cause or wrong figures",
                (
                    "Names the licence as the cause; other figures missing or a "
                    "small slip"
                ),
                (
                    "Licence of 2400 as the cause, the rest as usual, all figures"
                    " used are right"
                ),
            ),
            Mark(
                "The three questions are answered",
                "One or none answered",
                "Two answered, or all three only in hints",
                (
                    "All three answered plainly, with a reasoned and marked view "
                    "of the rest of the year"
                ),
            ),
            Mark(
                "Plain words for this reader",
                "Jargon or a list of numbers",
                ("Mostly plain; more numbers than needed or an unexplained term"),
                (
                    "Main message first, everyday words, few numbers, within 150 "
                    "words, can be passed to the team"
                ),
            ),
        ),
        (
            "No sign of overspending: June cost 5400, which is 2100 above the "
            "3300 monthly budget, because a yearly software licence of 2400 was "
            "paid in June, as planned. Without it June would be 3000, like other "
            "months. It will not go on: the next licence payment is in a year. No"
            " need to cut on these figures: January to June is 20550, 750 above "
            "six months' budget (19800), only because of the licence; without it,"
            " 18150 or about 3025 a month. If that continues (an estimate), the "
            "year ends near 38700, about 900 under the budget of 39600. A good "
            "answer needs only some of these numbers."
        ),
    ),
)
