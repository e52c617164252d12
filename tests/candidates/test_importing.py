"""People whom staff bring in: each file and row is taken once, or said why not."""

import io
import json
import threading
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from candidates.cv import bundle, jsonresume, tables
from candidates.cv.gate import MAX_BYTES
from candidates.enums import TakenState
from candidates.models import Application, Candidate, Import, Letter
from candidates.services import importing, reading
from candidates.services.answers import Person
from tests import make

CV = b"""Aoife Marsh
aoife.marsh@mail.example

Work experience

Payroll officer, Brightwater Logistics
March 2020 - present
- Ran the monthly payroll for 310 people
"""
RESUME = {
    "basics": {"name": "Ada Byron", "email": "ada@mail.example"},
    "work": [
        {"name": "Engine Ltd", "position": "Clerk", "startDate": "2019-05-01"},
        "nonsense",
        {"position": 5, "startDate": "yesterday"},
    ],
    "education": [{"institution": "Turin", "studyType": "Bachelor", "endDate": "2018"}],
}


@pytest.fixture
def position():
    make.organisation()
    return make.published()


@pytest.fixture
def hr(client, position):
    client.force_login(position.owner)
    return position.owner


def packed(**files):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return data.getvalue()


def take(position, *files):
    return importing.take_files(
        position, files, by=position.owner, at=timezone.now(), came_from="Fair"
    )


def table(position, *rows):
    found = tables.read("\n".join(("Full name,E-mail,Role", *rows)).encode())
    return importing.plan_table(
        position, found, by=position.owner, at=timezone.now(), came_from="Agency"
    )


def states(made):
    return list(made.items.order_by("number").values_list("state", flat=True))


# ---- files ----


@pytest.mark.django_db
def test_a_cv_becomes_an_application_named_by_what_it_says(position):
    made = take(position, ("marsh (1).txt", CV))

    application = Application.objects.get()
    assert Candidate.objects.get().name == "marsh (1)"
    reading.read_document(application.documents.get().pk, at=timezone.now())

    candidate = Candidate.objects.get()
    assert (candidate.name, candidate.email) == (
        "Aoife Marsh",
        "aoife.marsh@mail.example",
    )
    assert candidate.email_key
    assert application.work.get().title == "Payroll officer"
    assert (application.source_token, states(made)) == ("Fair", ["TAKEN"])
    assert not Letter.objects.exists()


@pytest.mark.django_db
def test_the_same_file_twice_is_one_application_and_a_bad_one_stops_no_other(position):
    made = take(
        position,
        ("a.txt", CV),
        ("b.exe", b"MZ"),
        ("again.txt", CV),
        ("empty.pdf", b""),
        ("c.json", b"[]"),
        ("d.json", json.dumps(RESUME).encode()),
    )

    assert states(made) == [
        TakenState.TAKEN,
        TakenState.REFUSED,
        TakenState.KNOWN,
        TakenState.REFUSED,
        TakenState.REFUSED,
        TakenState.TAKEN,
    ]
    assert Application.objects.count() == 2
    problems = set(made.items.filter(state="REFUSED").values_list("problem", flat=True))
    assert "It is no PDF, Word (.docx) or text file." in problems
    assert not any("your CV" in problem for problem in problems)


@pytest.mark.django_db
def test_a_json_resume_is_taken_for_what_it_says(position):
    take(position, ("ada.json", json.dumps(RESUME).encode()))

    application = Application.objects.get()
    assert Candidate.objects.get().name == "Ada Byron"
    assert application.work.get(title="Clerk").current
    study = application.studies.get()
    assert (study.institution, study.level) == ("Turin", 6)


def test_what_a_zip_holds_comes_out_by_bare_names_only():
    data = packed(
        **{
            "../../etc/passwd.txt": b"a",
            "folder/Ana.txt": b"b",
            "__MACOSX/._Ana.txt": b"c",
            ".hidden.txt": b"d",
            "C:\\temp\\Bo.txt": b"e",
        }
    )

    assert [name for name, _data in bundle.unpack(data)] == [
        "Ana.txt",
        "Bo.txt",
    ]


def test_a_zip_bomb_is_cut_at_the_size_of_a_cv():
    [(_name, data)] = bundle.unpack(packed(**{"a.txt": b"0" * 30_000_000}))

    assert len(data) == MAX_BYTES + 1


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04 no zip", "damaged"),
        (packed(**{f"{n}.txt": b"x" for n in range(201)}), "many"),
        (packed(**{f"{n}.txt": b"0" * 10_400_000 for n in range(22)}), "large"),
    ],
)
def test_a_zip_that_is_too_much_or_broken_is_refused(data, reason):
    with pytest.raises(bundle.BundleError) as refused:
        bundle.unpack(data)
    assert refused.value.reason == reason


@given(st.binary(max_size=300))
@settings(max_examples=60, deadline=None)
def test_no_bytes_break_a_reader(data):
    for read in (bundle.unpack, jsonresume.read, tables.read):
        try:
            read(data)
        except (bundle.BundleError, jsonresume.NotJsonResumeError, tables.TableError):
            continue


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=20),
        lambda inner: (
            st.lists(inner, max_size=4)
            | st.dictionaries(
                st.sampled_from(["basics", "work", "name", "startDate", "position"]),
                inner,
            )
        ),
        max_leaves=12,
    )
)
@settings(max_examples=60, deadline=None)
def test_no_json_breaks_the_resume(raw):
    data = json.dumps({"basics": {}, "work": raw, "education": raw}).encode()

    assert jsonresume.read(data).name == ""


