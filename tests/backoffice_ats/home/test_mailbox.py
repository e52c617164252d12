"""The reader of mail that a local run keeps in files."""

import pytest
from django.core.mail import EmailMultiAlternatives, get_connection, send_mail

from backoffice_ats.accounts.enums import Role
from tests import make

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("kept")]


@pytest.fixture
def kept(settings, tmp_path):
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmp_path / "outbox")
    settings.LOCAL = True


def send(subject="Your application", body="Go to http://localhost:8000/status/abc/"):
    send_mail(subject, body, "us@larkfield.example", ["aoife@mail.example"])


def test_an_empty_outbox_says_what_to_do(client):
    assert "No mail yet" in client.get("/outbox/").content.decode()


def test_a_letter_can_be_read_and_its_link_followed(client):
    send()
    listed = client.get("/outbox/").content.decode()
    assert "Your application" in listed
    path = listed.split('href="/outbox/')[1].split('"')[0]
    page = client.get(f"/outbox/{path}").content.decode()
    assert 'href="http://localhost:8000/status/abc/"' in page
    assert "aoife@mail.example" in page


def test_letters_of_one_connection_are_apart_and_newest_first(client):
    with get_connection() as connection:
        for number in range(3):
            EmailMultiAlternatives(
                f"Letter {number}",
                "Grüße aus Köln — " + "-" * 79,
                "us@larkfield.example",
                ["a@b.example"],
                connection=connection,
            ).send()
    page = client.get("/outbox/").content.decode()
    places = [page.index(f"Letter {number}") for number in (2, 1, 0)]
    assert places == sorted(places)


def test_markup_in_a_letter_stays_text(client):
    send(body="<script>alert(1)</script> {{7*7}} javascript:alert(1)")
    listed = client.get("/outbox/").content.decode()
    path = listed.split('href="/outbox/')[1].split('"')[0]
    page = client.get(f"/outbox/{path}").content.decode()
    assert "<script>alert" not in page
    assert 'href="javascript' not in page
    assert "{{7*7}}" in page


@pytest.mark.parametrize("key", ["no-such", "..", "20260101-000000-1-99"])
def test_only_what_is_listed_can_be_read(client, key):
    send()
    assert client.get(f"/outbox/{key}/").status_code == 404


def test_elsewhere_only_administrators_read_it(client, settings):
    settings.LOCAL = False
    assert client.get("/outbox/").status_code == 404
    client.force_login(make.user(Role.HR_MANAGER))
    assert client.get("/outbox/").status_code == 404
    client.force_login(make.user(Role.ADMINISTRATOR))
    assert client.get("/outbox/").status_code == 200


def test_where_mail_is_really_sent_there_is_no_outbox(client, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    client.force_login(make.user(Role.ADMINISTRATOR))
    assert client.get("/outbox/").status_code == 404
