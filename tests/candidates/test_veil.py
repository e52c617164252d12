"""Words that are judged are the same for everybody, whatever they are called."""

import datetime as dt

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from candidates.models import Application
from candidates.services import answers as told
from candidates.services import history, intake, reading, veil
from candidates.services.answers import Job, Person, Study
from candidates.services.veil import MARK, Kind
from screening.services import evidence
from tests import make


@pytest.mark.parametrize(
    ("text", "veiled"),
    [
        ("Aoife Marsh ran the payroll.", "_ ran the payroll."),
        ("aoife  marsh ran it", "_ ran it"),
        ("I, Marsh, ran it; Aoife's way.", "I, _, ran it; _'s way."),
        ("We walked over the marsh.", "We walked over the marsh."),
        ("Marshall and Marshes", "Marshall and Marshes"),
        (
            "Write to a.marsh+jobs@mail.example or call 0114 496-0142.",
            "Write to _ or call _.",
        ),
        (
            "At Pell & Rowan I closed; Pell & Rowan Ltd. grew.",
            "At _ I closed; _. grew.",
        ),
        (
            "pell & rowan in Sheffield, the sheffield works",
            "_ in _, the sheffield works",
        ),
        ("Taught at Norton College", "Taught at _"),
        (
            "310 drivers, 1,200 slips, nothing else",
            "310 drivers, 1,200 slips, nothing else",
        ),
        ("", ""),
    ],
)
def test_own_strings_are_found_as_whole_words(text, veiled):
    over = veil.veil_of(
        name="Aoife Marsh",
        phone="+44 114 4960142".replace("+44 ", "0"),
        city="Sheffield",
        employers=["Pell & Rowan Ltd", ""],
        schools=["Norton College"],
    )

    assert over.over(text)[0].replace(MARK, "_") == veiled


def test_ordinary_words_stay_where_they_are_no_names():
    over = veil.veil_of(name="Bill Price", employers=["Bank"], city="Reading")

    assert over.over("I bill customers, price orders and reconcile the bank.")[1] == ()
    assert [cut.kind for cut in over.over("Bill Price, Bank, Reading")[1]] == [
        Kind.NAME,
        Kind.EMPLOYER,
        Kind.PLACE,
    ]


def test_nothing_given_hides_nothing_but_addresses():
    text, cuts = veil.veil_of().over("Ask me at x@mail.example, (or) not.")

    assert text == f"Ask me at {MARK}, (or) not."
    assert [cut.text for cut in cuts] == ["x@mail.example"]


def test_a_mark_is_read_out_with_the_marks_of_the_words_moved_along():
    text, cuts = veil.veil_of(employers=["Pell & Rowan"]).over(
        "Then. At Pell & Rowan I closed the month."
    )
    passage = history.Passage(text, history.Origin.WORK, cuts=cuts)
    start, at = text.index("At"), text.index("closed")
    spans = [(at - start, at - start + len("closed"))]

    for hidden, said in (
        (False, "At Pell & Rowan I closed the month."),
        (True, "At [employer] I closed the month."),
    ):
        shown, moved = history.read_out(passage, start, len(text), spans, hidden=hidden)
        assert shown == said
        assert [shown[a:z] for a, z in moved] == ["closed"]


names = st.text("ABCDEFGHJKLMNPRSTUVWÄÖÜÉŁ", min_size=3, max_size=9).map(str.title)
people = st.fixed_dictionaries(
    {
        "first": names,
        "last": names,
        "email": st.from_regex(
            r"[a-z]{3,8}\.[a-z]{2,5}@[a-z]{3,6}\.example", fullmatch=True
        ),
        "phone": st.from_regex(r"0[1-9]{3} [0-9]{3} [0-9]{4}", fullmatch=True),
        "city": st.builds("Bad {}".format, names) | names,
        "employer": st.builds("{} & {} Ltd".format, names, names) | names,
        "school": st.builds("{} Institute of {}".format, names, names),
    }
)
SAID = (
    "{first} {last} of {city} ran the monthly payroll for 640 employees at {employer}."
    " I, {last}, learned it at {school}. Ask {email} or {phone}: paid on the 25th."
)
CV = """{first} {last}
{email}, {phone}

Work experience
Payroll officer, {employer}
March 2019 - June 2023
- Ran the monthly payroll at {employer} in {city}.

Education
BSc Accounting, {school}
"""


def received(position, person, at):
    """Send the same words, with this person's own strings in them."""
    duty = told.scored_duties(position)[0]
    application = intake.receive(
        position,
        person=Person(
            f"{person['first']} {person['last']}",
            person["email"],
            phone=person["phone"],
            city=person["city"],
        ),
        work=[
            Job(
                "Payroll officer",
                person["employer"],
                starts_on=dt.date(2019, 3, 1),
                current=True,
                text=SAID.format(**person),
            )
        ],
        education=[Study("BSc Accounting", institution=person["school"])],
        accomplishments={duty.pk: SAID.format(**person)},
        files=[("cv.txt", CV.format(**person).encode())],
        at=at,
        source="TEST",
    )
    for document in application.documents.all():
        reading.read_document(document.pk, at=at)
    return Application.objects.get(pk=application.pk)


@pytest.mark.django_db
@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(one=people, other=people)
def test_who_somebody_is_changes_no_passage(one, other):
    for person in (one, other):
        own = {person["first"], person["last"], person["city"], person["employer"]}
        assume(len(own) == 4)
    at = timezone.now()
    position = make.published()

    both = [
        [passage.text for passage in evidence.passages_for_matching(sent)]
        for sent in (received(position, one, at), received(position, other, at))
    ]

    assert both[0] == both[1]
    assert any("payroll" in text for text in both[0])
    for part in (*one.values(), *other.values()):
        assert not any(part in text for text in both[0])
