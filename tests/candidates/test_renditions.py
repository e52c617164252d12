"""Pages of a file as pictures: drawn once, when somebody opens it, and gone with it."""

import datetime as dt
import sys
from io import BytesIO

import pikepdf
import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from backoffice_ats.accounts.enums import Role
from backoffice_ats.audit.models import Act, AuditEvent
from backoffice_ats.management.commands import sweeper
from candidates.cv import drawing, sandbox
from candidates.enums import ErasureReason
from candidates.models import Document, PagePicture, Rendition
from candidates.services import erasure, orphans, renditions
from tests import make

pytestmark = pytest.mark.django_db
FULL = {"HX-Request": "true"}


@pytest.fixture
def hr():
    return make.user(Role.HR_MANAGER)


@pytest.fixture
def position(hr):
    return make.published(by=hr)


@pytest.fixture
def sent(position):
    return make.document(
        make.application(position), make.pdf(pages=3), name="my cv.pdf"
    )


def address(document, name, **more):
    return reverse(f"candidates:{name}", kwargs={"pk": document.pk, **more})


def wanted(document: Document, at: dt.datetime | None = None) -> Rendition:
    rendition = renditions.of(document, at=at or timezone.now())
    assert rendition is not None
    return rendition


def drawn(document):
    rendition = wanted(document)
    renditions.draw(rendition.pk, at=timezone.now())
    rendition.refresh_from_db()
    return rendition


def openings(document):
    events = AuditEvent.objects.filter(act=Act.CV_OPENED, subject_id=document.pk)
    return [event.details["how"] for event in events.order_by("pk")]


def paths(document):
    return renditions.paths_of(Document.objects.filter(pk=document.pk))


def files():
    folders = default_storage.listdir("cv")[0]
    return {
        f"cv/{folder}/{name}"
        for folder in folders
        for name in default_storage.listdir(f"cv/{folder}")[1]
    }


def test_the_first_look_asks_for_the_pages_and_the_next_shows_them(client, sent, hr):
    client.force_login(hr)
    page = address(sent, "document_pages")

    first = client.get(page).content.decode()
    sweeper_found = [bell.kind for bell in sweeper.due()]
    for bell in sweeper.due():
        if bell.kind == "pictures":
            bell.work()
    then = client.get(page, headers=FULL).content.decode()

    assert "being drawn" in first
    assert "hx-trigger" in first
    assert "pictures" in sweeper_found
    assert "being drawn" not in then
    assert "hx-trigger" not in then
    assert [
        address(sent, "document_picture", number=n) in then for n in (1, 2, 3, 4)
    ] == [True, True, True, False]
    assert address(sent, "document_copy") in then
    assert "<html" not in then


def test_a_look_while_it_is_drawn_is_one_opening(client, sent, hr):
    client.force_login(hr)
    page = address(sent, "document_pages")
    client.get(page)
    drawn(sent)

    client.get(page, headers=FULL)
    for n in (1, 2, 3):
        client.get(address(sent, "document_picture", number=n)).getvalue()

    assert openings(sent) == ["pages"]


def test_a_picture_asked_for_by_itself_leaves_a_line_too(client, sent, hr):
    drawn(sent)
    client.force_login(hr)

    client.get(address(sent, "document_picture", number=2)).getvalue()
    client.get(address(sent, "document_copy")).getvalue()

    assert openings(sent) == ["pages", "copy"]


def test_pictures_and_copies_cannot_act_on_our_pages(client, sent, hr):
    drawn(sent)
    client.force_login(hr)

    picture = client.get(address(sent, "document_picture", number=1))
    copy = client.get(address(sent, "document_copy"))

    assert picture.headers["Content-Type"] == "image/png"
    assert picture.getvalue().startswith(b"\x89PNG")
    assert copy.headers["Content-Disposition"] == (
        'attachment; filename="my cv (safe copy).pdf"'
    )
    with pikepdf.open(BytesIO(copy.getvalue())) as file:
        assert len(file.pages) == 3
    for response in (picture, copy):
        assert "sandbox" in response.headers["Content-Security-Policy"]
        assert response.headers["X-Content-Type-Options"] == "nosniff"
        assert response.headers["Cache-Control"] == "private, no-store"


