"""Who may open what: every address, for everybody, in one written table.

The table is the rule. A new address fails here until somebody has written down who may
open it. `member` serves on the hiring team of the position that all addresses are
about, `other` on another position's: the one sees their own objects, the other foreign
ones. `applicant` is a stranger whose browser holds the session of the application.

Words: `ok` answers, `login` sends to the login, `no` is 403, `none` is 404 (as if it
did not exist). A method that a line does not name answers 405 or one of the refusals.
"""

import copy
import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.db import connection, transaction
from django.http import Http404
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, path, reverse
from django.utils import timezone

from backoffice_ats.accounts.enums import Role
from backoffice_ats.accounts.services import people
from backoffice_ats.audit.models import Act, AuditEvent
from candidates.services import links, reading
from candidates.views.drafts import MINE
from tests import make

pytestmark = pytest.mark.django_db

PEOPLE = (
    "anonymous",
    "applicant",
    "administrator",
    "hr",
    "member",
    "other",
    "auditor",
)

TABLE = """
"""


@dataclass
class World:
    """One of everything, and a browser for everybody."""

    clients: dict[str, Client] = field(default_factory=dict)
    arguments: dict[str, object] = field(default_factory=dict)
    special: dict[str, dict[str, object]] = field(default_factory=dict)


@pytest.fixture
def world(settings, tmp_path):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path)
    make.organisation()
    hr = make.user(Role.HR_MANAGER)
    administrator = make.user(Role.ADMINISTRATOR)
    position = make.published(by=hr)
    elsewhere = make.published(by=hr)
    member = make.member(position).user
    other = make.member(elsewhere).user
    application = make.application(position)
    document = make.document(application)
    reading.read_document(document.pk, at=timezone.now())
    invited = people.invite(
        email="new@example.org",
        name="New",
        role=Role.AUDITOR,
        by=administrator,
        at=timezone.now(),
    )
    users = {
        "administrator": administrator,
        "hr": hr,
        "member": member,
        "other": other,
        "auditor": make.user(Role.AUDITOR),
    }
    clients = {name: Client(raise_request_exception=False) for name in PEOPLE}
    for name, user in users.items():
        clients[name].force_login(user)
    session = clients["applicant"].session
    session[MINE] = [application.pk]
    session.save()
    criterion = position.criteria.first()
    return World(
        clients=clients,
        arguments={
            "slug": position.slug,
            "pk": application.pk,
            "criterion": criterion.pk,
            "token": links.token_for(application),
            "step": "about",
            "part": "about",
            "n": 1,
            "key": "no-such-mail-1",
            "uidb36": "zz",
        },
        special={
            "accounts": {"pk": invited.pk},
            "candidates:document": {"pk": document.pk},
            "candidates:document_text": {"pk": document.pk},
            "positions:team_remove": {"pk": member.pk},
        },
    )


def patterns(resolver=None, namespace=""):
    """List every named pattern of the URLconf, with its namespace."""
    for one in (resolver or get_resolver()).url_patterns:
        if isinstance(one, URLResolver):
            below = f"{namespace}{one.namespace}:" if one.namespace else namespace
            yield from patterns(one, below)
        elif isinstance(one, URLPattern):
            yield f"{namespace}{one.name}", one


def address(world, name, pattern):
    """Fill in an address with the world's objects."""
    own = {
        **world.special.get(name.split(":")[0], {}),
        **world.special.get(name, {}),
    }
    needed = pattern.pattern.regex.groupindex
    arguments = {**world.arguments, **own}
    return reverse(name, kwargs={key: arguments[key] for key in needed})


def told(response):
    """Say an answer in the words of the table."""
    if response.status_code == 302 and "/account/login/" in response.url:
        return "login"
    words = {403: "no", 404: "none", 405: "verb"}
    if response.status_code >= 500:
        return f"broken {response.status_code}"
    return words.get(response.status_code, "ok")


def ask(client, method, url):
    """Ask, and take back whatever it changed, in the browser too."""
    cookies = copy.deepcopy(client.cookies)
    with transaction.atomic():
        response = client.get(url) if method == "GET" else client.post(url, {})
        if response.streaming:
            response.getvalue()
        transaction.set_rollback(True)
    client.cookies = cookies
    return response


def test_probe(world):
    for name, pattern in patterns():
        url = address(world, name, pattern)
        for method in ("GET", "POST"):
            cells = [told(ask(world.clients[p], method, url)) for p in PEOPLE]
            if set(cells) <= {"verb", "login", "no"} and "verb" in cells: continue
            print(f"{name:<42} {method:<4} " + " ".join(f"{c:<5}" for c in cells))
