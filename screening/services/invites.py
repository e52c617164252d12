"""Entries for calendars: iCalendar (RFC 5545) sent as in iTIP (RFC 5546).

All times are UTC, which every calendar shows in its owner's zone, whatever the clocks
do in between. Each entry names one person only: nobody reads others' addresses in it.
"""

import datetime as dt

from icalendar import Calendar, Event, vCalAddress, vText

from screening.enums import MeetingState
from screening.models import Meeting

PRODUCT = "-//Backoffice ATS//Interviews//EN"


def entry(
    meeting: Meeting,
    *,
    name: str,
    email: str,
    title: str,
    text: str,
    organiser: tuple[str, str],
    at: dt.datetime,
    is_off: bool = False,
) -> str:
    """Return the entry of one person: a request, an update or a cancellation.

    `organiser` is a name and an address; `at` is when this is said. Lines end as the
    standard has it, with CR and LF.
    """
    off = is_off or meeting.state == MeetingState.OFF
    event = Event()
    event.add("uid", f"{meeting.uid}@backoffice-ats")
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", at.astimezone(dt.UTC))
    event.add("dtstart", meeting.slot.begins_at.astimezone(dt.UTC))
    event.add("dtend", meeting.slot.ends_at.astimezone(dt.UTC))
    event.add("summary", title)
    event.add("location", meeting.slot.place)
    event.add("description", text)
    event.add("status", "CANCELLED" if off else "CONFIRMED")
    event.add("class", "PRIVATE")
    event.add("organizer", _address(*organiser))
    attendee = _address(name, email)
    attendee.params["ROLE"] = vText("REQ-PARTICIPANT")
    attendee.params["PARTSTAT"] = vText("DECLINED" if off else "ACCEPTED")
    attendee.params["RSVP"] = vText("FALSE")
    event.add("attendee", attendee, encode=False)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "CANCEL" if off else "REQUEST")
    calendar.add_component(event)
    return str(calendar.to_ical().decode())


def _address(name: str, email: str) -> vCalAddress:
    address = vCalAddress(f"mailto:{email}")
    # A quote cannot stand in a parameter, whoever is called so.
    address.params["CN"] = vText(name.replace('"', "’"))
    return address
