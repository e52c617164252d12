from positions.coverage import coverage_of
from positions.criteria import CriterionKind
from tests.positions.planning import criterion, duty, plan

DUTIES = (duty(1), duty(2), duty(3, essential=False))


def test_ticks_stand_where_a_criterion_comes_from_a_duty():
    both = criterion(7, CriterionKind.DUTY, duties=(1, 2))
    second = criterion(8, CriterionKind.WORK_SAMPLE, duties=(2,))

    found = coverage_of(plan(both, second, duties=DUTIES))

    assert [line.ticks for line in found.lines] == [
        (True, False),
        (True, True),
        (False, False),
    ]
    assert (found.gaps, found.without_duty) == ((), ())


def test_gaps_are_found_both_ways():
    talk = criterion(7, CriterionKind.INTERVIEW, duties=(1, 2, 3))
    nowhere = criterion(8, CriterionKind.DUTY, duties=())
    gone = criterion(9, CriterionKind.WORK_SAMPLE, duties=(99,))

    found = coverage_of(plan(talk, nowhere, gone, duties=DUTIES))

    # An interview about all duties is evidence of none in particular.
    assert [one.id for one in found.gaps] == [1, 2]
    assert [one.id for one in found.without_duty] == [8, 9]
