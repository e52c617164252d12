"""What is still to be evaluated, which version is shown, and that the sweeper lives."""

from typing import Any, ClassVar

from django.db import models

from screening.querysets import WorkQuerySet


class Work(models.Model):
    """What is still to be evaluated: a counter that the database keeps.

    Whoever changes something an application is judged by raises `wanted` in the same
    transaction. An evaluation sets `done` to the `wanted` it began with, so a change
    that comes meanwhile is seen, and a late writer changes nothing.
    """

    application = models.OneToOneField(
        "candidates.Application", on_delete=models.CASCADE, related_name="work_row"
    )
    position = models.ForeignKey(
        "positions.Position", on_delete=models.CASCADE, related_name="+"
    )
    wanted = models.PositiveBigIntegerField(default=1)
    done = models.PositiveBigIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    last_error = models.CharField(max_length=200, blank=True)

    objects: ClassVar[Any] = WorkQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=models.Q(done__lt=models.F("wanted")),
                name="screening_work_due",
            ),
            models.Index(
                fields=["position"],
                condition=models.Q(done__lt=models.F("wanted")),
                name="screening_work_position",
            ),
        ]

    def __str__(self) -> str:
        return f"work of application #{self.application_id}"


class Board(models.Model):
    """Which plan version a position's ranking shows.

    While a new version is being evaluated the old order stays whole; the board turns
    to the new one when everybody has been judged by it.
    """

    position = models.OneToOneField(
        "positions.Position", on_delete=models.CASCADE, related_name="board"
    )
    plan_version = models.ForeignKey(
        "positions.PlanVersion", on_delete=models.PROTECT, related_name="+"
    )
    shown_since = models.DateTimeField()

    def __str__(self) -> str:
        return f"board of #{self.position_id}"


class Heartbeat(models.Model):
    """When the sweeper was last alive (one row)."""

    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(pk=1), name="screening_heartbeat_only_one"
            )
        ]

    def __str__(self) -> str:
        return "heartbeat"
