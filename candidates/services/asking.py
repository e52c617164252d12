"""Writing the position's own questions. What was asked of somebody is never rewritten."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pghistory
from django.db import transaction
from django.db.models import Max

from positions.enums import QuestionKind
from positions.models import Criterion, Position, Question
from positions.moves import EDITABLE
from positions.services import plans
from positions.services.definition import NotEditableError

if TYPE_CHECKING:
    from backoffice_ats.accounts.models import User

MOST_QUESTIONS = 15


class TooManyQuestionsError(Exception):
    """The position asks as many questions as a form may have."""


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question as it is typed; no `criterion` means that it is not scored."""

    kind: QuestionKind
    text: str
    guidance: str = ""
    required: bool = False
    options: tuple[str, ...] = ()
    most_words: int | None = None
    criterion: Criterion | None = None


@transaction.atomic
def add_question(position: Position, row: QuestionRow, *, by: "User") -> Question:
    """Ask one more, last. Raises NotEditableError or TooManyQuestionsError."""
    _open(position)
    asked = position.questions.asked()
    if asked.count() >= MOST_QUESTIONS:
        raise TooManyQuestionsError
    last = asked.aggregate(last=Max("order"))["last"] or 0
    with pghistory.context(user=by.pk):
        return _make(position, row, order=last + 1)


@transaction.atomic
def change_question(question: Question, row: QuestionRow, *, by: "User") -> Question:
    """Ask it differently; return the question that is asked from now on.

    Where somebody has begun to apply, that is a new one: answers keep the question
    they answer. Raises NotEditableError.
    """
    position = _open(question.position)
    with pghistory.context(user=by.pk):
        if position.applications.exists():
            _retire(question)
            return _make(position, row, order=question.order)
        for name, value in _fields(row).items():
            setattr(question, name, value)
        question.save()
    return question


@transaction.atomic
def move_question(question: Question, *, up: bool, by: "User") -> None:
    """Let it change places with the one before or after it, if there is one."""
    position = _open(question.position)
    asked = list(position.questions.asked())
    keys = [one.pk for one in asked]
    if question.pk not in keys:
        return
    place = keys.index(question.pk)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(asked):
        return
    asked[place], asked[other] = asked[other], asked[place]
    with pghistory.context(user=by.pk):
        for order, one in enumerate(asked, start=1):
            if one.order != order:
                one.order = order
                one.save(update_fields=["order"])


@transaction.atomic
def remove_question(question: Question, *, by: "User") -> None:
    """Ask it no more; it is deleted where nobody has begun to apply."""
    position = _open(question.position)
    with pghistory.context(user=by.pk):
        if position.applications.exists():
            _retire(question)
        else:
            question.delete()


def _open(position: Position) -> Position:
    """Lock the position, so that nobody begins to apply or changes it meanwhile."""
    plans.lock(position)
    if position.status not in EDITABLE:
        raise NotEditableError
    return position


def _make(position: Position, row: QuestionRow, *, order: int) -> Question:
    made: Question = Question.objects.create(
        position=position, order=order, **_fields(row)
    )
    return made


def _retire(question: Question) -> None:
    question.retired = True
    question.save(update_fields=["retired"])


def _fields(row: QuestionRow) -> dict[str, object]:
    choices = row.kind in {QuestionKind.CHOICE, QuestionKind.MANY}
    return {
        "kind": row.kind.value,
        "text": row.text,
        "guidance": row.guidance,
        "required": row.required,
        "options": list(row.options) if choices else [],
        "most_words": row.most_words if row.kind is QuestionKind.LONG else None,
        "criterion": row.criterion,
    }
