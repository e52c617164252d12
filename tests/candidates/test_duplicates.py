"""People who may be one: suggested, looked at, merged, and made two again."""

import datetime as dt
import threading

import pytest
from django.core import serializers
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backoffice_ats.accounts.enums import Role
from backoffice_ats.audit.models import Act, AuditEvent
from backoffice_ats.audit.services import trail
from candidates.models import Application, Candidate, Hold, Merge, Pair
from candidates.services import (
    corrections,
    duplicates,
    erasure,
    history,
    merging,
    persons,
    retention,
    search,
    tags,
)
from candidates.services.answers import Job, Person, Study
from candidates.stages import Status
from positions.models import Position
from positions.services import lifecycle
from tests import make
from tests.candidates.test_status import open_by_link


@pytest.fixture
def position(db):
    make.organisation()
    return make.published()


@pytest.fixture
def hr(db):
    return make.user(Role.HR_MANAGER)


def applied(position, name="Aoife Marsh", email="", phone="", city="", **fields):
    """Somebody whose words are written, and so compared."""
    application = make.application(
        position, name=name, email=email or f"{name.split()[0]}@mail.example", **fields
    )
    assert application.candidate is not None
    person = Person(name, application.candidate.email, phone, city)
    persons.change(application.candidate, person)
    search.index(application.pk)
    return application


def twins(position, **fields):
    """Two people with one telephone number, for one position."""
    older = applied(position, "Aoife Marsh", phone="020 7946 0018", city="Leeds")
    newer = applied(
        position,
        "A. Marsh-Quinn",
        "aoife@post.example",
        phone="+44 20 7946 0018",
        **fields,
    )
    return older.candidate, newer.candidate


def suggested(user):
    return [
        ({pair.first.name, pair.second.name}, duplicates.words_of(pair))
        for pair in duplicates.suggested_to(user)
    ]


def state():
    """Everything that a merge may touch, as it stands in the database."""
    rows = [
        *Candidate.objects.order_by("pk"),
        *Application.objects.order_by("pk"),
        *Hold.objects.order_by("pk"),
    ]
    plain = [
        {**one["fields"], "updated_at": None, "pk": one["pk"]}
        for one in serializers.serialize("python", rows)
    ]
    tagged = Candidate.tags.through.objects.values_list("candidate", "tag__name")
    return plain, sorted(tagged)


# ---- suggesting ----


def test_who_may_be_one_person_is_suggested_with_the_reason(position, hr):
    worked = {"work": [Job("Clerk", "Pell & Rowan Ltd")]}
    studied = {"education": [Study("Certificate", institution="Leeds College")]}
    applied(position, "Aoife Marsh", "a.marsh@gmail.com", **worked)
    applied(position, "Ben Okafor", "amarsh+x@googlemail.com")
    applied(
        make.published(),
        "Marsh, A.",
        "m@mail.example",
        work=[
            Job("Payroll officer", "PELL AND ROWAN"),
        ],
    )
    applied(position, "Cy Old", phone="020 7946 0018", **studied)
    applied(position, "Cyrus Old", phone="+44 20 7946 0018", **worked)
    applied(position, "C. Old", "c@mail.example", **studied)
    applied(position, "Aoife Marsh", "nobody@mail.example")

    assert sorted(suggested(hr), key=str) == sorted(
        [
            ({"Aoife Marsh", "Ben Okafor"}, ["Same email address"]),
            ({"Aoife Marsh", "Marsh, A."}, ["Similar name", "Same employer"]),
            ({"Cy Old", "Cyrus Old"}, ["Same telephone number"]),
            ({"Cy Old", "C. Old"}, ["Similar name", "Same school"]),
        ],
        key=str,
    )


def test_a_pair_goes_when_nothing_suggests_it_any_more(position, hr):
    _kept, other = twins(position)
    persons.change(other, Person("A. Marsh-Quinn", phone="020 7946 0019"))

    duplicates.compare(other)

    assert suggested(hr) == []
    assert not Pair.objects.exists()


