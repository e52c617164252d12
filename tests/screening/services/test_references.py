"""References from consent to score: asked late, named by the applicant, by link."""

import datetime as dt

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from backoffice_ats.accounts.enums import Role
from candidates.models import StatusChange
from candidates.services import exporting, pipeline
from candidates.stages import Status
from positions.models import Position
from screening.enums import Method
from screening.instruments.references import ITEMS
from screening.models import Measure, Referee
from screening.services import guests, references
from tests import make

pytestmark = pytest.mark.django_db

TYPED = {
    "name": "Ines Duarte",
    "email": "ines@tannoch.example",
    "employer": "Tannoch",
    "relation": "SUPERVISOR",
    "months": "24",
    "consent": "on",
}


@pytest.fixture
def application():
    make.organisation()
    return make.application(
        make.published(), name="Aoife Marsh", status=Status.SHORTLISTED
    )


@pytest.fixture
def hr(client):
    return make.user(Role.HR_MANAGER)


@pytest.fixture
def asked(application, hr):
    references.ask(application, by=hr, at=timezone.now())
    return application


def hold(client, key, *values):
    session = client.session
    session[key] = list(values)
    session.save()


def mine(application):
    return reverse("screening:my_referees", args=[application.pk])


# ---- asking and naming ----


def test_references_are_asked_for_late(hr):
    make.organisation()
    early = make.application(make.published())

    with pytest.raises(references.TooEarlyError):
        references.ask(early, by=hr, at=timezone.now())
    assert not early.letters.filter(kind="REFERENCES").exists()


def test_an_applicant_is_asked_once_and_names_people(client, asked, hr):
    references.ask(asked, by=hr, at=timezone.now())
    [letter] = asked.letters.filter(kind="REFERENCES")
    hold(client, "applications", asked.pk)
    status = client.get(reverse("candidates:status", args=[asked.pk]))

    done = client.post(mine(asked), TYPED, follow=True)

    assert "Who can tell us about your work?" in letter.subject
    assert mine(asked) in status.text
    assert "We write to Ines Duarte now." in done.text
    referee = asked.referees.get()
    assert (referee.relation, referee.months) == ("SUPERVISOR", 24)
    assert references.send(referee.pk, at=timezone.now())
    [message] = mail.outbox
    assert message.to == ["ines@tannoch.example"]
    assert "Aoife Marsh" in message.subject
    assert guests.token_for(referee) in message.body
    assert "deleted 90 days after the decision" in message.body


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"consent": ""}, "Tick this if we may write to them"),
        ({"email": "a.marsh@mail.example"}, "This is your own address."),
        ({"email": "INES@tannoch.example"}, "Somebody with this address is named"),
        ({"months": "many"}, "Enter a number of months, such as 18."),
        ({"relation": "FRIEND"}, "Select a valid choice"),
    ],
)
def test_what_cannot_be_is_said_and_what_was_typed_stays(client, asked, typed, said):
    hold(client, "applications", asked.pk)
    make.referee(asked)

    page = client.post(
        mine(asked), TYPED | {"name": "Ruth", "email": "ruth@x.example"} | typed
    )

    assert said in page.text
    assert 'value="Ruth"' in page.text
    assert asked.referees.count() == 1


def test_nobody_names_people_unasked(client, application):
    hold(client, "applications", application.pk)

    assert client.get(mine(application)).status_code == 404


def test_five_are_enough(client, asked):
    hold(client, "applications", asked.pk)
    for number in range(references.MOST_REFEREES):
        make.referee(asked, f"R{number} Duarte")

    page = client.post(mine(asked), TYPED)

    assert "5 people are enough" in page.text


# ---- answering ----


def answer(client, referee, *, rating="4"):
    """Answer every page as a referee does, on a phone."""
    page = lambda n: reverse("screening:reference_page", args=[referee.pk, n])  # noqa: E731 -- short here
    client.post(page(1), {"relation": "SUPERVISOR", "months": "24"})
    for number in (2, 3, 4):
        rows = client.get(page(number)).context["rows"]
        client.post(page(number), {row["item"].key: rating for row in rows})
    return client.post(
        page(5),
        {"again": "YES", "comment": "Calm and exact.", "may_be_read": "no"},
        follow=True,
    )


def test_a_reference_from_link_to_score(client, asked):
    first = make.referee(asked)
    make.referee(asked, "Tom Reid", relation="PEER", rating=5)
    link = reverse("screening:referee_link", args=[guests.token_for(first)])
    shown = client.get(link)
    opened = client.post(link, {"proof": shown.context["proof"]}, follow=True)

    done = answer(client, first)

    assert "A reference for Aoife Marsh" in opened.text
    assert "Your answers are with the application." in done.text
    # (1.0 * 4 + .5 * 5) / 1.5 = 4.333
    measured = Measure.objects.get(method=Method.REFERENCE, subject="")
    assert (measured.value, measured.count) == (8_333, 2)
    assert set(
        Measure.objects.filter(method=Method.REFERENCE).values_list(
            "subject", flat=True
        )
    ) == {"", "RELIABILITY", "TEAMWORK", "SERVICE"}
    first.refresh_from_db()
    assert first.again == "YES"
    assert asked.work_row.wanted > asked.work_row.done


def test_what_is_open_is_said_and_what_was_chosen_is_saved(client, asked):
    referee = make.referee(asked)
    hold(client, "referees", referee.pk)
    address = reverse("screening:reference_page", args=[referee.pk, 2])
    first, *_rest = client.get(address).context["rows"]

    page = client.post(address, {first["item"].key: "5"})

    assert page.status_code == 422
    assert page.text.count("still open") == 2
    referee.refresh_from_db()
    assert referee.answers == {first["item"].key: 5}
    assert "Go on where you stopped" not in page.text


