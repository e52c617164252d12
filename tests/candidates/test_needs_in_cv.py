"""What a CV says of skills, licences and languages is offered, and no more than that."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from candidates.cv.values import Language, Licence, Resume, Skill, WrittenDate
from candidates.forms.needs import NeedsForm
from candidates.services.needs_in_cv import rows_in
from positions.criteria import RequirementKind
from positions.plan import PlanRequirement

SKILL, LANGUAGE, LICENCE, CONDITION = 1, 2, 3, 4


def asked(name: str, kind: RequirementKind, key: int) -> PlanRequirement:
    return PlanRequirement(
        id=key,
        kind=kind,
        name=name,
        duties=(),
        level=2 if key in {SKILL, LANGUAGE} else None,
        expires=key == LICENCE,
        essential=False,
        reason="",
    )


ASKED = (
    asked("DATEV", RequirementKind.SKILL, SKILL),
    asked("German", RequirementKind.LANGUAGE, LANGUAGE),
    asked("AAT licence", RequirementKind.LICENCE, LICENCE),
    asked("May you work here?", RequirementKind.ELIGIBILITY, CONDITION),
)


NOTHING = Resume.from_json(
    {
        "name": "",
        "emails": [],
        "phones": [],
        "urls": [],
        "summary": "",
        "work": [],
        "education": [],
        "skills": [],
        "languages": [],
        "certificates": [],
        "sections": [],
    }
)


def cv(**lists: Any) -> Resume:
    return replace(NOTHING, **lists)


@pytest.mark.parametrize(
    ("lists", "rows"),
    [
        ({}, {}),
        ({"skills": (Skill("datev"),)}, {"1": {}}),
        ({"skills": (Skill("DATEV Mittelstand"),)}, {"1": {}}),
        ({"skills": (Skill("DATEVA"),)}, {}),
        ({"languages": (Language("German", level=4),)}, {"2": {"level": 4}}),
        (
            {"languages": (Language("German", native=True),)},
            {"2": {"level": 6}},
        ),
        ({"languages": (Language("German"),)}, {"2": {}}),
        ({"languages": (Language("Deutsch", "de", 5),)}, {"2": {"level": 5}}),
        ({"languages": (Language("Danish", "da", 5),)}, {}),
        ({"languages": (Language("English"), Language("German"))}, {"2": {}}),
        ({"licences": (Licence("AAT licence, 2019"),)}, {"3": {"answer": "YES"}}),
        (
            {"licences": (Licence("AAT licence", until=WrittenDate(2030, 5)),)},
            {"3": {"answer": "YES", "month": 5, "year": 2030}},
        ),
        ({"skills": (Skill("May you work here?"),)}, {}),
    ],
)
def test_what_the_cv_tells_is_offered_and_nothing_is_guessed(lists, rows):
    assert rows_in(cv(**lists), ASKED) == rows


def test_what_is_offered_says_where_it_is_from_and_waits_to_be_checked():
    found = rows_in(
        cv(skills=(Skill("DATEV"),), languages=(Language("German", level=4),)),
        ASKED[:2],
    )

    form = NeedsForm(asked=ASKED[:2], today=dt.date(2026, 11, 26), found=found)

    assert form.initial["r2"] == 4
    assert form.initial["r1"] == ""
    assert "From your CV: please check." in form.fields["r2"].help_text
    assert "Your CV names it." in form.fields["r1"].help_text


def test_what_was_typed_is_never_overwritten():
    form = NeedsForm(
        asked=ASKED[1:2],
        today=dt.date(2026, 11, 26),
        initial={"rows": {"2": {"level": 1}}},
        found={"2": {"level": 6}},
    )

    assert form.initial["r2"] == 1
