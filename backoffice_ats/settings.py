"""Settings. Every variable is read from the environment, safe for production.

In a checkout (`manage.py` sets ATS_LOCAL=1) what the environment leaves open comes
from `.local/`: a development key, and the addresses of the embedded servers.
"""

import os
import secrets
from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
import dj_email_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent


# ---- the environment, and `.local/` beneath it ----


def env_bool(name: str, *, default: bool) -> bool:
    return os.environ.get(name, str(int(default))).lower() in {"1", "true", "yes", "on"}


def env_list(name: str, default: str) -> list[str]:
    text = os.environ.get(name) or default
    return [part.strip() for part in text.split(",") if part.strip()]


LOCAL = env_bool("ATS_LOCAL", default=False)
LOCAL_DIR = Path(os.environ.get("ATS_LOCAL_DIR", BASE_DIR / ".local")).resolve()


def local_addresses() -> dict[str, str]:
    """Read what the launcher wrote down: DATABASE_URL, DATABASE_OWNER_URL, REDIS_URL."""
    path = LOCAL_DIR / "addresses.env"
    if not (LOCAL and path.is_file()):
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    addresses = dict(line.split("=", 1) for line in lines if "=" in line)
    given = os.environ.get("DATABASE_URL")
    if given and given != addresses.get("DATABASE_URL"):
        addresses.pop("DATABASE_OWNER_URL", None)  # of another server
    return addresses


def local_secret_key() -> str:
    """Make the checkout's own key on first use; two starters agree on one."""
    path = LOCAL_DIR / "secret_key"
    LOCAL_DIR.mkdir(mode=0o755, parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8") as file:
            path.chmod(0o600)
            file.write(secrets.token_urlsafe(50))
    except FileExistsError:
        pass
    return path.read_text(encoding="utf-8")


_ADDRESSES = local_addresses()


def env(name: str, default: str = "") -> str:
    return os.environ.get(name) or _ADDRESSES.get(name) or default


DEBUG = env_bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY") or (local_secret_key() if LOCAL else "")
# Older ones, comma-separated: what was sealed or signed under them still opens.
SECRET_KEY_FALLBACKS = [one for one in env("SECRET_KEY_FALLBACKS").split(",") if one]
if not SECRET_KEY:
    raise ImproperlyConfigured("Set SECRET_KEY (50 random characters or more).")

# ---- where it is served ----

SITE_URL = env("SITE_URL", "http://localhost:8000").rstrip("/")
SITE_IS_HTTPS = SITE_URL.startswith("https://")
_SITE_HOST = urlsplit(SITE_URL).hostname or "localhost"
ALLOWED_HOSTS = env_list(
    "ALLOWED_HOSTS", f"{_SITE_HOST},localhost,127.0.0.1,[::1]" if LOCAL else _SITE_HOST
)
CSRF_TRUSTED_ORIGINS = env_list("CSRF_TRUSTED_ORIGINS", SITE_URL)
TRUSTED_PROXIES = int(env("TRUSTED_PROXIES", "0"))
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
if TRUSTED_PROXIES:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

ROOT_URLCONF = "backoffice_ats.urls"
WSGI_APPLICATION = "backoffice_ats.wsgi.application"

INSTALLED_APPS = [
    "backoffice_ats",
    "backoffice_ats.shared",
    "backoffice_ats.audit",
    "backoffice_ats.accounts",
    "positions",
    "candidates",
    "screening",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.messages",
    "backoffice_ats.shared.static.LeanStaticFilesConfig",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
    "django_htmx",
    "pgtrigger",
    "pghistory",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "backoffice_ats.shared.headers.HeadersMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "backoffice_ats.accounts.middleware.OrganisationMiddleware",
    "backoffice_ats.audit.middleware.AuditMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "backoffice_ats.accounts.context.organisation",
            ],
            "builtins": ["backoffice_ats.shared.templatetags.ats"],
        },
    }
]

# ---- PostgreSQL: the only source of truth ----

# Two logins. Web and workers use DATABASE_URL (the application's role, which cannot
# change the audit trail); migrations and tests use DATABASE_OWNER_URL.
DATABASE_ROLE = env("ATS_DATABASE_ROLE", "app")
_APP_URL = env("DATABASE_URL", "postgresql://ats_app@localhost/ats")
_OWNER_URL = env("DATABASE_OWNER_URL", _APP_URL)
HAS_OWNER_ROLE = _OWNER_URL != _APP_URL
APP_ROLE = env("ATS_APP_ROLE", "ats_app")
_DATABASE = dj_database_url.parse(_OWNER_URL if DATABASE_ROLE == "owner" else _APP_URL)
DATABASES = {
    "default": {
        **_DATABASE,
        "CONN_MAX_AGE": 300,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            **_DATABASE.get("OPTIONS", {}),
            "connect_timeout": 3,
            "options": (
                f"-c statement_timeout={env('ATS_STATEMENT_TIMEOUT', '15000')}"
                " -c lock_timeout=5000"
                " -c idle_in_transaction_session_timeout=60000"
            ),
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# Sessions, cache and rate limits hold when Redis is away.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "django_cache",
    }
}
SESSION_ENGINE = "backoffice_ats.accounts.sessions"

# ---- Celery: a doorbell, never the truth ----

REDIS_URL = env("REDIS_URL", "redis://localhost:6379/0")