def test_two_people_are_not_suggested_again_until_that_is_taken_back(position, hr):
    kept, other = twins(position)

    duplicates.dismiss(other, kept, by=hr, at=timezone.now())
    duplicates.compare(kept)
    apart = [str(pair) for pair in duplicates.apart_for(hr)]
    silent = suggested(hr)
    duplicates.take_back(kept, other)

    assert silent == []
    assert apart == [f"#{kept.pk} and #{other.pk}"]
    assert len(suggested(hr)) == 1
    assert duplicates.said_apart(kept, other) is None


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        (Role.ADMINISTRATOR, 1),
        (Role.HR_MANAGER, 0),
        (Role.PANEL_MEMBER, 0),
        (Role.AUDITOR, 0),
    ],
)
def test_only_who_may_decide_and_read_all_of_both_learns_of_a_pair(
    position, role, seen
):
    kept, other = twins(position)
    hidden = applied(make.published(), "Dora Dee").position
    Application.objects.filter(candidate__name="Dora Dee").update(candidate=other)
    Position.objects.filter(pk=hidden.pk).update(confidential=True)
    user = make.user(role)
    make.member(position, make.user(Role.PANEL_MEMBER))

    assert len(suggested(user)) == seen
    assert len(duplicates.suggestions_for(kept, user)) == seen
    assert Candidate.objects.whole_to(user).filter(pk=other.pk).count() == seen


def test_comparing_asks_the_same_questions_of_many(
    position, django_assert_max_num_queries
):
    for number in range(12):
        applied(
            position, f"Aoife Marsh {number}", "a@mail.example", work=[Job("X", "Y")]
        )
    last = applied(position, "Aoife Marsh", "a@mail.example", work=[Job("X", "Y")])

    with django_assert_max_num_queries(9):
        found = duplicates.compare(last.candidate)

    assert len(found) == 12


# ---- merging and undoing ----


def test_a_merge_gives_one_person_everything_of_the_other(position, hr):
    kept, other = twins(position)
    elsewhere = applied(make.published(), "Elsewhere")
    Application.objects.filter(pk=elsewhere.pk).update(candidate=other)
    tags.add(kept, "Polish")
    tags.add(other, "Polish")
    tags.add(other, "Rang twice")
    hold = Hold.objects.create(
        candidate=other, reason="Tribunal", by=hr, since=timezone.now()
    )

    made = merging.merge(kept, other, taken=["email"], by=hr, at=timezone.now())

    kept.refresh_from_db()
    older, newer = Application.objects.filter(position=position).order_by("pk")
    hold.refresh_from_db()
    assert (kept.name, kept.email) == ("Aoife Marsh", "aoife@post.example")
    assert kept.applications.count() == 3
    assert newer.duplicate_of == older
    assert [tag.name for tag in kept.tags.order_by("name")] == ["Polish", "Rang twice"]
    assert hold.candidate == kept
    assert not Candidate.objects.visible_to(hr).filter(pk=other.pk).exists()
    assert suggested(hr) == []
    with pytest.raises(erasure.HeldError):
        erasure.erase_person(kept, by=hr, at=timezone.now())
    assert made.applications == sorted([newer.pk, elsewhere.pk])


@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    taken=st.sets(st.sampled_from(persons.FIELDS)),
    mine=st.sets(st.sampled_from("abc")),
    theirs=st.sets(st.sampled_from("abc")),
    both=st.booleans(),
    turned=st.booleans(),
)
def test_undoing_leaves_everything_as_it_was(
    position, hr, taken, mine, theirs, both, turned
):
    Merge.objects.all().delete()
    pair = twins(position if both else make.published(), source="X")
    kept, other = reversed(pair) if turned else pair
    for person, names in ((kept, mine), (other, theirs)):
        for name in names:
            tags.add(person, name)
    Hold.objects.create(candidate=other, reason="X", by=hr, since=timezone.now())
    before = state()

    made = merging.merge(kept, other, taken=taken, by=hr, at=timezone.now())
    between = state()
    undone = merging.undo(made, by=hr, at=timezone.now())

    assert between != before
    assert state() == before
    assert (undone.name, undone.email, undone.phone, undone.city) == ("",) * 4
    with pytest.raises(merging.AlreadyUndoneError):
        merging.undo(made, by=hr, at=timezone.now())


def test_merges_of_merges_are_undone_the_latest_first(position, hr):
    kept, other = twins(position)
    third = applied(position, "Third").candidate
    before = state()
    inner = merging.merge(other, kept, taken=["name"], by=hr, at=timezone.now())
    outer = merging.merge(third, other, taken=["phone"], by=hr, at=timezone.now())

    with pytest.raises(merging.LaterMergeError):
        merging.undo(inner, by=hr, at=timezone.now())
    kept.refresh_from_db()
    followed = kept.merged_into
    merging.undo(outer, by=hr, at=timezone.now())
    merging.undo(inner, by=hr, at=timezone.now())

    assert followed == third
    assert state() == before