# ---- tables ----


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_table_is_read_with_its_marks_and_its_columns_guessed(mark):
    found = tables.read(
        f"Name{mark}E-Mail{mark}Company\nÉva{mark}e@x.example{mark}\n".encode("cp1252")
    )

    assert found.rows == [["Éva", "e@x.example", ""]]
    assert tables.guess(found.header) == {"name": 0, "email": 1, "employer": 2}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"Name\n", "empty"),
        (b"Name\n" + b"x\n" * 2_001, "rows"),
        (b",".join([b"h"] * 61) + b"\nx", "columns"),
        (b"x" * (2 * 1024 * 1024 + 1), "large"),
        (b"%PDF-1.7", "kind"),
        (b"a\0b\nc", "kind"),
    ],
)
def test_what_is_no_table_is_refused(data, reason):
    with pytest.raises(tables.TableError) as refused:
        tables.read(data)
    assert refused.value.reason == reason


@pytest.mark.django_db
def test_a_table_is_tried_without_adding_anybody_and_then_taken_in_once(position):
    made = table(
        position,
        "Ana,ana@mail.example,Clerk",
        ",nobody@mail.example,",
        "Bo,not an address,",
        "Ana,ana@mail.example,Clerk",
    )

    tried = importing.try_table(made)
    assert [(one.number, bool(one.problem), one.known) for one in tried] == [
        (2, False, False),
        (3, True, False),
        (4, True, False),
        (5, False, True),
    ]
    assert importing.take(made.pk, at=timezone.now()) == 0
    assert not Application.objects.exists()

    importing.begin(made, at=timezone.now())
    importing.take(made.pk, at=timezone.now())

    made.refresh_from_db()
    assert made.ended_at is not None
    assert states(made) == ["TAKEN", "REFUSED", "REFUSED", "KNOWN"]
    application = Application.objects.get()
    assert Candidate.objects.get().name == "Ana"
    assert application.work.get().title == "Clerk"
    assert made.items.get(number=2).cells == []


@pytest.mark.django_db(transaction=True)
def test_two_workers_share_a_table_and_nobody_is_added_twice(position):
    made = table(position, *(f"P{n},p{n}@mail.example," for n in range(8)))
    importing.begin(made, at=timezone.now())

    def work():
        try:
            importing.take(made.pk, at=timezone.now())
        finally:
            connection.close()

    workers = [threading.Thread(target=work) for _ in range(2)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    importing.take(made.pk, at=timezone.now())

    made.refresh_from_db()
    assert made.ended_at is not None
    assert Application.objects.count() == Candidate.objects.count() == 8


@pytest.mark.django_db
def test_a_table_goes_after_a_month_and_its_people_stay(position):
    made = table(position, "Ana,,")
    importing.begin(made, at=timezone.now())
    importing.take(made.pk, at=timezone.now())

    importing.remove_old(at=timezone.now() + importing.KEPT * 2)

    assert not Import.objects.exists()
    assert Application.objects.count() == 1


@pytest.mark.django_db
def test_before_publishing_nobody_is_added():
    make.organisation()
    draft = make.position()

    with pytest.raises(importing.NotPublishedError):
        importing.add(draft, Person("Ana"), by=draft.owner, at=timezone.now())


# ---- pages ----


@pytest.mark.django_db
def test_by_hand_with_the_receipt_and_without_an_address(client, hr, position):
    address = reverse("candidates:add", args=[position.slug])
    person = {"way": "hand", "name": "Ana Ruiz", "email": "ana@mail.example"}

    added = client.post(address, person | {"tell": "on"})
    refused = client.post(address, person | {"email": "", "tell": "on"})
    wrong = client.post(
        address, person | {"cv": SimpleUploadedFile("x.exe", b"MZ", "text/plain")}
    )

    application = Application.objects.get()
    assert added.url == application.get_absolute_url()
    assert application.letters.get().kind == "RECEIPT"
    assert "Enter an email address, or do not send the receipt." in refused.text
    assert "There is a problem" in wrong.text
    assert "Ana Ruiz" in wrong.text


@pytest.mark.django_db
def test_files_and_tables_by_the_pages(client, hr, position):
    address = reverse("candidates:add", args=[position.slug])
    upload = SimpleUploadedFile("all.zip", packed(**{"Ana.txt": CV, "Bo.png": b"P"}))

    report = client.post(address, {"way": "files", "cvs": [upload]}, follow=True)
    none = client.post(address, {"way": "files"})
    looked = client.post(
        address,
        {"way": "table", "table": SimpleUploadedFile("p.csv", b"Who,Mail\nBo,\n")},
        follow=True,
    )
    made = Import.objects.latest("pk")
    page = reverse("candidates:import", args=[made.pk])
    unnamed = client.post(
        reverse("candidates:import_begin", args=[made.pk]), follow=True
    )
    mapped = client.post(page, {"name": "0", "email": "1"}, follow=True)
    client.post(reverse("candidates:import_begin", args=[made.pk]))
    importing.take(made.pk, at=timezone.now())
    done = client.get(page)

    assert "1 person is added" in report.text
    assert "Bo.png" in report.text
    assert "Choose the files." in none.text
    assert "What each column is" in looked.text
    assert "Say first which column holds the names." in unnamed.text
    assert "1 person would be added" in mapped.text
    assert "1 person is added" in done.text
