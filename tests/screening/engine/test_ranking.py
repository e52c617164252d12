from hypothesis import given
from hypothesis import strategies as st

from screening.engine.ranking import Contender, order_key, rank, tie_break
from screening.engine.values import Verdict

SEED = b"run 1"


@st.composite
def fields(draw):
    names = draw(st.lists(st.integers(1, 10**6), max_size=12, unique=True))
    return [
        Contender(str(name), draw(st.integers(0, 40)), draw(st.sampled_from(Verdict)))
        for name in names
    ]


def test_the_order_is_score_then_hash_and_missed_essentials_last():
    field = [
        Contender("1", 5_000, Verdict.MET),
        Contender("2", 9_900, Verdict.NOT_MET),
        Contender("3", 7_000, Verdict.UNKNOWN),
        Contender("4", 7_000, Verdict.MET),
        Contender("5", 6_000, Verdict.MET),
    ]

    found = rank(field, SEED)

    tied = sorted("34", key=lambda name: tie_break(SEED, name))
    assert [one.application for one in found] == [*tied, "5", "1", "2"]
    assert [one.rank for one in found] == [1, 1, 3, 4, 5]
    assert [one.tied for one in found] == [True, True, False, False, False]


def test_ranks_skip_after_a_tie():
    field = [
        Contender(str(number), score, Verdict.MET)
        for number, score in enumerate([90, 80, 80, 70])
    ]

    assert [one.rank for one in rank(field, SEED)] == [1, 2, 2, 4]


def test_another_seed_shuffles_ties_only():
    field = [Contender(str(number), 5_000, Verdict.MET) for number in range(30)]

    one = [placing.application for placing in rank(field, b"a")]
    other = [placing.application for placing in rank(field, b"b")]

    assert one != other
    assert sorted(one) == sorted(other)
    assert one != sorted(one, key=int)  # neither the id nor the arrival decides


@given(field=fields(), data=st.data())
def test_the_order_of_arrival_does_not_matter(field, data):
    assert rank(data.draw(st.permutations(field)), SEED) == rank(field, SEED)


@given(field=fields())
def test_everyone_is_placed_once(field):
    found = rank(field, SEED)

    assert sorted(one.application for one in found) == sorted(
        one.application for one in field
    )


@given(field=fields(), score=st.integers(0, 40), verdict=st.sampled_from(Verdict))
def test_one_more_never_moves_two_others(field, score, verdict):
    before = names(rank(field, SEED))

    after = names(rank([*field, Contender("new", score, verdict)], SEED))

    assert [name for name in after if name != "new"] == before


@given(
    field=fields().filter(bool),
    score=st.integers(0, 40),
    verdict=st.sampled_from(Verdict),
)
def test_one_changed_never_moves_two_others(field, score, verdict):
    changed = field[0].application
    before = names(rank(field, SEED))

    after = names(rank([Contender(changed, score, verdict), *field[1:]], SEED))

    assert [name for name in after if name != changed] == [
        name for name in before if name != changed
    ]


def names(placings):
    return [one.application for one in placings]


@given(
    high=st.integers(0, 10_000),
    low=st.integers(0, 10_000),
    other=st.sampled_from([Verdict.MET, Verdict.UNKNOWN]),
)
def test_no_surplus_buys_off_an_essential(high, low, other):
    missed = order_key(Verdict.NOT_MET, high, "0")

    assert order_key(other, low, "f") < missed
