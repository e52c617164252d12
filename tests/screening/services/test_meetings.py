"""Interviews from times to calendars: offered, chosen, changed, called off, missed."""

import datetime as dt
import re
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from backoffice_ats.accounts.enums import Role
from candidates.enums import ReasonCode
from candidates.models import Letter
from candidates.services import exporting, letters, pipeline
from candidates.stages import Status
from screening.enums import MeetingState
from screening.models import Interviewer, Meeting, Slot
from screening.services import meetings
from screening.services.scorecards import NotRateableError
from tests import make

pytestmark = pytest.mark.django_db

LONDON = ZoneInfo("Europe/London")


@pytest.fixture
def hr(client):
    user = make.user(Role.HR_MANAGER, name="Nora Quinn", email="nora@larkfield.example")
    client.force_login(user)
    return user


@pytest.fixture
def application(hr):
    make.organisation(time_zone="Europe/London")
    return make.application(
        make.published(by=hr), name="Aoife Marsh", status=Status.INTERVIEW
    )


@pytest.fixture
def asked(application, hr):
    make.slot(application.position, interviewers=[hr])
    meetings.ask(application, at=timezone.now())
    application.refresh_from_db()
    return application


def hold(client, application):
    session = client.session
    session["applications"] = [application.pk]
    session.save()


def agree(application, slot=None):
    slot = slot or application.position.slots.first()
    return meetings.choose(application, slot.pk, at=timezone.now())


def send_everything():
    """Send what is due, and return the messages by address, in order."""
    mail.outbox.clear()
    at = timezone.now()
    for one in Interviewer.objects.order_by("pk"):
        meetings.send(one.pk, at=at)
    for letter in Letter.objects.due(at).order_by("pk"):
        letters.send(letter.pk, at=at)
    found: dict[str, list[mail.EmailMessage]] = {}
    for message in mail.outbox:
        found.setdefault(message.to[0], []).append(message)
    return found


def calendar_in(message):
    """Read the entry of a message as a mail program does: the part and the file."""
    parts = [
        part
        for part in message.message().walk()
        if part.get_content_type() in {"text/calendar", "application/ics"}
    ]
    [inline, attached] = parts
    text = attached.get_payload(decode=True)
    assert inline.get_payload(decode=True).splitlines() == text.splitlines()
    calendar = Calendar.from_ical(text)
    assert inline.get_param("method") == str(calendar["METHOD"])
    assert_follows_the_standard(text)
    return calendar


def assert_follows_the_standard(text):
    """RFC 5545: lines end with CR LF and have at most 75 bytes; what must be there is."""
    assert text.endswith(b"\r\n")
    assert b"\n" not in text.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))
    calendar = Calendar.from_ical(text)
    assert {"PRODID", "VERSION", "METHOD"} <= set(calendar)
    [event] = calendar.walk("VEVENT")
    assert not event.errors
    assert {"UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "ORGANIZER"} <= set(event)
    assert re.search(rb"\r\nDTSTART:\d{8}T\d{6}Z\r\n", text), "not in UTC"


def event_in(message):
    [event] = calendar_in(message).walk("VEVENT")
    return event


# ---- offering ----


def test_hr_offers_times_in_the_browser(client, application, hr):
    day = timezone.localdate() + dt.timedelta(days=10)
    address = reverse("screening:times", args=[application.position.slug])
    typed = {
        "day": day.isoformat(),
        "begins": "09:30",
        "count": "3",
        "minutes": "45",
        "rest": "15",
        "place": "Room 4",
        "interviewers": [hr.pk],
    }

    done = client.post(address, typed, follow=True)

    assert "3 times are offered." in done.text
    begin = [slot.begins_at.astimezone(LONDON) for slot in Slot.objects.all()]
    assert [(one.date(), f"{one:%H:%M}") for one in begin] == [
        (day, "09:30"),
        (day, "10:30"),
        (day, "11:30"),
    ]
    again = client.post(address, typed | {"begins": "10:00", "count": "1"})
    assert "Nora Quinn interviews already" in again.text
    assert 'value="10:00"' in again.text
    assert Slot.objects.count() == 3


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"day": "2020-01-01"}, "That is over."),
        ({"day": "2027-03-28", "begins": "01:30"}, "The clocks change that night"),
        ({"count": "21"}, "Enter a number from 1 to 20."),
        ({"interviewers": []}, "Choose who interviews."),
        ({"place": ""}, "Say where, or give the link of the call."),
    ],
)
def test_what_cannot_be_offered_is_said(client, application, hr, typed, said):
    address = reverse("screening:times", args=[application.position.slug])
    good = {
        "day": (timezone.localdate() + dt.timedelta(days=10)).isoformat(),
        "begins": "09:30",
        "count": "1",
        "minutes": "45",
        "rest": "0",
        "place": "Room 4",
        "interviewers": [hr.pk],
    }

    page = client.post(address, good | typed)

    assert said in page.text
    assert not Slot.objects.exists()


