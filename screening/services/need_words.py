"""What a skill, licence, language or condition was judged by, in a sentence."""

import datetime as dt

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from candidates.services.requirements import level_in_words
from positions.criteria import Answer, RequirementKind
from positions.plan import PlanRequirement
from positions.services.advert import in_sentence
from screening.engine.values import CriterionResult


def need_words(asked: PlanRequirement, result: CriterionResult) -> str:
    """Say what is asked for, what was said, and what is only named in a text."""
    if asked.level is not None:
        return _level_words(asked, result)
    return _answer_words(asked, result)


def _level_words(asked: PlanRequirement, result: CriterionResult) -> str:
    needed = _("The duties need: %(level)s.") % {
        "level": in_sentence(level_in_words(asked.kind, asked.level))
    }
    has = result.facts.get("level")
    if isinstance(has, int):
        said = _("They say: %(level)s.") % {
            "level": in_sentence(level_in_words(asked.kind, has))
        }
    elif result.facts.get("named"):
        said = _("What they sent names it; at what level is not known.")
    else:
        said = _("Nothing is known of it. Nothing is assumed.")
    return f"{needed} {said}"


def _answer_words(asked: PlanRequirement, result: CriterionResult) -> str:
    if ended_on := result.facts.get("ended_on"):
        day = date_format(dt.date.fromisoformat(str(ended_on)), "j F Y")
        return _("They held it until %(day)s, which is before applications close.") % {
            "day": day
        }
    if answer := result.facts.get("answer"):
        return _said_words(Answer(str(answer)), asked.kind)
    if result.facts.get("named"):
        return _("What they sent names it. Ask for the paper.")
    return _("Nothing is known of it. Nothing is assumed.")


def _said_words(answer: Answer, kind: RequirementKind) -> str:
    if answer is Answer.YES:
        return _("They say yes.")
    if answer is Answer.NO:
        return _("They say no. Confirm it with them before anybody decides by it.")
    if kind is RequirementKind.LICENCE:
        return _("It is in progress, or they cannot tell. Ask them.")
    return _("They cannot tell. Ask them.")
