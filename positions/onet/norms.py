"""What O*NET's surveys say an occupation needs: education, experience, preparation.

People who do the work were asked which level of education (scale RL) and how much
related experience (scale RW) somebody needs who is hired for it. The answers are kept
as they were given, in hundredths of a per cent per category, and read here.

Sources: O*NET "Education, Training, and Experience Categories"; Job Zones and their SVP
ranges from "Job Zone Reference"; months per SVP step from the Dictionary of
Occupational Titles, appendix C.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from positions.criteria import EducationLevel

if TYPE_CHECKING:
    from collections.abc import Sequence

WHOLE = 10_000  # hundredths of a per cent
# Answers that add up to less than this are too incomplete to be read.
LEAST_ANSWERED = 9_000


@dataclass(frozen=True, slots=True)
class EducationStep:
    """One category of scale RL: how its description begins, and our level for it.

    "Some college courses" completes nothing, so it is the level before; certificates
    above a degree do not lift it either; a first professional degree is a master's.
    """

    begins: str
    level: EducationLevel


EDUCATION = {
    1: EducationStep("Less than a High School", EducationLevel.LOWER_SECONDARY),
    2: EducationStep("High School Diploma", EducationLevel.UPPER_SECONDARY),
    3: EducationStep("Post-Secondary Certificate", EducationLevel.POST_SECONDARY),
    4: EducationStep("Some College", EducationLevel.UPPER_SECONDARY),
    5: EducationStep("Associate's Degree", EducationLevel.SHORT_CYCLE),
    6: EducationStep("Bachelor's Degree", EducationLevel.BACHELOR),
    7: EducationStep("Post-Baccalaureate", EducationLevel.BACHELOR),
    8: EducationStep("Master's Degree", EducationLevel.MASTER),
    9: EducationStep("Post-Master's", EducationLevel.MASTER),
    10: EducationStep("First Professional", EducationLevel.MASTER),
    11: EducationStep("Doctoral Degree", EducationLevel.DOCTORATE),
    12: EducationStep("Post-Doctoral", EducationLevel.DOCTORATE),
}


@dataclass(frozen=True, slots=True)
class ExperienceStep:
    """One category of scale RW: how it begins; over `low` up to `high` months."""

    begins: str
    low: int
    high: int | None


EXPERIENCE = {
    1: ExperienceStep("None", 0, 0),
    2: ExperienceStep("Up to and including 1 month", 0, 1),
    3: ExperienceStep("Over 1 month", 1, 3),
    4: ExperienceStep("Over 3 months", 3, 6),
    5: ExperienceStep("Over 6 months", 6, 12),
    6: ExperienceStep("Over 1 year", 12, 24),
    7: ExperienceStep("Over 2 years", 24, 48),
    8: ExperienceStep("Over 4 years", 48, 72),
    9: ExperienceStep("Over 6 years", 72, 96),
    10: ExperienceStep("Over 8 years", 96, 120),
    11: ExperienceStep("Over 10 years", 120, None),
}


@dataclass(frozen=True, slots=True)
class Zone:
    """A Job Zone: its SVP range, from `svp_low` to below `svp_high`.

    Releases differ (some merge zones 1 and 2), so the table is data. SVP counts all
    preparation, school and work together: it is never a number of months of
    experience to ask for.
    """

    svp_low: int
    svp_high: int | None


ZONES = {
    1: Zone(1, 4),
    2: Zone(4, 6),
    3: Zone(6, 7),
    4: Zone(7, 8),
    5: Zone(8, None),
}

# SVP step → over so many months, up to so many (none: no end).
SVP_MONTHS: dict[int, tuple[int, int | None]] = {
    1: (0, 0),
    2: (0, 1),
    3: (1, 3),
    4: (3, 6),
    5: (6, 12),
    6: (12, 24),
    7: (24, 48),
    8: (48, 120),
    9: (120, None),
}


@dataclass(frozen=True, slots=True)
class EducationNorm:
    """The answer given most often. Shares in whole per cent of those asked."""

    category: int
    level: EducationLevel
    share: int
    up_to: int  # who said this or less


@dataclass(frozen=True, slots=True)
class ExperienceNorm:
    """The answer in the middle: half of those asked say this or less.

    `months` is its low end, so that nobody is asked for more than that half would.
    """

    category: int
    months: int
    high: int | None
    up_to: int  # per cent who said this or less

    @property
    def stretch(self) -> tuple[int, int | None]:
        """Months, over and up to."""
        return self.months, self.high


def education_norm(answers: Sequence[int]) -> EducationNorm | None:
    """Read the answers on scale RL; ties go to the lower category."""
    if sum(answers) < LEAST_ANSWERED or len(answers) != len(EDUCATION):
        return None
    place = max(range(len(answers)), key=lambda index: (answers[index], -index))
    return EducationNorm(
        category=place + 1,
        level=EDUCATION[place + 1].level,
        share=_per_cent(answers[place]),
        up_to=_per_cent(sum(answers[: place + 1])),
    )


def experience_norm(answers: Sequence[int]) -> ExperienceNorm | None:
    """Read the answers on scale RW: the first category that half have reached."""
    if sum(answers) < LEAST_ANSWERED or len(answers) != len(EXPERIENCE):
        return None
    reached = list(accumulate(answers))
    place = next(
        index for index, so_far in enumerate(reached) if so_far * 2 >= reached[-1]
    )
    step = EXPERIENCE[place + 1]
    return ExperienceNorm(place + 1, step.low, step.high, _per_cent(reached[place]))


def preparation(zone: int) -> tuple[int, int | None] | None:
    """Return the months of all preparation, over and up to, that a Job Zone means."""
    found = ZONES.get(zone)
    if found is None:
        return None
    low = SVP_MONTHS[found.svp_low][0]
    high = SVP_MONTHS[found.svp_high - 1][1] if found.svp_high else None
    return low, high


def _per_cent(hundredths: int) -> int:
    return min((hundredths + 50) // 100, 100)