def test_a_time_is_taken_back_until_somebody_has_chosen_it(asked):
    agree(asked)
    other = make.slot(asked.position)

    meetings.take_back(other, at=timezone.now())

    [chosen] = asked.position.slots.all()
    with pytest.raises(meetings.TakenError):
        meetings.take_back(chosen, at=timezone.now())


def test_a_time_that_was_called_off_can_be_chosen_or_taken_back(client, asked, hr):
    meeting = agree(asked)
    meetings.call_off(meeting, by_applicant=True, at=timezone.now())
    slot = asked.position.slots.get()
    page = reverse("screening:times", args=[asked.position.slug])
    assert slot in meetings.free(asked.position, at=timezone.now())
    assert "Take back" in client.get(page).text

    client.post(
        reverse("screening:time_take_back", args=[asked.position.slug, slot.pk])
    )

    assert not meetings.free(asked.position, at=timezone.now()).exists()
    assert "Take back" not in client.get(page).text
    assert Meeting.objects.get().slot == slot


# ---- choosing ----


def test_nobody_is_asked_too_early_or_for_nothing(application):
    with pytest.raises(meetings.NoTimesError):
        meetings.ask(application, at=timezone.now())
    early = make.application(application.position, email="b@mail.example")
    make.slot(application.position)
    with pytest.raises(NotRateableError):
        meetings.ask(early, at=timezone.now())
    assert not early.letters.filter(kind="TIMES").exists()


def test_an_applicant_chooses_and_everybody_gets_the_entry(client, asked):
    slot = asked.position.slots.get()
    hold(client, asked)
    status = client.get(reverse("candidates:status", args=[asked.pk]))
    page = reverse("screening:my_meeting", args=[asked.pk])

    done = client.post(page, {"slot": slot.pk}, follow=True)

    assert page in status.text
    assert "Agreed. We have sent you a letter" in done.text
    assert meetings.when_words(slot.begins_at) in done.text
    sent = send_everything()
    [_asking, agreed] = sent["a.marsh@mail.example"][-2:]
    event = event_in(agreed)
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (slot.begins_at, slot.ends_at)
    assert (int(event["SEQUENCE"]), str(event["STATUS"])) == (0, "CONFIRMED")
    assert str(event["ATTENDEE"]) == "mailto:a.marsh@mail.example"
    assert str(event["ORGANIZER"]) == "mailto:people@larkfield.example"
    assert "Europe/London" in agreed.body
    assert "Room 4, Harbour Street 1" in agreed.body
    [to_hr] = sent["nora@larkfield.example"]
    assert event_in(to_hr)["UID"] == event["UID"]
    assert "a.marsh@mail.example" not in to_hr.message().as_string()
    assert "Aoife Marsh" in to_hr.body
    file = client.get(reverse("screening:my_calendar", args=[asked.pk]))
    assert_follows_the_standard(file.content)


def test_another_time_updates_the_entry_and_calling_off_cancels_it(asked, hr):
    panel = make.user(Role.HR_MANAGER, name="Sol Vega", email="sol@larkfield.example")
    first = agree(asked)
    uid = first.uid
    later = make.slot(
        asked.position,
        timezone.now() + dt.timedelta(days=5),
        interviewers=[panel],
    )
    send_everything()

    second = agree(asked, later)
    moved = send_everything()
    meetings.call_off(second, by_applicant=True, at=timezone.now())
    off = send_everything()

    event = event_in(moved["a.marsh@mail.example"][-1])
    assert (str(event["UID"]), int(event["SEQUENCE"])) == (f"{uid}@backoffice-ats", 1)
    assert event["DTSTART"].dt == later.begins_at
    # Who would have interviewed at the first time is free again; the other is asked.
    assert str(calendar_in(moved[hr.email][0])["METHOD"]) == "CANCEL"
    assert str(calendar_in(moved[panel.email][0])["METHOD"]) == "REQUEST"
    [gone] = off["a.marsh@mail.example"]
    assert str(calendar_in(gone)["METHOD"]) == "CANCEL"
    event = event_in(gone)
    assert (int(event["SEQUENCE"]), str(event["STATUS"])) == (2, "CANCELLED")
    assert str(calendar_in(off[panel.email][0])["METHOD"]) == "CANCEL"
    # Who had left before is told once, and not of a time that was never theirs.
    assert hr.email not in off
    assert "others interview" in moved[hr.email][0].body
    assert meetings.when_words(later.begins_at) not in moved[hr.email][0].body
    assert set(meetings.free(asked.position, at=timezone.now())) == set(
        asked.position.slots.all()
    )


