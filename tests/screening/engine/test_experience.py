from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.engine.experience import Flag, Job, Precision, credit

AS_OF = date(2026, 6, 30)
YEAR = (date(2025, 7, 1), date(2026, 6, 30))
TWO_YEARS = (date(2024, 7, 1), date(2026, 6, 30))


@pytest.mark.parametrize(
    ("jobs", "months"),
    [
        pytest.param([Job(date(2024, 7, 1), None, current=True)], 24, id="to now"),
        pytest.param([Job(*YEAR), Job(*YEAR)], 12, id="two full-time jobs at once"),
        pytest.param(
            [Job(*YEAR, share=5_000), Job(*YEAR, share=5_000)], 12, id="two halves"
        ),
        pytest.param([Job(*TWO_YEARS, share=5_000)], 12, id="half-time"),
        pytest.param(
            [Job(*YEAR, share=6_000), Job(*YEAR, share=6_000)], 12, id=".6 and .6"
        ),
        pytest.param([Job(*TWO_YEARS, relevance=7_500)], 18, id="75 % relevant"),
        pytest.param(
            [Job(date(2025, 1, 15), date(2025, 3, 15))],
            2 + Fraction(1, 31),
            id="parts of months",
        ),
        pytest.param([Job(date(2026, 1, 1), date(2027, 12, 31))], 6, id="future end"),
        pytest.param([Job(date(2026, 1, 1), date(2025, 1, 1))], 0, id="reversed"),
        pytest.param([Job(date(2024, 2, 1), date(2024, 2, 29))], 1, id="leap month"),
    ],
)
def test_months_are_credited(jobs, months):
    assert credit(jobs, AS_OF).months == months


def test_golden_decimals():
    found = credit([Job(date(2025, 1, 15), date(2025, 3, 15))], AS_OF)

    assert f"{float(found.months):.4f}" == "2.0323"
    assert found.hundredths == 203  # never rounded up


@pytest.mark.parametrize(
    ("job", "flags"),
    [
        (Job(date(2026, 1, 1), date(2025, 1, 1)), (Flag.REVERSED,)),
        (Job(date(2026, 1, 1), date(2027, 1, 1)), (Flag.CLIPPED,)),
        (Job(None, date(2025, 1, 1)), (Flag.UNDATED,)),
        (Job(date(2025, 1, 1), None), (Flag.UNDATED,)),
        (
            Job(date(2025, 1, 1), date(2025, 3, 1), precision=Precision.MONTH),
            (Flag.MONTHS,),
        ),
        (
            Job(date(2020, 1, 1), date(2022, 1, 1), precision=Precision.YEAR),
            (Flag.YEARS,),
        ),
    ],
)
def test_what_is_unusual_is_flagged(job, flags):
    assert credit([job], AS_OF).jobs[0].flags == flags


def test_month_precision_counts_from_first_to_last_day():
    job = Job(date(2025, 1, 1), date(2025, 3, 1), precision=Precision.MONTH)

    assert credit([job], AS_OF).months == 3


def test_years_count_from_middle_to_middle_with_their_range():
    job = Job(date(2020, 1, 1), date(2022, 1, 1), precision=Precision.YEAR)

    found = credit([job], AS_OF)

    assert found.months == 24
    assert found.low < 13
    assert found.high == 36


def test_within_one_year_is_half_of_it():
    job = Job(date(2020, 1, 1), date(2020, 1, 1), precision=Precision.YEAR)

    found = credit([job], AS_OF)

    assert [found.months, found.low, found.high] == [6, 0, 12]


def test_a_job_without_dates_is_open_not_zero():
    found = credit([Job(*YEAR), Job(None, None)], AS_OF)

    assert found.months == found.low == 12
    assert found.high is None
    assert found.amount.high is None


def test_the_same_row_twice_counts_once():
    job = Job(*TWO_YEARS, share=5_000, key="abc")

    found = credit([job, job], AS_OF)

    assert found.months == 12
    assert found.jobs[1].flags == (Flag.REPEATED,)


def test_two_halves_that_overlap_in_parts_of_a_month():
    once = credit([Job(date(2025, 1, 1), date(2025, 1, 15))], AS_OF)
    twice = credit([Job(date(2025, 1, 1), date(2025, 1, 15))] * 2, AS_OF)

    assert once.months == twice.months == Fraction(15, 31)


def test_a_job_that_begins_after_the_day_counts_nothing():
    assert credit([Job(date(2026, 7, 1), None, current=True)], AS_OF).months == 0


days = st.dates(date(2015, 1, 1), date(2026, 6, 30))


@st.composite
def jobs(draw):
    start = draw(days)
    end = start + timedelta(days=draw(st.integers(0, 1500)))
    return Job(
        start,
        end,
        share=draw(st.integers(0, 10_000)),
        relevance=draw(st.integers(0, 10_000)),
    )


@given(rows=st.lists(jobs(), max_size=6), data=st.data())
def test_the_order_of_rows_does_not_matter(rows, data):
    shuffled = data.draw(st.permutations(rows))

    assert credit(shuffled, AS_OF).months == credit(rows, AS_OF).months


@given(rows=st.lists(jobs(), max_size=6), another=jobs())
def test_another_job_never_takes_away_and_adds_at_most_itself(rows, another):
    before = credit(rows, AS_OF)
    after = credit([*rows, another], AS_OF)

    assert before.months <= after.months <= before.months + after.jobs[-1].alone


@given(start=days, days_=st.integers(0, 3000), copies=st.integers(1, 4))
def test_full_time_jobs_at_the_same_time_count_once(start, days_, copies):
    job = Job(start, start + timedelta(days=days_))

    assert credit([job] * copies, AS_OF).months == credit([job], AS_OF).months


@given(start=days, first=st.integers(0, 900), second=st.integers(1, 900))
def test_a_job_cut_in_two_counts_the_same(start, first, second):
    middle = start + timedelta(days=first)
    end = middle + timedelta(days=second)

    whole = credit([Job(start, end)], AS_OF).months
    parts = credit(
        [Job(start, middle), Job(middle + timedelta(days=1), end)], AS_OF
    ).months

    assert whole == parts


@given(rows=st.lists(jobs(), max_size=6))
def test_never_more_than_the_calendar_has(rows):
    found = credit(rows, AS_OF).months
    first = min((row.start for row in rows), default=AS_OF)

    assert found <= max(
        0, (AS_OF.year - first.year) * 12 + AS_OF.month - first.month + 1
    )
