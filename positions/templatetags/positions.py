"""Pieces of the definition page. Loaded by `{% load positions %}`."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django import template
from django.forms import BoundField
from django.forms.boundfield import BoundWidget
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from positions.listing.markup import json_for_script
from positions.services.advert import Judged
from positions.services.never_asked import never_asked_in

register = template.Library()


@register.simple_tag
def input(field: BoundField, css: str, **attributes: str) -> SafeString:  # noqa: A001 -- a tag's name in templates
    """Draw a field's input alone; `data_x` becomes `data-x`. Wrong ones are marked."""
    attrs: dict[str, str | bool] = {
        name.replace("_", "-"): str(text) for name, text in attributes.items()
    }
    attrs["class"] = f"{css} is-invalid" if field.errors else css
    if beside := attrs.get("aria-describedby"):
        attrs["aria-describedby"] = f"{field.aria_describedby or ''} {beside}".strip()
    return field.as_widget(attrs=attrs)


@register.simple_tag
def box_input(box: BoundWidget) -> SafeString:
    """Draw one box of several without its label."""
    box.data["attrs"]["class"] = "form-check-input"
    box.data["wrap_label"] = False
    return box.tag()


@register.filter
def at(labels: Mapping[str, str], key: str) -> str:
    """Return the label of a key."""
    return labels[key]


@register.simple_tag
def structured_data(value: Mapping[str, Any]) -> SafeString:
    """Write a data block that search engines read and no browser runs; or nothing."""
    if not value:
        return SafeString("")
    block = mark_safe(json_for_script(value))  # noqa: S308 -- escaped for a script element
    return format_html('<script type="application/ld+json">{}</script>', block)


@register.simple_tag
def weight_sum(criteria: Iterable[Judged], stage: str) -> int:
    """Add up "weight" (before interviews) or "final_weight" (after)."""
    return sum(getattr(criterion, stage) for criterion in criteria)


@register.inclusion_tag("components/shares.html")
def share_bar(shares: Sequence[int]) -> dict[str, object]:
    """Draw the shares of time of the duties, in per cent, with what is missing."""
    pieces, at = [], 0
    for number, share in enumerate(shares, start=1):
        end = min(at + share, 100)
        pieces.append({"x": f"{at}%", "width": f"{end - at}%", "n": number})
        at = end
    words = ", ".join(
        _("duty %(number)d %(share)d per cent") % {"number": n, "share": share}
        for n, share in enumerate(shares, start=1)
    )
    return {
        "pieces": pieces,
        "gap": {"x": f"{at}%", "width": f"{100 - at}%"} if at < 100 else None,  # noqa: PLR2004 -- per cent
        "label": _("Shares of time: %(shares)s") % {"shares": words or _("none yet")},
    }


@register.inclusion_tag("positions/_wording.html")
def never_asked(field: BoundField) -> dict[str, object]:
    """Say what in a typed text is never asked of anybody, and why.

    A field that was refused for it says so itself.
    """
    text = "" if field.errors else str(field.value() or "")
    return {"findings": never_asked_in(text)}