def test_a_correction_stays_with_whose_application_it_was_made_by(position, hr):
    kept, other = twins(position)
    mine, theirs = kept.applications.get(), other.applications.get()
    made = merging.merge(kept, other, taken=["email"], by=hr, at=timezone.now())
    at = timezone.now()
    now = Person("Aoife Marsh", "aoife@post.example", "020 7946 0018", "Leeds")
    corrections.correct_person(
        theirs, Person(now.name, "new@mail.example", now.phone, now.city), at=at
    )
    corrections.correct_person(
        mine, Person(now.name, "new@mail.example", now.phone, "York"), at=at
    )

    merging.undo(made, by=hr, at=timezone.now())

    kept.refresh_from_db()
    other.refresh_from_db()
    assert (kept.email, kept.city) == ("Aoife@mail.example", "York")
    assert (other.email, other.city) == ("new@mail.example", "")


def test_who_is_merged_with_themselves_or_gone_is_refused(position, hr):
    kept, other = twins(position)
    third = applied(position, "Third").candidate
    merge = {"by": hr, "at": timezone.now()}

    with pytest.raises(merging.SamePersonError):
        merging.merge(kept, kept, **merge)
    with pytest.raises(ValueError, match="email_key"):
        merging.merge(kept, other, taken=["email_key"], **merge)
    merging.merge(kept, other, **merge)
    for pair in ((kept, other), (other, third), (third, other)):
        with pytest.raises(merging.GoneError):
            merging.merge(*pair, **merge)
    erasure.erase_person(third, **merge)
    with pytest.raises(merging.GoneError):
        merging.merge(kept, third, **merge)


def test_erasing_takes_the_merged_row_with_it_and_nothing_can_be_undone(position, hr):
    kept, other = twins(position)
    tags.add(other, "Rang twice")
    made = merging.merge(kept, other, by=hr, at=timezone.now())

    erasure.erase_person(kept, by=hr, at=timezone.now())

    assert not Candidate.objects.exists()
    assert not Merge.objects.exists()
    assert not Pair.objects.exists()
    with pytest.raises(merging.ErasedError):
        merging.undo(made, by=hr, at=timezone.now())


def test_retention_waits_for_the_last_position_of_both(position, hr):
    kept, other = twins(position)
    young = applied(make.published(), "Young")
    for application in Application.objects.all():
        application.status = Status.WITHDRAWN
        application.save()
    long_ago = timezone.now() - dt.timedelta(days=900)
    lifecycle.close(position, by=hr, at=timezone.now())
    Position.objects.filter(pk=position.pk).update(closed_at=long_ago)
    assert set(retention.due_people(timezone.now())) == {kept, other}

    merging.merge(kept, young.candidate, by=hr, at=timezone.now())

    assert set(retention.due_people(timezone.now())) == {other}


def test_an_applicant_still_opens_their_own_application_and_no_other(
    client, position, hr
):
    kept, other = twins(position)
    mine, theirs = kept.applications.get(), other.applications.get()
    merging.merge(kept, other, by=hr, at=timezone.now())
    theirs.refresh_from_db()

    open_by_link(client, theirs)

    own = client.get(reverse("candidates:status", args=[theirs.pk]))
    foreign = client.get(reverse("candidates:status", args=[mine.pk]))
    assert theirs.reference in own.text
    assert mine.reference not in own.text
    assert foreign.status_code == 404


def test_a_blind_panel_reads_neither_name_after_a_merge(position, hr):
    kept, other = twins(position)
    theirs = other.applications.get()
    merging.merge(kept, other, by=hr, at=timezone.now())
    theirs.refresh_from_db()

    (said,) = history.hide_words(
        theirs, ["Quinn rang Aoife Marsh on 020 7946 0018 in Leeds."]
    )

    assert said == "[name] rang [name] on [contact] in [place]."


def test_the_trail_tells_of_a_merge_and_its_undoing_by_keys(position, hr):
    kept, other = twins(position)
    made = merging.merge(kept, other, by=hr, at=timezone.now())
    merging.undo(made, by=hr, at=timezone.now())

    said = [entry for entry in trail.read(trail.Filters()).entries if "#" in entry.text]

    pair = f"the person #{other.pk} into #{kept.pk} (1 application)"
    assert [entry.text for entry in said if "person #" in entry.text] == [
        f"undid the merge of {pair}",
        f"merged {pair}",
    ]
    assert {entry.who for entry in said if "person #" in entry.text} == {hr.name}
    kinds = (Act.MERGED, Act.UNMERGED)
    assert AuditEvent.objects.filter(act__in=kinds, position_id=None).count() == 2


# ---- pages ----


def page_of(kept, other, name="merge"):
    return reverse(f"candidates:{name}", args=[kept.pk, other.pk])


