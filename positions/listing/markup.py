"""The text of an advert as HTML, and JSON that may stand inside a page. Pure."""

import html
import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from positions.listing.values import Section

# Each would end the script element, begin a comment in it, or end a line of old
# JavaScript; as escapes they mean the same to a JSON parser.
_UNSAFE = {
    ord("<"): "\\u003c",
    ord(">"): "\\u003e",
    ord("&"): "\\u0026",
    0x2028: "\\u2028",
    0x2029: "\\u2029",
}


# What XML 1.0 cannot hold, not even escaped.
_NOT_IN_XML = re.compile(
    "[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]"
)


def visible(text: str) -> str:
    """Take out the control characters that no feed may carry."""
    return _NOT_IN_XML.sub("", text)


def json_for_script(value: Mapping[str, Any]) -> str:
    """Write JSON that no text inside can lead out of a `<script>` element."""
    return json.dumps(value, ensure_ascii=False).translate(_UNSAFE)


def html_of(summary: str, sections: Iterable[Section]) -> str:
    """Write the advert as plain HTML: h2, p, ul and li, everything else escaped."""
    parts = [_paragraph(summary)] if summary.strip() else []
    for section in sections:
        parts.append(f"<h2>{html.escape(section.heading)}</h2>")
        parts.extend(_paragraph(text) for text in section.paragraphs)
        if section.items:
            rows = "".join(f"<li>{html.escape(item)}</li>" for item in section.items)
            parts.append(f"<ul>{rows}</ul>")
    return "".join(parts)


def _paragraph(text: str) -> str:
    lines = (html.escape(line) for line in text.strip().splitlines())
    return f"<p>{'<br>'.join(lines)}</p>"
