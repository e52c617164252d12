"""What other systems' ranking rules get wrong: each is a test of ours."""

from datetime import date

from positions.criteria import Equivalence
from positions.equivalence import Amount, Rule, combine
from screening.engine import matching, scoring
from screening.engine.experience import Job, credit
from screening.engine.judging import judge_duty, judge_qualification
from screening.engine.ranking import Contender, rank
from screening.engine.values import CriterionResult, Source, Verdict
from tests.screening.engine.plans import plan, points

AS_OF = date(2026, 6, 30)


def strength(duty, *texts):
    found = matching.extract([matching.Passage(text) for text in texts])
    return matching.match(found, [matching.duty_terms(duty)])[0]


def test_skills_of_two_words_match():
    cv = "Data entry, accounts payable, Excel, record keeping"

    for skill in ("Data entry", "Accounts payable", "Record keeping", "Excel"):
        assert strength(skill, cv) >= 5_000


def test_the_words_of_a_phrase_apart_are_not_the_phrase():
    together = strength("Accounts payable", "Worked in accounts payable.")
    apart = strength("Accounts payable", "Kept accounts of a club. Fees were payable.")

    assert apart < together


def test_what_nobody_rated_is_not_zero():
    found = scoring.evaluate(plan(2_500, 2_500, 2_500, 2_500), points(100, 100, 100))

    assert (found.low, found.high, found.complete) == (7_500, 10_000, False)


def test_surplus_in_one_does_not_pay_for_a_missing_essential():
    criteria = plan(5_000, 5_000, essential=(0, 1))
    excel_only = scoring.evaluate(
        criteria, points(100, 0, verdicts={1: Verdict.NOT_MET})
    )
    both = scoring.evaluate(criteria, points(50, 50))

    order = rank(
        [
            Contender("excel only", excel_only.score + 1, excel_only.essentials),
            Contender("both", both.score, both.essentials),
        ],
        b"seed",
    )

    assert [one.application for one in order] == ["both", "excel only"]


def test_no_score_passes_a_hundred():
    found = scoring.evaluate(plan(5_000, 5_000), points(100, 100))

    assert (found.score, found.high) == (10_000, 10_000)


def test_one_glance_does_not_beat_a_full_assessment():
    criteria = plan(3_000, 3_000, 1_000, 3_000)
    glance = scoring.evaluate(criteria, points(None, None, 100, None))
    assessed = scoring.evaluate(criteria, points(90, 90, 100, 90))

    assert assessed.score == 9_100
    assert glance.score == 5_500
    assert (glance.low, glance.high) == (1_000, 10_000)


def test_a_criterion_left_out_does_not_raise_the_score():
    criteria = plan(5_000, 5_000)

    omitted = scoring.evaluate(criteria, points(80, None))

    assert omitted.score < scoring.evaluate(criteria, points(80, 80)).score


def test_no_history_never_beats_some_years():
    rule = Rule(Equivalence.COMBINATION, months=(36,))
    scores = [
        judge_qualification(
            "q",
            combine(rule, [Amount.exactly(1200 * years)], Amount.exactly(0)),
            source=Source.CLAIMED,
        ).score
        for years in (0, 1, 2, 3, 5, 8)
    ]

    assert scores == sorted(scores)
    assert len(set(scores[:5])) == 5


def test_overlapping_jobs_count_once():
    job = Job(date(2024, 7, 1), date(2026, 6, 30))

    assert credit([job, job], AS_OF).months == 24


def test_names_of_companies_are_no_skill_unless_given_as_evidence():
    duty = "Prepares payroll every month."

    assert strength(duty, "Drove a van.") == strength(duty, "Drove a van.", "")
    assert strength(duty, "Drove a van.") < 500


def test_the_same_input_gives_the_same_bytes():
    criteria = plan(3_333, 3_333, 3_334)
    results = [
        CriterionResult("c0", Verdict.MET, 1_234, 5_679, Source.CLAIMED),
        CriterionResult("c1", Verdict.UNKNOWN, 0, 10_000, Source.NONE),
        judge_duty("c2", 4_321),
    ]

    first = scoring.evaluate(criteria, results)

    assert {scoring.evaluate(criteria, results) for _ in range(20)} == {first}
    assert scoring.evaluate(criteria, results[::-1]) == first


def test_years_saturate_instead_of_driving_the_order():
    rule = Rule(Equivalence.COMBINATION, months=(24,))

    five, twenty = (
        judge_qualification(
            "q",
            combine(rule, [Amount.exactly(1200 * years)], Amount.exactly(0)),
            source=Source.CLAIMED,
        ).score
        for years in (5, 20)
    )

    assert five == twenty == 10_000
