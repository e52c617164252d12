"""Applying: no account, one page at a time, every page kept as it is sent."""

from candidates.views.apply.start import apply, apply_done, apply_step

__all__ = ["apply", "apply_done", "apply_step"]
