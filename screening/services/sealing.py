"""What must not be read in the database: keys of tests, ratings that make them.

Sealed with a key derived from SECRET_KEY; what was sealed under an older one opens as
long as that stands in SECRET_KEY_FALLBACKS. A copy of the database alone tells nothing.
"""

import base64
import json
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

_PURPOSE = b"screening.sealing"


class BrokenSealError(Exception):
    """It was sealed under a secret key that is not known any more, or was changed."""


def seal(value: object) -> str:
    """Return JSON of a value so that only this installation can read it."""
    raw = json.dumps(value, separators=(",", ":"), sort_keys=True).encode()
    return _box().encrypt(raw).decode()


def unseal(sealed: str) -> object:
    """Return what was sealed. Raises BrokenSealError."""
    try:
        return json.loads(_box().decrypt(sealed.encode()))
    except (InvalidToken, ValueError) as error:
        raise BrokenSealError from error


def _box() -> MultiFernet:
    return _box_of((settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS))


@lru_cache(maxsize=4)
def _box_of(secrets: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(_derived(secret)) for secret in secrets])


def _derived(secret: str) -> bytes:
    kdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=_PURPOSE)
    return base64.urlsafe_b64encode(kdf.derive(secret.encode()))