def test_queries_do_not_grow_with_the_pages(client, position, hr):
    client.force_login(hr)
    counts = []
    for pages in (1, 4):
        document = make.document(
            make.application(position), make.pdf(pages=pages), name="cv.pdf"
        )
        drawn(document)
        with CaptureQueriesContext(connection) as queries:
            client.get(address(document, "document_pages"))
        counts.append(len(queries))

    assert counts[0] == counts[1]


def test_a_text_is_shown_as_text(client, position, hr):
    document = make.document(make.application(position))
    client.force_login(hr)

    response = client.get(address(document, "document_pages"))

    assert response.url == address(document, "document_text")
    assert renditions.of(document, at=timezone.now()) is None


def test_a_file_that_cannot_be_drawn_says_so(client, position, hr):
    broken = make.document(
        make.application(position), b"%PDF-1.4\n" + b"\0\xff" * 400, name="cv.pdf"
    )
    client.force_login(hr)

    assert drawn(broken).state == "FAILED"
    page = client.get(address(broken, "document_pages")).content.decode()
    assert "could not be drawn" in page
    assert address(broken, "document_copy") not in page
    assert client.get(address(broken, "document_copy")).status_code == 404


def test_it_is_drawn_once_however_often_it_is_rung(sent):
    rendition = drawn(sent)
    before = paths(sent)

    renditions.draw(rendition.pk, at=timezone.now() + dt.timedelta(days=1))

    assert paths(sent) == before
    assert rendition.pages.count() == 3


def test_a_worker_that_dies_thrice_gives_the_file_up(sent):
    now = timezone.now()
    rendition = wanted(sent, at=now)
    # Each try is counted before it is made.
    Rendition.objects.update(attempts=renditions.MAX_ATTEMPTS)

    renditions.draw(rendition.pk, at=now)

    rendition.refresh_from_db()
    assert rendition.state == "FAILED"


def test_a_painter_that_cannot_start_costs_no_try(sent, monkeypatch):
    now = timezone.now()
    rendition = wanted(sent, at=now)

    with monkeypatch.context() as broken:
        broken.setattr(sys, "executable", "/bin/false")
        with pytest.raises(sandbox.SandboxBrokenError):
            renditions.draw(rendition.pk, at=now)
    rendition.refresh_from_db()

    assert (rendition.state, rendition.attempts) == ("WAITING", 0)
    assert rendition.next_try_at > now


def test_a_file_erased_while_it_is_drawn_leaves_nothing(sent, monkeypatch):
    rendition = wanted(sent)
    before = files()

    def drawn_too_late(data):
        Rendition.objects.all().delete()
        return really(data)

    really = drawing.draw
    monkeypatch.setattr(drawing, "draw", drawn_too_late)
    renditions.draw(rendition.pk, at=timezone.now())

    assert files() == before
    assert not PagePicture.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_pictures_and_copy_go_with_the_person(sent, hr):
    drawn(sent)
    before = set(paths(sent))
    assert (len(before), before <= files()) == (5, True)

    erasure.erase_person(
        sent.application.candidate, by=hr, at=timezone.now(), why=ErasureReason.REQUEST
    )

    assert before.isdisjoint(files())


def test_what_a_rendition_names_is_no_orphan(sent):
    rendition = drawn(sent)
    in_a_month = timezone.now() + dt.timedelta(days=30)
    named = set(paths(sent))

    orphans.remove_orphans(at=in_a_month)
    kept = named & files()
    rendition.delete()
    orphans.remove_orphans(at=in_a_month)

    assert kept == named
    assert named & files() == {sent.file.name}
