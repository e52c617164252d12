"""Whether the house is able to serve, and whether its work gets done."""

import datetime as dt
import shutil
from dataclasses import dataclass
from pathlib import Path

import redis
from django.conf import settings
from django.db import DatabaseError, InterfaceError, connection

from candidates.enums import DocumentState
from candidates.models import Document
from screening.models import Heartbeat, Work
from screening.services.work import STUCK_AFTER

SWEEPER_LATE = dt.timedelta(seconds=30)
WORK_LATE = dt.timedelta(minutes=5)
DISK_FREE = 0.05
REDIS_PATIENCE = 1.0  # seconds


@dataclass(frozen=True)
class Health:
    """One word per part, never an address or an error's text.

    `ready` is False when this process must get no requests; Redis away only delays
    work and makes it `degraded`.
    """

    checks: dict[str, str]

    @property
    def ready(self) -> bool:
        return all(
            word == "ok" for part, word in self.checks.items() if part != "redis"
        )

    @property
    def status(self) -> str:
        if not self.ready:
            return "down"
        return "ok" if self.checks["redis"] == "ok" else "degraded"


def look(*, at: dt.datetime) -> Health:
    """Look at every part the house stands on."""
    checks = {"database": "ok", "sweeper": "unknown", "work": "unknown"}
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        checks["sweeper"] = _sweeper(at)
        checks["work"] = _work(at)
    except (DatabaseError, InterfaceError):
        checks["database"] = "away"
    return Health({**checks, "disk": _disk(), "redis": _redis()})


def _sweeper(at: dt.datetime) -> str:
    last = Heartbeat.objects.values_list("at", flat=True).first()
    return "ok" if last and at - last <= SWEEPER_LATE else "late"


def _work(at: dt.datetime) -> str:
    """Say "late" when something due has waited longer than five minutes.

    What failed again and again waits for a person, who sees it on the start page; it
    must not take the whole house out of service.
    """
    due = at - WORK_LATE
    late = (
        Work.objects.due(due).filter(attempts__lt=STUCK_AFTER).exists()
        or Document.objects.filter(
            state=DocumentState.WAITING, next_try_at__lte=due
        ).exists()
    )
    return "late" if late else "ok"


def _disk() -> str:
    folder = Path(settings.MEDIA_ROOT)
    while not folder.exists():
        folder = folder.parent
    usage = shutil.disk_usage(folder)
    return "ok" if usage.free >= usage.total * DISK_FREE else "full"


def _redis() -> str:
    client = redis.Redis.from_url(
        settings.REDIS_URL,
        socket_timeout=REDIS_PATIENCE,
        socket_connect_timeout=REDIS_PATIENCE,
    )
    try:
        client.ping()
    except (redis.RedisError, OSError):
        return "away"
    finally:
        client.close()
    return "ok"
