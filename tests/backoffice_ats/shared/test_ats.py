"""Formats and drawings of the templates."""

from datetime import UTC, date, datetime
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest
from django import forms
from django.template import engines
from django.utils import timezone

from backoffice_ats.shared.icons import ICONS
from backoffice_ats.shared.templatetags import ats


def render(source, **context):
    html = engines["django"].from_string(source).render(context)
    return " ".join(html.split())


def drawing(html):
    """Parse the one drawing in `html`; what is not well formed fails here."""
    start, end = html.index("<svg"), html.rindex("</svg>") + len("</svg>")
    return ET.fromstring(html[start:end])  # noqa: S314 -- our own markup


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 months"),
        (1, "1 month"),
        (12, "1 year"),
        (27, "2 years 3 months"),
        (37, "3 years 1 month"),
    ],
)
def test_months_are_said_as_people_do(count, said):
    assert ats.months(count) == said


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Ruth Adeyemi", "RA"), ("Ana María de la Cruz", "AC"), ("Cher", "C"), ("", "")],
)
def test_initials_are_first_and_last(name, letters):
    assert ats.initials(name) == letters


@pytest.mark.parametrize(
    ("hundredths", "said"),
    [
        (2_500, "25 %"),
        (2_550, "25.5 %"),
        (19_167, "191.67 %"),
        (0, "0 %"),
        (10_000, "100 %"),
    ],
)
def test_percent_has_no_needless_decimals(hundredths, said):
    assert ats.percent(hundredths).replace(ats.NARROW_SPACE, " ") == said


@pytest.mark.parametrize(
    ("hundredths", "said"), [(7_740, "77"), (7_750, "78"), (49, "0"), (10_000, "100")]
)
def test_whole_rounds_halves_upwards(hundredths, said):
    assert ats.whole(hundredths) == said


def test_points_and_factor_have_two_decimals():
    assert (ats.points(3_360), ats.factor(40)) == ("33.60", "× 0.40")


@pytest.mark.parametrize(
    ("low", "high", "currency", "said"),
    [
        (Decimal(31000), Decimal(34500), "GBP", "£31,000 to £34,500 a year"),
        (Decimal("11.44"), Decimal(12), "GBP", "£11.44 to £12 a year"),
        (Decimal(31000), Decimal(31000), "EUR", "€31,000 a year"),
        (None, Decimal(31000), "USD", "$31,000 a year"),
        (Decimal(400000), None, "SEK", "SEK 400,000 a year"),
        (None, None, "GBP", ""),
    ],
)
def test_pay_is_one_readable_range(low, high, currency, said):
    assert ats.pay(low, high, currency, "a year").replace(ats.NARROW_SPACE, " ") == said


def test_dates_name_the_weekday_and_another_year():
    with timezone.override("Europe/London"):
        year = timezone.localdate().year
        assert ats.day(date(year, 11, 18)) == "18 November"
        assert ats.day(date(2001, 11, 18)) == "18 November 2001"
        assert ats.weekday(date(2026, 12, 4)).startswith("Friday 4 December")
        assert ats.day(None) == ats.moment(None) == ats.deadline(None, "UTC") == ""


def test_moment_is_told_in_the_active_zone():
    stored = datetime(2001, 7, 1, 22, 30, tzinfo=UTC)

    with timezone.override("Europe/London"):
        said = render("{{ when|moment }}", when=stored)

    assert said == "1 July 2001, 23:30"


def test_deadline_keeps_the_zone_in_which_it_was_set():
    stored = datetime(2001, 12, 4, 22, 59, tzinfo=UTC)

    with timezone.override("America/New_York"):
        said = render('{{ when|deadline:"Europe/Berlin" }}', when=stored)

    assert said == "Tuesday 4 December 2001, 23:59 CET"


@pytest.mark.parametrize("name", ICONS)
def test_icon_is_a_decorative_drawing(name):
    svg = drawing(ats.icon(name))

    assert svg.get("aria-hidden") == "true"
    assert svg[0].get("d", "").startswith("M")


def test_marked_escapes_around_and_inside_its_marks():
    text = "a < b & <i>c</i>"

    assert ats.marked(text, [(0, 5), (8, 16)]) == (
        "<mark>a &lt; b</mark> &amp; <mark>&lt;i&gt;c&lt;/i&gt;</mark>"
    )


def test_marked_leaves_out_spans_that_overlap_or_lie_outside():
    assert ats.marked("leavers", [(0, 4), (2, 6), (5, 99)]) == "<mark>leav</mark>ers"


