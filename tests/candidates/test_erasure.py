"""Erasing leaves nothing: not in a row, not in an event, not in a file."""

import datetime as dt
import io
import json
import zipfile
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection, models
from django.urls import reverse
from django.utils import timezone

from backoffice_ats.accounts.enums import Role
from candidates.enums import ErasureReason, RequestKind, Visibility
from candidates.models import (
    Application,
    Candidate,
    Import,
    LinkRequest,
    QuestionAnswer,
    Seat,
    Tombstone,
)
from candidates.services import (
    corrections,
    erasure,
    exporting,
    intake,
    letters,
    merging,
    notes,
    pipeline,
    reading,
    requests,
    resuming,
    retention,
    search,
    tags,
)
from candidates.services.answers import Job, Person, Study
from candidates.stages import Status
from positions.criteria import RequirementKind
from positions.models import Position, SavedView
from positions.services import lifecycle
from screening.models import Override, Referee
from screening.services import evaluation, references
from tests import make
from tests.candidates.test_status import open_by_link

CANARY = "qxcanaryqx"
CV = f"""{CANARY} Marsh
{CANARY}@mail.example

Work experience

Payroll officer {CANARY}, {CANARY} Logistics
March 2020 - present
- Ran the monthly payroll for 310 {CANARY}
"""
# Text that holds nobody's words: codes, keys, kinds, and what staff set up.
NOT_THEIRS = {
    "candidates.Candidate": {"phone_key"},  # digits: the canary has none
    "candidates.Application": {
        "code",
        "reference",
        "source",
        "source_token",
        "link_digest",
        "import_key",
    },
    "candidates.Document": {"kind", "sha256", "reason", "reader_version", "file"},
    "candidates.WorkEntry": {"precision"},
    "candidates.StatusChange": {"stage"},
    "candidates.BatchItem": {"problem"},
    "candidates.ImportItem": {"problem"},
    "candidates.Letter": {"last_error", "reply_to", "subject"},
    "screening.Evaluation": {"tie_key", "engine_version", "inputs_digest"},
    "screening.Evidence": {"basis", "engine_version"},
    "screening.Work": {"last_error"},
    "screening.Attempt": {"instrument", "not_scorable"},
    "screening.Measure": {"subject", "reason"},
    "screening.Referee": {"link_digest", "form_version", "again"},
}


@pytest.fixture
def position():
    make.organisation()
    return make.asking(make.asked(RequirementKind.ELIGIBILITY, "May you work here?"))


@pytest.fixture
def application(position):
    return told_everything(position)


@pytest.fixture
def merged(application):
    merge_twin(application)
    application.refresh_from_db()
    return application


def told_everything(position):
    """Somebody whose every word holds the canary."""
    now = timezone.now()
    application = intake.receive(
        position,
        person=Person(
            f"{CANARY} Marsh", f"{CANARY}@mail.example", f"+44 {CANARY}", CANARY
        ),
        work=[Job(CANARY, CANARY, dt.date(2020, 1, 1), None, True, text=CANARY)],
        education=[Study(CANARY, 5, CANARY, CANARY)],
        accomplishments={position.duties.earliest("order").pk: CANARY},
        files=[(f"{CANARY}.txt", CV.encode())],
        at=now,
        source="TEST",
    )
    reading.read_document(application.documents.get().pk, at=now)
    corrections.correct_job(
        application.work.get(), Job(f"{CANARY} 2", f"{CANARY} 2", text=CANARY), at=now
    )
    Import.objects.create(
        position=position, kind="FILES", by=position.owner, made_at=now
    ).items.create(number=1, name=CANARY, cells=[CANARY], application=application)
    asked = requests.ask(application, RequestKind.QUESTION, text=CANARY, at=now)
    requests.answer(asked, text=CANARY, by=position.owner, at=now)
    resuming.ask_for_link(position, f"{CANARY}@mail.example", at=now)
    QuestionAnswer.objects.create(
        application=application, question=make.question(position), text=CANARY
    )
    application.refresh_from_db()
    application.answers = {"none": [], "words": CANARY}
    application.note = application.next_action = CANARY
    application.save()
    override = Override.objects.create(
        application=application,
        criterion=position.criteria.earliest("order").pk,
        verdict="MET",
        reason=CANARY,
        by=position.owner,
        at=now,
    )
    override.reason = f"{CANARY} again"
    override.save()
    referee = make.referee(application, f"{CANARY} Duarte")
    references.say(
        referee, references.Said(again="YES", comment=CANARY, months=3, relation="PEER")
    )
    Referee.objects.update(employer=CANARY, name=CANARY)
    meeting = make.meeting(application)
    meeting.reason = CANARY
    meeting.save()
    letters.write(
        application, "MEETING", at=now, calendar=CANARY, when="soon", place="here"
    )
    evaluation.evaluate_application(application.pk, at=now)
    notes.write(
        application,
        text=CANARY,
        visibility=Visibility.TEAM,
        mentioned=[position.owner],
        by=make.user(Role.HR_MANAGER),
        at=now,
    )
    assert application.candidate is not None
    tags.add(application.candidate, CANARY)
    search.index(application.pk)
    return application


