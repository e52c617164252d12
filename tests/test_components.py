"""Each component renders alone, from plain values, as well-formed markup."""

from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace

import pytest
from crispy_forms.utils import render_crispy_form
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.core.paginator import Paginator
from django.http import HttpResponse  # noqa: TID251 -- two views for its menus
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.urls import include, path
from django.utils.html import format_html

from backoffice_ats.accounts.enums import Role
from backoffice_ats.accounts.models import Organisation, User
from backoffice_ats.shared.access import requires

FOLDER = Path(__file__).parents[1] / "templates" / "components"
HOSTILE = '<b title="x">{{ 7*7 }}</b>'
ESCAPED = "&lt;b title=&quot;x&quot;&gt;"
VOID = {"br", "hr", "img", "input", "link", "meta"}


@requires("positions.view_position")
def guarded(request, slug):
    return HttpResponse()


def open_to_all(request, slug=""):
    return HttpResponse()


urlpatterns = [
    path("", open_to_all, name="home"),
    path(
        "account/",
        include(([path("logo/", open_to_all, name="logo")], "accounts")),
    ),
    path("logout/", open_to_all, name="account_logout"),
    path(
        "positions/",
        include(
            (
                [
                    path("", open_to_all, name="list"),
                    path("<slug:slug>/", open_to_all, name="overview"),
                    path("<slug:slug>/definition/", guarded, name="definition"),
                ],
                "positions",
            )
        ),
    ),
]
pytestmark = pytest.mark.urls(__name__)