def test_score_draws_range_and_point_on_its_axis():
    html = render("{% score 7740 7300 8140 axis=40 %}")
    svg = drawing(html)
    shapes = {rect.get("class"): rect for rect in svg}

    assert svg.get("aria-label") == "77, likely between 73 and 81"
    assert "± 4" in html
    assert shapes["range"].get("x") == "55.00%"
    assert shapes["range"].get("width") == "14.00%"
    assert shapes["point"].get("x") == "62.33%"
    assert shapes["cut"].get("x") == "16.67%"


def test_score_says_both_ends_when_they_are_not_equally_far():
    assert "73–84" in render("{% score 7700 7300 8400 %}")


def test_score_that_is_not_complete_has_no_point():
    html = render("{% score 6700 5200 8200 complete=False %}")
    shapes = {rect.get("class"): rect for rect in drawing(html)}

    assert "52 to 82" in html
    assert "point" not in shapes
    assert (shapes["open"].get("x"), shapes["open"].get("width")) == (
        "52.00%",
        "30.00%",
    )


def test_score_below_the_axis_stays_inside_the_drawing():
    shapes = {
        rect.get("class"): rect
        for rect in drawing(render("{% score 2000 1000 4600 axis=40 %}"))
    }

    assert shapes["point"].get("x") == "0.00%"
    assert (shapes["range"].get("x"), shapes["range"].get("width")) == (
        "0.00%",
        "10.00%",
    )


def test_shares_leave_a_gap_for_what_is_missing():
    svg = drawing(render('{% shares parts "Shares" 1 %}', parts=[40, 35]))

    assert [piece.get("width") for piece in svg] == ["40.00%", "35.00%", "25.00%"]
    assert svg[1][0].get("class") == "here"
    assert svg[2].get("class") == "gap"


def test_shares_beyond_the_whole_are_cut_off():
    svg = drawing(render('{% shares parts "Shares" %}', parts=[80, 40]))

    assert [piece.get("width") for piece in svg] == ["80.00%", "20.00%"]


@pytest.mark.parametrize(
    ("quantity", "width"), [(0, "0.00%"), (4_000, "40.00%"), (20_000, "100.00%")]
)
def test_bar_is_cut_off_at_full(quantity, width):
    assert drawing(render("{% bar n %}", n=quantity))[1].get("width") == width


def test_verdict_takes_the_stored_words():
    html = render('{% verdict "NOT_MET" %}{% verdict "MET" %}{% verdict "UNKNOWN" %}')

    assert [word in html for word in ("Not met", "Met", "Not yet known")] == [True] * 3
    assert html.count("<svg") == 3


@pytest.mark.parametrize(
    ("colour", "letter"),
    [
        ("#1f4588", ats.PAPER),
        ("#000000", ats.PAPER),
        ("#ffd400", ats.INK),
        ("#ffffff", ats.INK),
        ("", ats.PAPER),
        ("red", ats.PAPER),
        (None, ats.PAPER),
    ],
)
def test_letter_on_the_organisations_colour_can_be_read(colour, letter):
    assert ats.ink_on(colour) == letter


class Job(forms.Form):
    title = forms.CharField(error_messages={"required": "Enter the job title"})
    hours = forms.ChoiceField(
        choices=[("F", "Full time"), ("P", "Part time")],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose full or part time"},
    )
    note = forms.CharField(required=False, help_text="Two sentences")

    def clean(self):
        raise forms.ValidationError("The two dates are the wrong way round")


def test_error_summary_leads_to_each_field_once_and_in_order():
    jobs = forms.formset_factory(Job)
    rows = jobs(
        {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-title": "x"}
    )
    html = render(
        "{% error_summary form rows none %}", form=Job({}), rows=rows, none=None
    )

    assert [
        html.index(part) for part in ("#id_title", "#id_hours_0", "#form-problem")
    ] == (
        sorted(
            html.index(part) for part in ("#id_title", "#id_hours_0", "#form-problem")
        )
    )
    assert "#id_form-0-hours_0" in html
    assert "#id_form-0-title" not in html


def test_error_summary_is_silent_when_nothing_is_wrong():
    assert "<div" not in render("{% error_summary form %}", form=Job())


def test_crispy_form_speaks_the_words_of_the_house():
    html = render(
        "{% load crispy_forms_tags %}{{ form|crispy }}", form=Job({"note": "x"})
    )

    assert "*" not in html
    assert html.count("(optional)") == 1
    assert html.index("Two sentences") < html.index('name="note"')
    assert html.index("Enter the job title") < html.index('name="title"')
    assert 'aria-invalid="true"' in html
    assert 'id="id_title_error"' in html
    assert 'aria-describedby="id_title_error"' in html
    assert 'aria-describedby="id_note_helptext"' in html
    assert "The two dates are the wrong way round" in html
