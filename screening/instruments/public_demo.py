"""Written scenarios from the back office, for demonstration only: 8, and then 24.

Written for this project. Their key stands here for all to read, so they may show how a
screening works but must not decide anything: low weight, and a note on the page. The
key means are the authors' ratings, not those of a panel of experienced staff.
"""

from positions.criteria import Dimension
from screening.instruments import (
    Instrument,
    Option,
    Scenario,
    Visibility,
)

MOST_WEIGHT = 10  # per cent of a plan that a public demo may weigh

_FIRST = Instrument(
    key="working-with-others",
    version="demo-1",
    visibility=Visibility.PUBLIC_DEMO,
    scenarios=(
        Scenario(
            "late-refund",
            Dimension.COURTESY,
            "A colleague from another department phones. She is annoyed: a travel refund"
            " that was promised for last week has not been paid. You see that her manager"
            " never signed the form.",
            (
                Option(
                    "not-mine",
                    "Tell her politely that it is not your mistake and that she should ask"
                    " her manager.",
                    2.6,
                ),
                Option(
                    "explain-offer",
                    "Say you are sorry about the wait, explain what is missing, send the"
                    " form to her manager now and say when you will check again.",
                    6.7,
                ),
                Option(
                    "pay-anyway",
                    "Pay it without the signature this once, to keep the peace.",
                    1.7,
                ),
                Option(
                    "look-into-it",
                    "Say that you will look into it and call her back later today.",
                    4.7,
                ),
            ),
        ),
        Scenario(
            "month-end",
            Dimension.TEAMWORK,
            "It is the last day of the month. Your own work is done. Sam, who sits next"
            " to you, still has forty invoices to enter before six o'clock and looks"
            " worried. Nobody has asked you to help.",
            (
                Option(
                    "offer-half",
                    "Ask Sam which invoices you can take, enter them with care and tell"
                    " him what you have done.",
                    6.6,
                ),
                Option(
                    "wait-asked",
                    "Stay at your desk in case Sam asks, and tidy your files meanwhile.",
                    3.1,
                ),
                Option(
                    "tell-manager",
                    "Tell your manager that Sam will not be ready in time.",
                    2.4,
                ),
                Option(
                    "take-over",
                    "Take half of the pile from his desk and start, so that no time is"
                    " lost talking.",
                    3.3,
                ),
            ),
        ),
        Scenario(
            "wrong-posting",
            Dimension.COMMUNICATION,
            "You find that you booked a payment to the wrong customer two weeks ago. The"
            " report for the managers went out this morning with the wrong figure. So far"
            " nobody has noticed.",
            (
                Option(
                    "correct-quietly",
                    "Correct the booking quietly. The next report will be right.",
                    2.3,
                ),
                Option(
                    "correct-then-tell",
                    "Correct the booking first and tell your manager when you next meet"
                    " this week.",
                    4.8,
                ),
                Option(
                    "wait",
                    "Leave it as it is. If it matters, somebody will ask.",
                    1.1,
                ),
                Option(
                    "tell-and-correct",
                    "Tell your manager at once what happened, correct the booking and"
                    " offer to write to those who got the report.",
                    6.8,
                ),
            ),
        ),
        Scenario(
            "outside-the-rules",
            Dimension.SERVICE,
            "A team leader needs a laptop for a new colleague who starts on Monday. It is"
            " Thursday. An order needs two signatures and takes five days. He asks you to"
            " skip the second signature.",
            (
                Option(
                    "refuse",
                    "Tell him that the rule is the rule and that he should have asked"
                    " earlier.",
                    2.2,
                ),
                Option(
                    "find-need",
                    "Say why the second signature is needed, ask for a spare laptop for"
                    " Monday and get both signatures today.",
                    6.7,
                ),
                Option(
                    "skip",
                    "Skip the second signature, because the new colleague must be able to"
                    " work.",
                    1.6,
                ),
                Option(
                    "send-form",
                    "Send him the form and explain how long each step takes.",
                    4.6,
                ),
            ),
        ),
        Scenario(
            "confidential-file",
            Dimension.COURTESY,
            "You work in personnel. At lunch a friendly colleague asks what is behind the"
            " sudden leave of somebody in her team. You know the reason from a"
            " confidential file. She says she only wants to help.",
            (
                Option(
                    "hint",
                    "Give her a small hint without details, because she means well.",
                    1.4,
                ),
                Option(
                    "pretend",
                    "Say that you know nothing about it and change the subject.",
                    3.2,
                ),
                Option(
                    "kind-no",
                    "Say kindly that you cannot talk about anybody's file, and that she"
                    " may offer her help to the person directly.",
                    6.7,
                ),
                Option(
                    "scold",
                    "Tell her that such a question is out of place and that she should"
                    " know better.",
                    2.5,
                ),
            ),
        ),
        Scenario(
            "two-ways-to-file",
            Dimension.CONFLICT,
            "You and Ana share the archive. You file by date, she files by name, and both"
            " of you lose time searching. This morning she moved a whole shelf that you"
            " had sorted yesterday.",
            (
                Option(
                    "move-back",
                    "Sort the shelf back as it was and leave her a note about it.",
                    1.9,
                ),
                Option(
                    "ask-and-try",
                    "Ask her how she searches, tell her how you do, and agree on one way"
                    " that you both try for two weeks.",
                    6.8,
                ),
                Option(
                    "manager-decides",
                    "Ask your manager to decide which way is right.",
                    3.3,
                ),
                Option(
                    "give-in",
                    "Say nothing and use her way from now on.",
                    2.9,
                ),
            ),
        ),
        Scenario(
            "falling-behind",
            Dimension.TEAMWORK,
            "Three of you prepare a report that is due on Friday. On Tuesday you see that"
            " Lee has not begun his part. Lee has been quiet lately and leaves early. The"
            " report cannot be finished without it.",
            (
                Option(
                    "do-it",
                    "Do Lee's part yourself in the evening and say nothing.",
                    2.8,
                ),
                Option(
                    "in-the-meeting",
                    "Ask in the team meeting, in front of everyone, why Lee has not"
                    " started.",
                    1.8,
                ),
                Option(
                    "talk-first",
                    "Speak to Lee alone, ask how things are going, and plan together how"
                    " his part can be ready by Friday.",
                    6.7,
                ),
                Option(
                    "remind-all",
                    "Send a friendly reminder of the date to all three of you.",
                    4.6,
                ),
            ),
        ),
        Scenario(
            "hard-to-explain",
            Dimension.COMMUNICATION,
            "A customer writes for the third time that she does not understand her bill."
            " Your colleagues answered with a copy of the price list. You see that the"
            " bill is right, but the list is hard to read.",
            (
                Option(
                    "list-again",
                    "Send the price list again, with the lines that matter marked in"
                    " yellow.",
                    4.7,
                ),
                Option(
                    "correct-bill",
                    "Write that the bill has been checked and is correct.",
                    2.3,
                ),
                Option(
                    "discount",
                    "Give her a small discount so that she stops asking.",
                    1.6,
                ),
                Option(
                    "own-words",
                    "Call her, go through the bill line by line in plain words, ask what"
                    " is still open and send a short summary.",
                    6.8,
                ),
            ),
        ),
    ),
)

