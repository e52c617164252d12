import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from positions.onet import archive, release
from positions.onet.archive import OnetFileError
from positions.onet.release import Facts, Task, TaskKind, TitleKind, read_release
from tests.positions.onet import small
from tests.positions.onet.small import COUNTERS, KEEPERS, OTHERS


def problem(path):
    with pytest.raises(OnetFileError) as caught:
        read_release(path)
    sentence = caught.value.sentence
    assert "\n" not in sentence
    assert len(sentence) < 300
    return sentence


def test_a_release_becomes_values(tmp_path):
    found = read_release(small.write(tmp_path / "onet.zip"))

    assert found == release.Release(
        number="91.0",
        occupations={
            COUNTERS: Facts(
                "Pay Counters",
                "Count what is paid, and to whom.",
                3,
                (0, 4_010, 0, 0, 0, 5_990, 0, 0, 0, 0, 0, 0),
                (1_000, 0, 0, 0, 0, 9_000, 0, 0, 0, 0, 0),
            ),
            KEEPERS: Facts("Ledger Keepers", "Keep the ledgers, and keep them dry.", 2),
            OTHERS: Facts("Office Workers, All Other", "All others."),
        },
        titles={
            (COUNTERS, "Pay Counters"): TitleKind.OWN,
            (KEEPERS, "Ledger Keepers"): TitleKind.OWN,
            (OTHERS, "Office Workers, All Other"): TitleKind.OWN,
            (COUNTERS, "Pay Clerk"): TitleKind.REPORTED,
            (KEEPERS, "Book Warden"): TitleKind.REPORTED,
            (COUNTERS, "Wage Counter"): TitleKind.ALTERNATE,
            (KEEPERS, "Café “Ledger” Keeper"): TitleKind.ALTERNATE,
        },
        tasks={
            12: Task(
                COUNTERS, "Count the pay of each department.", TaskKind.CORE, None, 1
            ),
            13: Task(
                COUNTERS, "Explain the count to whoever asks.", TaskKind.CORE, None, 2
            ),
            11: Task(COUNTERS, "Carry the cash box.", TaskKind.SUPPLEMENTAL, None, 3),
            21: Task(
                KEEPERS, 'Write "paid" beside what is paid.', TaskKind.OTHER, None, 1
            ),
        },
        technologies={
            (COUNTERS, "Ledgerware"): True,
            (COUNTERS, "Coin scales software"): False,
        },
    )


