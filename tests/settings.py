"""The real settings, with what a test run needs on top.

Importing them starts nothing (mypy does it); `tests.servers` says where servers are.
"""

import os
import shutil
import tempfile
from pathlib import Path

from tests import servers

servers.prepare_environment()

from backoffice_ats.settings import *  # noqa: E402 -- after the environment

# Fast where slowness is the point in production.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

# One per test process; the next run clears it.
_SCRATCH = Path(os.environ.get("ATS_LOCAL_DIR", tempfile.gettempdir()), "scratch")
_SCRATCH /= servers.WORKER or "main"
MEDIA_ROOT = _SCRATCH / "media"
STATIC_ROOT = _SCRATCH / "static"
if servers.UNDER_PYTEST:
    shutil.rmtree(_SCRATCH, ignore_errors=True)
    for _folder in (MEDIA_ROOT, STATIC_ROOT):
        _folder.mkdir(parents=True)

# Pages name static files as they are: no collectstatic before a test.
STORAGES = STORAGES | {
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True

REDIS_URL = servers.own_redis(REDIS_URL)
CELERY_BROKER_URL = broker_url(REDIS_URL)
