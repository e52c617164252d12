"""Finding people, their record, notes and tags."""

import datetime as dt
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from backoffice_ats.accounts.enums import Role
from candidates.enums import Visibility
from candidates.models import Application, Mention, Note, SearchEntry, Tag
from candidates.services import corrections, notes, reading, search, tags
from candidates.services.answers import Job, Person
from candidates.services.search import Filters
from candidates.stages import Status
from positions.models import Position, SavedView
from tests import make

CV = b"""Aoife Marsh

Work experience

Payroll officer, Tannoch Logistics
March 2020 - present
- Closed the month end accounts and r\xc3\xa9conciled invoices
"""


@pytest.fixture
def position(db):
    make.organisation()
    return named()


def named():
    """A position whose panel reads names."""
    made = make.published()
    Position.objects.filter(pk=made.pk).update(blind_review=False)
    made.refresh_from_db()
    return made


@pytest.fixture
def hr(db):
    return make.user(Role.HR_MANAGER)


def applied(position, name, **fields):
    """Somebody whose words are in the index."""
    application = make.application(position, name=name, **fields)
    search.index(application.pk)
    return application


def person_of(application):
    """Return whose application it is; one that was sent has somebody."""
    person = application.candidate
    assert person is not None
    return person


def found(user, words="", **filters):
    return [person_of(one).name for one in search.find(user, words, Filters(**filters))]


# ---- search ----


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Marsh", ["Aoife Marsh"]),
        ("marsh", ["Aoife Marsh"]),
        ("Aofie Marsh", ["Aoife Marsh"]),
        ("Mar", ["Aoife Marsh"]),
        ("payroll", ["Aoife Marsh"]),
        ("invoice", ["Ben Okafor"]),
        ("reconciled", ["Ben Okafor"]),
        ('"month end"', ["Ben Okafor"]),
        ('"end month"', []),
        ("payroll OR month", ["Ben Okafor", "Aoife Marsh"]),
        ("officer -payroll", ["Ben Okafor"]),
        ("IT", ["Aoife Marsh"]),
        ("nothing of that", []),
    ],
)
def test_names_are_found_by_likeness_and_the_rest_by_words(position, hr, words, names):
    applied(
        position, "Aoife Marsh", work=[Job("Payroll officer", text="Ran the IT desk")]
    )
    applied(
        position,
        "Ben Okafor",
        work=[Job("Officer", text="Closed month end. Réconciled invoices")],
    )

    assert found(hr, words) == names


def test_the_text_of_a_cv_is_searched_and_the_match_is_shown(client, position, hr):
    application = make.application(position, name="Zoë Quist")
    document = make.document(application, CV)
    reading.read_document(document.pk, at=timezone.now())
    search.index(application.pk)
    client.force_login(hr)

    page = client.get(reverse("candidates:people"), {"q": '"month end"'})

    assert "Zoë Quist" in page.text
    assert re.search(r"<mark\s*>month</mark> <mark\s*>end</mark>", page.text)


def test_markup_in_a_cv_is_text_around_the_match(client, position, hr):
    applied(
        position, "Eve", work=[Job("Clerk", text="<script>alert(1)</script> ledger")]
    )
    client.force_login(hr)

    page = client.get(reverse("candidates:people"), {"q": "ledger"})

    assert re.search(r"<mark\s*>ledger</mark>", page.text)
    assert "<script>alert(1)" not in page.text


@pytest.mark.parametrize(
    "words",
    [
        "'; DROP TABLE x --",
        "((",
        "a & | !",
        "\\",
        "%",
        '"',
        "-",
        "OR OR",
        "\x02",
        "é" * 200,
    ],
)
def test_whatever_is_typed_is_a_search_and_no_error(client, position, hr, words):
    applied(position, "Aoife Marsh")
    client.force_login(hr)

    assert client.get(reverse("candidates:people"), {"q": words}).status_code == 200


