import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backoffice_ats.demo.positions import ACCOUNTANT
from screening.engine import tables, words
from screening.engine.matching import (
    Extract,
    Passage,
    duty_terms,
    extract,
    match,
    match_entries,
    quote,
    relevance,
)

RECONCILES = ACCOUNTANT.duties[1].statement
PAYS = ACCOUNTANT.duties[4].statement
DUTIES = [duty_terms(duty.statement) for duty in ACCOUNTANT.duties]
WRITTEN = (
    "reconciled accounts payable bank statements prepared monthly general ledger for the"
    " kitchen and cooked fresh pasta daily. Trained staff; journal entries in QuickBooks"
)
texts = st.lists(st.sampled_from(WRITTEN.split()), max_size=25).map(" ".join)
passages = st.lists(
    st.builds(Passage, texts, st.none() | st.integers(0, 3)), max_size=5
)


def strength(text, duty=RECONCILES):
    return match(extract([Passage(text)]), [duty_terms(duty)])[0]


def test_the_duty_itself_is_as_strong_as_one_place_can_be():
    assert strength(RECONCILES) > 8_000


def test_clear_evidence_in_one_place_is_about_half():
    clear = "Reconciled bank statements and balance sheet accounts every month."

    assert 5_000 <= strength(clear) < 8_500


def test_no_evidence_is_about_nothing():
    assert strength("Cooked fresh pasta and trained two kitchen helpers.") < 500


def test_no_text_is_unknown_not_zero():
    assert match(extract([]), DUTIES) == (None,) * len(DUTIES)
    assert match(extract([Passage(" \n -- ")]), DUTIES) == (None,) * len(DUTIES)


@pytest.mark.parametrize(
    ("said", "unsaid"),
    [
        ("Did the bank reconciliation.", "Did the bank transfer."),
        ("Worked in A/P and paid suppliers.", "Worked in IT and paid suppliers."),
        ("Booked vendor invoices.", "Booked hotel rooms."),
        ("Staff accountant", "Staff nurse"),
    ],
)
def test_other_ways_to_say_it_count(said, unsaid):
    duty = RECONCILES if "bank" in said else PAYS

    assert strength(said, duty) > strength(unsaid, duty) + 500


def test_an_account_manager_is_not_an_accountant():
    assert strength("Key account manager") < strength("Accountant") / 2


@settings(deadline=None)
@given(before=passages, more=passages)
def test_more_text_never_lowers_a_strength(before, more):
    less = match(extract(before), DUTIES)
    greater = match(extract([*before, *more]), DUTIES)

    for low, high in zip(less, greater, strict=True):
        assert low is None or (high is not None and high >= low)


@settings(deadline=None)
@given(given_=passages, data=st.data())
def test_the_order_of_passages_does_not_matter(given_, data):
    shuffled = data.draw(st.permutations(given_))

    assert match(extract(shuffled), DUTIES) == match(extract(given_), DUTIES)


@settings(deadline=None)
@given(given_=passages)
def test_stored_terms_match_as_the_text_did(given_):
    found = extract(given_)
    stored = Extract.from_json(json.loads(json.dumps(found.to_json())))

    assert stored == found


def test_repeating_a_sentence_adds_nothing():
    once = "Reconciled bank statements every month.\n"

    assert strength(once * 50) == strength(once)


def test_a_long_text_does_not_win_by_length():
    padding = "".join(
        f"Wrote letter number {number} to a friend.\n" for number in range(300)
    )

    assert strength(padding) < strength("Reconciled bank statements every month.") / 2


def test_jobs_are_matched_on_their_own():
    found = extract(
        [
            Passage("Reconciled bank statements every month.", entry=0),
            Passage("Cooked pasta.", entry=1),
            Passage("General ledger, journal entries"),
        ]
    )

    by_job = match_entries(found, [duty_terms(RECONCILES)])

    assert set(by_job) == {0, 1}
    assert by_job[0][0] > 10 * by_job[1][0]


@pytest.mark.parametrize(
    ("found", "shares", "part"),
    [
        ((5_000, 0), (50, 50), 5_000),
        ((9_000, 5_000), (75, 25), 10_000),
        ((2_500, 0), (40, 60), 2_000),
        ((0, 0), (1, 1), 0),
        ((), (), 0),
    ],
)
def test_the_share_of_a_job_that_counts(found, shares, part):
    assert relevance(found, shares) == part


def test_the_quote_is_the_best_sentence_with_its_words():
    text = "Cooked pasta. Did the bank rec and closed the month. Sang in a choir."

    found = quote([Passage("Hello."), Passage(text, entry=7)], RECONCILES)

    assert found is not None
    assert (found.passage, found.entry) == (1, 7)
    assert found.text == "Did the bank rec and closed the month."
    assert text[found.start : found.end] == found.text
    assert found.matches
    for one in found.matches:
        assert text[one.start : one.end] == one.found
    assert sum(one.weight * one.similarity for one in found.matches) // 100 == (
        found.coverage
    )


def test_nothing_to_quote():
    assert quote([Passage("Cooked pasta.")], RECONCILES) is None
    assert quote([], RECONCILES) is None


def test_a_quote_names_what_stands_for_what():
    found = quote([Passage("Paid vendor bills in A/P.")], PAYS)

    assert found is not None
    assert ("account payabl", "A/P", 90) in [
        (one.duty_term, one.found, one.similarity) for one in found.matches
    ]


def test_weights_of_a_duty_add_up():
    for duty in ACCOUNTANT.duties:
        found = duty_terms(duty.statement)
        assert sum(weight for _, weight in found.terms) == 10_000
        assert "general ledger" not in duty.statement or any(
            term == "general ledger" for term, _ in found.terms
        )


def test_a_duty_without_words_matches_nothing():
    assert duty_terms("--- and the 7").terms == ()
    assert match(extract([Passage("Accountant")]), [duty_terms("")]) == (0,)


def test_hostile_text_is_only_text():
    for text in ("\x00" * 50, "{{7*7}}", "<script>" * 500, "\u202e" * 99, "a" * 10_000):
        found = match(extract([Passage(text)]), DUTIES)
        assert all(one is None or 0 <= one <= 10_000 for one in found)


@settings(deadline=None)
@given(st.text(max_size=300))
def test_sentences_lie_inside_the_text(text):
    for start, end in words.sentences(text):
        assert text[start:end].strip() == text[start:end] != ""


def test_the_table_holds_figures_only_and_stays_small():
    size = tables.FILE.stat().st_size
    table = tables.table()

    assert size < 400_000
    assert all(len(term.split()) <= 2 and len(term) < 60 for term in table.rarity)
    assert table.rarity["reconcil"] > table.rarity["manag"]
    assert all(
        1 <= similarity < 100
        for row in table.related.values()
        for similarity in row.values()
    )
