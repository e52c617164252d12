"""Pieces of the definition page. Loaded by `{% load positions %}`."""

from collections.abc import Iterable

from django import template
from django.forms import BoundField
from django.forms.boundfield import BoundWidget
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from positions.plan import Plan
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
    return field.as_widget(attrs=attrs)


@register.simple_tag
def box_input(box: BoundWidget) -> SafeString:
    """Draw one box of several without its label."""
    box.data["attrs"]["class"] = "form-check-input"
    box.data["wrap_label"] = False
    return box.tag()


@register.simple_tag
def weight_sum(criteria: Iterable[Judged], stage: str) -> int:
    """Add up "weight" (before interviews) or "final_weight" (after)."""
    return sum(getattr(criterion, stage) for criterion in criteria)


@register.inclusion_tag("components/shares.html")
def share_bar(plan: Plan) -> dict[str, object]:
    """Draw the shares of time of the duties as they are saved, with what is missing."""
    pieces, at = [], 0
    for number, duty in enumerate(plan.duties, start=1):
        end = min(at + duty.share, 100)
        pieces.append({"x": f"{at}%", "width": f"{end - at}%", "n": number})
        at = end
    words = ", ".join(
        _("duty %(number)d %(share)d per cent") % {"number": n, "share": duty.share}
        for n, duty in enumerate(plan.duties, start=1)
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
