"""What README and docs/ name is there: commands, targets, files, pictures."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
PICTURE_BYTES = 400_000
LINK = re.compile(r"!?\[[^\]]+\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
# Words within backticks that look like a file of the checkout.
FILE = re.compile(r"[\w.-]+(?:/[\w.-]+)+/?|[\w-]+\.(?:py|txt|yml|json|toml)")
TOP = {path.name for path in ROOT.iterdir()} - {".local"}


def page_ids(path):
    return str(path.relative_to(ROOT))


def targets():
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))


def commands_of_table(text):
    """Return the commands named in the first column of the table of commands."""
    table = text.partition("manage.py …` |")[2].partition("\n\n")[0]
    cells = [line.split("|")[1] for line in table.splitlines() if line.count("|") > 2]
    return {
        code.split()[0]
        for cell in cells
        for code in CODE.findall(cell)
        if not set(code) <= set("- ")
    }


def test_there_is_something_to_read():
    assert {page.name for page in PAGES} >= {
        "README.md",
        "hr-guide.md",
        "operating.md",
        "performance.md",
        "security.md",
        "selection-method.md",
    }


@pytest.mark.parametrize("page", PAGES, ids=page_ids)
def test_every_command_exists(page):
    text = page.read_text(encoding="utf-8")

    named = set(re.findall(r"manage\.py ([a-z_]+)", text)) | commands_of_table(text)

    assert named <= set(get_commands())
    if page.name == "README.md":
        assert {"run", "services", "load_demo", "parse_cv", "import_cvs"} <= named
        assert {"show_ranking", "sweeper", "bench", "createsuperuser"} <= named


@pytest.mark.parametrize("page", PAGES, ids=page_ids)
def test_every_target_exists(page):
    text = page.read_text(encoding="utf-8")

    code = [*CODE.findall(text), *re.findall(r"```sh\n(.*?)```", text, re.DOTALL)]
    named = {one for part in code for one in re.findall(r"\bmake ([a-z-]+)", part)}

    assert named <= targets()
    if page.name == "README.md":
        assert {"run", "test"} <= named


@pytest.mark.parametrize("page", PAGES, ids=page_ids)
def test_every_link_leads_somewhere(page):
    text = page.read_text(encoding="utf-8")

    missing = [
        link
        for link in LINK.findall(text)
        if not link.startswith("http")
        and not (page.parent / link.partition("#")[0]).is_file()
    ]

    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=page_ids)
def test_every_named_file_exists(page):
    text = page.read_text(encoding="utf-8")

    named = {one for code in CODE.findall(text) for one in code.split()}
    files = {
        one
        for one in named
        if FILE.fullmatch(one) and one.partition("/")[0] in TOP - {"staticfiles"}
    }

    assert [one for one in sorted(files) if not (ROOT / one).exists()] == []
    if page.name == "README.md":
        assert len(files) > 20


def test_the_picture_is_one_and_small():
    (picture,) = re.findall(
        r"!\[[^\]]+\]\(([^)]+)\)", (ROOT / "README.md").read_text(encoding="utf-8")
    )
    path = ROOT / picture

    assert path.stat().st_size < PICTURE_BYTES
    with Image.open(path) as image:
        image.verify()
        assert image.width >= 1_000


def test_every_variable_of_the_settings_is_explained():
    settings = (ROOT / "backoffice_ats" / "settings.py").read_text(encoding="utf-8")
    operating = (ROOT / "docs" / "operating.md").read_text(encoding="utf-8")

    read = set(re.findall(r"""env(?:_bool|_list)?\(\s*["']([A-Z_]+)["']""", settings))

    assert read
    assert [name for name in sorted(read) if f"`{name}`" not in operating] == []


@pytest.mark.parametrize("page", PAGES, ids=page_ids)
def test_no_page_names_a_place_of_one_machine(page):
    text = page.read_text(encoding="utf-8")

    assert re.findall(r"(?<![\w.])/(?:home|work|root|Users)/|\.\./shared", text) == []
