"""A blind panel: wherever its links lead, nobody's name, contacts or papers are there."""

import datetime as dt
import html
import re

import pytest
from django.urls import reverse
from django.utils import timezone

from backoffice_ats.accounts.enums import Role
from candidates.services import answers as told
from candidates.services import intake, pipeline, reading
from candidates.services.answers import Job, Person, Study
from candidates.stages import Status
from screening.services import evaluation
from tests import make

pytestmark = pytest.mark.django_db

SAID = (
    "At Brackwater Mills in Ottlingen I, Zanzara Quillfeather, ran the monthly payroll"
    " for 640 employees in the payroll system. Thornhollow College taught me; write to"
    " zq@canary.example or call 0199 555-0142."
)
CANARIES = (
    "zanzara",
    "quillfeather",
    "zq@canary",
    "canary.example",
    "0199 555",
    "0199555",
    "ottlingen",
    "brackwater",
    "thornhollow",
)
CV = f"""Zanzara Quillfeather
zq@canary.example, 0199 555 0142, Ottlingen

Work experience
Payroll officer, Brackwater Mills
March 2019 - June 2023
- {SAID}

Education
BSc Accounting, Thornhollow College
"""


@pytest.fixture
def position():
    make.organisation()
    return make.published()


@pytest.fixture
def application(position):
    """An application that says who it is from wherever somebody can type."""
    at = timezone.now()
    sent = intake.receive(
        position,
        person=Person(
            "Zanzara Quillfeather",
            "zq@canary.example",
            phone="0199 555 0142",
            city="Ottlingen",
        ),
        work=[
            Job(
                "Payroll officer of Brackwater Mills",
                "Brackwater Mills Ltd",
                starts_on=dt.date(2019, 3, 1),
                current=True,
                text=SAID,
            ),
            Job("", "Brackwater Mills", starts_on=dt.date(2018, 3, 1), current=True),
        ],
        education=[
            Study("Thornhollow College diploma", institution="Thornhollow College")
        ],
        accomplishments={duty.pk: SAID for duty in told.scored_duties(position)},
        files=[("Zanzara_Quillfeather_CV.txt", CV.encode())],
        at=at,
        source="TEST",
    )
    for document in sent.documents.all():
        reading.read_document(document.pk, at=at)
    for status in (Status.UNDER_REVIEW, Status.SHORTLISTED):
        sent = pipeline.move(sent, status, by=position.owner, at=at)
    evaluation.evaluate_position(position.pk, at=at)
    return sent


def crawl(client, starts):
    """Follow every link, and fetch every hole of a page, from these addresses."""
    waiting = list(starts)
    texts: dict[str, str] = {}
    while waiting:
        address = waiting.pop().split("#")[0]
        if address in texts or "logout" in address or len(texts) > 300:
            continue
        for headers in ({}, {"HX-Request": "true"}):
            response = client.get(address, headers=headers)
            if response.status_code == 302:
                waiting.append(response.url)
            body = b"".join(response) if response.streaming else response.content
            texts[address] = texts.get(address, "") + html.unescape(
                body.decode(errors="replace")
            )
        found = re.findall(r'(?:href|hx-get|src)="(/[^"]*)"', texts[address])
        waiting += [html.unescape(link) for link in found if "/static/" not in link]
    return texts


def test_no_link_of_a_blind_panel_leads_to_who_somebody_is(
    client, position, application
):
    client.force_login(make.member(position).user)
    document = application.documents.get()
    starts = [
        reverse("home"),
        reverse("candidates:people"),
        reverse("positions:list"),
        reverse("screening:application", args=[application.pk]),
        reverse("screening:ranking", args=[position.slug]),
        reverse("candidates:pipeline", args=[position.slug]),
        reverse("candidates:move", args=[application.pk]),
        reverse("candidates:tell", args=[application.pk]),
        reverse("candidates:document", args=[document.pk]),
        reverse("candidates:document_text", args=[document.pk]),
        reverse("candidates:status", args=[application.pk]),
        reverse("screening:reveal", args=[application.pk]),
        reverse("screening:correct", args=[application.pk, 1]),
        reverse("audit:trail"),
        reverse("audit:position", args=[position.slug]),
    ]

    texts = crawl(client, starts)

    for address, text in texts.items():
        for canary in CANARIES:
            assert canary not in text.lower(), (address, canary)
    judged = texts[reverse("screening:application", args=[application.pk])]
    assert "At [employer] in [place] I, [name], ran the monthly payroll" in re.sub(
        r"</?mark>", "", judged
    )
    assert "[school] taught me; write to [contact] or call [contact]." in judged


@pytest.mark.parametrize("words", ["Zanzara", "quillfeather", "zq@canary.example"])
def test_no_search_of_a_blind_panel_finds_a_name(client, position, application, words):
    client.force_login(make.member(position).user)
    pages = [
        reverse("search"),
        reverse("candidates:people"),
        reverse("candidates:pipeline", args=[position.slug]),
    ]

    for page in pages:
        for sort in ("", "name", "-name"):
            text = client.get(page, {"q": words, "sort": sort}).text
            assert application.code not in text, page
            assert application.reference not in text, page


def test_hr_reads_the_same_quotes_as_they_were_written(client, application):
    client.force_login(make.user(Role.HR_MANAGER))

    page = client.get(reverse("screening:application", args=[application.pk])).text

    text = re.sub(r"</?mark>", "", html.unescape(page))
    assert "At Brackwater Mills in Ottlingen I, Zanzara Quillfeather, ran" in text
    assert "[employer]" not in text