def test_a_time_is_given_to_one(client, asked):
    slot = asked.position.slots.get()
    agree(asked)
    other = make.application(
        asked.position, email="b@mail.example", status=Status.SHORTLISTED
    )
    make.slot(asked.position)
    meetings.ask(other, at=timezone.now())
    hold(client, other)

    page = client.post(
        reverse("screening:my_meeting", args=[other.pk]), {"slot": slot.pk}, follow=True
    )

    assert "Somebody was faster" in page.text
    assert Meeting.objects.count() == 1
    foreign = make.slot(make.published())
    with pytest.raises(meetings.TakenError):
        agree(other, foreign)


def test_the_same_time_again_says_nothing_twice(asked):
    agree(asked)
    agree(asked)

    assert asked.letters.filter(kind="MEETING").count() == 1
    assert Meeting.objects.get().sequence == 0


def test_who_was_not_asked_cannot_choose(client, application):
    make.slot(application.position)
    hold(client, application)

    assert (
        client.get(reverse("screening:my_meeting", args=[application.pk])).status_code
        == 404
    )
    with pytest.raises(meetings.NotAskedError):
        agree(application)


# ---- what comes later ----


def test_a_reminder_leaves_once_and_not_right_after_choosing(asked):
    soon = make.slot(asked.position, timezone.now() + dt.timedelta(days=2))
    agree(asked, soon)
    day_before = soon.begins_at - dt.timedelta(hours=20)

    counts = [
        meetings.remind(at=timezone.now()),
        meetings.remind(at=day_before),
        meetings.remind(at=day_before),
    ]

    assert counts == [0, 1, 0]
    assert asked.letters.filter(kind="MEETING_SOON").count() == 1
    near = make.slot(asked.position, timezone.now() + dt.timedelta(hours=5))
    agree(asked, near)
    assert meetings.remind(at=timezone.now()) == 0


def test_who_did_not_come_can_be_asked_again(client, asked, hr):
    meeting = agree(asked)
    with pytest.raises(meetings.NotOverError):
        meetings.note_missed(meeting, by=hr, at=timezone.now())
    Slot.objects.update(begins_at=timezone.now() - dt.timedelta(hours=1))

    page = client.post(
        reverse("screening:missed_meeting", args=[asked.pk]), follow=True
    )

    assert "There may be a good reason" in page.text
    missed = Meeting.objects.get()
    assert (missed.state, missed.ended_by) == (MeetingState.MISSED, hr)
    new = make.slot(asked.position)
    agree(asked, new)
    assert Meeting.objects.get(state=MeetingState.AGREED).slot == new


def test_who_called_it_off_and_why_stays_with_it(client, asked, hr):
    agree(asked)

    page = client.post(
        reverse("screening:call_off_meeting", args=[asked.pk]),
        {"reason": "The room is flooded."},
        follow=True,
    )

    assert "Nora Quinn" in page.text
    assert "The room is flooded." in page.text
    assert Meeting.objects.get().ended_by == hr


@pytest.mark.parametrize("how", ["withdraw", "decide"])
def test_who_leaves_is_taken_out_of_calendars(asked, hr, how):
    agree(asked)
    send_everything()

    if how == "withdraw":
        pipeline.withdraw(asked, at=timezone.now())
    else:
        pipeline.move(
            asked,
            Status.NOT_SELECTED,
            by=hr,
            at=timezone.now(),
            reason_code=ReasonCode.LESS_EVIDENCE,
        )

    assert Meeting.objects.get().state == MeetingState.OFF
    sent = send_everything()
    assert str(calendar_in(sent[hr.email][0])["METHOD"]) == "CANCEL"


def test_the_applicant_s_copy_has_it(asked):
    agree(asked)

    [told] = exporting.all_of(asked)["screening"]["meetings"]

    assert told["place"] == "Room 4, Harbour Street 1"


def test_names_cannot_break_the_entry(asked):
    asked.candidate.name = 'Zoë "Zed"\r\nATTENDEE:mailto:x@y.example; 李'
    meeting = agree(asked)

    said = meetings.entry_for(
        meeting,
        name=asked.candidate.name,
        email="zoe@mail.example",
        at=timezone.now(),
    )

    assert_follows_the_standard(said.encode())
    [event] = Calendar.from_ical(said).walk("VEVENT")
    assert str(event["ATTENDEE"]) == "mailto:zoe@mail.example"
