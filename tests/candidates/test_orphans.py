"""Files that no row knows go after a day; every other file stays."""

import datetime as dt
import os
from pathlib import Path
from secrets import token_hex

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from backoffice_ats.management.commands.sweeper import TIDY_SECONDS, Sweeper
from candidates.services import orphans
from tests import make

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def aged(path, hours):
    then = (NOW - dt.timedelta(hours=hours)).timestamp()
    os.utime(default_storage.path(path), (then, then))
    return path


def orphan(hours):
    return aged(default_storage.save(f"cv/ab/{token_hex(8)}", ContentFile(b"x")), hours)


def test_only_an_old_file_without_a_row_is_removed():
    document = make.document(make.application(make.published()))
    kept = aged(str(document.file.name), 1_000)
    old, young = orphan(25), orphan(23)

    assert orphans.remove_orphans(at=NOW) == 1

    assert default_storage.exists(kept)
    assert default_storage.exists(young)
    assert not default_storage.exists(old)
    assert orphans.remove_orphans(at=NOW) == 0
    assert orphans.remove_orphans(at=NOW + dt.timedelta(hours=2)) == 1


def test_nothing_stored_is_nothing_to_do():
    assert orphans.remove_orphans(at=NOW) == 0


def test_the_sweeper_looks_once_an_hour():
    sweeper = Sweeper(patience=60)
    first = orphan(30)
    sweeper.tidy(10.0)
    second = orphan(30)
    sweeper.tidy(10.0 + TIDY_SECONDS - 1)

    assert not default_storage.exists(first)
    assert default_storage.exists(second)
    sweeper.tidy(10.0 + TIDY_SECONDS)
    assert not default_storage.exists(second)


def test_a_folder_that_cannot_be_read_stops_no_sweep(caplog):
    default_storage.save("cv/ab/abc", ContentFile(b"x"))
    folder = Path(default_storage.path("cv"))
    folder.rename(folder.with_name("moved"))
    default_storage.save("cv", ContentFile(b"a file where a folder should be"))

    Sweeper(patience=60).tidy(0.0)

    assert "files cannot be tidied" in caplog.text
