"""The compose file: its shape, its variables, and its very command lines."""

import re
import subprocess
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from tests.processes import PYTHON, answers, free_port, running, wait_until
from tests.servers import CHECKOUT

BIN = Path(PYTHON).parent
TEXT = (CHECKOUT / "docker-compose.yml").read_text(encoding="utf-8")
COMPOSE = YAML(typ="safe").load(TEXT)
SERVICES = COMPOSE["services"]


def command(service):
    """Give the service's own words, with this environment's programs."""
    words = SERVICES[service]["command"]
    return [str(BIN / words[0]), *words[1:]]


def test_it_follows_the_compose_specification():
    subprocess.run(  # noqa: S603 -- our own words
        [
            str(BIN / "check-jsonschema"),
            "--builtin-schema=vendor.compose-spec",
            "docker-compose.yml",
        ],
        cwd=CHECKOUT,
        check=True,
    )


def test_it_has_every_part():
    parts = {"proxy", "migrate", "web", "worker", "sweeper", "postgres", "redis"}
    assert set(SERVICES) == parts
    for name in parts - {"migrate"}:
        assert SERVICES[name]["restart"] == "unless-stopped"
    for name in ("proxy", "web", "postgres", "redis"):
        assert SERVICES[name]["healthcheck"]["test"]
    assert "ports" not in SERVICES["postgres"]
    assert "ports" not in SERVICES["redis"]


def test_only_migrations_know_the_owner():
    for name in ("web", "worker", "sweeper"):
        assert "DATABASE_OWNER_URL" not in SERVICES[name]["environment"]
    assert SERVICES["migrate"]["environment"]["ATS_DATABASE_ROLE"] == "owner"


def test_every_variable_is_explained_in_the_example():
    example = (CHECKOUT / ".env.example").read_text(encoding="utf-8")
    explained = set(re.findall(r"^(?:# )?([A-Z_]+)=", example, re.MULTILINE))
    wanted = set(re.findall(r"(?<!\$)\$\{([A-Z_]+)", TEXT))
    assert wanted == explained


def test_the_image_holds_what_the_checkout_has():
    dockerfile = (CHECKOUT / "Dockerfile").read_text(encoding="utf-8")
    ignored = (CHECKOUT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    copied = re.findall(r"^COPY (?!--)(.+) \S+$", dockerfile, re.MULTILINE)
    for name in " ".join(copied).split():
        assert (CHECKOUT / name).exists(), name
        assert f"!{name}" in ignored


@pytest.fixture
def production(transactional_db, process_environment):
    """Give the environment that compose gives, over this test's servers."""
    return process_environment | {
        "ATS_LOCAL": "0",
        "SITE_URL": "https://jobs.example.org",
        "TRUSTED_PROXIES": SERVICES["web"]["environment"]["TRUSTED_PROXIES"][-2],
        "ALLOWED_HOSTS": "",
        "CSRF_TRUSTED_ORIGINS": "",
    }


def test_web_is_healthy_and_with_the_sweeper_ready(production, tmp_path):
    port = free_port()
    words = [
        f"--bind=127.0.0.1:{port}" if word.startswith("--bind=") else word
        for word in command("web")
    ]
    check = SERVICES["web"]["healthcheck"]["test"]
    assert check[:3] == ["CMD", "python", "-c"]
    ask = [PYTHON, "-c", check[3].replace(":8000", f":{port}")]
    log = tmp_path / "web.log"

    def healthy():
        return (
            subprocess.run(  # noqa: S603 -- the compose file's own words
                ask, env=production, capture_output=True, check=False
            ).returncode
            == 0
        )

    page = f"http://127.0.0.1:{port}/"
    with running(words, production, log):
        assert wait_until(healthy), log.read_text()
        assert not answers(page + "healthz", "evil.example.org")
        assert not answers(page + "readyz", "jobs.example.org")  # nobody sweeps
        with running(command("sweeper"), production, tmp_path / "sweeper.log"):
            assert wait_until(lambda: answers(page + "readyz", "jobs.example.org")), (
                log.read_text()
            )


def test_worker_takes_tasks_from_its_queues(production, tmp_path):
    log = tmp_path / "worker.log"
    with running(command("worker"), production, log) as process:
        assert wait_until(lambda: " ready." in log.read_text()), log.read_text()
        for queue in ("intake", "ranking", "mail"):
            assert f".> {queue} " in log.read_text()
        assert process.poll() is None


def test_sweeper_and_migrate_run(production, tmp_path):
    migrate = subprocess.run(  # noqa: S603 -- the compose file's own words
        command("migrate"),
        cwd=CHECKOUT,
        env=production | {"ATS_DATABASE_ROLE": "owner"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert migrate.returncode == 0, migrate.stderr
    log = tmp_path / "sweeper.log"
    with running(command("sweeper"), production, log) as process:
        # It sleeps between sweeps: still there after some of them.
        assert not wait_until(lambda: process.poll() is not None, 6), log.read_text()
        assert "Traceback" not in log.read_text()
