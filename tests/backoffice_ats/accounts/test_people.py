"""Inviting people, changing their roles, stopping them."""

import datetime as dt
import re
import threading

import pytest
from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.core import mail
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from backoffice_ats.accounts.enums import Role
from backoffice_ats.accounts.models import User
from backoffice_ats.accounts.services import people
from backoffice_ats.audit.models import Act, AuditEvent
from tests import make

PASSWORD = "a sentence nobody guesses"


pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator():
    make.organisation()
    return make.user(Role.ADMINISTRATOR)


@pytest.fixture
def admin_client(client, administrator):
    client.force_login(administrator)
    return client


def invite(client, **fields):
    data = {"name": "Owen Laidlaw", "email": "owen@example.org", "role": Role.AUDITOR}
    return client.post("/account/people/invite/", data | fields)


def link_in(letter):
    found = re.search(r"https?://[^/]+(/account/password/reset/key/\S+)", letter.body)
    assert found
    return found[1]


def set_password(client, path):
    form = client.get(path)
    if form.status_code != 302:
        return form
    return client.post(form.url, {"password1": PASSWORD, "password2": PASSWORD})


def test_an_invitation_makes_an_account_and_lets_somebody_in(admin_client, client):
    response = invite(admin_client)
    assert response.url == "/account/people/"
    assert "owen@example.org" in admin_client.get(response.url).content.decode()
    user = User.objects.get(email="owen@example.org")
    assert not user.has_usable_password()
    letter = mail.outbox[0]
    assert letter.to == ["owen@example.org"]
    assert letter.from_email == "Larkfield Mutual <people@larkfield.example>"
    assert "72 hours" in letter.body

    client.logout()
    set_password(client, link_in(letter))
    user.refresh_from_db()
    assert user.check_password(PASSWORD)
    client.post("/account/login/", {"login": user.email, "password": PASSWORD})
    assert client.get("/account/").status_code == 200
    assert AuditEvent.objects.get(act=Act.INVITED).subject_id == user.pk


def test_the_link_of_an_invitation_works_once(admin_client, client):
    invite(admin_client)
    client.logout()
    path = link_in(mail.outbox[0])
    set_password(client, path)
    client.session.flush()
    assert b'name="password1"' not in client.get(path).content


@pytest.mark.parametrize(("hours", "works"), [(71, True), (73, False)])
def test_the_link_of_an_invitation_runs_out_after_three_days(
    admin_client, client, monkeypatch, hours, works
):
    invite(admin_client)
    client.logout()
    user = User.objects.get(email="owen@example.org")
    # The library's own generator, with a clock that is so many hours behind.
    earlier = type(default_token_generator)()
    monkeypatch.setattr(
        earlier,
        "_now",
        lambda: dt.datetime.now() - dt.timedelta(hours=hours),  # noqa: DTZ005 -- the generator counts in naive local time
    )
    key = earlier.make_token(user)
    response = client.get(
        reverse("account_reset_password_from_key", args=[user_pk_to_url_str(user), key])
    )
    assert (response.status_code == 302) is works
    if not works:
        assert b'name="password1"' not in response.content


def test_an_invitation_can_be_sent_again_until_somebody_came(admin_client):
    invite(admin_client)
    user = User.objects.get(email="owen@example.org")
    admin_client.post(f"/account/people/{user.pk}/resend/")
    assert len(mail.outbox) == 2
    User.objects.filter(pk=user.pk).update(last_login=timezone.now())
    response = admin_client.post(f"/account/people/{user.pk}/resend/")
    assert response.status_code == 404
    assert len(mail.outbox) == 2


