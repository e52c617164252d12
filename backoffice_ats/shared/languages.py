"""The languages that people can be written to in."""

from django.conf.locale import LANG_INFO


def languages() -> list[tuple[str, str]]:
    """Return each language's code and its own name, in the order of the names."""
    found = [
        (code, info["name_local"])
        for code, info in LANG_INFO.items()
        if "name_local" in info and code != "en"
    ]
    return sorted(found, key=lambda one: one[1].casefold())
