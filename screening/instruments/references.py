"""What referees are asked: nine things that a former supervisor can have seen. Data.

Written for this project. Three sides of work that referees tell apart (Taylor, Pajo,
Cheung and Stringfield 2004): reliability, teamwork, service. Anchors are behaviour, and
"not observed" is an answer.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

VERSION = "1"


class Side(StrEnum):
    """What a reference is about."""

    RELIABILITY = "RELIABILITY"
    TEAMWORK = "TEAMWORK"
    SERVICE = "SERVICE"


class Relation(StrEnum):
    """How a referee knows the work of somebody."""

    SUPERVISOR = "SUPERVISOR"
    SENIOR = "SENIOR"
    PEER = "PEER"


@dataclass(frozen=True, slots=True)
class Item:
    """One statement, rated 1 to 5, with behaviour for 1, 3 and 5."""

    key: str
    side: Side
    text: str
    low: str
    mid: str
    high: str


ITEMS = (
    Item(
        "reliability-deadlines",
        Side.RELIABILITY,
        "Kept deadlines and said early when one was at risk",
        "Often missed deadlines; others found out afterwards",
        "Kept most deadlines; usually gave notice of a delay",
        "Kept nearly all deadlines; warned early and proposed a way out",
    ),
    Item(
        "reliability-accuracy",
        Side.RELIABILITY,
        "Checked own work before passing it on",
        "Others often had to find and correct errors",
        "Few errors; corrected them when told",
        "Errors were rare; found and reported own errors and removed the cause",
    ),
    Item(
        "reliability-confidentiality",
        Side.RELIABILITY,
        "Shared confidential information only with people entitled to it",
        "Left papers open or passed information on without checking",
        "Followed the rules on confidential information; asked when reminded",
        "Always checked who was entitled; asked when in doubt; pointed out weak spots",
    ),
    Item(
        "teamwork-help",
        Side.TEAMWORK,
        "Helped colleagues when the team was under pressure",
        "Kept to own tasks even when asked for help",
        "Helped when asked",
        "Saw the need, offered help unasked and still finished own work",
    ),
    Item(
        "teamwork-sharing-information",
        Side.TEAMWORK,
        "Passed on the information colleagues needed for their work",
        "Colleagues had to chase for information or found gaps",
        "Gave information on request; handovers were usually complete",
        "Gave information unasked and in time; left notes others could use",
    ),
    Item(
        "teamwork-disagreement",
        Side.TEAMWORK,
        "Spoke directly and respectfully with colleagues when they disagreed",
        "Avoided the colleague, spoke sharply or complained to others",
        "Stayed polite and usually settled the matter directly",
        (
            "Listened first, argued from facts, kept agreements; helped others settle "
            "differences"
        ),
    ),
    Item(
        "service-politeness",
        Side.SERVICE,
        "Stayed polite and helpful with people who were upset",
        "Became short with people or passed them on at once",
        "Stayed polite and gave a correct answer",
        "Calmed people, arranged a solution and checked that it had worked",
    ),
    Item(
        "service-follow-through",
        Side.SERVICE,
        "Answered requests, or said when an answer would come",
        "Requests were left open until people asked again",
        "Answered most requests within the usual time",
        "Answered promptly, kept people informed and followed up until it was settled",
    ),
    Item(
        "service-plain-explanations",
        Side.SERVICE,
        "Explained rules and decisions in words people could follow",
        "Quoted the rule or used jargon; people asked others instead",
        "Explained in plain words; most people understood",
        (
            "Suited the explanation to the person, checked it was understood, offered "
            "allowed alternatives"
        ),
    ),
)