def test_filters_narrow_and_nonsense_narrows_nothing(client, position, hr):
    other = named()
    applied(position, "Aoife Marsh")
    ben = applied(other, "Ben Okafor", status=Status.SHORTLISTED)
    old = applied(other, "Cy Old", at=timezone.now() - dt.timedelta(days=90))
    tags.add(person_of(ben), "Polish")
    client.force_login(hr)

    assert found(hr, position=other.pk) == ["Ben Okafor", "Cy Old"]
    assert found(hr, status="SHORTLISTED") == ["Ben Okafor"]
    assert found(hr, tag=Tag.objects.get().pk) == ["Ben Okafor"]
    assert found(hr, until=timezone.localdate() - dt.timedelta(days=9)) == ["Cy Old"]
    assert found(hr, since=timezone.localdate()) == ["Ben Okafor", "Aoife Marsh"]
    assert found(hr, with_cv=True) == []
    page = client.get(
        reverse("candidates:people"),
        {"position": "x'", "since": "soon", "status": "EVIL", "tag": "-1"},
    )
    assert all(name in page.text for name in ("Aoife", "Ben", old.candidate.name))


def test_a_panel_finds_only_what_it_reads_and_no_name_that_is_hidden(position):
    blind = named()
    Position.objects.filter(pk=blind.pk).update(blind_review=True)
    elsewhere = named()
    applied(position, "Aoife Marsh", work=[Job("Payroll officer")])
    hidden = applied(blind, "Ben Okafor", work=[Job("Payroll officer")])
    applied(elsewhere, "Cy Old", work=[Job("Payroll officer")])
    member = make.member(position).user
    make.member(blind, member)

    assert found(member, "payroll") == ["Aoife Marsh"]
    assert found(member, "Okafor") == []
    assert found(member, hidden.code) == ["Ben Okafor"]
    assert search.snippets([hidden.pk], "payroll", member) == {}


def test_what_changes_is_found_anew(position, hr):
    application = applied(position, "Aoife Marsh", work=[Job("Clerk")])

    corrections.correct_job(
        application.work.get(), Job("Bookkeeper"), at=timezone.now()
    )
    stale = SearchEntry.objects.get().stale
    search.index(application.pk)

    assert stale
    assert found(hr, "bookkeeper") == ["Aoife Marsh"]
    assert found(hr, "clerk") == []
    assert not search.index(application.pk)


def test_a_note_is_found_by_those_who_may_read_it(position, hr):
    application = applied(position, "Aoife Marsh")
    member = make.member(position).user
    for text, visibility in {
        "zebra": Visibility.TEAM,
        "giraffe": Visibility.HR,
        "okapi": Visibility.PRIVATE,
    }.items():
        notes.write(
            application, text=text, visibility=visibility, by=hr, at=timezone.now()
        )

    seen = {
        word: [found(user, word) for user in (hr, member)]
        for word in ("zebra", "giraffe", "okapi")
    }
    name = ["Aoife Marsh"]
    assert seen == {
        "zebra": [name, name],
        "giraffe": [name, []],
        "okapi": [name, []],
    }


def test_a_page_of_results_asks_the_same_questions_of_many(
    client, position, hr, django_assert_max_num_queries
):
    client.force_login(hr)
    for number in range(30):
        applied(position, f"Person {number}", work=[Job("Payroll officer")])

    with django_assert_max_num_queries(14):
        client.get(reverse("candidates:people"), {"q": "payroll"})


@given(st.text(alphabet="ab \x02\x03…", max_size=40))
def test_pieces_hold_the_text_without_its_marks(headline):
    pieces = search.pieces(headline)

    whole = "".join(piece.text for piece in pieces)
    assert whole == headline.replace("\x02", "").replace("\x03", "")
    assert all(piece.text for piece in pieces)


# ---- the record ----


def test_a_search_is_kept_and_its_words_are_its_owners_alone(client, position, hr):
    client.force_login(hr)
    keep = reverse("candidates:people_view")
    given = {"q": "payroll -trainee", "cv": "on", "page": "4", "evil": "x"}

    answer = client.post(keep, {"view-name": "Payroll", **given})

    assert answer.url == "/people/?q=payroll+-trainee&cv=on"
    page = client.get(answer.url)
    chip = {"text": "Payroll", "url": answer.url, "count": None, "current": True}
    assert page.context["view_chips"] == [chip]
    assert client.get("/positions/").context["view_chips"] == []
    assert (
        answer.url.replace("&", "&amp;")
        in client.get(reverse("positions:view_save")).content.decode()
    )
    client.force_login(make.user(Role.HR_MANAGER))
    assert client.get("/people/").context["view_chips"] == []


