"""Experts: invited by letter, rating alone by link, reviewed into a key."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from screening.enums import FormState
from screening.models import Expert
from screening.services import (
    authoring,
    experts,
    guests,
    sealing,
)
from tests import make

pytestmark = pytest.mark.django_db


def test_experts_are_invited_by_letter_and_rate_by_link(client, hr):
    make.organisation()
    form = make.scenarios(state=FormState.RATING)
    client.post(
        reverse("screening:expert_add", args=[form.pk]),
        {"people": "Ruth Adeyemi, ruth@example.org\n\nJo Ek <jo@example.org>"},
    )
    ruth, jo = form.experts.order_by("pk")
    assert (ruth.name, jo.email) == ("Ruth Adeyemi", "jo@example.org")

    assert experts.send(ruth.pk, at=timezone.now())
    assert not experts.send(ruth.pk, at=timezone.now())
    [letter] = mail.outbox
    token = guests.token_for(ruth)
    assert token in letter.body
    assert letter.to == ["ruth@example.org"]
    assert token not in ruth.link_digest

    client.logout()
    link = reverse("screening:expert_link", args=[token])
    shown = client.get(link)
    opened = client.post(link, {"proof": shown.context["proof"]})
    assert opened["Location"] == reverse("screening:expert_start", args=[ruth.pk])
    for number in range(1, 9):
        page = reverse("screening:expert_rate", args=[ruth.pk, number])
        rows = client.get(page).context["rows"]
        client.post(page, {f"o{option.pk}": "6" for option, _rating in rows})
    ruth.refresh_from_db()
    assert (ruth.rated, ruth.done_at is not None) == (32, True)
    assert "You have rated everything" in client.get(opened["Location"]).text
    assert (
        client.get(reverse("screening:expert_start", args=[jo.pk])).status_code == 404
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Write one name and address on each line."),
        ("Ruth", "Line 1: write a name, a comma and an address"),
        ("Ruth, ruth@", "Line 1: write a name, a comma and an address"),
        ("A, a@example.org\nB", "Line 2: write a name, a comma and an address"),
    ],
)
def test_a_wrong_line_is_named_and_nobody_is_invited(client, hr, typed, said):
    form = make.scenarios(state=FormState.RATING)

    page = client.post(
        reverse("screening:expert_add", args=[form.pk]), {"people": typed}
    )

    assert said in page.text
    assert not form.experts.exists()


def test_nobody_is_invited_twice_or_asked_again_too_soon(hr):
    form = make.scenarios(state=FormState.RATING)
    now = timezone.now()
    people = [("Ruth", "ruth@example.org"), ("Ruth A.", "RUTH@example.org")]

    [one] = experts.invite(form, people, by=hr, at=now)

    assert experts.invite(form, people, by=hr, at=now) == []
    assert experts.send(one.pk, at=now)
    one.refresh_from_db()
    assert not guests.ask_again(one, at=now + timedelta(days=1))
    assert guests.ask_again(one, at=now + timedelta(days=3))
    assert experts.send(one.pk, at=now + timedelta(days=3))


def test_a_frozen_form_takes_no_more_ratings(client, frozen):
    one = frozen.experts.first()
    option = authoring.options_of(frozen)[0]

    with pytest.raises(experts.ClosedError):
        experts.rate(one, {option.pk: 1}, at=timezone.now())
    session = client.session
    session["experts"] = [one.pk]
    session.save()
    page = reverse("screening:expert_rate", args=[one.pk, 1])
    told = client.post(page, {f"o{option.pk}": "1"}, follow=True)
    assert "Thank you, it is complete" in told.text


@pytest.mark.parametrize(("option", "rating"), [(0, 3), (None, 0), (None, 8)])
def test_what_is_no_rating_is_refused(option, rating):
    form = make.scenarios(state=FormState.RATING)
    one = make.expert(form)
    key = authoring.options_of(form)[0].pk if option is None else option

    with pytest.raises(ValueError, match=str(key)):
        experts.rate(one, {key: rating}, at=timezone.now())


def test_the_review_freezes_and_asks_why_where_somebody_disagrees(client, hr):
    form = make.scenarios(state=FormState.RATING)
    for number in range(10):
        make.rate_as_expert(make.expert(form, f"e{number}@example.org"))
    torn = authoring.options_of(form)[1]
    for number, one in enumerate(form.experts.all()):
        experts.rate(one, {torn.pk: 1 if number % 2 else 7}, at=timezone.now())
    address = reverse("screening:form_review", args=[form.pk])
    page = client.get(address)
    every = {f"o{option.pk}": "on" for option in authoring.options_of(form)}

    unsaid = client.post(address, every)
    assert "They do not agree about it." in page.text
    assert "Say why they count" in unsaid.text
    done = client.post(address, every | {"reason": "It tells who shouts."}, follow=True)

    assert "The key is frozen." in done.text
    form.refresh_from_db()
    assert form.panel["kept_in_spite"] == 1
    assert "It tells who shouts." in done.text


def test_an_expert_whose_ratings_cannot_be_opened_is_asked_again(
    client,
):
    form = make.scenarios(state=FormState.RATING)
    one = make.rate_as_expert(make.expert(form))
    hold = client.session
    hold["experts"] = [one.pk]
    hold.save()
    page = client.get(reverse("screening:expert_start", args=[one.pk])).text
    Expert.objects.update(sealed_ratings=sealing.seal({"1": 7})[:-4] + "AAAA")

    again = client.get(reverse("screening:expert_start", args=[one.pk])).text
    one.refresh_from_db()
    option = authoring.options_of(form)[0]
    saved = experts.rate(one, {option.pk: 7}, at=timezone.now())

    assert "You have rated everything" in page
    assert "Welcome" in again
    assert (saved.rated, saved.done_at) == (1, None)


def test_no_letter_waits_for_a_form_that_is_not_with_the_experts(hr):
    form = make.scenarios(state=FormState.RATING)
    one = make.expert(form)
    now = timezone.now()
    assert list(experts.due(now)) == [one]

    authoring.take_back(form)

    assert not experts.due(now)
    assert not experts.send(one.pk, at=now)
