"""What every template may say (a builtin): formats, icons, and pieces with geometry.

Scores, shares and weights are whole hundredths (0 to 10,000), as they are stored.
A quantity is never a style: bars and intervals are SVG whose `x` and `width` are
attributes in per cent, which a strict content policy allows.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from django import template
from django.forms import BaseForm
from django.forms.formsets import BaseFormSet
from django.template import Context
from django.template.defaultfilters import date as format_date
from django.urls import NoReverseMatch, resolve, reverse
from django.utils import timezone
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from backoffice_ats.shared.icons import ICONS

register = template.Library()

FULL = 10_000
NARROW_SPACE = "\N{NARROW NO-BREAK SPACE}"

VERDICT_ICONS = {"met": "check", "not": "close", "unknown": "unknown"}
PAPER, INK = "#fffefb", "#1c2025"
# Where both give the same contrast: (L + 0.05)^2 = (L_paper + 0.05)(L_ink + 0.05).
CLEARER_WITH_INK = 0.208
CURRENCY_SIGNS = {"GBP": "£", "EUR": "€", "USD": "$"}


# ---- numbers ----


@register.filter
def points(hundredths: int) -> str:
    """Print hundredths as points with two decimals; only inside arithmetic."""
    return f"{hundredths / 100:.2f}"


@register.filter
def whole(hundredths: int) -> str:
    """Print hundredths as whole points, halves upwards."""
    return str((hundredths + 50) // 100)


@register.filter
def percent(hundredths: int) -> str:
    """Print hundredths as per cent: 2,500 is "25 %", 2,550 is "25.5 %"."""
    number = f"{Decimal(hundredths) / 100:.2f}".rstrip("0").rstrip(".")
    return f"{number}{NARROW_SPACE}%"


@register.filter
def factor(weight: int) -> str:
    """Print a weight in per cent as a factor of one: 40 is "0.40" times."""
    return f"× {weight / 100:.2f}"


@register.filter
def months(count: int) -> str:
    """Print a number of months as people say it: 27 is "2 years 3 months"."""
    years, rest = divmod(int(count), 12)
    parts = []
    if years:
        parts.append(
            ngettext("%(n)d year", "%(n)d years", years) % {"n": years},
        )
    if rest or not years:
        parts.append(
            ngettext("%(n)d month", "%(n)d months", rest) % {"n": rest},
        )
    return " ".join(parts)


@register.filter
def initials(name: str) -> str:
    """Take the first letters of the first and last word of a name."""
    words = str(name).split()
    return "".join(word[0] for word in (*words[:1], *words[1:][-1:])).upper()


@register.simple_tag
def pay(
    low: Decimal | int | None,
    high: Decimal | int | None,
    currency: str,
    per: str = "",
) -> str:
    """Print a pay range: "£31,000 to £34,500 a year"; pence only where there are any."""
    amounts = [_money(amount, currency) for amount in (low, high) if amount is not None]
    if len(amounts) == 2 and amounts[0] == amounts[1]:  # noqa: PLR2004 -- both ends
        amounts.pop()
    if not amounts:
        return ""
    text = _("%(low)s to %(high)s") % {"low": amounts[0], "high": amounts[-1]}
    return f"{text if len(amounts) > 1 else amounts[0]} {per}".strip()


def _money(amount: Decimal | int, currency: str) -> str:
    value = Decimal(amount)
    number = f"{value:,.0f}" if value == value.to_integral_value() else f"{value:,.2f}"
    sign = CURRENCY_SIGNS.get(currency)
    return f"{sign}{number}" if sign else f"{currency}{NARROW_SPACE}{number}"


# ---- moments, in the reader's active time zone ----


@register.filter(expects_localtime=True)
def day(when: date | None) -> str:
    """Print "18 November", with the year when it is not this year's."""
    return _date(when, "j F")


@register.filter(expects_localtime=True)
def weekday(when: date | None) -> str:
    """Print "Friday 4 December": for days on which somebody must act."""
    return _date(when, "l j F")


@register.filter(expects_localtime=True)
def moment(when: datetime | None) -> str:
    """Print "11 November, 19:48"."""
    return f"{_date(when, 'j F')}, {format_date(when, 'H:i')}" if when else ""


@register.filter
def deadline(when: datetime | None, zone: str) -> str:
    """Print "Friday 4 December, 23:59 GMT": a moment in the zone where it was set."""
    if not when:
        return ""
    local = when.astimezone(ZoneInfo(zone))
    return f"{_date(local, 'l j F')}, {format_date(local, 'H:i T')}"


@register.filter
def zone_place(zone: str) -> str:
    """Print the place of a time zone: "New York" for "America/New_York"."""
    return zone.rsplit("/", maxsplit=1)[-1].replace("_", " ")