def test_hr_compares_two_people_merges_them_and_undoes_it(client, position, hr):
    kept, other = twins(position, work=[Job("Payroll officer", "Pell & Rowan")])
    tags.add(other, "Rang twice")
    client.force_login(hr)
    person = kept.get_absolute_url()

    hint = client.get(person).text
    pairs = client.get(reverse("candidates:duplicates")).text
    compared = client.get(page_of(kept, other)).text
    empty = client.post(page_of(kept, other), {}).text
    chosen = {"name": "other", "email": "kept", "phone": "kept", "city": "kept"}
    merged = client.post(page_of(kept, other), chosen, follow=True)
    moved = client.get(other.get_absolute_url())
    made = Merge.objects.get()
    undone = client.post(
        reverse("candidates:merge_undo", args=[made.pk]), follow=True
    ).text
    again = client.post(
        reverse("candidates:merge_undo", args=[made.pk]), follow=True
    ).text

    assert "Perhaps the same person" in hint
    assert "Same telephone number" in hint
    assert "Same telephone number" in pairs
    assert all(word in compared for word in ("Pell &amp; Rowan", "Rang twice", "none"))
    assert "Choose one of the two." in empty
    assert merged.redirect_chain == [(person, 302)]
    assert "Merged from A. Marsh-Quinn" in merged.text
    assert made.taken == ["name"]
    assert moved.headers["Location"] == person
    assert "They are two people again" in undone
    assert "This merge was undone before." in again


def test_hr_says_that_they_are_two_people_and_takes_it_back(client, position, hr):
    kept, other = twins(position)
    client.force_login(hr)
    pairs = reverse("candidates:duplicates")

    told = client.post(page_of(kept, other, "apart"), {"stay": "1"}, follow=True)
    listed = client.get(pairs).text
    back = client.post(page_of(other, kept, "apart_take_back"), follow=True)

    assert told.redirect_chain == [(kept.get_absolute_url(), 302)]
    assert "Perhaps the same person" not in told.text
    assert "No possible duplicates" in listed
    assert f"said by {hr.name}" in listed
    assert "Same telephone number" in back.text


@pytest.mark.parametrize("case", ["itself", "merged", "erased", "confidential"])
def test_whom_one_may_not_merge_is_not_there(client, position, hr, case):
    kept, other = twins(position)
    third = applied(make.published(), "Dora Dee")
    at = timezone.now()
    match case:
        case "itself":
            other = kept
        case "merged":
            merging.merge(third.candidate, other, by=hr, at=at)
        case "erased":
            erasure.erase_person(third.candidate, by=hr, at=at)
            other = third.candidate
        case "confidential":
            Position.objects.filter(pk=third.position_id).update(confidential=True)
            other = third.candidate
    client.force_login(hr)
    answers = [
        client.get(page_of(kept, other)),
        client.post(page_of(kept, other), {"name": "kept"}),
        client.post(page_of(kept, other, "apart")),
        client.post(page_of(kept, other, "apart_take_back")),
    ]

    assert {answer.status_code for answer in answers} == {404}
    assert not Merge.objects.filter(kept=kept).exists()


@pytest.mark.parametrize("name", ["email_key", "third", "", "<b>"])
def test_a_choice_that_is_none_merges_nothing(client, position, hr, name):
    kept, other = twins(position)
    client.force_login(hr)
    chosen = dict.fromkeys(("name", "email", "phone", "city"), name)

    answer = client.post(page_of(kept, other), chosen | {"merged_into": "1"})

    assert answer.status_code == 200
    assert "Choose one of the two." in answer.text
    assert not Merge.objects.exists()


def test_the_pages_ask_the_same_questions_of_many(
    client, position, hr, django_assert_max_num_queries
):
    for number in range(8):
        applied(position, f"Person {number}", "a@mail.example")
    kept, other = Candidate.objects.order_by("pk")[:2]
    client.force_login(hr)

    with django_assert_max_num_queries(10):
        client.get(reverse("candidates:duplicates"))
    with django_assert_max_num_queries(18):
        client.get(page_of(kept, other))
    with django_assert_max_num_queries(20):
        client.get(kept.get_absolute_url())


@pytest.mark.django_db(transaction=True)
def test_of_two_merges_at_once_one_is_refused():
    make.organisation()
    kept, other = twins(make.published())
    hr = make.user(Role.HR_MANAGER)
    done, refused = [], []

    def run(one, two):
        try:
            done.append(merging.merge(one, two, by=hr, at=timezone.now()))
        except merging.GoneError as error:
            refused.append(error)
        finally:
            connection.close()

    threads = [
        threading.Thread(target=run, args=pair)
        for pair in ((kept, other), (other, kept)) * 2
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert (len(done), len(refused)) == (1, 3)
    assert Candidate.objects.filter(merged_into__isnull=True).count() == 1
