"""Interviews in the calendar: times that are offered, and the one that was chosen."""

import datetime as dt
import uuid
from typing import TYPE_CHECKING, Any, ClassVar

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from backoffice_ats.shared.models import TimeStampedModel
from screening.enums import MeetingState
from screening.models.guest import Guest

if TYPE_CHECKING:
    from candidates.models import Application

FEWEST_MINUTES, MOST_MINUTES = 10, 480


class Slot(TimeStampedModel):
    """A time at which one applicant can be interviewed for a position."""

    position = models.ForeignKey(
        "positions.Position", on_delete=models.CASCADE, related_name="slots"
    )
    begins_at = models.DateTimeField(_("beginning"))
    minutes = models.PositiveSmallIntegerField(
        _("minutes"),
        validators=[
            MinValueValidator(FEWEST_MINUTES),
            MaxValueValidator(MOST_MINUTES),
        ],
    )
    # An address, a room, or the link of a video call.
    place = models.CharField(_("place"), max_length=300)
    interviewers = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+")
    offered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    # Not offered any more, but somebody had chosen it once.
    taken_back_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        ordering = ["begins_at", "pk"]
        permissions = [("arrange_interview", "Can arrange interviews")]
        indexes = [
            models.Index(
                fields=["position", "begins_at"], name="screening_slot_position"
            )
        ]

    def __str__(self) -> str:
        return f"slot #{self.pk}"

    @property
    def chosen_by(self) -> "Application | None":
        """Return whose interview it is. Reads the prefetched meetings, if they are."""
        return next(
            (
                one.application
                for one in self.meetings.all()
                if one.state == MeetingState.AGREED
            ),
            None,
        )

    @property
    def ends_at(self) -> dt.datetime:
        ends: dt.datetime = self.begins_at + dt.timedelta(minutes=self.minutes)
        return ends


class Meeting(TimeStampedModel):
    """The interview of an applicant at a time that they chose.

    `uid` and `sequence` are those of the entry in calendars: another time is an update
    of the same entry, calling off cancels it.
    """

    application = models.ForeignKey(
        "candidates.Application", on_delete=models.CASCADE, related_name="meetings"
    )
    slot = models.ForeignKey(Slot, on_delete=models.PROTECT, related_name="meetings")
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveSmallIntegerField(default=0)
    state = models.CharField(
        max_length=8, choices=MeetingState.choices, default=MeetingState.AGREED
    )
    agreed_at = models.DateTimeField()
    reminded_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    ended_by_applicant = models.BooleanField(default=False)
    reason = models.CharField(_("reason"), max_length=300, blank=True)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["slot"],
                condition=models.Q(state=MeetingState.AGREED),
                name="screening_meeting_one_per_slot",
            ),
            models.UniqueConstraint(
                fields=["application"],
                condition=models.Q(state=MeetingState.AGREED),
                name="screening_meeting_one_agreed",
            ),
        ]

    def __str__(self) -> str:
        return f"meeting #{self.pk}"


class Interviewer(Guest):
    """Somebody who interviews, and the letter with the entry for their calendar.

    Whatever happens to the meeting makes the letter due again; it says how things are
    when it leaves.
    """

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="interviewers"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    # No longer one of them: the entry is cancelled for them alone.
    is_off = models.BooleanField(default=False)

    objects: ClassVar[Any] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "user"], name="screening_interviewer_once"
            )
        ]

    def __str__(self) -> str:
        return f"interviewer #{self.pk}"
