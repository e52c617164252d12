"""A suggestion keeps the words, names the gaps and invents nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.clarity.rewrite import suggest
from positions.clarity.statement import check_duty
from positions.clarity.text import words_of
from tests.positions.clarity.pairs import PAIRS

TOOL, RESULT = "[with what, how often]", "[what comes of it]"
OWN = "[What you do yourself: prepares, checks, answers …]"


def better(statement):
    return suggest(statement, check_duty(statement))


@pytest.mark.parametrize(
    ("statement", "suggestion"),
    [
        (
            "Responsible for reconciling bank statements.",
            f"Reconciles bank statements {TOOL}, so that {RESULT}.",
        ),
        (
            "Preparing monthly reports for the auditors",
            "Prepares monthly reports for the auditors.",
        ),
        (
            "Assists with supplier invoices",
            f"{OWN} supplier invoices {TOOL}, so that {RESULT}.",
        ),
        (
            "Regularly reconciles bank statements with the ledger",
            f"Reconciles bank statements with the ledger regularly, so that {RESULT}.",
        ),
        (
            "Answers customers' letters",
            f"Answers customers' letters {TOOL}, so that {RESULT}.",
        ),
        (
            "Files letters so that they are found",
            f"Files letters [what exactly] {TOOL}, so that they are found.",
        ),
        (
            "Supplier invoices and payments, etc.",
            f"[Does what with] supplier invoices and payments {TOOL}, so that {RESULT}.",
        ),
        ("Other duties as assigned", ""),
        ("", ""),
        (PAIRS[0][0], ""),
        ("Files letters [with what]", ""),
    ],
)
def test_a_suggestion_says_what_is_known_and_names_what_is_missing(
    statement, suggestion
):
    assert better(statement) == suggestion


@pytest.mark.parametrize("vague", [vague for _, vague in PAIRS])
def test_a_suggestion_for_a_vague_statement_is_no_worse_once_its_gaps_are_filled(vague):
    suggestion = better(vague)
    if not suggestion:
        return
    filled = (
        suggestion.replace(TOOL, "with the checklist every week")
        .replace(RESULT, "nobody pays twice")
        .replace("[what exactly]", "of new customers")
        .replace(OWN, "Checks")
        .replace("[Does what with]", "Checks")
    )
    filled = re.sub(r"\[[^\]]*\]", "", filled)

    assert check_duty(suggestion).blocks or "[" not in suggestion
    assert check_duty(filled).score >= check_duty(vague).score


@given(st.text(max_size=100) | st.sampled_from([one for pair in PAIRS for one in pair]))
def test_no_word_of_a_suggestion_is_invented(statement):
    suggestion = re.sub(r"\[[^\]]*\]", "", better(statement))

    known = {word.low[:3] for word in words_of(statement)} | {"so", "tha"}
    assert {word.low[:3] for word in words_of(suggestion)} <= known