def test_not_observed_is_an_answer_and_no_middle(client, asked):
    referee = make.referee(asked)
    hold(client, "referees", referee.pk)

    answer(client, referee, rating="x")

    referee.refresh_from_db()
    assert referee.done_at
    assert set(referee.answers.values()) == {None}
    assert references.scores_of(asked)[""].value is None


def test_the_end_leads_back_to_what_is_open(client, asked):
    referee = make.referee(asked)
    hold(client, "referees", referee.pk)
    last = reverse("screening:reference_page", args=[referee.pk, 5])

    response = client.post(last, {"again": "NO", "may_be_read": "yes"})

    assert response["Location"] == reverse(
        "screening:reference_page", args=[referee.pk, 1]
    )
    referee.refresh_from_db()
    assert (referee.again, referee.done_at) == ("NO", None)


def test_who_declines_has_said_nothing(client, asked):
    referee = make.referee(asked)
    hold(client, "referees", referee.pk)
    first = reverse("screening:reference_page", args=[referee.pk, 1])
    client.post(first, {"relation": "PEER", "months": "3"})

    page = client.post(
        reverse("screening:reference_decline", args=[referee.pk]), follow=True
    )

    assert "nobody is told why" in page.text
    assert client.get(first)["Location"] == reverse(
        "screening:reference_start", args=[referee.pk]
    )


@pytest.mark.parametrize("over", ["closed", "withdrawn", "done"])
def test_an_old_link_says_what_is_over(client, asked, hr, over):
    referee = make.referee(asked, rating=4 if over == "done" else None)
    hold(client, "referees", referee.pk)
    if over == "closed":
        references.close(asked, at=timezone.now())
    if over == "withdrawn":
        pipeline.withdraw(asked, at=timezone.now())

    page = client.post(
        reverse("screening:reference_page", args=[referee.pk, 2]),
        {one.key: "1" for one in ITEMS},
        follow=True,
    )

    assert ("Thank you" if over == "done" else "This is over") in page.text
    referee.refresh_from_db()
    assert 1 not in referee.answers.values()
    assert not references.send(referee.pk, at=timezone.now())


def test_a_guessed_or_foreign_link_leads_nowhere(client, asked):
    mine_, other = make.referee(asked), make.referee(asked, "Tom Reid")
    hold(client, "referees", mine_.pk)

    assert client.get("/refer/guessed/").status_code == 404
    for name in ("reference_start", "reference_page"):
        args = [other.pk, 1] if name == "reference_page" else [other.pk]
        assert client.get(reverse(f"screening:{name}", args=args)).status_code == 404


def test_taking_a_name_back_deletes_what_was_said(client, asked):
    one = make.referee(asked, rating=4)
    make.referee(asked, "Tom Reid", rating=4)
    assert Measure.objects.get(method=Method.REFERENCE, subject="").value == 7_500
    hold(client, "applications", asked.pk)

    client.post(reverse("screening:referee_take_back", args=[asked.pk, one.pk]))

    assert not Referee.objects.filter(pk=one.pk).exists()
    measured = Measure.objects.get(method=Method.REFERENCE, subject="")
    assert (measured.value, measured.reason) == (None, "INSUFFICIENT")


# ---- reading ----


def test_hr_reads_each_and_a_blind_panel_no_names(client, asked, hr):
    make.referee(asked, rating=4)
    Referee.objects.update(comment="Calm and exact.", said_months=60)
    address = reverse("screening:references", args=[asked.pk])
    member = make.member(asked.position).user
    Position.objects.update(blind_review=True)

    client.force_login(hr)
    open_page = client.get(address).text
    client.force_login(member)
    blind = client.get(address).text

    assert "Ines Duarte" in open_page
    assert "Says otherwise how long: 60 months." in open_page
    assert "Calm and exact." in open_page
    for secret in ("Ines", "tannoch", "Tannoch", "Aoife", "Calm and exact"):
        assert secret not in blind
    assert "Referee 1" in blind


def test_doubts_are_for_a_person_to_look_at(asked):
    referee = make.referee(asked, rating=4)
    assert references.doubts_of(referee) == []

    referee.email = "ines@gmail.com"
    referee.said_relation, referee.said_months = "PEER", 2

    assert references.doubts_of(referee) == ["PRIVATE", "RELATION", "MONTHS"]


def test_the_applicant_reads_what_they_may(asked):
    make.referee(asked, rating=4)
    other = make.referee(asked, "Tom Reid", rating=2)
    Referee.objects.filter(pk=other.pk).update(may_be_read=False, comment="Slow.")

    told = exporting.all_of(asked)["screening"]["references"]

    assert [one["name"] for one in told] == ["Ines Duarte", "Tom Reid"]
    assert told[0]["answers"]["teamwork-help"] == 4
    assert told[1]["answers"] == told[1]["comment"] == "confidential"


def test_names_go_ninety_days_after_the_outcome(asked, hr):
    make.referee(asked, rating=4)
    now = timezone.now()
    pipeline.move(
        asked, Status.NOT_SELECTED, by=hr, at=now, reason_code="LESS_EVIDENCE"
    )

    early = references.blank_old(at=now + dt.timedelta(days=89))
    late = references.blank_old(at=now + dt.timedelta(days=91))

    assert (early, late) == (0, 1)
    referee = Referee.objects.get()
    assert (referee.name, referee.email, referee.employer) == ("", "", "")
    assert referee.answers["teamwork-help"] == 4
    assert StatusChange.objects.filter(application=asked).exists()
    assert references.of_link(guests.token_for(referee)) is None
