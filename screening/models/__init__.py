from screening.models.attempt import Attempt, Measure, Screening
from screening.models.evaluation import Evaluation, Evidence, Override
from screening.models.instrument import Expert, Form, Option, Scenario
from screening.models.interview import InterviewRating, KitQuestion, Scorecard
from screening.models.meeting import Interviewer, Meeting, Slot
from screening.models.reference import Referee, ReferenceRequest
from screening.models.work import Board, Heartbeat, Work

__all__ = [
    "Attempt",
    "Board",
    "Evaluation",
    "Evidence",
    "Expert",
    "Form",
    "Heartbeat",
    "InterviewRating",
    "Interviewer",
    "KitQuestion",
    "Measure",
    "Meeting",
    "Option",
    "Override",
    "Referee",
    "ReferenceRequest",
    "Scenario",
    "Scorecard",
    "Screening",
    "Slot",
    "Work",
]
