"""Formatting for templates: one filter, one job. Loaded everywhere (a builtin)."""

from django import template

register = template.Library()


@register.filter
def points(hundredths: int) -> str:
    """Print a score of 0 to 10,000 hundredths as points with two decimals."""
    return f"{hundredths / 100:.2f}"


@register.filter
def whole(hundredths: int) -> str:
    """Print a score of 0 to 10,000 hundredths as whole points, halves upwards."""
    return str((hundredths + 50) // 100)
