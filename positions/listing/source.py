"""Where a reader came from: the token in `?src=`. Pure."""

import re

PARAMETER = "src"
LONGEST = 40
_TOKEN = re.compile(rf"[A-Za-z0-9_-]{{1,{LONGEST}}}")


def clean_token(text: str | None) -> str:
    """Return the token if it is one (letters, digits, - and _, at most 40), else ""."""
    return text if text and _TOKEN.fullmatch(text) else ""


def with_token(url: str, token: str) -> str:
    """Add the token to an address that has no fragment; an empty one adds nothing."""
    if not token:
        return url
    return f"{url}{'&' if '?' in url else '?'}{PARAMETER}={token}"