def merge_twin(application):
    """Merge somebody else of the same words into the person."""
    twin = make.application(
        make.published(by=application.position.owner),
        name=f"{CANARY} Marsh",
        email=f"{CANARY}@mail.example",
    )
    search.index(twin.pk)
    assert application.candidate is not None
    assert twin.candidate is not None
    tags.add(twin.candidate, f"{CANARY} twin")
    resuming.ask_for_link(twin.position, f"{CANARY}@mail.example", at=timezone.now())
    merging.merge(
        application.candidate,
        twin.candidate,
        taken=["email"],
        by=application.position.owner,
        at=timezone.now(),
    )


def erase(application):
    person = application.candidate
    assert person is not None
    owner = application.position.owner
    return erasure.erase_person(person, by=owner, at=timezone.now())


def tables_with_the_canary():
    """Read every table of the database, as a dump would."""
    found = []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename)"
            " FROM pg_tables WHERE schemaname IN ('public', 'vault')"
        )
        for (table,) in cursor.fetchall():
            cursor.execute(
                f"SELECT 1 FROM {table} AS t WHERE t::text ILIKE %s LIMIT 1",  # noqa: S608 -- quoted by the database
                [f"%{CANARY}%"],
            )
            if cursor.fetchone():
                found.append(table)
    return found


def files_with_the_canary(settings):
    return {
        path
        for path in settings.MEDIA_ROOT.rglob("*")
        if path.is_file() and CANARY.encode() in path.read_bytes()
    }


def texts_of(model):
    """Name the columns of a model that can hold somebody's words."""
    return {
        field.name
        for field in model._meta.get_fields()
        if isinstance(field, (models.CharField, models.TextField, models.FileField))
        and not field.choices
    }


def holds_the_canary(model, name):
    rows: models.QuerySet[Any] = models.QuerySet(model).filter(
        **{f"{name}__icontains": CANARY}
    )
    return rows.exists()


def hangs_on_an_application(model):
    return any(
        isinstance(field, models.ForeignKey)
        and field.related_model in {Application, Candidate}
        for field in model._meta.get_fields()
    )


@pytest.mark.django_db(transaction=True)
def test_nothing_of_an_erased_person_is_left_in_the_database_or_on_disk(
    merged, settings
):
    before = tables_with_the_canary()
    files = files_with_the_canary(settings)
    stored = settings.MEDIA_ROOT / merged.documents.get().file.name

    stones = erase(merged)

    assert len(before) >= 15
    assert "public.candidates_merge" in before
    assert "public.screening_overrideevent" in before
    assert stored in files
    assert tables_with_the_canary() == []
    assert files_with_the_canary(settings) == files - {stored}
    assert not Candidate.objects.exists()
    assert not LinkRequest.objects.exists()
    assert stones[0].counts["documents"] == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("merged")
