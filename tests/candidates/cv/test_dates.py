"""Dates as they stand in CVs, and what they must not be taken for."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candidates.cv import dates
from candidates.cv.values import Precision, WrittenDate


@pytest.mark.parametrize(
    ("text", "since", "until", "current"),
    [
        ("Jan 2019 - Present", "2019-01", None, True),
        ("01/2019 to 05/2021", "2019-01", "2021-05", False),
        ("01/2015 to Current", "2015-01", None, True),
        ("2015–2018", "2015", "2018", False),
        ("2015 – heute", "2015", None, True),
        ("2019-05-17 - 2020-01", "2019-05-17", "2020-01", False),
        ("July 2011 to November 2012", "2011-07", "2012-11", False),
        ("Sept. 2011 – Dec. 2012", "2011-09", "2012-12", False),
        ("15 March 2019 until 2 April 2020", "2019-03-15", "2020-04-02", False),
        ("March 15, 2019 - April 2, 2020", "2019-03-15", "2020-04-02", False),
        ("05/17/2019 - 06/30/2020", "2019-05-17", "2020-06-30", False),
        ("17.05.2019 - 30.06.2020", "2019-05-17", "2020-06-30", False),
        ("03.2015 bis 12.2018", "2015-03", "2018-12", False),
        ("März 2015 – Mai 2018", "2015-03", "2018-05", False),
        ("seit Oktober 2018", "2018-10", None, True),
        ("since 2018", "2018", None, True),
        ("janvier 2015 à août 2018", "2015-01", "2018-08", False),
        ("depuis février 2020", "2020-02", None, True),
        ("de marzo de 2015 a diciembre de 2018", "2015-03", "2018-12", False),
        ("enero 2019 - actualidad", "2019-01", None, True),
        ("Jun '98 - Aug '03", "1998-06", "2003-08", False),
        ("2005", "2005", None, False),
        ("May, 2013", "2013-05", None, False),
        ("02/80", "1980-02", None, False),
    ],
)
def test_a_written_span_is_read(text, since, until, current):
    (found,) = dates.find(text)

    assert found.since == WrittenDate.from_iso(since)
    assert found.until == (WrittenDate.from_iso(until) if until else None)
    assert found.current is current


@pytest.mark.parametrize(
    "text",
    [
        "$2015 million",
        "12345",
        "OSHA 300",
        "QuickBooks 17.0",
        "£2,019",
        "ISO-9001",
        "version 1.2019.4",
        "call 020 2015 1234567",
        "May I help",
    ],
)
def test_what_is_no_date_is_left(text):
    assert [found for found in dates.find(text) if found.is_span] == []


def test_a_year_alone_says_that_it_is_one():
    (found,) = dates.find("2015 - 2018")

    assert found.since is not None
    assert found.since.precision is Precision.YEAR


def test_a_day_that_does_not_exist_is_not_made_up():
    (found,) = dates.find("31.02.2019")

    assert found.since == WrittenDate(2019, 2)


@given(st.text(alphabet="0123456789/.-– JanuryMach'seit'toPresent", max_size=120))
def test_finding_dates_never_raises_and_keeps_order(text):
    found = dates.find(text)

    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= one.start < one.end <= len(text) for one in found)


@given(
    st.integers(dates.FIRST_YEAR, dates.LAST_YEAR),
    st.integers(1, 12),
)
def test_month_and_year_survive_every_way_of_writing(year, month):
    names = [
        "Jan",
        "Feb",
        "Mar",
        "Apr",
        "May",
        "Jun",
        "Jul",
        "Aug",
        "Sep",
        "Oct",
        "Nov",
        "Dec",
    ]
    ways = [
        f"{month:02}/{year}",
        f"{month}.{year}",
        f"{names[month - 1]} {year}",
        f"{year}-{month:02}",
    ]

    for way in ways:
        assert [found.since for found in dates.find(way)] == [WrittenDate(year, month)]


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("wrzesień 2015 – obecnie", "2015-09", "now"),
        ("stycznia 2018 - marca 2019", "2018-01", "2019-03"),
        ("gennaio 2015 - oggi", "2015-01", "now"),
        ("fevereiro de 2015 até março de 2016", "2015-02", "2016-03"),
        ("maart 2015 tot heden", "2015-03", "now"),
        ("från mars 2015 till maj 2016", "2015-03", "2016-05"),
        ("marts 2015 - nuværende", "2015-03", "now"),
        ("heinäkuu 2015 – nykyinen", "2015-07", "now"),
        ("červenec 2015 – dosud", "2015-07", "now"),
        ("2018. március - 2020. április", "2018-03", "2020-04"),
        ("iulie 2015 - prezent", "2015-07", "now"),
        ("Ocak 2015 - Haziran 2018", "2015-01", "2018-06"),
        ("Ιούνιος 2015 – σήμερα", "2015-06", "now"),
        ("вересень 2015 – дотепер", "2015-09", "now"),
        ("сентябрь 2015 – н.в.", "2015-09", "now"),
        ("Summer 2018 - Fall 2019", "2018-06~", "2019-11~"),
        ("2018.03 – 2019.05", "2018-03", "2019-05"),
        ("Jan-15 - Mar-18", "2015-01", "2018-03"),
    ],
)
def test_months_seasons_and_now_are_read_in_many_languages(text, since, until):
    (found,) = dates.find(text)

    assert found.since is not None
    assert found.since.stored() == since
    assert ("now" if found.current else found.until and found.until.stored()) == until


@pytest.mark.parametrize(
    ("text", "region", "since"),
    [
        ("05/04/2019", "US", "2019-05-04"),
        ("05/04/2019", "GB", "2019-04-05"),
        ("05/04/2019 - 17/09/2020", "US", "2019-04-05"),
        ("05/04/2019 - 09/17/2020", "GB", "2019-05-04"),
        ("17/04/2019", "US", "2019-04-17"),
        ("05-17-2019", "GB", "2019-05-17"),
        ("05.04.2019", "US", "2019-04-05"),
    ],
)
def test_numbers_of_a_day_are_read_as_the_text_or_its_country_writes_them(
    text, region, since
):
    with dates.slashed_as_in(text, region):
        found = dates.find(text)

    assert found[0].since == WrittenDate.from_iso(since)
