"""Eight written scenarios from the back office, for demonstration only.

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

# Every version ever published; the last one is what positions use that chose nothing.
FORMS = (_FIRST,)
DEMO = FORMS[-1]
