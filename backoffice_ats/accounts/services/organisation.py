"""The one organisation that hires here."""

import datetime as dt
import io
from typing import TYPE_CHECKING, Any

from django.core.files.base import ContentFile
from django.db import transaction
from PIL import Image, UnidentifiedImageError

from backoffice_ats.accounts.models import Organisation

if TYPE_CHECKING:
    from backoffice_ats.accounts.models import User

PRIVACY_NOTICE = (
    "We use what you send us only to decide about this application. The people who"
    " hire for the job can read it, nobody else. Scores order the reading; people"
    " decide. You can ask to see, correct or erase your data at any time."
)

LOGO_BYTES = 1024 * 1024
LOGO_PIXELS = 16_000_000
LOGO_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}

# WCAG 2.2, 1.4.11: what carries meaning stands out from its ground at least 3 to 1;
# text on it (the letter in the mark) needs 4.5 to 1 (1.4.3).
READABLE_CONTRAST = 4.5
_SRGB_KNEE = 0.04045  # below it the sRGB curve is a straight line (IEC 61966-2-1)


class LogoError(Exception):
    """A file that is no picture we show; `reason` is "size", "kind" or "pixels"."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def current() -> Organisation:
    """Return the organisation's settings; unsaved defaults before they are set."""
    return Organisation.objects.first() or Organisation(
        pk=1,
        name="Your organisation",
        sender="recruiting@localhost",
        privacy_notice=PRIVACY_NOTICE,
    )


def is_set_up() -> bool:
    """Say whether an administrator has said who hires here."""
    return Organisation.objects.exists()


@transaction.atomic
def update(
    *,
    by: "User",  # noqa: ARG001 -- the trail takes it from the request's context
    at: dt.datetime,
    logo: bytes | None = None,
    drop_logo: bool = False,
    **values: Any,  # noqa: ANN401 -- fields of the model
) -> Organisation:
    """Save the organisation's settings; `logo` is a picture of at most 1 MB.

    Raises `LogoError` for any other bytes.
    """
    organisation = current()
    organisation._state.adding = not is_set_up()  # noqa: SLF001 -- Django's own flag of an unsaved row
    for name, value in values.items():
        setattr(organisation, name, value)
    if logo is not None:
        content, kind = clean_logo(logo)
        organisation.logo.save(
            f"logo-{at:%Y%m%d%H%M%S}.{kind.lower()}", ContentFile(content), save=False
        )
    elif drop_logo:
        organisation.logo = ""
    organisation.save()
    return organisation


def clean_logo(data: bytes) -> tuple[bytes, str]:
    """Draw the picture anew, so that nothing but its pixels is kept.

    Returns the bytes and one of "PNG", "JPEG", "WEBP"; raises `LogoError`.
    """
    if len(data) > LOGO_BYTES:
        raise LogoError("size")
    try:
        with Image.open(io.BytesIO(data), formats=list(LOGO_TYPES)) as picture:
            kind = str(picture.format)
            if picture.width * picture.height > LOGO_PIXELS:
                raise LogoError("pixels")
            picture.load()
            mode = "RGB" if kind == "JPEG" else "RGBA"
            # A new picture: the old one's comments and profiles stay behind.
            plain = Image.new(mode, picture.size)
            plain.paste(picture.convert(mode))
    except (
        UnidentifiedImageError,
        Image.DecompressionBombError,
        OSError,
        SyntaxError,
        ValueError,
    ) as error:
        raise LogoError("kind") from error
    plain.thumbnail((512, 512))
    drawn = io.BytesIO()
    plain.save(drawn, format=kind)
    return drawn.getvalue(), kind


def contrast_with_white(colour: str) -> float:
    """Measure a colour ("#1f4588") against white: 1 (the same) to 21 (WCAG 2.2)."""
    channels = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= _SRGB_KNEE else ((part + 0.055) / 1.055) ** 2.4
        for part in channels
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