def test_every_column_that_can_hold_words_is_in_the_test_above():
    """A new column fails here until it is filled above, and so seen to be erased."""
    missing = [
        f"{model._meta.label}.{name}"
        for model in apps.get_models()
        if hangs_on_an_application(model) and not model._meta.label.endswith("Event")
        for name in texts_of(model) - NOT_THEIRS.get(model._meta.label, set())
        if not holds_the_canary(model, name)
    ]

    assert sorted(missing) == KNOWN_EMPTY


# Tables that only hold what staff say of how things are kept.
KNOWN_EMPTY = ["candidates.Hold.reason"]


@pytest.mark.django_db
def test_the_tombstone_tells_how_it_ended_and_of_nobody(application):
    month = timezone.localdate().replace(day=1)

    erase(application)

    stone = Tombstone.objects.get()
    assert stone.why == ErasureReason.REQUEST
    assert (stone.status, stone.submitted_month) == ("SUBMITTED", month)
    assert stone.position == application.position
    assert CANARY not in json.dumps(stone.counts)


@pytest.mark.django_db
def test_a_hold_keeps_a_person_and_everything_of_a_position(application):
    owner = application.position.owner
    now = timezone.now()
    retention.hold(application.position, reason="Tribunal 7", by=owner, at=now)

    with pytest.raises(erasure.HeldError):
        erase(application)
    retention.release(application.position, by=owner, at=now)
    erase(application)

    assert Tombstone.objects.count() == 1


@pytest.mark.django_db
def test_somebody_hired_is_not_erased(position):
    hired = make.application(position, status=Status.HIRED)

    with pytest.raises(erasure.HiredError):
        erase(hired)

    assert Seat.objects.count() == 1


# ---- retention ----


def close(position, months_ago):
    if position.status != "CLOSED":
        lifecycle.close(position, by=position.owner, at=timezone.now())
    Position.objects.filter(pk=position.pk).update(
        closed_at=retention.months_later(timezone.now(), -months_ago)
        - dt.timedelta(hours=1)
    )
    position.refresh_from_db()


def decide(application):
    pipeline.move(
        application,
        Status.NOT_SELECTED,
        by=application.position.owner,
        at=timezone.now(),
        reason_code="LESS_EVIDENCE",
    )


@pytest.mark.django_db
def test_what_is_over_goes_and_what_is_not_stays(position):
    old = make.application(position, email="old@mail.example")
    decide(old)
    young = make.application(make.published(), email="young@mail.example")
    decide(young)
    undecided = make.application(position, email="undecided@mail.example")
    close(position, 6)
    close(young.position, 5)

    done = retention.run(at=timezone.now())

    left = set(Candidate.objects.values_list("email", flat=True))
    assert done == retention.Done(people=1, drafts=0)
    assert left == {"young@mail.example", "undecided@mail.example"}
    assert Tombstone.objects.get().why == ErasureReason.RETENTION
    assert Application.objects.filter(pk=undecided.pk).exists()


@pytest.mark.django_db
@pytest.mark.parametrize("kept_by", ["hold", "hired", "open position"])
def test_retention_keeps_what_must_be_kept(position, kept_by):
    application = make.application(
        position, status=Status.HIRED if kept_by == "hired" else Status.SUBMITTED
    )
    if kept_by != "hired":
        decide(application)
    if kept_by != "open position":
        close(position, 12)
    if kept_by == "hold":
        retention.hold(position, reason="X", by=position.owner, at=timezone.now())

    assert retention.run(at=timezone.now()) == retention.Done(0, 0)
    assert Application.objects.filter(pk=application.pk).exists()


@pytest.mark.django_db
def test_drafts_go_a_month_after_closing(position):
    draft, _token = intake.start(position, at=timezone.now())
    close(position, 0)
    early = retention.run(at=timezone.now() + dt.timedelta(days=29))

    done = retention.run(at=timezone.now() + dt.timedelta(days=31))

    assert (early.drafts, done.drafts) == (0, 1)
    assert not Application.objects.filter(pk=draft.pk).exists()
    assert Tombstone.objects.get().why == ErasureReason.DRAFT


