"""Health: alive, ready, degraded, and what takes a process out of service."""

import datetime as dt
import shutil
import threading
from types import SimpleNamespace

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from candidates.models import Document
from screening.models import Heartbeat, Work
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def alive():
    Heartbeat.objects.create(pk=1, at=timezone.now())


def test_being_alive_asks_nothing(client):
    response = client.get("/healthz")
    assert response.json() == {"status": "ok"}


@pytest.mark.usefixtures("alive")
@pytest.mark.usefixtures("servers")
def test_all_is_well(client):
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {
        "status": "ok",
        "checks": dict.fromkeys(["database", "sweeper", "work", "disk", "redis"], "ok"),
    }


@pytest.mark.parametrize(("seconds", "status"), [(25, 200), (35, 503)])
def test_a_silent_sweeper_is_red_after_thirty_seconds(client, seconds, status):
    at = timezone.now() - dt.timedelta(seconds=seconds)
    Heartbeat.objects.create(pk=1, at=at)
    assert client.get("/readyz").status_code == status


def test_no_sweeper_ever_is_red(client):
    assert client.get("/readyz").json()["checks"]["sweeper"] == "late"


@pytest.mark.usefixtures("alive")
@pytest.mark.parametrize(("minutes", "word"), [(4, "ok"), (6, "late")])
def test_work_that_nobody_takes_is_red_after_five_minutes(client, minutes, word):
    make.application(make.published())
    due = timezone.now() - dt.timedelta(minutes=minutes)
    Work.objects.update(wanted=2, done=1, next_try_at=due)
    assert client.get("/readyz").json()["checks"]["work"] == word
    # What fails again and again waits for a person and stops nobody else.
    Work.objects.update(attempts=9)
    assert client.get("/readyz").json()["checks"]["work"] == "ok"


@pytest.mark.usefixtures("alive")
def test_a_cv_that_nobody_reads_is_red_after_five_minutes(client):
    make.document(make.application(make.published()))
    Work.objects.update(done=1000)
    Document.objects.update(next_try_at=timezone.now() - dt.timedelta(minutes=6))
    assert client.get("/readyz").json()["checks"]["work"] == "late"


@pytest.mark.usefixtures("alive")
def test_redis_away_only_degrades(client, settings):
    settings.REDIS_URL = "redis://127.0.0.1:1/0"
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json()["status"] == "degraded"
    assert response.json()["checks"]["redis"] == "away"


@pytest.mark.usefixtures("alive")
def test_a_full_disk_is_red(client, monkeypatch):
    full = SimpleNamespace(total=100, used=96, free=4)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: full)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["checks"]["disk"] == "full"


def test_a_database_that_is_away_is_red_and_not_a_crash():
    """Really ask a port where nobody listens, on a connection of its own."""
    answers = {}

    def ask():
        away = {**connection.settings_dict, "HOST": "127.0.0.1", "PORT": "1"}
        connection.settings_dict = away  # this thread's own
        for path in ("/readyz", "/healthz"):
            answers[path] = Client().get(path)

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    assert answers["/readyz"].status_code == 503
    assert answers["/readyz"].json()["checks"]["database"] == "away"
    assert "127.0.0.1" not in answers["/readyz"].content.decode()
    assert answers["/healthz"].status_code == 200


def test_search_engines_read_jobs_only(client):
    words = client.get("/robots.txt").content.decode()
    assert "Allow: /jobs/" in words
    assert "Disallow: /my-application/" in words
