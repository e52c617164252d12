"""Everything we hold about an application, for the person it is about."""

import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

from django.utils import timezone

from candidates.models import Application
from candidates.services import copies
from candidates.services.letters import read_by

Part = Callable[[Application], Any]

# What floors above add: {name in the file: what gives it}.
_PARTS: dict[str, Part] = {}


def register(name: str, part: Part) -> None:
    """Let a floor above add what it holds; called once, when the app is ready."""
    _PARTS[name] = part


def archive_of(application: Application) -> bytes:
    """Return a ZIP of `data.json` and the files as they were sent.

    A file whose bytes are gone from the store is named in the data and left out.
    """
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, document in enumerate(
            application.documents.order_by("pk"), start=1
        ):
            try:
                with document.file.open("rb") as file:
                    archive.writestr(
                        f"files/{number}-{_plain(document.name)}", file.read()
                    )
            except FileNotFoundError:
                continue
        archive.writestr(
            "data.json",
            json.dumps(all_of(application), ensure_ascii=False, indent=2),
        )
    return whole.getvalue()


def all_of(application: Application) -> dict[str, Any]:
    """Return what was sent, what happened, what was written and what was judged."""
    return {
        **copies.as_data(application),
        "status": str(application.get_status_display()),
        "moves": [
            {
                "at": change.at.isoformat(),
                "from": str(change.get_old_display()),
                "to": str(change.get_new_display()),
                "reason": str(change.get_reason_code_display()),
            }
            for change in application.changes.order_by("at", "pk")
        ],
        "letters": [
            {
                "at": letter.at.isoformat(),
                "subject": letter.subject,
                "text": letter.text,
            }
            for letter in read_by(application, at=timezone.now())
        ],
        "requests": [
            {
                "at": one.asked_at.isoformat(),
                "kind": str(one.get_kind_display()),
                "text": one.text,
                "answer": one.answer,
            }
            for one in application.requests.order_by("asked_at", "pk")
        ],
        "read_from_files": [
            {"name": file.name, "text": file.text, "reading": file.reading}
            for file in application.documents.order_by("pk")
        ],
        **{name: part(application) for name, part in _PARTS.items()},
    }


def _plain(name: str) -> str:
    """Make a name that stays inside the archive's folder on any system."""
    kept = "".join(one if one.isalnum() or one in "._- " else "_" for one in name)
    return kept.strip(". ")[-100:] or "file"
