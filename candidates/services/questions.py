"""The position's own questions: what is asked, what was answered, in words."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils.formats import date_format, localize

from candidates.models import Application, Document, QuestionAnswer
from candidates.services import history, identity
from candidates.services.answers import QUESTION, QUESTIONS
from positions.enums import QuestionKind
from positions.models import Position, Question

if TYPE_CHECKING:
    from backoffice_ats.accounts.models import User

# These need room for thinking or for a file; the others share a page.
_ALONE = frozenset({QuestionKind.LONG, QuestionKind.FILE})


@dataclass(frozen=True, slots=True)
class Said:
    """One question and the answer to it, in words; a file stands beside its name.

    `criterion` is the key of the criterion the answer is read beside, None where the
    question is not scored; `title` is that criterion's.
    """

    id: int
    text: str
    words: str
    criterion: int | None = None
    title: str = ""
    document: Document | None = None
    hidden: bool = False  # a file that this reader may not see


def asked_of(position: Position) -> tuple[Question, ...]:
    """Return what the position asks at present, in its order. One query."""
    return tuple(position.questions.asked())


def page_of(question: Question) -> str:
    """Say on which page of the form a question is asked."""
    alone = question.kind in _ALONE
    return f"{QUESTION}{question.pk}" if alone else QUESTIONS


def pages_of(asked: Iterable[Question]) -> list[str]:
    """Return the pages that the questions need, the shared one first."""
    pages = dict.fromkeys(page_of(one) for one in asked)
    return sorted(pages, key=lambda page: page != QUESTIONS)


def unanswered(
    application: Application, asked: Sequence[Question], answers: Mapping[str, Any]
) -> list[str]:
    """Name the pages on which a question lacks the answer it needs.

    One query, and none where no file has to be sent.
    """
    required = [one for one in asked if one.required]
    needs_files = any(one.kind == QuestionKind.FILE for one in required)
    files = files_of(application) if needs_files else {}
    return pages_of(
        one for one in required if not (one.pk in files or _is_said(_row(answers, one)))
    )


def files_of(application: Application) -> dict[int, Document]:
    """Return the files that answer questions, by question. One query."""
    # Not over the relation: a page may have fetched the CVs alone.
    found = Document.objects.filter(application=application, question__isnull=False)
    return {
        document.question_id: document
        for document in found.order_by("pk")
        if document.question_id
    }


def write(
    application: Application, asked: Iterable[Question], answers: Mapping[str, Any]
) -> None:
    """Turn a draft's answers into rows; questions asked no more are left."""
    rows = {one.pk: _row(answers, one) for one in asked}
    QuestionAnswer.objects.bulk_create(
        QuestionAnswer(
            application=application,
            question_id=key,
            text=row.get("text", ""),
            chosen=row.get("chosen", []),
        )
        for key, row in rows.items()
        if _is_said(row)
    )


def in_draft(
    application: Application, asked: Sequence[Question], answers: Mapping[str, Any]
) -> list[tuple[Said, str]]:
    """Return each question with a draft's answer, and its page. One query."""
    files = files_of(application) if asked else {}
    return [
        (_said(one, _row(answers, one), files.get(one.pk)), page_of(one))
        for one in asked
    ]


def said_by(application: Application) -> list[Said]:
    """Return the answers that were sent, in the position's order. Two queries."""
    files = files_of(application)
    rows = {
        row.question_id: {"text": row.text, "chosen": row.chosen}
        for row in application.question_answers.all()
    }
    if not (rows or files):
        return []
    asked = Question.objects.filter(pk__in={*rows, *files}).select_related("criterion")
    return [
        _said(one, rows.get(one.pk, {}), files.get(one.pk))
        for one in asked.order_by("order", "pk")
    ]


def said_to(application: Application, user: "User") -> list[Said]:
    """Return the answers as this reader may see them: a blind panel without names.

    Two queries, and three where names are hidden.
    """
    said = said_by(application)
    if not (said and identity.shown_to(application, user).hidden):
        return said
    texts = ["" if one.document else one.words for one in said]
    return [
        replace(one, words=words, document=None, hidden=one.document is not None)
        for one, words in zip(said, history.hide_words(application, texts), strict=True)
    ]


def _row(answers: Mapping[str, Any], question: Question) -> dict[str, Any]:
    rows = answers.get(page_of(question), {}).get("rows", {})
    row: dict[str, Any] = rows.get(str(question.pk), {})
    return row


def _is_said(row: Mapping[str, Any]) -> bool:
    return bool(row.get("text") or row.get("chosen"))


def _said(
    question: Question, row: Mapping[str, Any], document: Document | None
) -> Said:
    return Said(
        id=question.pk,
        text=question.text,
        words=document.name if document else _in_words(question, row),
        criterion=question.criterion_id,
        title=question.criterion.title if question.criterion else "",
        document=document,
    )


def _in_words(question: Question, row: Mapping[str, Any]) -> str:
    text: str = row.get("text", "")
    match question.kind:
        case QuestionKind.CHOICE | QuestionKind.MANY:
            return "; ".join(row.get("chosen", []))
        case QuestionKind.NUMBER if text:
            return str(localize(Decimal(text)))
        case QuestionKind.DATE if text:
            return date_format(dt.date.fromisoformat(text), "j F Y")
        case _:
            return text