@pytest.mark.django_db
def test_a_dry_run_counts_and_erases_nothing(position, capsys):
    decide(make.application(position))
    close(position, 7)

    call_command("retain", "--dry-run")
    counted = capsys.readouterr().out
    call_command("retain")

    assert counted == "would erase 1 people and 0 drafts\n"
    assert capsys.readouterr().out == "erased 1 people and 0 drafts\n"
    assert not Candidate.objects.exists()


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (dt.datetime(2026, 8, 31, tzinfo=dt.UTC), 6, (2027, 2, 28)),
        (dt.datetime(2024, 2, 29, tzinfo=dt.UTC), -12, (2023, 2, 28)),
        (dt.datetime(2026, 1, 15, tzinfo=dt.UTC), -1, (2025, 12, 15)),
        (dt.datetime(2026, 12, 31, tzinfo=dt.UTC), 1, (2027, 1, 31)),
    ],
)
def test_months_are_counted_by_the_calendar(day, months, later):
    found = retention.months_later(day, months)

    assert (found.year, found.month, found.day) == later


# ---- pages ----


@pytest.mark.django_db
def test_hr_sees_what_goes_when_and_holds_it(client, position):
    decide(make.application(position))
    close(position, 1)
    client.force_login(make.user(Role.HR_MANAGER))
    page = reverse("candidates:keeping")

    before = client.get(page).text
    empty = client.post(reverse("candidates:hold", args=[position.slug]), {}).text
    held = client.post(
        reverse("candidates:hold", args=[position.slug]),
        {"reason": "Tribunal 7"},
        follow=True,
    ).text
    released = client.post(
        reverse("candidates:release", args=[position.slug]), follow=True
    ).text

    assert position.title in before
    assert "Say why it must be kept." in empty
    assert "Tribunal 7" in held
    assert "End the hold" in held
    assert "Tribunal 7" not in released


@pytest.mark.django_db
def test_hr_erases_who_asked_for_it(client, application):
    asked = requests.ask(application, RequestKind.ERASURE, text="", at=timezone.now())
    client.force_login(make.user(Role.HR_MANAGER))
    address = reverse("candidates:erase", args=[asked.pk])

    question = client.get(address).text
    done = client.post(address, follow=True)

    assert "It cannot be undone." in question
    assert "Nothing of this person is left here" in done.text
    assert not Candidate.objects.exists()


@pytest.mark.django_db
def test_the_archive_holds_the_files_and_all_that_is_known(client, application):
    open_by_link(client, application)

    answer = client.get(reverse("candidates:copy_all", args=[application.pk]))

    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        told = json.loads(archive.read("data.json"))
        assert archive.read(f"files/1-{CANARY}.txt").decode() == CV
    assert told["screening"]["evaluations"][0]["score"] >= 0
    assert told["screening"]["corrections_by_people"][0]["reason"] == f"{CANARY} again"
    assert told["requests"][0]["answer"] == CANARY
    assert told["letters"]
    assert told["read_from_files"][0]["text"]


@pytest.mark.django_db
def test_a_hostile_file_name_stays_inside_the_archive(position):
    application = make.application(position)
    document = make.document(application)
    document.name = "../../etc/cron.d/x\\..\\y\0.txt".replace("\0", "")
    document.save()

    with zipfile.ZipFile(io.BytesIO(exporting.archive_of(application))) as archive:
        names = archive.namelist()

    assert all(".." not in name.split("/") for name in names)
    assert all(name.startswith(("files/1-", "data.json")) for name in names)


@pytest.mark.django_db
def test_kept_searches_for_an_erased_person_go_and_others_stay(position):
    hr = make.user(Role.HR_MANAGER)
    make.application(position, name="Nora Fields", email="n@m.example")
    for name, query in {
        "one": "q=fields+NORA",
        "two": "q=%22n%40m.example%22&cv=on",
        "Nora Fields again": "q=ledger",
        "three": "q=Fields",
        "four": "q=nora",
        "five": "status=OFFER",
    }.items():
        SavedView.objects.create(user=hr, of="PEOPLE", name=name, query=query)

    candidate = Candidate.objects.get(name="Nora Fields")
    erasure.erase_person(candidate, by=hr, at=timezone.now())

    assert set(SavedView.objects.values_list("name", flat=True)) == {
        "three",
        "four",
        "five",
    }
