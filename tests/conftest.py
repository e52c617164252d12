"""Fixtures for every test: real servers, started when the first test needs one."""

import os
import subprocess
import sys
import threading

import pytest
from django.conf import settings
from django.db import connection
from xdist.scheduler import LoadScopeScheduling

from tests import servers as test_servers

TOGETHER = (
    "tests/e2e/",
    "tests/candidates/cv/test_real_cvs.py",
    "tests/positions/pasted/test_real_adverts.py",
    "tests/backoffice_ats/test_services.py",
)


class OneHouse(LoadScopeScheduling):  # type: ignore[misc]  # an untyped library's
    """Give tests that share something dear to one worker.

    Browser tests share one installation, those on real CVs the files as they were read,
    those of the commands a migrated folder.

    The mark `xdist_group` would say so too, but pytest 9.2 ignores the names that
    xdist 3.8 gives to marked tests.
    """

    def _split_scope(self, nodeid: str) -> str:
        for shared in TOGETHER:
            if nodeid.startswith(shared):
                return shared
        return nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    return OneHouse(config, log)


def pytest_sessionstart(session):
    """Begin with what all workers wait for while they still collect."""
    if not test_servers.WORKER and getattr(session.config.option, "numprocesses", None):
        threading.Thread(target=test_servers.template, daemon=True).start()


@pytest.fixture(scope="session")
def servers():
    """PostgreSQL and Valkey run. Database tests need not ask for it."""
    test_servers.start()


@pytest.fixture(scope="session")
def django_db_modify_db_settings(servers, django_db_modify_db_settings_parallel_suffix):
    """Start the servers before pytest-django makes the test database, as a copy."""
    connection.settings_dict["TEST"]["TEMPLATE"] = test_servers.template()


@pytest.fixture(scope="session")
def collected_static(tmp_path_factory):
    """Collect static files as production does, once per test process."""
    folder = tmp_path_factory.mktemp("static")
    subprocess.run(
        [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity=0"],
        cwd=test_servers.CHECKOUT,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "backoffice_ats.settings",
            "STATIC_ROOT": str(folder),
        },
        check=True,
    )
    return folder


@pytest.fixture
def process_environment(transactional_db, tmp_path, collected_static):
    """Environment of a real web, worker or sweeper process beside the test.

    It runs with the real settings, as the application's login, against this test
    process's own database and Redis number. Rows are committed to be seen by it, and
    what it leaves behind is flushed with the test.
    """
    name = connection.settings_dict["NAME"]
    return {
        **{
            key: value
            for key, value in os.environ.items()
            if not key.startswith("PYTEST_")
        },
        "DJANGO_SETTINGS_MODULE": "backoffice_ats.settings",
        "ATS_DATABASE_ROLE": "app",
        "DATABASE_URL": test_servers.database_url(name, role="app"),
        "DATABASE_OWNER_URL": test_servers.database_url(name, role="owner"),
        "REDIS_URL": settings.REDIS_URL,
        "STATIC_ROOT": str(collected_static),
        "MEDIA_ROOT": str(settings.MEDIA_ROOT),
        "EMAIL_URL": f"file://{tmp_path / 'outbox'}",
    }


def pytest_unconfigure():
    """The process that chose the servers stops them; xdist's workers have ended."""
    if not test_servers.WORKER:
        test_servers.stop()
