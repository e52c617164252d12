import pytest
from django.utils import timezone

from positions.services import clarity, definition, lifecycle, plans, words
from positions.services.clarity import WrittenDuty
from positions.services.definition import DutyRow
from tests import make

pytestmark = pytest.mark.django_db

VAGUE = "Handle various payroll queries as required."
CLEAR = make.DUTIES[0].statement


def problems(position):
    return [problem.text for problem in plans.problems_of(position)]


def written(statement, **fields):
    return WrittenDuty(1, statement, 100, **({"essential": True} | fields))


def with_first_duty(statement, *, position=None, **fields):
    """Save a whole position whose first duty says this."""
    position = position or make.position()
    stored = position.duties.order_by("order")
    rows = [
        DutyRow(
            duty.statement,
            duty.share,
            essential=duty.essential,
            essential_reason=duty.essential_reason,
            kept_reason=duty.kept_reason,
            id=duty.pk,
        )
        for duty in stored
    ]
    first = {"essential_reason": "Pay.", "id": rows[0].id} | fields
    rows[0] = DutyRow(statement, rows[0].share, **first)
    definition.set_duties(position, rows, by=position.owner)
    return position


def silence(word, category="vague"):
    return words.silence_word(
        category=category,
        word=word,
        reason="It has one meaning here.",
        by=make.user(),
        at=timezone.now(),
    )


def test_a_vague_essential_duty_stops_publication_in_its_own_words():
    position = with_first_duty(VAGUE)

    (problem,) = problems(position)

    assert problem.startswith("Duty 1 is vague: “Handle”, “various”, “as required”.")
    with pytest.raises(plans.PlanIncompleteError):
        lifecycle.publish(position, by=position.owner, at=timezone.now())


def test_a_kept_wording_is_published_and_its_reason_stays_on_file():
    position = with_first_duty(VAGUE, kept_reason="The union agreed on this wording.")

    lifecycle.publish(position, by=position.owner, at=timezone.now())

    duty = position.duties.get(order=1)
    assert duty.kept_reason == "The union agreed on this wording."
    events = duty.events.values_list("kept_reason", flat=True)
    assert "The union agreed on this wording." in events


def test_a_vague_duty_that_is_not_essential_stops_nothing():
    assert problems(with_first_duty(VAGUE, essential=False)) == []


def test_a_line_for_unnamed_work_stops_only_as_an_essential_duty():
    line = "Other duties as assigned."

    assert "is vague" in problems(with_first_duty(line))[0]
    assert problems(with_first_duty(line, essential=False)) == []


def test_gaps_in_brackets_are_asked_for():
    position = with_first_duty(CLEAR.replace("payroll system", "[with what]"))

    assert problems(position) == [
        "Duty 1 has a gap in square brackets. Fill it in.",
    ]


def test_a_reason_falls_with_the_words_it_was_about():
    position = with_first_duty(VAGUE, kept_reason="Agreed.")

    with_first_duty(f"{VAGUE} Daily.", position=position, kept_reason="Agreed.")

    assert position.duties.get(order=1).kept_reason == ""


def test_a_new_reason_for_new_words_is_kept():
    position = with_first_duty(VAGUE, kept_reason="Agreed.")

    with_first_duty(f"{VAGUE} Daily.", position=position, kept_reason="Agreed anew.")

    assert position.duties.get(order=1).kept_reason == "Agreed anew."


def test_an_unchanged_duty_keeps_its_reason():
    position = with_first_duty(VAGUE, kept_reason="Agreed.")

    with_first_duty(VAGUE, position=position, kept_reason="Agreed.")

    assert position.duties.get(order=1).kept_reason == "Agreed."


def test_checking_takes_one_query_for_any_number_of_duties(django_assert_num_queries):
    clarity.check([written(CLEAR)])
    with django_assert_num_queries(1):
        clarity.check([written(CLEAR)])
    with django_assert_num_queries(1):
        clarity.check([written(VAGUE)] * 10)


def test_a_silenced_word_stops_nothing_until_it_is_taken_back():
    text = "Handles supplier invoices in the ledger so that they are paid on time."
    (before,) = clarity.check([written(text)]).duties
    change = silence("handle")
    (during,) = clarity.check([written(text)]).duties
    words.take_back(change, by=change.by)
    (after,) = clarity.check([written(text)]).duties

    assert [before.stops, after.stops] == [True, True]
    assert not any(one.category == "vague" for one in during.check.findings)


def test_an_added_vague_word_stops_with_what_was_written_about_it():
    words.add_word(
        category="vague",
        word="Synergises",
        why="Nobody here knows what it means.",
        suggestion="Who meets whom, and what is decided?",
        reason="It came up in three adverts.",
        by=make.user(),
        at=timezone.now(),
    )

    (duty,) = clarity.check(
        [written("Synergises the ledgers each month, so that the books close.")]
    ).duties

    assert duty.stops
    assert "Who meets whom, and what is decided?" in [
        one.suggestion for one in duty.stopping
    ]


def test_hints_are_found_by_key_and_only_where_there_are_any():
    found = clarity.hints(
        {"about": ["Young accountant", "Pays people."], "needs": ["Payroll work"]}
    )

    assert list(found) == ["about"]
    assert found["about"][0].words == "Young"


def test_the_offered_sentence_is_whole_or_nothing():
    assert "payroll queries" in clarity.suggestion(VAGUE)
    assert clarity.suggestion(CLEAR) == ""