def test_an_invitation_that_the_mail_server_refuses_is_said(admin_client, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # nobody listens
    page = admin_client.post(
        "/account/people/invite/",
        {"name": "Owen", "email": "owen@example.org", "role": Role.AUDITOR},
        follow=True,
    )
    assert "did not take the" in page.content.decode()
    assert User.objects.filter(email="owen@example.org").exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ""),
        ("name", "x" * 151),
        ("name", "Owen\r\nBcc: all@example.org"),
        ("name", "Owen\x00"),
        ("name", "\u202eOwen"),
        ("email", "owen"),
        ("email", "owen@example.org\r\nBcc: all@example.org"),
        ("email", "x" * 10_000 + "@example.org"),
        ("role", "EMPEROR"),
        ("role", ""),
    ],
)
def test_bad_input_is_said_beside_the_field_and_nothing_is_made(
    admin_client, field, value
):
    before = User.objects.count()
    response = invite(admin_client, **{field: value})
    assert response.status_code == 200
    assert f'id="id_{field}_error"' in response.content.decode()
    assert User.objects.count() == before
    assert not mail.outbox


def test_markup_in_a_name_stays_text(admin_client):
    invite(admin_client, name="<script>alert(1)</script>{{7*7}}")
    page = admin_client.get("/account/people/").content.decode()
    assert "<script>alert" not in page
    assert "{{7*7}}" in page


def test_an_address_is_taken_whatever_its_case(admin_client):
    invite(admin_client)
    response = invite(admin_client, email="OWEN@example.org")
    assert "here already" in response.content.decode()
    assert User.objects.filter(email__iexact="owen@example.org").count() == 1


def test_a_changed_role_holds_at_once(admin_client):
    user = make.user(Role.HR_MANAGER)
    admin_client.post(
        f"/account/people/{user.pk}/", {"name": "New Name", "role": Role.AUDITOR}
    )
    user.refresh_from_db()
    assert (user.name, user.role) == ("New Name", Role.AUDITOR)
    assert not user.has_perm("positions.add_position")


def test_a_superuser_who_becomes_something_else_loses_everything(administrator):
    user = User.objects.create_superuser("root@example.org", PASSWORD)
    people.change(
        user.pk,
        name="Root",
        role=Role.PANEL_MEMBER,
        by=administrator,
        at=timezone.now(),
    )
    user.refresh_from_db()
    assert not user.is_superuser
    assert not user.has_perm("accounts.change_user")


def test_you_cannot_stop_or_demote_yourself(admin_client, administrator):
    make.user(Role.ADMINISTRATOR)
    page = admin_client.post(
        f"/account/people/{administrator.pk}/stop/", follow=True
    ).content.decode()
    assert "cannot stop your own account" in page
    admin_client.post(
        f"/account/people/{administrator.pk}/",
        {"name": "Me", "role": Role.AUDITOR},
    )
    administrator.refresh_from_db()
    assert administrator.is_active
    assert administrator.role == Role.ADMINISTRATOR


def test_the_last_administrator_stays(administrator):
    hr = make.user(Role.HR_MANAGER)
    with pytest.raises(people.LastAdministratorError):
        people.deactivate(administrator.pk, by=hr, at=timezone.now())
    with pytest.raises(people.LastAdministratorError):
        people.change(
            administrator.pk, name="x", role=Role.AUDITOR, by=hr, at=timezone.now()
        )


@pytest.mark.django_db(transaction=True)
def test_two_administrators_cannot_stop_each_other_at_the_same_time():
    one, two = make.user(Role.ADMINISTRATOR), make.user(Role.ADMINISTRATOR)
    start = threading.Barrier(2)

    def stop(victim, by):
        start.wait()
        try:
            people.deactivate(victim.pk, by=by, at=timezone.now())
        except people.LastAdministratorError:
            pass
        finally:
            connection.close()

    threads = [
        threading.Thread(target=stop, args=pair) for pair in [(one, two), (two, one)]
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert User.objects.filter(role=Role.ADMINISTRATOR, is_active=True).count() == 1


def test_stopping_asks_first_and_can_be_taken_back(admin_client):
    user = make.user(name="Henrik Lund")
    ask = admin_client.get(f"/account/people/{user.pk}/stop/").content.decode()
    assert "Stop Henrik Lund from logging in?" in ask
    active = User.objects.filter(pk=user.pk, is_active=True)
    assert active.exists()
    admin_client.post(f"/account/people/{user.pk}/stop/")
    assert not active.exists()
    admin_client.post(f"/account/people/{user.pk}/restart/")
    assert active.exists()