class Balance(HTMLParser):
    """Remember tags that are closed in the wrong order or never."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.wrong = []

    def handle_starttag(self, tag, attrs):  # noqa: ARG002 -- HTMLParser's signature
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        """Take `<path/>` as closed at once."""

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def unbalanced(html):
    parser = Balance()
    parser.feed(html)
    parser.close()
    return parser.wrong + parser.open


def fact(**values):
    return SimpleNamespace(**values)


def staff(role=Role.HR_MANAGER, **fields):
    return User(
        name="Ruth Adeyemi", email="ruth@larkfield.example", role=role, **fields
    )


def shell(user, **values):
    return {
        "user": user,
        "organisation": Organisation(name="Larkfield Mutual", colour="#1f4588"),
        "csrf_token": "token",
        **values,
    }


def position_page(user):
    position = fact(title=HOSTILE, department="Finance", slug="payroll", pk=1)
    return shell(user, position=position, facts=[HOSTILE], tab="overview")


# What a component is given, and something it must then say.
CASES = {
    "anchors": (
        {
            "name": "score",
            "legend": HOSTILE,
            "value": 6,
            "anchors": [
                fact(n=7, title="Outstanding.", text="Calms."),
                fact(n=6, title="", text=""),
            ],
        },
        'value="6" checked',
    ),
    "arithmetic": (
        {
            "caption": "Sum",
            "rows": [
                fact(label=HOSTILE, note="One day in five", terms="2 × 1", result="2")
            ],
            "total": fact(label="Months", terms="of 24", result="46.0"),
            "conclusion": "191.7 %",
        },
        "ats-total",
    ),
    "band": ({"name": "Band A", "sentence": HOSTILE, "columns": 4}, 'colspan="4"'),
    "bar": ({"width": "40.00%"}, 'width="40.00%"'),
    "brand": (
        {"organisation": fact(name=HOSTILE, colour="#123456"), "href": "/"},
        'fill="#123456"',
    ),
    "cell": (
        {
            "key": "met",
            "icon": "check",
            "label": "Met",
            "criterion": HOSTILE,
            "tag": "li",
        },
        "ats-cell--met",
    ),
    "chips": (
        {
            "label": "Filter",
            "chips": [
                fact(text=HOSTILE, url="?a=1", count=0, current=True),
                fact(text="All", url="?", count=None, current=False),
            ],
        },
        'aria-current="true"',
    ),
    "danger": (
        {
            "question": HOSTILE,
            "points": ["2 applications go."],
            "act": "Erase Joss",
            "keep_url": "/keep/",
            "csrf_token": "token",
        },
        'value="token"',
    ),
    "empty": (
        {"title": HOSTILE, "text": "Soon.", "url": "/x/", "url_label": "See it"},
        'href="/x/"',
    ),
    "error_summary": (
        {"problems": [fact(target="id_title", message=HOSTILE)]},
        'href="#id_title"',
    ),
    "facts": (
        {"facts": [fact(term="Pay", value=HOSTILE, url="/x/", url_label="Change")]},
        "<dt>Pay</dt>",
    ),
    "file": (
        {
            "name": HOSTILE,
            "size": 2048,
            "url": "/cv/",
            "note": "Read",
            "problem": "A scan",
        },
        "2.0",
    ),
    "glance": ({"facts": [fact(term="Pay", value=HOSTILE)]}, "<dt>Pay</dt>"),
    "hidden_names": ({"reveal_url": "/reveal/"}, "Names hidden"),
    "job": (
        {"title": HOSTILE, "done": 38, "total": 61, "text": "38 of 61", "id": "job"},
        'value="38" max="61"',
    ),
    "legend": ({}, "counts neither way"),
    "live": (
        {"messages": [fact(level_tag="success"), fact(level_tag="error")]},
        'role="status"',
    ),
    "main_nav": (shell(staff()), 'href="/positions/"'),
    "my_links": (shell(staff()), 'name="csrfmiddlewaretoken"'),
    "nav_link": (
        {"url": "/x/", "label": HOSTILE, "current": True, "count": 6},
        'aria-current="page"',
    ),
    "need": ({"text": HOSTILE}, "ats-need"),
    "onet_attribution": (
        {"database": "O*NET 27.0 Database", "changed_by": HOSTILE},
        "has modified all or some of this information",
    ),
    "page_head": (
        {"title": HOSTILE, "crumb": "All", "crumb_url": "/all/"},
        'href="/all/"',
    ),
    "pagination": (
        {"page": Paginator(range(100), 25).page(2)},
        'href="?sort=name&amp;page=3"',
    ),
    "position_head": (position_page(staff(is_superuser=True)), 'aria-current="page"'),
    "print_foot": (shell(staff(), print_note=HOSTILE), "Ruth Adeyemi"),
    "problems": ({"messages": [fact(level_tag="error")]}, 'role="alert"'),
    "quote": (
        {
            "text": f"two {HOSTILE}",
            "spans": [(0, 3)],
            "source": "CV, page 1",
            "trust": "VERIFIED",
            "url": "/cv/",
        },
        "<mark>two</mark>",
    ),
    "move": (
        {"action": "/move/", "name": HOSTILE, "first": True, "last": False},
        'name="down"',
    ),
    "pick": (
        {
            "name": "best",
            "question": HOSTILE,
            "replies": [
                SimpleNamespace(place=1, text=HOSTILE, pick="best"),
                SimpleNamespace(place=2, text="Ask", pick=""),
            ],
            "described": "picks-error",
        },
        'aria-describedby="picks-error"',
    ),
    "rate": (
        {
            "name": "r1",
            "id": "r1",
            "text": HOSTILE,
            "value": 2,
            "low": "Worse",
            "high": "Effective",
            "error": "Rate this response",
        },
        'value="2" checked',
    ),
    "score": (
        {
            "value": "77",
            "low": "73",
            "high": "81",
            "margin": 4,
            "complete": True,
            "range": {"x": "73%", "width": "8%"},
            "point": "77%",
            "cut": "50%",
            "zone": {"x": "70%", "width": "7%"},
        },
        "77, likely between 73 and 81",
    ),
    "score_axis": ({"ticks": [{"at": "20%", "text": 20}]}, 'x="20%"'),
    "settings_head": (shell(staff(), title=HOSTILE, tab="users"), "<h1>"),
    "shares": (
        {
            "pieces": [{"x": "0%", "width": "40%", "here": True, "n": 1}],
            "gap": {"x": "40%", "width": "60%"},
            "label": HOSTILE,
        },
        'class="gap"',
    ),
    "sort_head": (
        {"key": "name", "label": HOSTILE, "sort": "name", "number": True},
        'aria-sort="ascending"',
    ),
    "stage": (
        {
            "dots": [{"x": 4, "done": True}, {"x": 12, "done": False}],
            "width": 16,
            "label": "1 of 2",
        },
        'class="done"',
    ),
    "steps_bar": ({"width": "25%", "label": HOSTILE}, 'width="25%"'),
    "strip": ({"cells": [fact(state="NOT_MET", criterion=HOSTILE)]}, "ats-cell--not"),
    "tag": ({"text": HOSTILE, "symbol": "hidden"}, "<svg"),
    "timeline": (
        {"events": [fact(text=HOSTILE, when="11 November", state="now")], "big": True},
        'aria-current="step"',
    ),
    "top_bar": (shell(staff()), "Larkfield Mutual"),
    "trust": ({"trust": "INFERRED"}, "Read from text"),
    "verdict": (
        {"key": "unknown", "icon": "unknown", "label": "Not yet known"},
        "Not yet known",
    ),
}


def render(name, context):
    request = RequestFactory().get("/positions/?sort=name")
    request.user = context.get("user", AnonymousUser())
    html = render_to_string(f"components/{name}.html", context, request)
    return " ".join(html.split())


def test_each_component_has_a_case():
    assert set(CASES) == {Path(file).stem for file in FOLDER.glob("*.html")}


@pytest.mark.parametrize("name", CASES)
def test_component_renders_what_it_is_given(name):
    context, said = CASES[name]

    html = render(name, context)

    assert said in html
    assert unbalanced(html) == []


@pytest.mark.parametrize("name", [n for n in CASES if HOSTILE in str(CASES[n][0])])
def test_component_escapes_what_people_wrote(name):
    html = render(name, CASES[name][0])

    assert "<b title" not in html
    assert ESCAPED in html.replace("&#x27;", "'")


def test_messages_are_split_between_the_live_area_and_problems():
    messages = [fact(level_tag="success", n="Saved"), fact(level_tag="error", n="No")]
    live = render("live", {"messages": messages})
    problems = render("problems", {"messages": messages})

    assert ("Saved" in live, "No" in live) == (True, False)
    assert ("Saved" in problems, "No" in problems) == (False, True)


def test_an_error_summary_without_problems_is_nothing():
    assert render("error_summary", {"problems": []}).strip() == ""


@pytest.mark.parametrize(
    ("role", "there", "absent"),
    [
        (Role.HR_MANAGER, "Today", "Trail"),
        (Role.PANEL_MEMBER, "My reviews", "Today"),
        (Role.AUDITOR, "Read only", "Today"),
    ],
)
def test_top_bar_follows_the_role(role, there, absent):
    html = render("top_bar", shell(staff(role)))

    assert there in html
    assert absent not in html


def test_top_bar_shows_a_stranger_no_way_in():
    html = render("top_bar", shell(AnonymousUser()))

    assert "Larkfield Mutual" in html
    assert "<nav" not in html


def test_brand_shows_the_logo_where_there_is_one():
    organisation = fact(name="Larkfield", colour="#1f4588", logo="logo.png")

    html = render("brand", {"organisation": organisation, "href": "/"})

    assert 'src="/account/logo/"' in html
    assert "<svg" not in html


def test_a_tab_is_shown_only_to_whom_its_page_is_open():
    context = position_page(staff(is_superuser=True))

    allowed = render("position_head", context)
    refused = render("position_head", {**context, "user": staff(is_active=False)})

    assert "/positions/payroll/definition/" in allowed
    assert "/positions/payroll/definition/" not in refused
    assert "/positions/payroll/" in refused


def test_tabs_of_pages_that_do_not_exist_are_left_out():
    assert "Pipeline" not in render(
        "position_head", position_page(staff(is_superuser=True))
    )


def test_a_hint_is_escaped_unless_it_was_made_as_markup():
    class Hinted(forms.Form):
        typed = forms.CharField(help_text="5 < 6 <b>")
        made = forms.CharField(help_text=format_html("<b>{}</b>", "&"))

    page = render_crispy_form(Hinted())

    assert "5 &lt; 6 &lt;b&gt;" in page
    assert "<b>&amp;</b>" in page
