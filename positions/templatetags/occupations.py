"""What O*NET says of an occupation, in words. Loaded by `{% load occupations %}`."""

from django import template
from django.utils.translation import gettext as _

from backoffice_ats.shared.templatetags.ats import months
from positions.enums import JOB_ZONES, ONET_EDUCATION
from positions.onet.norms import EducationNorm
from positions.plan import Plan
from positions.services import occupations

register = template.Library()

Stretch = tuple[int, int | None]


@register.filter
def zone_words(zone: int | None) -> str:
    return str(JOB_ZONES.get(zone or 0, ""))


@register.filter
def education_words(norm: EducationNorm) -> str:
    return str(ONET_EDUCATION[norm.category])


@register.filter
def less(norm: EducationNorm) -> int:
    """Return how many per cent of those asked say that less is enough."""
    return norm.up_to - norm.share


@register.filter
def stretch(ends: Stretch) -> str:
    """Print months from over one end up to another: "over 1 year, up to 2 years"."""
    low, high = ends
    if not high:
        return _("over %(low)s") % {"low": months(low)} if low else _("none")
    if not low:
        return _("up to %(high)s") % {"high": months(high)}
    return _("over %(low)s, up to %(high)s") % {
        "low": months(low),
        "high": months(high),
    }


@register.inclusion_tag("components/onet_attribution.html")
def onet_attribution(release: str, changed_by: str = "") -> dict[str, str]:
    """Name O*NET, as its licence asks for wherever its text is shown.

    `changed_by` is the organisation that changed some of the text, or may have.
    """
    database = f"O*NET {release} Database" if release else "O*NET Database"
    return {"database": database, "changed_by": changed_by}


@register.inclusion_tag("components/onet_attribution.html")
def onet_note(plan: Plan, changed_by: str) -> dict[str, str]:
    """Name O*NET where its words stand in the duties of a plan; else nothing."""
    release = occupations.release_behind(plan)
    return {} if release is None else onet_attribution(release, changed_by)