def broker_url(redis_url: str) -> str:
    """Say a redis-py address in Celery's dialect (they differ for sockets)."""
    if not redis_url.startswith("unix://"):
        return redis_url
    parts = urlsplit(redis_url)
    return f"redis+socket://{parts.path}?{parts.query.replace('db=', 'virtual_host=')}"


CELERY_BROKER_URL = broker_url(REDIS_URL)
CELERY_BROKER_CONNECTION_TIMEOUT = 2
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": 900,
    "unacked_restore_interval": 10,
    "unacked_restore_throttle": 1,
    # A web process gives a frozen Redis one second; a worker waits longer.
    "socket_timeout": float(env("ATS_BROKER_TIMEOUT", "1")),
    "socket_connect_timeout": 1,
    "socket_keepalive": True,
    "health_check_interval": 10,
}
CELERY_TASK_PUBLISH_RETRY_POLICY = {"max_retries": 0}
CELERY_TASK_IGNORE_RESULT = True
CELERY_RESULT_BACKEND = None
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = False
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_SOFT_TIME_LIMIT = 540
CELERY_TASK_TIME_LIMIT = 600
CELERY_WORKER_MAX_TASKS_PER_CHILD = 200
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 400_000
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 30
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_SERIALIZER = "json"
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TASK_DEFAULT_QUEUE = "intake"
CELERY_TASK_ROUTES = {
    "candidates.send_*": {"queue": "mail"},
    "candidates.take_*": {"queue": "ranking"},
    "screening.evaluate_position*": {"queue": "ranking"},
}

# How often the sweeper looks, and how long it waits for the broker before it does the
# work itself; both in seconds.
SWEEP_SECONDS = float(env("ATS_SWEEP_SECONDS", "5"))
SWEEP_PATIENCE = float(env("ATS_SWEEP_PATIENCE", "60"))

# ---- people ----

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in [
        ("UserAttributeSimilarityValidator", {}),
        ("MinimumLengthValidator", {"min_length": 12}),
        ("CommonPasswordValidator", {}),
    ]
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation already proves the address
ACCOUNT_ADAPTER = "backoffice_ats.accounts.adapters.InvitedOnlyAdapter"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if SITE_IS_HTTPS else "http"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Backoffice ATS"

# ---- browser security ----

# `__Host-` and Secure need https; the default run speaks http to one machine.
SESSION_COOKIE_NAME = "__Host-session" if SITE_IS_HTTPS else "session"
SESSION_COOKIE_SECURE = SITE_IS_HTTPS
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "__Host-csrf" if SITE_IS_HTTPS else "csrf"
CSRF_COOKIE_SECURE = SITE_IS_HTTPS
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "backoffice_ats.home.errors.csrf_failure"
SECURE_SSL_REDIRECT = SITE_IS_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 63_072_000 if SITE_IS_HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SITE_IS_HTTPS
SECURE_HSTS_PRELOAD = SITE_IS_HTTPS
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-src": [SELF],
        "worker-src": [SELF],
        "manifest-src": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    }
}
DATA_UPLOAD_MAX_NUMBER_FILES = 40
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_PERMISSIONS = 0o600

# ---- files ----

STATIC_URL = "/static/"
STATIC_ROOT = Path(env("STATIC_ROOT", str(BASE_DIR / "staticfiles")))
_NODE = BASE_DIR / "node_modules"
STATICFILES_DIRS = [
    BASE_DIR / "static",
    ("tabler/css", _NODE / "@tabler/core/dist/css"),
    ("tabler/js", _NODE / "@tabler/core/dist/js"),
    ("source-sans", _NODE / "@fontsource-variable/source-sans-3"),
    ("source-serif", _NODE / "@fontsource-variable/source-serif-4"),
    ("htmx", _NODE / "htmx.org/dist"),
]
MEDIA_ROOT = Path(env("MEDIA_ROOT", str(LOCAL_DIR / "media")))
STORAGES = {
    "default": {"BACKEND": "backoffice_ats.shared.storage.DurableStorage"},
    "staticfiles": {"BACKEND": "backoffice_ats.shared.static.StaticStorage"},
}

# ---- mail ----

_EMAIL_URL = env("EMAIL_URL", f"file://{LOCAL_DIR / 'outbox'}")
_EMAIL = dj_email_url.parse(_EMAIL_URL)
EMAIL_BACKEND = _EMAIL["EMAIL_BACKEND"]
# The parser drops the first slash: the folder would be looked for in the working one.
EMAIL_FILE_PATH = urlsplit(_EMAIL_URL).path
EMAIL_HOST = _EMAIL["EMAIL_HOST"]
EMAIL_PORT = _EMAIL["EMAIL_PORT"]
EMAIL_HOST_USER = _EMAIL["EMAIL_HOST_USER"]
EMAIL_HOST_PASSWORD = _EMAIL["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS = _EMAIL["EMAIL_USE_TLS"]
EMAIL_USE_SSL = _EMAIL["EMAIL_USE_SSL"]
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env("DEFAULT_FROM_EMAIL", "Recruiting <recruiting@localhost>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# ---- words and time ----

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English"))]
LOCALE_PATHS = [BASE_DIR / "backoffice_ats" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

# ---- log: ids, never names ----

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": env("LOG_LEVEL", "INFO")},
}