_SECOND = Instrument(
    key="working-with-others",
    version="demo-2",
    visibility=Visibility.PUBLIC_DEMO,
    scenarios=(
        *_FIRST.scenarios,
        Scenario(
            "claim-upset",
            Dimension.COURTESY,
            "A man phones about his claim for water damage. He is close to tears. The "
            "claim was refused last week because a photo is missing. It is ten minutes"
            " before your break.",
            (
                Option(
                    "read-letter",
                    "Read the refusal to him again, slowly, so that he takes in every "
                    "point.",
                    2.7,
                ),
                Option(
                    "hear-then-photo",
                    "Let him speak, say that you hear how hard it is, and tell him "
                    "which photo can open the case again.",
                    6.6,
                ),
                Option(
                    "call-later",
                    "Tell him to call again tomorrow, when he has calmed down.",
                    1.6,
                ),
                Option(
                    "send-list",
                    "Say that you are sorry, and send him the list of papers for a new"
                    " claim.",
                    4.9,
                ),
            ),
        ),
        Scenario(
            "wrong-name",
            Dimension.COURTESY,
            "A new colleague, Mrs Nguyen, tells you quietly that you have said her "
            "name wrong all week. Two others stand nearby and have heard it.",
            (
                Option(
                    "thank-and-learn",
                    "Thank her, ask how to say it, repeat it once, and use it from now"
                    " on.",
                    6.7,
                ),
                Option(
                    "joke",
                    "Laugh and say that you are hopeless with names.",
                    2.1,
                ),
                Option(
                    "avoid",
                    "Say sorry, and do without her name for a while, to be safe.",
                    3.1,
                ),
                Option(
                    "long-sorry",
                    "Say several times in front of the others how sorry you are.",
                    2.9,
                ),
            ),
        ),
        Scenario(
            "caller-at-desk",
            Dimension.COURTESY,
            "You are counting the petty cash with the box open. A visitor steps up to "
            "your desk and asks the way to the training room. If you stop, you have to"
            " begin again.",
            (
                Option(
                    "wave",
                    "Wave them on without looking up, and go on counting.",
                    1.7,
                ),
                Option(
                    "point-and-count",
                    "Point down the hall and go on counting.",
                    2.8,
                ),
                Option(
                    "moment-then-walk",
                    "Look up, say that you need one moment, note the sum, close the "
                    "box and show them the way.",
                    6.5,
                ),
                Option(
                    "stop-and-tell",
                    "Stop counting and tell them the way at once.",
                    5.2,
                ),
            ),
        ),
        Scenario(
            "shared-inbox",
            Dimension.TEAMWORK,
            "Four of you answer one inbox. You notice that the hard mails stay until "
            "last, and that Priya does most of them. She has not said anything.",
            (
                Option(
                    "praise",
                    "Tell Priya that you admire how she deals with them.",
                    2.6,
                ),
                Option(
                    "take-oldest",
                    "Take the oldest mails first from now on, hard ones too, and tell "
                    "no one.",
                    5.0,
                ),
                Option(
                    "report",
                    "Tell your manager who leaves the hard mails.",
                    2.3,
                ),
                Option(
                    "agree-rule",
                    "Take some hard mails today, and ask the team to agree on working "
                    "from the oldest on.",
                    6.6,
                ),
            ),
        ),
        Scenario(
            "handover-gap",
            Dimension.TEAMWORK,
            "You go on leave tomorrow for two weeks. Omar will do your work. You have "
            "an hour left, and two files are half done.",
            (
                Option(
                    "note-and-walk",
                    "Write down where each file stands and what comes next, and walk "
                    "Omar through both.",
                    6.7,
                ),
                Option(
                    "finish-one",
                    "Use the hour to finish one of them, and leave the other on his "
                    "desk.",
                    3.3,
                ),
                Option(
                    "phone",
                    "Tell Omar that he can phone you if anything comes up.",
                    2.9,
                ),
                Option(
                    "trust",
                    "Leave the files as they are. Omar knows the work.",
                    1.6,
                ),
            ),
        ),
        Scenario(
            "new-software",
            Dimension.TEAMWORK,
            "The office has new software for invoices. You learned it fast. Marek, who"
            " has been here for years, is slow with it and asks you the same thing "
            "again.",
            (
                Option(
                    "do-it",
                    "Do it for him this time, so that the queue gets shorter.",
                    3.0,
                ),
                Option(
                    "manual",
                    "Send him the page of the manual that has the answer.",
                    3.2,
                ),
                Option(
                    "sit-and-card",
                    "Sit with him while he does it himself, and note the steps on a "
                    "card together.",
                    6.6,
                ),
                Option(
                    "once-more",
                    "Tell him that you showed him this before.",
                    1.5,
                ),
            ),
        ),
        Scenario(
            "supplier-late",
            Dimension.SERVICE,
            "A supplier phones. His bill is three weeks late and he has wages to pay. "
            "The bill waits for a goods note from the store. Your payment run is "
            "tomorrow.",
            (
                Option(
                    "explain-rule",
                    "Explain that no bill is paid without a goods note.",
                    2.7,
                ),
                Option(
                    "get-note",
                    "Phone the store now for the note, put the bill in the run once it"
                    " is there, and ring him back today.",
                    6.7,
                ),
                Option(
                    "pay",
                    "Put the bill in the run and ask for the note afterwards.",
                    1.8,
                ),
                Option(
                    "ask-store",
                    "Mail the store, and tell him that you will let him know.",
                    4.8,
                ),
            ),
        ),
        Scenario(
            "two-forms",
            Dimension.SERVICE,
            "An employee brings a form for a new bank account. It is the old form. The"
            " new one has the same boxes and one more, for a signature. She has come "
            "from the far building.",
            (
                Option(
                    "send-back",
                    "Send her back with the new form.",
                    2.4,
                ),
                Option(
                    "accept-old",
                    "Take the old form, as nearly all of it is right.",
                    2.1,
                ),
                Option(
                    "fill-for-her",
                    "Take the old form and sign the new one for her later.",
                    1.2,
                ),
                Option(
                    "new-form-now",
                    "Give her the new form and a pen, help her fill it in here, and "
                    "keep the old one from being sent out again.",
                    6.6,
                ),
            ),
        ),
        Scenario(
            "same-question",
            Dimension.SERVICE,
            "This is the fifth call this week that asks when expenses are paid. The "
            "answer stands on the intranet, but on a page that is hard to find.",
            (
                Option(
                    "answer-and-fix",
                    "Answer kindly, and ask for the date to be put where people look "
                    "for it.",
                    6.6,
                ),
                Option(
                    "answer",
                    "Answer kindly and say where the page is.",
                    5.1,
                ),
                Option(
                    "point",
                    "Say that all of it is on the intranet.",
                    2.3,
                ),
                Option(
                    "auto-mail",
                    "Write a mail to all staff that they should read the intranet "
                    "first.",
                    2.6,
                ),
            ),
        ),
        Scenario(
            "urgent-purchase",
            Dimension.SERVICE,
            "A department needs forty chairs by Monday for a hearing. You buy from "
            "three firms only. None can deliver before Wednesday. Your contact is "
            "upset.",
            (
                Option(
                    "other-firm",
                    "Order from a firm that is not on the list, just this once.",
                    1.9,
                ),
                Option(
                    "borrow",
                    "Ask what the hearing needs, look for chairs in other rooms and "
                    "for hire by the rules, and tell her today what is possible.",
                    6.7,
                ),
                Option(
                    "wednesday",
                    "Order for Wednesday, and tell her that nothing else can be done.",
                    2.9,
                ),
                Option(
                    "ask-firms",
                    "Ask the three firms again if one can be faster, and tell her what"
                    " they say.",
                    5.0,
                ),
            ),
        ),
        Scenario(
            "credit-taken",
            Dimension.CONFLICT,
            "You and Tom made a new price table. In the meeting Tom shows it and says "
            "“my table”. Your manager is pleased with him.",
            (
                Option(
                    "talk-alone",
                    "Speak to Tom alone afterwards, say how it came across, and agree "
                    "how to name you both next time.",
                    6.6,
                ),
                Option(
                    "in-meeting",
                    "Say in the meeting at once that it was your work too.",
                    3.2,
                ),
                Option(
                    "never-again",
                    "Decide to do such work on your own from now on.",
                    2.1,
                ),
                Option(
                    "tell-others",
                    "Tell two colleagues who really made it.",
                    1.6,
                ),
            ),
        ),
        Scenario(
            "window",
            Dimension.CONFLICT,
            "You share a room. You like the window open, Ines likes it shut. She has "
            "shut it four times today, each time without a word.",
            (
                Option(
                    "open-again",
                    "Open it again each time she leaves the room.",
                    1.5,
                ),
                Option(
                    "ask-and-try",
                    "Say that you see you both suffer, ask what bothers her, and try a"
                    " plan for the week.",
                    6.7,
                ),
                Option(
                    "give-up",
                    "Leave it shut and say nothing.",
                    2.7,
                ),
                Option(
                    "facilities",
                    "Ask the facilities team for another room.",
                    2.8,
                ),
            ),
        ),
        Scenario(
            "rules-apart",
            Dimension.CONFLICT,
            "You and Jonas check claims. He lets small gaps pass, you send them back. "
            "Clients have begun to ask for him. It makes you angry.",
            (
                Option(
                    "report",
                    "Report the claims he has passed to your manager.",
                    3.1,
                ),
                Option(
                    "loosen",
                    "Let small gaps pass as well, so that things are even.",
                    2.2,
                ),
                Option(
                    "tell-clients",
                    "Tell the clients that Jonas is not strict enough.",
                    1.4,
                ),
                Option(
                    "compare-cases",
                    "Show Jonas three cases, ask how he sees them, and take what you "
                    "cannot settle to your manager together.",
                    6.6,
                ),
            ),
        ),
        Scenario(
            "blamed",
            Dimension.CONFLICT,
            "In a mail to many people Karen writes that payroll, which is you, sent "
            "her the wrong figures. You look it up: she used an old file.",
            (
                Option(
                    "reply-all-proof",
                    "Reply to all with the proof that she used the old file.",
                    2.4,
                ),
                Option(
                    "call-her",
                    "Ring her, find out together what went wrong, and ask her to tell "
                    "the others what you found.",
                    6.5,
                ),
                Option(
                    "reply-all-soft",
                    "Reply to all, without blame, with the right file and its date.",
                    5.0,
                ),
                Option(
                    "ignore",
                    "Let it pass, as people will see that you are careful.",
                    2.7,
                ),
            ),
        ),
        Scenario(
            "unclear-task",
            Dimension.COMMUNICATION,
            "Your manager says in passing: “Could you tidy the vendor list?” and "
            "hurries on to a train. The list has two thousand lines. It could mean "
            "many things.",
            (
                Option(
                    "start",
                    "Start at the letter A, and correct whatever looks wrong.",
                    2.6,
                ),
                Option(
                    "wait",
                    "Wait until she is back next week and ask then.",
                    3.0,
                ),
                Option(
                    "three-questions",
                    "Write her three short questions with what you would do, and begin"
                    " with what is safe.",
                    6.7,
                ),
                Option(
                    "ask-colleague",
                    "Ask a colleague what she could have meant.",
                    4.7,
                ),
            ),
        ),
        Scenario(
            "meeting-note",
            Dimension.COMMUNICATION,
            "You write the note of a meeting. Two people heard the same point in two "
            "ways: one says the new form starts in May, one says in June.",
            (
                Option(
                    "ask-both",
                    "Ask both in one mail which month was agreed, and send the note "
                    "when it is clear.",
                    6.6,
                ),
                Option(
                    "write-may",
                    "Write May, as you remember it so.",
                    1.9,
                ),
                Option(
                    "leave-out",
                    "Leave the month out of the note.",
                    2.5,
                ),
                Option(
                    "write-both",
                    "Write that it was left open whether it is May or June.",
                    5.1,
                ),
            ),
        ),
    ),
)

# Every version ever published; the last one is what positions use that chose nothing.
FORMS = (_FIRST, _SECOND)
DEMO = FORMS[-1]
