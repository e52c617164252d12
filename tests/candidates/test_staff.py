"""Who of the staff sees and does what; lists in a constant number of queries."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from backoffice_ats.accounts.enums import Role
from backoffice_ats.audit.models import Act, AuditEvent
from candidates.models import Application
from candidates.services import identity, limits, pipeline
from candidates.stages import Status
from tests import make

pytestmark = pytest.mark.django_db


@pytest.fixture
def position():
    make.organisation()
    return make.published()


@pytest.fixture
def application(position):
    made = make.application(position)
    make.document(made, name="../../Aoife Marsh\N{EN DASH}CV.txt")
    return made


def login(client, role, position=None):
    user = make.user(role)
    if position is not None:
        make.member(position, user)
    client.force_login(user)
    return user


def addresses(application):
    document = application.documents.get()
    return {
        "pipeline": reverse("candidates:pipeline", args=[application.position.slug]),
        "people": reverse("candidates:people"),
        "move": reverse("candidates:move", args=[application.pk]),
        "document": reverse("candidates:document", args=[document.pk]),
        "document_text": reverse("candidates:document_text", args=[document.pk]),
    }


def drain(response):
    """Read a streamed answer to its end, which closes its file."""
    return b"".join(response.streaming_content) if response.streaming else b""


ACCESS = {
    Role.ADMINISTRATOR: (200, 200, 200, 200, 200),
    Role.HR_MANAGER: (200, 200, 200, 200, 200),
    Role.AUDITOR: (200, 200, 403, 200, 200),
    Role.PANEL_MEMBER: (200, 200, 403, 403, 403),
}


@pytest.mark.parametrize("role", ACCESS)
def test_each_role_opens_what_it_may(client, application, role):
    member = application.position if role == Role.PANEL_MEMBER else None
    login(client, role, member)

    responses = [client.get(address) for address in addresses(application).values()]
    for response in responses:
        drain(response)

    assert tuple(response.status_code for response in responses) == ACCESS[role]


def test_strangers_are_sent_to_the_login(client, application):
    for address in addresses(application).values():
        response = client.get(address)
        assert response.status_code == 302
        assert response.url.startswith("/account/login/")


def test_a_foreign_panel_member_finds_nothing(client, application):
    login(client, Role.PANEL_MEMBER, make.published(title="Archivist"))

    assert client.get(addresses(application)["pipeline"]).status_code == 404
    assert application.code not in client.get(addresses(application)["people"]).text


def test_a_blind_panel_reads_codes_and_cannot_search_or_sort_by_name(
    client, application
):
    other = make.application(application.position, name="Zed", email="z@mail.example")
    user = login(client, Role.PANEL_MEMBER, application.position)
    pipeline_ = addresses(application)["pipeline"]

    pages = [
        client.get(address)
        for address in (
            pipeline_,
            reverse("candidates:people"),
            f"{pipeline_}?sort=name",
        )
    ]
    by_name = [
        client.get(f"{address}?q=Marsh").text
        for address in (pipeline_, reverse("candidates:people"))
    ]

    assert identity.shown_to(application, user) == identity.Identity(
        application.code, hidden=True
    )
    for page in pages:
        assert application.code in page.text
        assert "Aoife" not in page.text
        assert "mail.example" not in page.text
    for text in by_name:
        assert application.code not in text
    order = [row.application.code for row in pages[2].context["board"].rows]
    assert order == sorted([application.code, other.code])
    assert "Names hidden" in pages[0].text


def test_a_panel_that_is_not_blind_reads_names(client):
    make.organisation()
    open_ = make.published(blind_review=False)
    application = make.application(open_)
    login(client, Role.PANEL_MEMBER, open_)

    assert "Aoife Marsh" in client.get(f"/positions/{open_.slug}/pipeline/").text
    assert application.reference in client.get("/people/?q=marsh").text


def test_drafts_are_nobodys_business(client, position):
    client.post(reverse("candidates:apply", args=[position.slug]))
    draft = Application.objects.get()
    login(client, Role.ADMINISTRATOR)

    assert client.get(reverse("candidates:move", args=[draft.pk])).status_code == 404
    page = client.get(reverse("candidates:pipeline", args=[position.slug]))
    assert "No applications yet" in page.text


# ---- lists ----


@pytest.mark.parametrize("name", ["pipeline", "people"])
def test_lists_ask_the_same_number_of_questions_of_one_row_and_three(
    client, application, name
):
    login(client, Role.HR_MANAGER)
    address = addresses(application)[name]
    client.get(address)

    with CaptureQueriesContext(connection) as one:
        client.get(address)
    for number in range(2):
        more = make.application(application.position, email=f"{number}@mail.example")
        make.document(more)
    with CaptureQueriesContext(connection) as three:
        page = client.get(address)

    assert page.text.count("<tr>") == 4
    assert len(three) == len(one) < 15


@pytest.mark.parametrize(
    "query",
    [
        "q=%00",
        "q=" + "x" * 5_000,
        "q=%25' OR 1=1 --",
        "show=nobody",
        "sort=candidate__email",
        "sort=-password",
        "page=minus",
        "page=99999999999999999999",
        "show=submitted&sort=name&q=aoife&page=1",
        "show=untold",
        "show=check",
    ],
)
def test_no_query_breaks_a_list(client, application, query):
    login(client, Role.HR_MANAGER)

    for name in ("pipeline", "people"):
        assert client.get(f"{addresses(application)[name]}?{query}").status_code == 200


def test_the_pipeline_filters_sorts_and_finds(client, position):
    ada = make.application(position, name="Ada Long", email="ada@mail.example")
    bo = make.application(
        position, name="bo Short", email="bo@mail.example", status=Status.SHORTLISTED
    )
    login(client, Role.HR_MANAGER)
    base = reverse("candidates:pipeline", args=[position.slug])

    def shown(query):
        board = client.get(f"{base}?{query}").context["board"]
        return [row.application for row in board.rows]

    assert shown("") == [bo, ada]
    assert shown("sort=received") == [ada, bo]
    assert shown("sort=name") == [ada, bo]
    assert shown("sort=-name") == [bo, ada]
    assert shown("show=shortlisted") == [bo]
    assert shown("q=ADA@mail") == [ada]
    assert shown(f"q={str(bo.reference).lower()}") == [bo]


def test_a_filled_position_lists_who_waits_for_an_outcome(client):
    make.organisation()
    position = make.published(openings=1)
    make.application(position, status=Status.HIRED)
    waiting = make.application(position, name="Bo", email="bo@mail.example")
    login(client, Role.HR_MANAGER)

    page = client.get(reverse("candidates:pipeline", args=[position.slug]))

    assert "All openings are filled" in page.text
    assert (
        reverse("candidates:move", args=[waiting.pk]) + "?to=NOT_SELECTED" in page.text
    )


# ---- moving ----


def test_moving_and_telling_are_two_things(client, application):
    login(client, Role.HR_MANAGER)
    move = addresses(application)["move"]

    client.post(move, {"to": "SHORTLISTED"})
    untold = application.letters.count()
    client.post(reverse("candidates:tell", args=[application.pk]))

    application.refresh_from_db()
    assert application.status == Status.SHORTLISTED
    assert untold == 0
    assert application.letters.get().kind == "SHORTLISTED"


def test_a_list_says_how_long_somebody_has_waited_where_they_are(client, position):
    user = login(client, Role.HR_MANAGER)
    address = reverse("candidates:pipeline", args=[position.slug])
    now = timezone.now()
    application = make.application(position, at=now - dt.timedelta(days=30, hours=3))

    received = client.get(address).text
    pipeline.move(
        application,
        Status.SHORTLISTED,
        by=user,
        at=now - dt.timedelta(days=12, hours=3),
    )
    moved = client.get(address).text
    pipeline.move(
        application,
        Status.NOT_SELECTED,
        by=user,
        at=now - dt.timedelta(days=5),
        reason_code="LESS_EVIDENCE",
    )
    decided = client.get(address).text

    assert "here for 30 days" in received
    assert "here for 12 days" in moved
    assert "here for" not in decided


def test_a_no_needs_its_reason_on_the_page(client, application):
    user = login(client, Role.HR_MANAGER)
    move = addresses(application)["move"]

    refused = client.post(move, {"to": "NOT_SELECTED", "note": "No payroll yet."})
    decided = client.post(
        move,
        {"to": "NOT_SELECTED", "reason_code": "LESS_EVIDENCE", "tell": "on"},
        follow=True,
    )

    application.refresh_from_db()
    assert refused.text.count("Choose the reason.") == 2
    assert "No payroll yet." in refused.text
    assert application.status == Status.NOT_SELECTED
    assert application.decided_by == user
    assert application.outcome_sent_at is not None
    assert "Others showed stronger evidence" in application.letters.get().body
    assert "The letter is on its way." in decided.text


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"to": "HIRED"},
        {"to": "WITHDRAWN"},
        {"to": "<script>"},
        {"to": "NOT_SELECTED", "reason_code": "BORED"},
        {"to": "NOT_SELECTED", "reason_code": "OFFER_DECLINED"},
        {"to": "SHORTLISTED", "note": "x" * 2_001},
        {"to": "SHORTLISTED", "note": "a\0b"},
        {"to": "DECLINED"},
    ],
)
def test_a_wrong_move_is_said_and_changes_nothing(client, application, given):
    login(client, Role.HR_MANAGER)

    page = client.post(addresses(application)["move"], given)

    application.refresh_from_db()
    assert page.status_code == 200
    assert "There is a problem" in page.text
    assert application.status == Status.SUBMITTED


def test_telling_where_there_is_no_news_is_no_error(client, application):
    login(client, Role.HR_MANAGER)

    moved = client.post(
        addresses(application)["move"], {"to": "UNDER_REVIEW", "tell": "on"}
    )
    again = client.post(reverse("candidates:tell", args=[application.pk]), follow=True)

    application.refresh_from_db()
    assert moved.status_code == 302
    assert application.status == Status.UNDER_REVIEW
    assert "The applicant knows this already." in again.text
    assert application.letters.count() == 1


def test_declining_an_offer_is_recorded_on_the_page(client, application):
    pipeline.move(
        application, Status.OFFER, by=application.position.owner, at=timezone.now()
    )
    login(client, Role.HR_MANAGER)

    client.post(addresses(application)["move"], {"to": "DECLINED", "note": "Pay."})

    application.refresh_from_db()
    assert (application.status, application.note) == (Status.WITHDRAWN, "Pay.")


# ---- files ----


def test_a_file_is_saved_never_shown_and_leaves_a_line_each_time(client, application):
    user = login(client, Role.HR_MANAGER)
    address = addresses(application)["document"]

    drain(client.get(address))
    response = client.get(address)
    body = drain(response)

    assert body.startswith(b"Payroll officer.")
    assert response.headers["Content-Disposition"].startswith("attachment;")
    assert "/" not in response.headers["Content-Disposition"]
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response.headers["Content-Security-Policy"]
    assert "no-store" in response.headers["Cache-Control"]
    events = AuditEvent.objects.filter(act=Act.CV_OPENED)
    assert [event.actor for event in events] == [user, user]


def test_a_refusal_leaves_no_line(client, application):
    login(client, Role.PANEL_MEMBER, application.position)

    client.get(addresses(application)["document"])

    assert not AuditEvent.objects.filter(act=Act.CV_OPENED).exists()


def test_a_file_that_is_gone_is_not_found(client, application):
    document = application.documents.get()
    document.file.storage.delete(document.file.name)
    login(client, Role.HR_MANAGER)

    assert client.get(addresses(application)["document"]).status_code == 404


# ---- limits ----


def test_a_bucket_gives_what_it_holds_and_fills_again():
    def allow(key):
        return limits.allow("test", key, capacity=3, per_seconds=3_600)

    assert [allow("a") for _ in range(4)] == [True, True, True, False]
    assert allow("b")
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE candidates_ratebucket SET at = at - interval '20 minutes'"
        )
    assert [allow("a") for _ in range(2)] == [True, False]


@pytest.mark.parametrize(
    ("forwarded", "remote", "trusted", "prefix"),
    [
        ("", "192.0.2.1", 0, "192.0.2.1"),
        ("10.9.9.9", "192.0.2.1", 0, "192.0.2.1"),
        ("6.6.6.6, 10.9.9.9", "192.0.2.1", 1, "10.9.9.9"),
        ("6.6.6.6, 10.9.9.9, 10.0.0.1", "192.0.2.1", 2, "10.9.9.9"),
        ("10.9.9.9", "192.0.2.1", 2, "192.0.2.1"),
        ("", "2001:db8:1:2:3:4:5:6", 0, "2001:db8:1:2::/64"),
        ("", "::ffff:192.0.2.1", 0, "192.0.2.1"),
        ("junk", "", 1, "unknown"),
    ],
)
def test_only_trusted_proxies_are_believed(forwarded, remote, trusted, prefix):
    assert limits.client_of(forwarded, remote, trusted=trusted) == prefix


# ---- the next step ----


def test_who_does_what_next_stands_in_lists_and_on_their_start_page(client):
    make.organisation()
    hr = make.user(Role.HR_MANAGER)
    application = make.application(make.published())
    client.force_login(hr)
    address = reverse("candidates:plan_next", args=[application.pk])

    alone = client.post(address, {"next-owner": hr.pk}).text
    kept = client.post(
        address,
        {
            "next-action": "Ring the referee",
            "next-owner": hr.pk,
            "next-on": "2020-01-02",
        },
        follow=True,
    ).text
    pipeline = client.get(
        reverse("candidates:pipeline", args=[application.position.slug])
    ).text
    today = client.get("/").text
    client.post(address, {})

    assert "Say what is to be done." in alone
    assert "The next step is kept." in kept
    assert "Ring the referee" in pipeline
    assert "Promised and late" in today
    assert "Ring the referee" in today
    assert "Ring the referee" not in client.get("/").text


def test_a_panel_member_cannot_be_given_a_step_and_sees_none(client):
    make.organisation()
    position = make.published()
    application = make.application(position)
    member = make.member(position).user
    client.force_login(make.user(Role.HR_MANAGER))

    page = client.post(
        reverse("candidates:plan_next", args=[application.pk]),
        {"next-action": "Secretly ring", "next-owner": member.pk},
    )
    client.post(
        reverse("candidates:plan_next", args=[application.pk]),
        {"next-action": "Secretly ring"},
    )
    client.force_login(member)

    assert "Choose a colleague from the list." in page.text
    shown = client.get(reverse("candidates:pipeline", args=[position.slug])).text
    assert "Secretly ring" not in shown