def test_one_name_can_stand_for_a_list_of_people_and_one_of_positions(client, hr):
    client.force_login(hr)
    client.post(reverse("positions:view_save"), {"view-name": "Clerks", "q": "clerk"})

    client.post(reverse("candidates:people_view"), {"view-name": "Clerks", "q": "x"})

    kept = SavedView.objects.filter(name="Clerks").order_by("of")
    assert [(view.of, view.query) for view in kept] == [
        ("PEOPLE", "q=x"),
        ("POSITIONS", "q=clerk"),
    ]


def test_a_search_without_a_name_is_asked_for_one(client, hr):
    client.force_login(hr)

    answer = client.post(reverse("candidates:people_view"), {"q": "x"})

    assert answer.status_code == 422
    assert "Name the view." in answer.content.decode()
    assert not SavedView.objects.exists()


def page_of(application):
    return reverse("candidates:person", args=[application.candidate_id])


def test_the_record_shows_everything_of_one_person(client, position, hr):
    application = make.application(position, name="Aoife Marsh")
    make.document(application, CV)
    notes.write(
        application,
        text="Rang on Monday.\n<b>Kind</b>",
        visibility=Visibility.TEAM,
        by=hr,
        at=timezone.now(),
    )
    tags.add(person_of(application), "speaks Polish")
    client.force_login(hr)

    page = client.get(page_of(application)).text

    for words in (
        "Aoife Marsh",
        position.title,
        "Rang on Monday.",
        "&lt;b&gt;Kind&lt;/b&gt;",
        "speaks Polish",
        "a.marsh@mail.example",
        "Received",
    ):
        assert words in page


def test_the_record_is_read_in_a_constant_number_of_queries(client, position, hr):
    application = make.application(position)
    client.force_login(hr)

    def ask():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(page_of(application)).status_code == 200
        return len(queries)

    def add(number):
        other = make.application(make.published(by=position.owner))
        Application.objects.filter(pk=other.pk).update(
            candidate=application.candidate_id
        )
        notes.write(
            other,
            text=str(number),
            visibility=Visibility.TEAM,
            mentioned=[hr],
            by=position.owner,
            at=timezone.now(),
        )
        make.document(other)

    add(0)
    ask()
    before = ask()
    for number in range(5):
        add(number)
    ask()  # looks at the notes, so that none is unseen

    assert ask() == before


def test_nobody_opens_a_record_they_may_not_see_by_name(client, position):
    application = make.application(position)
    stranger = make.member(named()).user
    member = make.member(position).user

    client.force_login(stranger)
    assert client.get(page_of(application)).status_code == 404
    client.force_login(member)
    assert client.get(page_of(application)).status_code == 200
    Position.objects.filter(pk=position.pk).update(blind_review=True)
    assert client.get(page_of(application)).status_code == 404


def test_a_record_shows_no_application_of_another_position(client, position):
    application = make.application(position)
    secret = named()
    other = make.application(secret)
    Application.objects.filter(pk=other.pk).update(candidate=application.candidate_id)
    notes.write(
        other,
        text="About elsewhere",
        visibility=Visibility.TEAM,
        by=secret.owner,
        at=timezone.now(),
    )
    client.force_login(make.member(position).user)

    page = client.get(page_of(application)).text

    assert str(application.reference) in page
    assert str(other.reference) not in page
    assert "About elsewhere" not in page


# ---- notes and tags ----


def test_a_note_is_written_changed_and_taken_back_by_its_author(client, position, hr):
    application = make.application(position)
    member = make.member(position).user
    client.force_login(hr)
    add = reverse("candidates:note_add", args=[application.candidate_id])
    data = {"application": application.pk, "visibility": "TEAM", "text": "Rang."}

    empty = client.post(add, data | {"text": " "}).text
    client.post(add, data | {"mentioned": [member.pk]})
    note = Note.objects.get()
    edit = reverse("candidates:note_edit", args=[note.pk])
    client.post(edit, data | {"text": "Rang twice."})
    note.refresh_from_db()
    client.force_login(member)
    foreign = client.post(edit, data).status_code
    client.force_login(hr)
    client.post(reverse("candidates:note_remove", args=[note.pk]))

    assert "Write the note." in empty
    assert note.text == "Rang twice."
    assert foreign == 404
    assert Note.objects.count() == 0