@pytest.mark.parametrize("folder", ["", "db_91_0_text"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_folder_and_line_ends_make_no_difference(tmp_path, folder, end):
    usual = read_release(small.write(tmp_path / "usual.zip"))

    assert read_release(small.write(tmp_path / "x.zip", folder=folder, end=end)) == (
        usual
    )


def test_a_byte_order_mark_and_blank_lines_are_no_mistake(tmp_path):
    usual = read_release(small.write(tmp_path / "usual.zip"))
    marked = "\ufeff" + small.text(small.TABLES[release.TASKS]) + "\n\r\n"

    found = read_release(
        small.write(tmp_path / "x.zip", {release.TASKS: marked.encode()})
    )

    assert found == usual


def test_tasks_are_in_order_of_importance_where_it_was_rated(tmp_path):
    rated = {release.RATINGS: small.text(small.RATINGS).encode()}

    tasks = read_release(small.write(tmp_path / "x.zip", rated)).tasks

    assert {key: (task.order, task.importance) for key, task in tasks.items()} == {
        13: (1, 465),
        12: (2, 310),
        11: (3, None),
        21: (1, None),
    }


@pytest.mark.parametrize(
    ("name", "folder", "number"),
    [
        ("db_29_1_text.zip", "", "29.1"),
        ("onet.zip", "db_30_0_text", "30.0"),
        ("onet.zip", "", ""),
    ],
)
def test_without_a_read_me_the_names_say_which_release(tmp_path, name, folder, number):
    path = small.write(tmp_path / name, {release.README: None}, folder=folder)

    assert read_release(path).number == number


def test_what_a_release_may_lack_is_named(tmp_path):
    path = small.write(
        tmp_path / "x.zip",
        {release.REPORTED: None, release.TECHNOLOGY: None, release.CATEGORIES: None},
    )

    found = read_release(path)

    assert found.absent == {release.REPORTED, release.TECHNOLOGY}
    assert found.technologies == {}


@pytest.mark.parametrize(
    "name",
    [
        release.OCCUPATIONS,
        release.ALTERNATES,
        release.TASKS,
        release.ZONES,
        release.SURVEY,
    ],
)
def test_a_missing_file_is_named(tmp_path, name):
    said = problem(small.write(tmp_path / "x.zip", {name: None}))

    assert said.startswith(f"“{name}” is missing from the zip")


@pytest.mark.parametrize("name", [*small.TABLES, release.RATINGS])
def test_a_missing_column_is_named(tmp_path, name):
    if name == release.README:
        return
    rows = small.RATINGS if name == release.RATINGS else small.TABLES[name]
    column = rows[0].index("Scale ID" if "Scale ID" in rows[0] else rows[0][1])
    cut = [[cell for i, cell in enumerate(row) if i != column] for row in rows]

    said = problem(small.write(tmp_path / "x.zip", {name: small.text(cut).encode()}))

    assert said.startswith(f"“{name}” has no column “{rows[0][column]}”")


WRONG_ROWS = [
    (release.TASKS, 2, [COUNTERS, "12"], "line 3: 2 columns instead of 5."),
    (
        release.TASKS,
        2,
        [COUNTERS, "12", "Count.", "Core", "x", "y"],
        "line 3: 6 columns instead of 5.",
    ),
    (
        release.TASKS,
        2,
        [COUNTERS, "11", "Count.", "Core", "x"],
        "line 3: task 11 stands there twice.",
    ),
    (
        release.TASKS,
        2,
        [COUNTERS, "x12", "Count.", "Core", "x"],
        "line 3: “Task ID” is “x12”, not a number from 1 to 2147483647.",
    ),
    (
        release.TASKS,
        2,
        [COUNTERS, "9" * 5000, "Count.", "Core", "x"],
        f"line 3: “Task ID” is “{'9' * 60}…”, not a number from 1 to 2147483647.",
    ),
    (
        release.TASKS,
        2,
        [COUNTERS, "12", "", "Core", "x"],
        "line 3: “Task” is empty.",
    ),
    (
        release.TASKS,
        2,
        [COUNTERS, "12", "Count " * 200, "Core", "x"],
        "line 3: “Task” has 1199 characters, more than 600.",
    ),
    (
        release.TASKS,
        2,
        ["99-9999.00", "12", "Count.", "Core", "x"],
        "line 3: “99-9999.00” is not in “Occupation Data.txt”.",
    ),
    (
        release.OCCUPATIONS,
        2,
        [COUNTERS, "Again", "Twice."],
        f"line 3: {COUNTERS} stands there twice.",
    ),
    (
        release.OCCUPATIONS,
        2,
        ["43-3031", "Old code", "Of an older system."],
        "line 3: “43-3031” is no code like 43-3031.00.",
    ),
    (
        release.ZONES,
        1,
        [COUNTERS, "6", "x"],
        "line 2: “Job Zone” is “6”, not a number from 1 to 5.",
    ),
    (
        release.SURVEY,
        1,
        [COUNTERS, "RL", "2", "nan", "27"],
        "line 2: “Data Value” is “nan”, not a number from 0 to 100.",
    ),
    (
        release.SURVEY,
        1,
        [COUNTERS, "RL", "2", "100.5", "27"],
        "line 2: “Data Value” is “100.5”, not a number from 0 to 100.",
    ),
    (
        release.SURVEY,
        1,
        [COUNTERS, "RL", "13", "1.0", "27"],
        "line 2: “Category” is “13”, not a number from 1 to 12.",
    ),
    (
        release.CATEGORIES,
        1,
        ["2.D.1", "RL", "6", "Professorship"],
        "this version of the program knows it as “Bachelor's Degree…”.",
    ),
    (
        release.ALTERNATES,
        1,
        [COUNTERS, "Pay\x00Clerk", "n/a", "02"],
        "is not plain text: line 2 holds a control character.",
    ),
]


@pytest.mark.parametrize(("name", "place", "row", "said"), WRONG_ROWS)
def test_a_wrong_row_is_named_with_its_line(tmp_path, name, place, row, said):
    changed = {name: small.with_row(name, place, row)}

    assert problem(small.write(tmp_path / "x.zip", changed)).endswith(said)


@pytest.mark.parametrize("name", [release.OCCUPATIONS, release.TASKS])
def test_a_table_without_rows_is_no_release(tmp_path, name):
    only_head = small.text(small.TABLES[name][:1]).encode()

    assert problem(small.write(tmp_path / "x.zip", {name: only_head})).startswith(
        f"“{name}” holds no"
    )


def test_another_encoding_is_named_with_its_line(tmp_path):
    latin = (
        small.text(small.TABLES[release.ALTERNATES]).replace("“", "").replace("”", "")
    )
    changed = {release.ALTERNATES: latin.encode("latin-1")}

    assert problem(small.write(tmp_path / "x.zip", changed)) == (
        "“Alternate Titles.txt” is not UTF-8 text: line 6 holds a byte that is no"
        " character."
    )


def test_what_is_no_zip_is_said_so(tmp_path):
    path = tmp_path / "x.zip"
    whole = small.write(tmp_path / "whole.zip").read_bytes()
    sentences = []
    for content in (b"", b"O*NET", whole[: len(whole) // 2], b"PK\x03\x04" * 50):
        path.write_bytes(content)
        sentences.append(problem(path))

    assert set(sentences) == {
        f"{path} is not a zip file, or only part of one: download it again."
    }


def test_what_is_not_there_or_no_file_is_said_so(tmp_path):
    missing = tmp_path / "missing.zip"

    assert problem(missing) == (
        f"{missing} cannot be read (No such file or directory)."
    )
    assert problem(tmp_path) == f"{tmp_path} is not a file."


@pytest.mark.parametrize(
    "name",
    [
        "../Occupation Data.txt",
        "/etc/Occupation Data.txt",
        "db/../../Occupation Data.txt",
        "..\\Occupation Data.txt",
        "C:\\Occupation Data.txt",
    ],
)
def test_a_name_that_leads_outside_is_refused(tmp_path, name):
    path = small.write(tmp_path / "x.zip")
    with zipfile.ZipFile(path, "a") as made:
        made.writestr(name, "x")

    assert problem(path).startswith("The zip names a file outside itself")
    assert sorted(tmp_path.iterdir()) == [path]


def test_a_file_that_is_there_twice_is_refused(tmp_path):
    path = small.write(tmp_path / "x.zip")
    with zipfile.ZipFile(path, "a") as made:
        made.writestr("other/Task Statements.txt", "x")

    assert problem(path) == "The zip holds “Task Statements.txt” twice."


def test_a_file_that_unpacks_to_too_much_is_refused(tmp_path):
    bomb = b"0" * (archive.LARGEST_FILE + 1)

    said = problem(small.write(tmp_path / "x.zip", {release.TASKS: bomb}))

    assert said == (
        "“Task Statements.txt” is larger than 64 MB unpacked: this is not an O*NET"
        " download."
    )


def test_a_zip_that_claims_to_unpack_to_too_much_is_refused_unread(tmp_path):
    path = small.write(tmp_path / "x.zip")
    whole = path.read_bytes()
    # The central directory says how large the last file is; say 4 GB.
    entry = whole.rindex(b"PK\x01\x02")
    path.write_bytes(whole[: entry + 24] + b"\xfe\xff\xff\xff" + whole[entry + 28 :])

    assert problem(path).startswith("The zip unpacks to more than 600 MB")


def test_too_many_files_are_refused(tmp_path):
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as made:
        for number in range(archive.MOST_FILES + 1):
            made.writestr(f"{number}.txt", "")

    assert problem(path) == "The zip holds 1001 files: this is not an O*NET download."


def test_a_password_is_named(tmp_path):
    path = small.write(tmp_path / "x.zip")
    whole = bytearray(path.read_bytes())
    entry = whole.index(b"PK\x01\x02")
    whole[entry + 8] |= 1
    path.write_bytes(whole)

    assert problem(path) == "“Read Me.txt” is locked with a password."


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(place=st.integers(0, 10_000), byte=st.integers(0, 255), cut=st.booleans())
def test_damage_anywhere_is_read_or_said_never_a_crash(tmp_path, place, byte, cut):
    whole = bytearray(small.write(tmp_path / "whole.zip").read_bytes())
    place %= len(whole)
    whole[place] = byte
    path = tmp_path / "damaged.zip"
    path.write_bytes(whole[:place] if cut else whole)

    said = ""
    try:
        found = len(read_release(path).occupations)
    except OnetFileError as error:
        found, said = 0, error.sentence

    assert found == 3 or said
    assert "\n" not in said
