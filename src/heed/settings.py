"""Settings, each from the environment, each documented in docs/administrator.md."""

import os
import secrets
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlparse

from heed import sqlite

env = os.environ.get


def secret(name: str, default: str = "") -> str:
    """A setting that may also stand in a file, named by ``<NAME>_FILE``."""
    path = env(f"{name}_FILE")
    return Path(path).read_text().strip() if path else env(name, default)


def flag(name: str) -> bool:
    """Whether a setting is switched on."""
    return env(name, "").lower() in {"1", "true", "yes", "on"}


# ── Where things are kept ─────────────────────────────────────────────────────────────────────────
HEED_HOME = Path(env("HEED_HOME") or Path.home() / ".heed").resolve()
HEED_HOME.mkdir(mode=0o700, parents=True, exist_ok=True)
PAPERS = HEED_HOME / "papers"


def _secret_key() -> str:
    kept = HEED_HOME / "secret-key"
    if not kept.exists():
        try:
            with os.fdopen(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
                file.write(secrets.token_urlsafe(64))
        except FileExistsError:
            pass
    return kept.read_text()


SECRET_KEY = secret("SECRET_KEY") or _secret_key()
DEBUG = flag("HEED_DEBUG")

# ── Heed ──────────────────────────────────────────────────────────────────────────────────────────
HEED_DEMO = flag("HEED_DEMO")
HEED_TODAY = date.fromisoformat(env("HEED_TODAY", "")) if env("HEED_TODAY") else None
HEED_ADDRESS = env("HEED_ADDRESS", "http://127.0.0.1:8000").rstrip("/")
# Feeds of other libraries that this machine may fetch: partnership=https://address, with commas.
HEED_FEEDS = env("HEED_FEEDS", "")
# Where `heed tick` writes the public library as files, and where they will be read.
HEED_LIBRARY_FOLDER = env("HEED_LIBRARY_FOLDER", "")
HEED_LIBRARY_ADDRESS = env("HEED_LIBRARY_ADDRESS", "").rstrip("/")
SECURE = HEED_ADDRESS.startswith("https://")
ALLOWED_HOSTS = [h for h in env("ALLOWED_HOSTS", "").split(",") if h] or [
    urlparse(HEED_ADDRESS).hostname or "127.0.0.1",
    "127.0.0.1",
    "localhost",
]
CSRF_TRUSTED_ORIGINS = [HEED_ADDRESS] if SECURE else []

# The journey's order, as the README, urls.py and the import contract have it.
JOURNEY = [
    "heed.referrals",
    "heed.decisions",
    "heed.reviews",
    "heed.returns",
    "heed.learning_events",
    "heed.findings",
    "heed.briefings",
    "heed.recommendations",
    "heed.toolkit",
    "heed.library",
]
ABOVE = ["heed.arrivals", "heed.casework", "heed.elsewhere", "heed.following"]
UNDER = [
    "heed.alongside",
    "heed.pathways",
    "heed.memory",
    "heed.meetings",
    "heed.partnership",
    "heed.correspondence",
    "heed.papers",
    "heed.design",
    "heed.history",
]
INSTALLED_APPS = [
    *JOURNEY,
    *ABOVE,
    *UNDER,
    *(["heed.demo"] if HEED_DEMO else []),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "django_cotton.apps.SimpleAppConfig",
    "csp",
    "rules",
    "allauth",
    "allauth.account",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "heed.partnership.middleware.PartnershipMiddleware",
    "heed.referrals.guest_session.GuestMiddleware",
    "heed.partnership.late_posts.LatePostMiddleware",
    "heed.partnership.middleware.RefusalMiddleware",
    "heed.partnership.middleware.PrivacyMiddleware",
]
ROOT_URLCONF = "heed.urls"
WSGI_APPLICATION = "heed.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": False,
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django_cotton.cotton_loader.Loader",
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                )
            ],
            "builtins": [
                "django_cotton.templatetags.cotton",
                "heed.partnership.templatetags.person_mark",
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "heed.partnership.context.page",
            ],
        },
    }
]
FORM_RENDERER = "heed.design.renderer.PlainFormRenderer"
COTTON_DIR = "cotton"

# ── Database ──────────────────────────────────────────────────────────────────────────────────────