def test_who_is_mentioned_finds_it_until_they_look(client, position, hr):
    application = make.application(position)
    member = make.member(position).user
    outsider = make.member(named()).user
    notes.write(
        application,
        text="Please read the second job.",
        visibility=Visibility.TEAM,
        mentioned=[member, outsider, hr],
        by=hr,
        at=timezone.now(),
    )
    client.force_login(member)

    before = client.get("/").text
    client.get(page_of(application))
    after = client.get("/").text

    assert "Please read the second job." in before
    assert "Please read the second job." not in after
    assert [one.user for one in Mention.objects.all()] == [member]


def test_a_private_note_mentions_nobody_and_an_hr_note_only_hr(position, hr):
    application = make.application(position)
    member = make.member(position).user
    other = make.user(Role.HR_MANAGER)
    for visibility in (Visibility.PRIVATE, Visibility.HR):
        notes.write(
            application,
            text="x",
            visibility=visibility,
            mentioned=[member, other],
            by=hr,
            at=timezone.now(),
        )

    named = {(one.note.visibility, one.user_id) for one in Mention.objects.all()}
    assert named == {("HR", other.pk)}


def test_tags_are_one_however_they_are_written_and_go_with_the_last(position):
    first = person_of(make.application(position))
    second = person_of(make.application(position))

    one, same = tags.add(first, "Speaks Polish"), tags.add(second, "speaks polish")
    tags.remove(first, one)
    left = Tag.objects.count()
    tags.remove(second, same)

    assert same.name == "Speaks Polish"
    assert (left, Tag.objects.count()) == (1, 0)


def test_too_many_tags_are_told_kindly(client, position, hr):
    application = make.application(position)
    for number in range(tags.MOST):
        tags.add(person_of(application), f"tag {number}")
    client.force_login(hr)

    page = client.post(
        reverse("candidates:tag_add", args=[application.candidate_id]), {"name": "more"}
    )

    assert "Twenty tags are enough" in page.text


def test_a_persons_new_name_is_found(position, hr):
    application = applied(position, "Aoife Marsh")
    corrections.correct_person(
        application, Person("Aoife Byrne", "b@mail.example"), at=timezone.now()
    )
    search.index(application.pk)

    assert found(hr, "Byrne") == ["Aoife Byrne"]


def test_staff_put_a_name_and_an_address_right(client, position, hr):
    application = applied(position, "Kriss Ode", email="old@mail.example")
    client.force_login(hr)
    address = reverse("candidates:person_correct", args=[application.candidate_id])
    said = {"name": "Chris Ode", "email": "new@mail.example", "phone": "", "city": ""}

    wrong = client.post(address, said | {"email": "new@"})
    done = client.post(address, said, follow=True)

    assert "Enter an email address such as" in wrong.text
    assert 'value="Chris Ode"' in wrong.text
    assert "Corrected. What stood there before is on file." in done.text
    assert "Corrected: Full name" in done.text
    kept = application.corrections.order_by("pk")
    assert [(one.old, one.new, one.by) for one in kept] == [
        ("Kriss Ode", "Chris Ode", hr),
        ("old@mail.example", "new@mail.example", hr),
    ]
    told = application.letters.filter(kind="ADDRESS").values_list("to", flat=True)
    assert set(told) == {"old@mail.example", "new@mail.example"}
    search.index(application.pk)
    assert "Chris Ode" in client.get(reverse("candidates:people"), {"q": "Chris"}).text


def test_a_name_is_put_right_after_the_outcome_too(client, position, hr):
    application = make.application(position, name="Kriss Ode", status=Status.WITHDRAWN)

    candidate = person_of(application)

    changed = corrections.correct_for(
        candidate, Person(name="Chris Ode"), by=hr, at=timezone.now()
    )

    candidate.refresh_from_db()
    assert candidate.name == "Chris Ode"
    assert changed >= 1
