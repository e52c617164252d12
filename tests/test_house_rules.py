"""What no linter knows: templates that a strict policy allows, and none unused."""

import fnmatch
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template.loader import get_template
from django.template.utils import get_app_template_dirs

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "templates"
TEMPLATES = sorted(
    path.relative_to(FOLDER).as_posix()
    for path in FOLDER.rglob("*")
    if path.suffix in {".html", ".txt"}
)
PAGES = [name for name in TEMPLATES if name.endswith(".html")]
CODE = ["backoffice_ats", "positions", "candidates", "screening"]
# Django looks for these by name.
ERROR_PAGES = {"400.html", "403.html", "404.html", "500.html", "503.html"}
# They stand alone, because nothing else may work when they are shown.
ALONE = {"500.html", "503.html"}

FORBIDDEN = {
    "inline script": re.compile(r"<script(?![^>]*\bsrc=)", re.IGNORECASE),
    "inline style sheet": re.compile(r"<style\b", re.IGNORECASE),
    "style attribute": re.compile(r"<[^>{]*\sstyle\s*=", re.IGNORECASE),
    "event attribute": re.compile(r"<[^>{]*\son[a-z]+\s*=", re.IGNORECASE),
    "htmx code": re.compile(r"\bhx-on\b|\bhx-vals\s*=\s*[\"']js:"),
    "script address": re.compile(r"javascript:", re.IGNORECASE),
}
COMMENT = re.compile(r"{% comment %}.*?{% endcomment %}|{#.*?#}", re.DOTALL)
GAP = re.compile(r'f"([\w/.-]+/{[^}]*}\.(?:html|txt))"')
NAMED = re.compile(r"[\"']([\w/.-]+\.(?:html|txt))[\"']")


def source(name: str) -> str:
    return COMMENT.sub("", (FOLDER / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", PAGES)
def test_template_has_nothing_the_policy_blocks(name):
    text = source(name)

    assert [what for what, found in FORBIDDEN.items() if found.search(text)] == []


@pytest.mark.parametrize(
    "markup",
    [
        "<script>x()</script>",
        "<style>p{}</style>",
        '<p class="a" style="width:1%">',
        '<button type="button" onclick="x()">',
        '<p hx-on:click="x()">',
        '<a href="javascript:x()">',
    ],
)
def test_rule_notices_what_the_policy_blocks(markup):
    assert any(found.search(markup) for found in FORBIDDEN.values())


@pytest.mark.parametrize("name", TEMPLATES)
def test_template_compiles(name):
    origin = getattr(get_template(name), "origin", None)

    assert str(origin) == str(FOLDER / name)


def test_base_is_the_only_document_and_short():
    documents = {name for name in PAGES if "<!doctype" in source(name).lower()}

    assert documents == {"base.html"} | ALONE
    assert len((FOLDER / "base.html").read_text(encoding="utf-8").splitlines()) <= 60


def named_by_code() -> set[str]:
    """Templates named in code; a name with a gap (f"steps/{step}.html") names all."""
    files = [file for folder in CODE for file in (ROOT / folder).rglob("*.py")]
    texts = [file.read_text(encoding="utf-8") for file in files]
    gaps = [
        re.sub(r"{[^}]*}", "*", name) for text in texts for name in GAP.findall(text)
    ]
    return {name for text in texts for name in NAMED.findall(text)} | {
        name for gap in gaps for name in fnmatch.filter(TEMPLATES, gap)
    }


def overrides() -> set[str]:
    folders = [Path(folder) for folder in get_app_template_dirs("templates")]
    return {
        name
        for name in TEMPLATES
        if any((folder / name).is_file() for folder in folders)
    }


def test_every_template_is_reachable():
    """Components are the kit of the house; `test_components` renders each of them."""
    kit = {name for name in TEMPLATES if name.startswith("components/")}
    reached = (named_by_code() | overrides() | ERROR_PAGES | kit) & set(TEMPLATES)
    # Pages that authors extend and wordings that allauth looks up by pattern.
    reached |= {name for name in TEMPLATES if name.startswith("allauth/")}
    waiting = list(reached)
    while waiting:
        for name in set(NAMED.findall(source(waiting.pop()))) & set(TEMPLATES):
            if name not in reached:
                reached.add(name)
                waiting.append(name)

    assert sorted(set(TEMPLATES) - reached - {"public.html"}) == []


def test_every_class_of_ours_is_in_a_style_sheet():
    sheets = "".join(
        sheet.read_text(encoding="utf-8")
        for sheet in (ROOT / "static" / "css").rglob("*.css")
    )
    known = set(re.findall(r"\.(ats-[\w-]+)", sheets))
    # Named for scripts and tests, or the plain state of a thing with variants.
    known |= {"ats-trust--claimed"}
    used = {
        (name, word)
        for name in PAGES
        for value in re.findall(r'class="([^"]*)"', source(name))
        for word in re.sub(r"{[{%].*?[%}]}", " ", value.replace("--{{", "{{")).split()
        if word.startswith("ats-") and "{" not in word
    }

    assert {(name, word) for name, word in used if word not in known} == set()


@pytest.mark.parametrize("name", PAGES)
def test_static_files_named_exist(name):
    named = re.findall(r"{% static [\"']([^\"']+)[\"'] %}", source(name))

    assert [path for path in named if finders.find(path) is None] == []