def _database(address: str) -> dict[str, object]:
    """The database that ``DATABASE_URL`` names: ``sqlite:///path`` or ``postgresql://…``."""
    parts = urlparse(address)
    if parts.scheme == "sqlite":
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": parts.path[1:]
            if parts.path.startswith("//")
            else parts.path.removeprefix("/") or ":memory:",
            "OPTIONS": dict(sqlite.OPTIONS),
        }
    if parts.scheme in {"postgres", "postgresql"}:
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.lstrip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": unquote(parts.hostname or ""),
            "PORT": str(parts.port or ""),
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
        }
    raise SystemExit(
        f"DATABASE_URL begins with “{parts.scheme}”. Use sqlite:////full/path or postgresql://user:password@host/name."
    )


DATABASE_URL = secret("DATABASE_URL") or f"sqlite:///{HEED_HOME}/heed.sqlite3"
DATABASES = {"default": _database(DATABASE_URL)}


def _replica(address: str) -> dict[str, object]:
    """A copy of the database that is only read; one that does not answer is not waited for."""
    copy = _database(address)
    if "sqlite" in str(copy["ENGINE"]):
        copy["OPTIONS"] = {"timeout": 2, "init_command": "PRAGMA query_only=ON;"}
    else:
        copy["OPTIONS"] = {"connect_timeout": 2, "options": "-c default_transaction_read_only=on"}
    return {**copy, "TEST": {"MIRROR": "default"}}


HEED_REPLICAS = [one.strip() for one in secret("HEED_REPLICAS").split(",") if one.strip()]
DATABASES |= {
    f"replica{number}": _replica(one) for number, one in enumerate(HEED_REPLICAS, start=1)
}
DATABASE_ROUTERS = ["heed.memory.replicas.Router"] if HEED_REPLICAS else []
MIDDLEWARE += ["heed.memory.replicas.ReplicaMiddleware"] if HEED_REPLICAS else []
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# ── People and sign-in ────────────────────────────────────────────────────────────────────────────
AUTH_USER_MODEL = "partnership.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_ADAPTER = "heed.partnership.sign_in.HeedAccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGIN_BY_CODE_REQUIRED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
HEED_CODES_AN_HOUR = int(env("HEED_CODES_AN_HOUR", "60"))
SESSION_COOKIE_AGE = int(env("HEED_SESSION_MINUTES", "30")) * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_NAME = "__Host-heed" if SECURE else "heed"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "__Host-heed-form" if SECURE else "heed-form"
CSRF_FAILURE_VIEW = "heed.partnership.views.form_expired"

# ── Pages ─────────────────────────────────────────────────────────────────────────────────────────
LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
STATIC_URL = "static/"
STATIC_ROOT = HEED_HOME / "static"
STATIC_ROOT.mkdir(mode=0o700, exist_ok=True)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG or flag("HEED_TESTING")
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
WHITENOISE_USE_FINDERS = flag("HEED_TESTING")
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
FILE_UPLOAD_PERMISSIONS = 0o600
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "media-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "object-src": ["'self'"],
    }
}
SECURE_HSTS_SECONDS = 31_536_000 if SECURE else 0
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
HEED_BEHIND_PROXY = flag("HEED_BEHIND_PROXY")
NINJA_NUM_PROXIES = 1 if HEED_BEHIND_PROXY else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HEED_BEHIND_PROXY else None
X_FRAME_OPTIONS = "DENY"
SILENCED_SYSTEM_CHECKS: list[str] = []

# ── Email ─────────────────────────────────────────────────────────────────────────────────────────
DEFAULT_FROM_EMAIL = env("HEED_MAIL_FROM", "heed@localhost")
EMAIL_HOST = env("HEED_MAIL_HOST", "")
EMAIL_PORT = int(env("HEED_MAIL_PORT", "587"))
EMAIL_HOST_USER = env("HEED_MAIL_USER", "")
EMAIL_HOST_PASSWORD = secret("HEED_MAIL_PASSWORD")
EMAIL_USE_TLS = EMAIL_PORT == 587
EMAIL_USE_SSL = EMAIL_PORT == 465
EMAIL_TIMEOUT = 20
EMAIL_BACKEND = (
    "django.core.mail.backends.smtp.EmailBackend"
    if EMAIL_HOST
    else "django.core.mail.backends.filebased.EmailBackend"
)
EMAIL_FILE_PATH = HEED_HOME / "mail"

# ── Logs: JSON on standard output, with no name, narrative or address in them ─────────────────────
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "heed.partnership.logs.formatter"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["out"], "level": env("HEED_LOG_LEVEL", "WARNING")},
    "loggers": {"django.server": {"handlers": ["out"], "level": "WARNING", "propagate": False}},
}