@register.filter
def month_year(when: date | None) -> str:
    """Print "March 2023"; nothing for a job that goes on."""
    return format_date(when, "F Y") if when else ""


def _date(when: date | None, pattern: str) -> str:
    if not when:
        return ""
    this_year = when.year == timezone.localdate().year
    return format_date(when, pattern if this_year else f"{pattern} Y")


# ---- icons and somebody's own words ----


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw a decorative icon; a word stands beside it. An unknown name is a KeyError."""
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor"'
        ' stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="{}"/></svg>',
        ICONS[name],
    )


@register.filter
def ink_on(colour: str) -> str:
    """Choose paper or ink for a letter on a colour (#rrggbb), whichever is clearer.

    By relative luminance (WCAG 2.2, gamma taken as 2.2); anything else than a colour gets paper.
    """
    try:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    except (ValueError, TypeError):
        return PAPER
    red, green, blue = (part**2.2 for part in parts)
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return PAPER if luminance < CLEARER_WITH_INK else INK


@register.filter
def marked(text: str, spans: Iterable[tuple[int, int]] | None) -> SafeString:
    """Escape `text` and put `<mark>` around its (start, end) spans.

    Spans that overlap one before them, or lie outside the text, are left out.
    """
    parts, at = [], 0
    for start, end in sorted(spans or ()):
        if at <= start < end <= len(text):
            parts.append(conditional_escape(text[at:start]))
            parts.append(format_html("<mark>{}</mark>", text[start:end]))
            at = end
    parts.append(conditional_escape(text[at:]))
    return mark_safe("".join(parts))  # noqa: S308 -- every part is escaped above


# ---- pieces with geometry ----


@register.inclusion_tag("components/verdict.html")
def verdict(state: str, label: str = "") -> dict[str, str]:
    """Show "met", "not" or "unknown" (any case; NOT_MET too) with its word."""
    key = _verdict(state)
    words = {"met": _("Met"), "not": _("Not met"), "unknown": _("Not yet known")}
    return {"key": key, "icon": VERDICT_ICONS[key], "label": label or words[key]}


@register.inclusion_tag("components/cell.html")
def cell(state: str, criterion: str, tag: str = "li") -> dict[str, str]:
    """Show one tile of a criterion strip; criterion and verdict are its hidden text."""
    return {**verdict(state), "criterion": criterion, "tag": tag}


def _verdict(state: str) -> str:
    key = str(state).lower()
    return {"not_met": "not"}.get(key, key)


@register.inclusion_tag("components/score.html")
def score(
    value: int,
    low: int,
    high: int,
    *,
    complete: bool = True,
    axis: int = 0,
    zone: tuple[int, int] | None = None,
) -> dict[str, object]:
    """Show a score with its likely range, all in hundredths.

    Incomplete: `low` and `high` are the lowest and highest score still possible, and
    no point is drawn. `axis` is the whole point where the axis begins (0 or 40); it
    ends at 100 always. `zone` is the (lowest, highest) score of the band.
    """
    below, above = (value - low + 50) // 100, (high - value + 50) // 100
    return {
        "value": whole(value),
        "low": whole(low),
        "high": whole(high),
        "margin": below if below == above else None,
        "complete": complete,
        "range": _stretch(low, high, axis),
        "point": _place(value, axis),
        "cut": _place(FULL // 2, axis),
        "zone": _stretch(zone[0], zone[1], axis) if zone else None,
    }


@register.inclusion_tag("components/score_axis.html")
def score_axis(axis: int = 0) -> dict[str, object]:
    """Write the axis above a column of scores, beginning at the same whole point."""
    step = 10 if axis else 20
    ticks = range(axis + step, 100, step)
    return {"ticks": [{"at": _place(tick * 100, axis), "text": tick} for tick in ticks]}


@register.inclusion_tag("components/bar.html")
def bar(quantity: int, whole_of: int = FULL) -> dict[str, str]:
    """Draw a thin bar: `quantity` of `whole_of` in the same unit, cut off at full."""
    return {"width": _per_cent(min(quantity / whole_of, 1) if whole_of else 0)}


@register.inclusion_tag("components/steps_bar.html")
def steps_bar(done: int, total: int, label: str) -> dict[str, str]:
    """Draw how far somebody is; `label` says it in words ("3 of 12 answers")."""
    return {"width": _per_cent(done / total if total else 0), "label": label}


@register.inclusion_tag("components/shares.html")
def shares(parts: Iterable[int], label: str, here: int = -1) -> dict[str, object]:
    """Draw shares of time in a row; what is missing from the whole is a dashed gap.

    `parts` are per cent (what goes beyond 100 is not drawn), `here` the index of the
    one being edited.
    """
    pieces, at = [], 0
    for index, part in enumerate(parts):
        end = min(at + part * 100, FULL)
        pieces.append({**_stretch(at, end, 0), "here": index == here, "n": index + 1})
        at = end
    gap = _stretch(at, FULL, 0) if at < FULL else None
    return {"pieces": pieces, "gap": gap, "label": label}


@register.inclusion_tag("components/stage.html")
def stage(done: int, total: int, label: str) -> dict[str, object]:
    """Show a stage as dots done of all (at most 8), then the words."""
    dots = [{"x": 4 + 8 * n, "done": n < done} for n in range(total)]
    return {"dots": dots, "width": 8 * total, "label": label}


def _place(hundredths: int, axis: int) -> str:
    start = axis * 100
    return _per_cent(min(max((hundredths - start) / (FULL - start), 0), 1))


def _stretch(low: int, high: int, axis: int) -> dict[str, str]:
    start = axis * 100
    first, last = (min(max(end, start), FULL) - start for end in (low, high))
    return {
        "x": _per_cent(first / (FULL - start)),
        "width": _per_cent((last - first) / (FULL - start)),
    }


def _per_cent(part: float) -> str:
    return f"{part * 100:.2f}%"


# ---- forms ----


@register.inclusion_tag("components/error_summary.html")
def error_summary(*forms: object) -> dict[str, object]:
    """List what is wrong in the given forms and form sets, each with its field.

    Takes forms, form sets, lists of them, and None, in the order of the page.
    """
    return {"problems": [problem for form in forms for problem in _problems(form)]}


def _problems(form: object) -> Iterator[dict[str, str]]:
    match form:
        case BaseFormSet():
            if form.is_bound:
                for message in form.non_form_errors():
                    yield {"target": problem_id(form), "message": str(message)}
                yield from _problems(list(form.forms))
        case BaseForm():
            for name, messages in form.errors.items():
                target = (
                    problem_id(form) if name == "__all__" else _field_id(form, name)
                )
                for message in messages:
                    yield {"target": target, "message": str(message)}
        case list() | tuple():
            for one in form:
                yield from _problems(one)


def _field_id(form: BaseForm, name: str) -> str:
    field = form[name]
    return field.id_for_label or f"{field.auto_id}_0"


@register.filter
def problem_id(form: "BaseForm | BaseFormSet[BaseForm]") -> str:
    """Name the element that shows what is wrong with a form as a whole."""
    return f"{form.prefix or 'form'}-problem"


# ---- ways through the house ----


@register.inclusion_tag("components/nav_link.html", takes_context=True)
def nav_link(
    context: Context,
    name: str,
    label: str,
    thing: object = None,
    *,
    current: bool = False,
    count: int | None = None,
) -> dict[str, object]:
    """Link to a named page if it exists and this reader may open it; else nothing.

    What a page asks for is read from its view (`access.requires`), so that a menu
    never promises what the door refuses. `thing` is found by its slug or its key.
    """
    url = _door(name, thing)
    if url:
        permission = getattr(resolve(url).func, "required_permission", None)
        user = context.get("user")
        if permission and not (user and user.has_perm(permission)):
            url = ""
    return {"url": url, "label": label, "current": current, "count": count}


def _door(name: str, thing: object) -> str:
    keys = (
        [getattr(thing, "slug", None), getattr(thing, "pk", None)] if thing else [None]
    )
    for key in keys:
        try:
            return reverse(name, args=[] if key is None else [key])
        except NoReverseMatch:
            continue
    return ""


@register.filter(name="is")
def is_same(value: object, other: object) -> bool:
    """Compare where a tag wants a value and `if` cannot stand."""
    return value == other


@register.simple_tag(takes_context=True)
def place(context: Context) -> str:
    """Say which part of the main menu the current page belongs to."""
    match = getattr(context.get("request"), "resolver_match", None)
    if not match:
        return ""
    view = match.view_name or ""
    special = {
        "home": "today",
        "candidates:people": "people",
        "candidates:duplicates": "people",
        "candidates:merge": "people",
        "candidates:person": "people",
        "candidates:note_add": "people",
        "candidates:note_edit": "people",
        "candidates:tag_add": "people",
        "candidates:requests": "people",
        "candidates:keeping": "people",
        "candidates:hold": "people",
        "candidates:erase": "people",
        "candidates:request_answer": "people",
        "candidates:pool": "people",
        "candidates:letters": "people",
        "candidates:letter": "people",
        "candidates:letter_texts": "people",
        "candidates:letter_text": "people",
        "candidates:own_text_add": "people",
        "candidates:own_text": "people",
        "audit:trail": "trail",
        "accounts:organisation": "settings",
        "positions:approval_steps": "settings",
    }
    if view.startswith(("accounts:user", "positions:word", "positions:polic")):
        return "settings"
    rooms = {"positions", "candidates", "screening", "audit"}
    return special.get(view, "positions" if match.namespace in rooms else "")
