"""Ring a Celery task after the commit, without ever failing the request.

The database knows what is unfinished and the sweeper finds it; a bell that is not
heard only delays. So a broken broker costs a request one second at most, and for a
while afterwards nothing at all.
"""

import logging
import time
from typing import TYPE_CHECKING, Any

from django.db import transaction
from kombu.exceptions import OperationalError

if TYPE_CHECKING:
    from celery import Task

logger = logging.getLogger(__name__)

QUIET_SECONDS = 5.0
_quiet_until = 0.0


def ring(task: "Task[..., Any]", **ids: int | str) -> None:
    """Publish `task(**ids)` once the current transaction has committed."""

    # Not a partial: Django logs a failing hook by its `__qualname__`, which that lacks.
    def publish() -> None:
        _publish(task, ids)

    transaction.on_commit(publish, robust=True)


def _publish(task: "Task[..., Any]", ids: dict[str, int | str]) -> None:
    global _quiet_until  # noqa: PLW0603 -- a breaker is one fact of this process
    if time.monotonic() < _quiet_until:
        return
    try:
        task.apply_async(kwargs=ids)
    except (OperationalError, OSError) as error:
        _quiet_until = time.monotonic() + QUIET_SECONDS
        logger.warning(
            "broker away, the sweeper will ring %s: %s", task.name, type(error).__name__
        )
