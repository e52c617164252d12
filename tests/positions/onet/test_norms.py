import pytest
from hypothesis import given
from hypothesis import strategies as st

from positions.criteria import EducationLevel
from positions.onet import norms
from positions.onet.norms import EducationNorm, ExperienceNorm


def answers(length, **shares):
    """Put whole per cent at categories: answers(12, c2=41, c6=59)."""
    return [shares.get(f"c{place}", 0) * 100 for place in range(1, length + 1)]


@pytest.mark.parametrize(
    ("asked", "norm"),
    [
        (
            answers(12, c2=13, c4=12, c5=12, c6=56, c11=7),
            EducationNorm(6, EducationLevel.BACHELOR, 56, 93),
        ),
        (
            answers(12, c2=20, c4=45, c6=35),
            EducationNorm(4, EducationLevel.UPPER_SECONDARY, 45, 65),
        ),
        (
            answers(12, c3=50, c8=50),
            EducationNorm(3, EducationLevel.POST_SECONDARY, 50, 50),
        ),
        (answers(12, c2=60), None),
        ([], None),
    ],
    ids=["bachelor", "some college completes nothing", "a tie", "few", "not asked"],
)
def test_education_is_what_most_say(asked, norm):
    assert norms.education_norm(asked) == norm


@pytest.mark.parametrize(
    ("asked", "norm"),
    [
        (answers(11, c1=60, c6=40), ExperienceNorm(1, 0, 0, 60)),
        (answers(11, c5=30, c6=20, c7=50), ExperienceNorm(6, 12, 24, 50)),
        (answers(11, c5=30, c6=19, c7=51), ExperienceNorm(7, 24, 48, 100)),
        (answers(11, c11=100), ExperienceNorm(11, 120, None, 100)),
        (answers(11, c6=80), None),
        ([], None),
    ],
    ids=["none", "exactly half", "just not half", "open end", "few", "not asked"],
)
def test_experience_is_the_middle_answer(asked, norm):
    assert norms.experience_norm(asked) == norm


@given(st.lists(st.integers(0, 100), min_size=11, max_size=11).filter(any))
def test_half_say_the_norm_or_less_and_half_the_norm_or_more(parts):
    asked = [part * norms.WHOLE for part in parts]

    norm = norms.experience_norm(asked)

    assert norm is not None
    assert sum(asked[: norm.category]) * 2 >= sum(asked)
    assert sum(asked[norm.category - 1 :]) * 2 >= sum(asked)


@pytest.mark.parametrize(
    ("zone", "months"),
    [
        (1, (0, 3)),
        (2, (3, 12)),
        (3, (12, 24)),
        (4, (24, 48)),
        (5, (48, None)),
        (9, None),
    ],
)
def test_a_job_zone_means_months_of_preparation(zone, months):
    assert norms.preparation(zone) == months


def test_the_steps_of_experience_follow_each_other():
    steps = list(norms.EXPERIENCE.values())[1:]

    assert [step.low for step in steps[1:]] == [step.high for step in steps[:-1]]
