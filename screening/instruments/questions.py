"""Interview questions about working with others, with anchors. Data, written for this.

Of each dimension three about past behaviour and two about situations. Anchors are
behaviour that anybody could show, whatever their background.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from positions.criteria import Dimension

if TYPE_CHECKING:
    from collections.abc import Mapping


class QuestionKind(StrEnum):
    """What a question asks for."""

    PAST = "PAST"  # what somebody did
    SITUATION = "SITUATION"  # what somebody would do


@dataclass(frozen=True, slots=True)
class Question:
    """A question with behaviour for 1, 3 and 5."""

    key: str
    dimension: Dimension
    kind: QuestionKind
    text: str
    low: str
    mid: str
    high: str


# The same for everybody, and nothing else is asked to lead on.
PROBES: Mapping[QuestionKind, tuple[str, ...]] = {
    QuestionKind.PAST: (
        "What led up to it?",
        "What exactly did you do?",
        "What was the result?",
        "Who could confirm it?",
    ),
    QuestionKind.SITUATION: (
        "What would you do first, and why?",
        "What would you do if that did not work?",
        "How would you know that it had worked?",
    ),
}

QUESTIONS = (
    Question(
        "courtesy-angry-person",
        Dimension.COURTESY,
        QuestionKind.PAST,
        (
            "Tell us about a time someone was angry with you at work about something you "
            "had not caused. What did you say and do, and how did it end?"
        ),
        "Blames or avoids the person; no resolution",
        (
            "Stays polite, listens, gives a correct answer or passes it to the right "
            "person"
        ),
        (
            "Calms the person, names the concern, fixes or arranges the fix, follows up, "
            "prevents a repeat"
        ),
    ),
    Question(
        "courtesy-unwelcome-news",
        Dimension.COURTESY,
        QuestionKind.PAST,
        (
            "Tell us about a time you had to give someone unwelcome news as part of your "
            "work. How did you put it, and what happened next?"
        ),
        "Put it off, gave it bluntly or left it to others",
        "Told the person politely and in good time, with the reason",
        (
            "Prepared it, told the person early and in private, listened, offered a next "
            "step, checked back later"
        ),
    ),
    Question(
        "courtesy-repeated-question",
        Dimension.COURTESY,
        QuestionKind.PAST,
        (
            "Tell us about a time someone kept coming back to you with the same question "
            "while you were busy. How did you deal with it?"
        ),
        "Ignored the person or showed irritation; question left open",
        "Answered politely each time, or agreed a better moment and kept to it",
        (
            "Answered kindly, found out why it came back, showed the steps or left a note;"
            " the question stopped"
        ),
    ),
    Question(
        "courtesy-passed-around",
        Dimension.COURTESY,
        QuestionKind.SITUATION,
        (
            "Imagine a caller has been passed between three departments before reaching "
            "you, and the matter does not belong to you either. What would you do?"
        ),
        "Would pass the call on at once or say it is not their job",
        "Would apologise, listen, find the right person and connect the caller",
        (
            "Would apologise, note the facts, brief the right person, make sure the caller"
            " is answered, report the wrong routing"
        ),
    ),
    Question(
        "courtesy-mistakes-overheard",
        Dimension.COURTESY,
        QuestionKind.SITUATION,
        (
            "Imagine a colleague brings you a form with mistakes in it for the third time."
            " Other people can hear you both. What would you do?"
        ),
        "Would complain in front of others, or refuse the form without saying why",
        (
            "Would point out the mistakes quietly and politely, and say how to correct "
            "them"
        ),
        (
            "Would move out of earshot, ask what makes the form hard, correct it together,"
            " suggest a clearer form or example"
        ),
    ),
    Question(
        "teamwork-shared-deadline",
        Dimension.TEAMWORK,
        QuestionKind.PAST,
        (
            "Describe a deadline you shared with colleagues when someone fell behind. What"
            " was your part?"
        ),
        "Did own part only / complained",
        "Offered help, shared information, deadline kept",
        (
            "Noticed early, re-planned openly with the others, took work without taking "
            "credit, team rule improved"
        ),
    ),
    Question(
        "teamwork-own-mistake",
        Dimension.TEAMWORK,
        QuestionKind.PAST,
        (
            "Tell us about a time a mistake of yours affected other people's work. What "
            "did you do?"
        ),
        "Hid it, blamed others or waited until it was found",
        "Told the people affected and corrected the mistake",
        (
            "Told them at once, corrected it with them, found the cause, changed the way "
            "of working, checked that it held"
        ),
    ),
    Question(
        "teamwork-helping-someone-new",
        Dimension.TEAMWORK,
        QuestionKind.PAST,
        (
            "Tell us about a time you helped someone who was new to a task. What did you "
            "do, and how did it turn out?"
        ),
        "Told the person to watch or ask others; no result known",
        "Showed the steps, answered questions; the person could do the task",
        (
            "Asked what was already known, showed and let the person try, checked later, "
            "left notes others could use"
        ),
    ),
    Question(
        "teamwork-handover",
        Dimension.TEAMWORK,
        QuestionKind.SITUATION,
        (
            "Imagine you start a monthly task today, and a colleague must finish it "
            "tomorrow while you are busy elsewhere and hard to reach. What would you do?"
        ),
        "Would leave the work as it stands; the colleague must find out",
        "Would leave a note of what is done and what is still open",
        (
            "Would agree the handover beforehand, list open points and risks, name someone"
            " to ask, check the outcome afterwards"
        ),
    ),
    Question(
        "teamwork-uneven-load",
        Dimension.TEAMWORK,
        QuestionKind.SITUATION,
        (
            "Imagine your own work is under control, while two colleagues beside you have "
            "a growing pile of open cases. What would you do?"
        ),
        "Would carry on with own work, or wait to be told",
        "Would offer help and take some cases once agreed",
        (
            "Would ask what helps most, agree the split with both and the supervisor, look"
            " for the cause of the pile"
        ),
    ),
    Question(
        "service-outside-the-rules",
        Dimension.SERVICE,
        QuestionKind.PAST,
        (
            "Describe an internal customer who asked for something outside the rules. What"
            " did you do?"
        ),
        "Refused flatly or broke the rule",
        "Explained the rule, offered an allowed alternative",
        (
            "Found the need behind the request, solved it within the rules, proposed a "
            "rule change with evidence"
        ),
    ),
    Question(
        "service-wrong-answer",
        Dimension.SERVICE,
        QuestionKind.PAST,
        (
            "Tell us about a time you found out that an answer you had given someone was "
            "wrong. What did you do?"
        ),
        "Said nothing, or hoped it would not matter",
        "Contacted the person, gave the right answer and apologised",
        (
            "Contacted the person at once, put right what followed from it, checked who "
            "else was affected, corrected the source"
        ),
    ),
    Question(
        "service-same-problem",
        Dimension.SERVICE,
        QuestionKind.PAST,
        (
            "Tell us about a time you noticed that the people you served kept running into"
            " the same problem. What did you do about it?"
        ),
        "Saw it but did nothing, or blamed the people",
        "Helped each person and reported the problem",
        (
            "Counted the cases, found the cause, proposed or made a change, checked that "
            "the problem became rarer"
        ),
    ),
    Question(
        "service-two-urgent-requests",
        Dimension.SERVICE,
        QuestionKind.SITUATION,
        (
            "Imagine two internal customers each ask you for something urgent, and you can"
            " finish only one of them today. What would you do?"
        ),
        "Would pick the louder or easier one; the other hears nothing",
        "Would compare the deadlines, choose one, tell the other when to expect theirs",
        (
            "Would ask both what depends on it, decide on facts, look for help or a part "
            "delivery, confirm both dates"
        ),
    ),
    Question(
        "service-unclear-request",
        Dimension.SERVICE,
        QuestionKind.SITUATION,
        (
            "Imagine a manager writes only “Please send me the figures” and then goes into"
            " a long meeting. What would you do?"
        ),
        "Would send anything to hand, or do nothing until asked again",
        "Would ask which figures, by when, and prepare the most likely ones",
        (
            "Would check earlier requests and colleagues, ask one precise question, "
            "prepare a labelled draft stating what was assumed"
        ),
    ),
    Question(
        "conflict-how-to-do-the-work",
        Dimension.CONFLICT,
        QuestionKind.PAST,
        "Tell us about a disagreement with a co-worker over how work should be done.",
        "Escalated at once or gave in silently; relation damaged",
        "Talked directly, compromise, relation kept",
        (
            "Sought the other view first, tested both options on facts, agreed and later "
            "checked the outcome"
        ),
    ),
    Question(
        "conflict-criticism",
        Dimension.CONFLICT,
        QuestionKind.PAST,
        (
            "Tell us about a time someone criticised your work and you did not agree. What"
            " did you say and do?"
        ),
        "Argued back, withdrew or complained to others",
        "Listened, explained own view calmly, reached an understanding",
        (
            "Asked for examples, checked the facts, accepted what was right, settled the "
            "rest together, later asked again"
        ),
    ),
    Question(
        "conflict-other-department",
        Dimension.CONFLICT,
        QuestionKind.PAST,
        (
            "Tell us about a time another person or department did not give you what you "
            "needed to finish your work. What did you do, and how did it end?"
        ),
        "Waited or sent blame; work late, relation strained",
        "Asked directly, explained the need, received it in time",
        (
            "Found out what held them up, agreed a workable date or format, made it "
            "lasting, checked it worked next time"
        ),
    ),
    Question(
        "conflict-credit-for-work",
        Dimension.CONFLICT,
        QuestionKind.SITUATION,
        (
            "Imagine a colleague presents a list you prepared as their own work in a "
            "meeting. What would you do?"
        ),
        "Would accuse the colleague in the meeting, or say nothing and hold a grudge",
        "Would speak to the colleague calmly afterwards and say what they expect",
        (
            "Would ask privately how it came about, agree how to set it right and name "
            "shared work, involve the supervisor only if needed"
        ),
    ),
    Question(
        "conflict-two-colleagues",
        Dimension.CONFLICT,
        QuestionKind.SITUATION,
        (
            "Imagine two colleagues argue about who should check a batch of papers, and "
            "the work has stopped. You are not their supervisor. What would you do?"
        ),
        "Would stay out of it, or take sides",
        "Would talk to both and suggest a way to get this batch done",
        (
            "Would hear both sides, bring them back to the deadline, help agree this "
            "batch, propose a clear rule for the next"
        ),
    ),
    Question(
        "communication-explain-complicated",
        Dimension.COMMUNICATION,
        QuestionKind.PAST,
        (
            "Describe something complicated (a procedure, a figure) you had to explain to "
            "someone outside your field."
        ),
        "Jargon; did not check understanding",
        "Plain words, checked understanding",
        (
            "Adapted form to the person, checked, left a reusable note, fewer questions "
            "later"
        ),
    ),
    Question(
        "communication-misunderstanding",
        Dimension.COMMUNICATION,
        QuestionKind.PAST,
        (
            "Tell us about a time something you wrote or said was misunderstood. How did "
            "you notice, and what did you do?"
        ),
        "Blamed the reader or listener; repeated the same words",
        "Explained again in other words and cleared it up",
        (
            "Noticed early, asked what had been understood, cleared it up with all "
            "concerned, changed the wording for next time"
        ),
    ),
    Question(
        "communication-passing-on-a-change",
        Dimension.COMMUNICATION,
        QuestionKind.PAST,
        (
            "Tell us about a time you had to tell several people about a change in how "
            "something was done. How did you go about it, and how did it go?"
        ),
        "Passed it on once without explanation; people were missed or confused",
        "Told everyone what changed and from when, answered questions",
        (
            "Said what, why and from when, suited the form to each group, checked it was "
            "followed, helped those who struggled"
        ),
    ),
    Question(
        "communication-unclear-instruction",
        Dimension.COMMUNICATION,
        QuestionKind.SITUATION,
        (
            "Imagine your supervisor explains a new task quickly, and you are not sure "
            "that you have understood it. What would you do?"
        ),
        "Would start and hope for the best, or leave the task",
        "Would ask about the unclear points before starting",
        (
            "Would repeat it in own words, ask precise questions, show a small first piece"
            " early, write the steps down"
        ),
    ),
    Question(
        "communication-notice-to-many",
        Dimension.COMMUNICATION,
        QuestionKind.SITUATION,
        (
            "Imagine you must let 200 employees know that a form has changed and that the "
            "old one will not be accepted from next month. What would you do?"
        ),
        "Would forward the rule text or the form without explanation",
        (
            "Would write a short plain message with what changes, from when, and whom to "
            "ask"
        ),
        (
            "Would test the message on a reader first, reach people without email, send a "
            "reminder, watch questions and improve it"
        ),
    ),
)
