"""The whole pipeline over real CVs: those of the trade must come first."""

import csv
import sys
from functools import cache

import pytest
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import roc_auc_score

from backoffice_ats.demo.positions import ACCOUNTANT, HR_SPECIALIST, SUPPORT_CLERK
from candidates.cv import passages, reader
from positions.criteria import CriterionKind, draft_weights
from positions.equivalence import UNKNOWN, Amount, Rule, combine
from screening.engine import experience, matching, ranking, scoring
from screening.engine.judging import judge_duty, judge_qualification, judge_screening
from screening.engine.values import Criterion, Source, Verdict
from tests.testdata import needed


@cache
def cvs():
    """Read every CV once: its file, category and reading."""
    folder = needed("cvs")
    with (folder / "index.csv").open(encoding="utf-8") as index:
        return [
            (row["file"], row["category"], reader.read_file(row["file"], data))
            for row in csv.DictReader(index)
            for data in [(folder / row["file"]).read_bytes()]
        ]


@cache
def evidence():
    """Extract every CV once, as intake does."""
    return [
        matching.extract(
            [
                matching.Passage(passage.text, passage.work)
                for passage in passages.evidence(reading.text, reading.resume)
            ]
        )
        for _, _, reading in cvs()
    ]


def plan_of(position):
    weights = draft_weights(
        [duty.share for duty in position.duties], qualification=True, screening=True
    )
    kinds = [CriterionKind.DUTY] * len(position.duties)
    kinds += [CriterionKind.QUALIFICATION, CriterionKind.SCREENING]
    return [
        Criterion(str(place), kind, weight, essential=kind is CriterionKind.DUTY)
        for place, (kind, weight) in enumerate(zip(kinds, weights, strict=True))
    ]


def qualification(position, duties, found, reading, as_of):
    """Judge the months of the jobs in a CV, as far as their lines tell of the duties."""
    by_job = matching.match_entries(found, duties)
    shares = [duty.share for duty in position.duties]
    jobs = [
        experience.Job(
            start=job.since and _day(job.since),
            end=job.until and _day(job.until),
            current=job.current,
            precision=experience.Precision((job.since or job.until).precision.value)
            if job.since or job.until
            else experience.Precision.DAY,
            relevance=matching.relevance(by_job[number], shares)
            if number in by_job
            else 0,
        )
        for number, job in enumerate(reading.resume.work)
    ]
    months = experience.credit(jobs, as_of)
    rule = Rule(
        position.equivalence,
        tuple(kind.months for kind in position.experience),
        position.education.base_credits,
        position.education.full_credits,
    )
    terms = combine(
        rule, [Amount.at_least(months.hundredths)] * len(rule.months), UNKNOWN
    )
    return judge_qualification(
        str(len(duties)), terms, source=Source.INFERRED, headroom_months=24
    )


def _day(written):
    return experience.date(written.year, written.month or 1, written.day or 1)


def evaluations(position):
    as_of = experience.date(2026, 6, 30)
    duties = [matching.duty_terms(duty.statement) for duty in position.duties]
    plan = plan_of(position)
    found = []
    for (_, _, reading), extracted in zip(cvs(), evidence(), strict=True):
        results = [
            judge_duty(str(place), strength)
            for place, strength in enumerate(matching.match(extracted, duties))
        ]
        results.append(qualification(position, duties, extracted, reading, as_of))
        results.append(judge_screening(str(len(duties) + 1), None))
        found.append(scoring.evaluate(plan, results))
    return found


def cosine(position):
    """Score by what anybody would try first, to compare with."""
    texts = [reading.text for _, _, reading in cvs()]
    duties = " ".join(duty.statement for duty in position.duties)
    table = TfidfVectorizer(stop_words="english", sublinear_tf=True).fit_transform(
        [*texts, duties]
    )
    return (table[:-1] @ table[-1].T).toarray().ravel()


@pytest.mark.parametrize(
    ("position", "category", "least"),
    [
        pytest.param(ACCOUNTANT, "ACCOUNTANT", 0.95, id="accountant"),
        pytest.param(HR_SPECIALIST, "HR", 0.97, id="hr-specialist"),
        pytest.param(SUPPORT_CLERK, "BPO", 0.75, id="customer-support-clerk"),
    ],
)
def test_those_of_the_trade_rank_above_the_others(
    position, category, least, record_property, capsys
):
    of_trade = [one == category for _, one, _ in cvs()]

    found = evaluations(position)

    auc = roc_auc_score(of_trade, [one.score for one in found])
    plain = roc_auc_score(of_trade, cosine(position))
    record_property("auc", auc)
    with capsys.disabled():
        sys.stdout.write(
            f"\n{position.slug}: AUC {auc:.3f}, plain TF-IDF cosine {plain:.3f}\n"
        )
    assert auc >= least
    assert auc >= plain


def test_a_cv_alone_never_says_not_met_and_is_never_complete():
    found = evaluations(ACCOUNTANT)

    assert Verdict.NOT_MET not in {one.essentials for one in found}
    assert not any(one.complete for one in found)
    assert all(one.low < one.score < one.high for one in found)


def test_the_best_accountants_lead_the_order():
    contenders = [
        ranking.Contender(file, one.score, one.essentials)
        for (file, _, _), one in zip(cvs(), evaluations(ACCOUNTANT), strict=True)
    ]

    first = ranking.rank(contenders, b"seed")[:8]

    assert sum(one.application.startswith("accountant") for one in first) >= 6


def test_a_quote_stands_in_the_cv_for_every_strong_duty():
    for (_, _, reading), extracted in list(zip(cvs(), evidence(), strict=True))[:12]:
        given = [
            matching.Passage(passage.text, passage.work)
            for passage in passages.evidence(reading.text, reading.resume)
        ]
        for duty in ACCOUNTANT.duties:
            terms = matching.duty_terms(duty.statement)
            (strength,) = matching.match(extracted, [terms])
            quote = matching.quote(given, duty.statement)
            if strength >= 5_000:
                assert quote is not None
                assert quote.text in given[quote.passage].text
                assert 0 < quote.strength <= strength
