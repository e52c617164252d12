"""What screening holds about an application, for the person it is about."""

from typing import Any

from django.db import connection

from candidates.models import Application
from screening.models import InterviewRating


def part_of_export(application: Application) -> dict[str, Any]:
    """Return scores with their parts, corrections with reasons, answers to scenarios."""
    return {
        "evaluations": [
            {
                "at": one.evaluated_at.isoformat(),
                "plan_version": one.plan_version.number,
                "engine_version": one.engine_version,
                "score": one.score / 100,
                "low": one.low / 100,
                "high": one.high / 100,
                "complete": one.complete,
                "essential_not_met": one.essential_not_met,
                "criteria": one.results,
            }
            for one in application.evaluations.select_related("plan_version").order_by(
                "evaluated_at", "pk"
            )
        ],
        "corrections_by_people": [
            {
                "at": one.at.isoformat(),
                "criterion": one.criterion,
                "verdict": one.verdict,
                "score": one.score,
                "reason": one.reason,
            }
            for one in application.overrides.order_by("at", "pk")
        ],
        "scenarios": _scenarios(application),
        "references": _references(application),
        "interviews": _interviews(application),
        "meetings": _meetings(application),
        "measures": [
            {
                "method": one.method,
                "about": one.subject,
                "score": None if one.value is None else one.value / 100,
                "standard_error": one.error / 100,
                "reason": one.reason,
            }
            for one in application.measures.order_by("method", "subject")
        ],
    }


def _scenarios(application: Application) -> dict[str, Any] | None:
    attempt = getattr(application, "attempt", None)
    if attempt is None:
        return None
    return {
        "instrument": attempt.instrument,
        "answers": attempt.answers,
        "score": None if attempt.score is None else attempt.score / 100,
        "not_scorable": attempt.not_scorable,
    }


def _references(application: Application) -> list[dict[str, Any]]:
    """Return whom the applicant named, and what may be read of what they said."""
    return [
        {
            "name": one.name,
            "email": one.email,
            "answered_at": one.done_at.isoformat() if one.done_at else None,
            "answers": one.answers if one.may_be_read else "confidential",
            "comment": one.comment if one.may_be_read else "confidential",
        }
        for one in application.referees.order_by("pk")
    ]


def _interviews(application: Application) -> list[dict[str, Any]]:
    """Return what raters wrote down and gave, without saying who each was."""
    return [
        {
            "question": one.question.text,
            "rating": one.rating,
            "first_rating": one.first_rating,
            "reason_of_change": one.reason,
            "notes": one.notes,
        }
        for one in InterviewRating.objects.filter(
            scorecard__application=application, scorecard__submitted_at__isnull=False
        )
        .select_related("question")
        .order_by("question__order", "pk")
    ]


def _meetings(application: Application) -> list[dict[str, Any]]:
    """Return when and where interviews were agreed, and what became of them."""
    return [
        {
            "begins_at": one.slot.begins_at.isoformat(),
            "minutes": one.slot.minutes,
            "place": one.slot.place,
            "state": one.state,
            "called_off_by_you": one.ended_by_applicant,
            "reason": one.reason,
        }
        for one in application.meetings.select_related("slot").order_by("pk")
    ]


def forget(application_id: int) -> None:
    """Blank what people wrote about an erased application in the trail's events."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT erase_override_words(%s)", [application_id])
