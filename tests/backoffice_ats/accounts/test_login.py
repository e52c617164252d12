"""Logging in, out, and not signing up, by allauth as it is set up here."""

import re

import pytest
from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal import auth as totp
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from backoffice_ats.accounts.enums import Role
from backoffice_ats.accounts.models import Session, User
from backoffice_ats.accounts.services import people
from tests import make

pytestmark = pytest.mark.django_db

NEW_PASSWORD = "quite another long sentence"


def log_in(client, user, password=make.PASSWORD):
    return client.post("/account/login/", {"login": user.email, "password": password})


def test_login_works_and_the_session_id_rotates(client):
    user = make.user()
    client.get("/account/login/")
    client.session["seen"] = True
    client.session.save()
    session = client.session
    session["seen"] = True
    session.save()
    before = session.session_key
    client.cookies["session"] = before

    response = log_in(client, user)

    assert response.status_code == 302
    assert response.url == "/"
    after = client.session.session_key
    assert after != before
    assert not Session.objects.filter(session_key=before).exists()
    assert Session.objects.get(session_key=after).user_id == user.pk


def test_a_wrong_password_says_nothing_about_the_account(client):
    user = make.user()
    known = log_in(client, user, "wrong").content.decode()
    unknown = client.post(
        "/account/login/", {"login": "nobody@example.org", "password": "wrong"}
    ).content.decode()
    words = re.compile(r'class="ats-wrong"|not correct')
    assert words.findall(known) == words.findall(unknown) != []


def test_sign_up_is_closed(client):
    page = client.get("/account/signup/")
    assert page.status_code == 200
    assert b'name="password1"' not in page.content
    client.post(
        "/account/signup/",
        {
            "email": "mallory@example.org",
            "password1": NEW_PASSWORD,
            "password2": NEW_PASSWORD,
        },
    )
    assert not User.objects.filter(email="mallory@example.org").exists()


def test_logging_out_kills_the_session_on_the_server(client):
    user = make.user()
    log_in(client, user)
    key = client.session.session_key
    response = client.post(reverse("account_logout"))
    assert response.status_code == 302
    assert "storage" in response["Clear-Site-Data"]
    assert not Session.objects.filter(session_key=key).exists()
    client.cookies["session"] = key  # a stolen copy
    assert client.get("/account/").status_code == 302


def test_asking_to_log_out_does_not_do_it(client):
    log_in(client, make.user())
    response = client.get(reverse("account_logout"))
    assert response.status_code == 200
    assert "Clear-Site-Data" not in response
    assert client.get("/account/").status_code == 200


def test_a_forgotten_password_is_reset_by_a_link_that_works_once(client):
    user = make.user()
    client.post("/account/password/reset/", {"email": user.email})
    body = str(mail.outbox[0].body)
    link = re.search(r"https?://\S+/password/reset/key/\S+", body)
    assert link
    path = "/" + link[0].split("/", 3)[3]

    form = client.get(path)
    client.post(form.url, {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})

    user.refresh_from_db()
    assert user.check_password(NEW_PASSWORD)
    client.session.flush()
    again = client.get(path)
    assert again.status_code == 200
    assert b'name="password1"' not in again.content


def test_nobody_learns_who_has_an_account_by_asking_for_a_link(client):
    user = make.user()
    known = client.post("/account/password/reset/", {"email": user.email})
    unknown = client.post("/account/password/reset/", {"email": "no@example.org"})
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)


def test_the_second_factor_is_asked_for(client):
    user = make.user()
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(user, secret)

    response = log_in(client, user)
    assert response.url == reverse("mfa_authenticate")
    assert client.get("/account/").status_code == 302  # not in yet

    code = totp.format_hotp_value(
        totp.hotp_value(secret, next(totp.yield_hotp_counters_from_time()))
    )
    assert get_adapter().is_mfa_enabled(user)
    client.post(reverse("mfa_authenticate"), {"code": code})
    assert client.get("/account/").status_code == 200


def test_whoever_is_stopped_is_out_at_once_and_stays_out(client):
    administrator = make.user(Role.ADMINISTRATOR)
    user = make.user()
    log_in(client, user)
    assert client.get("/account/").status_code == 200

    assert people.deactivate(user.pk, by=administrator, at=timezone.now()) == 1

    assert client.get("/account/").status_code == 302
    assert not Session.objects.filter(user=user).exists()
    log_in(client, user)
    assert client.get("/account/").status_code == 302


def test_a_session_that_outlives_the_clean_up_is_dead_too(client):
    """The row of the user decides on every request, not the session alone."""
    user = make.user()
    log_in(client, user)
    User.objects.filter(pk=user.pk).update(is_active=False)
    assert client.get("/account/").status_code == 302


def test_a_bad_host_is_refused(client):
    response = client.get("/account/login/", headers={"host": "evil.example"})
    assert response.status_code == 400
