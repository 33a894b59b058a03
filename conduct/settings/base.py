"""What demo, tests and production have in common. Only addresses and secrets come from the environment."""

from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

env = environ.Env()
BASE_DIR = Path(__file__).resolve().parent.parent.parent

DEMO = env.bool("CONDUCT_DEMO", default=False)
DEBUG = False
ALLOWED_HOSTS = env.list("CONDUCT_HOSTS", default=["localhost", "127.0.0.1"])
CSRF_TRUSTED_ORIGINS = env.list("CONDUCT_ORIGINS", default=[])

# Time and language
USE_TZ = True
TIME_ZONE = "Asia/Tokyo"
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("ja", "日本語")]
LOCALE_PATHS = [BASE_DIR / "conduct" / "locale"]
FORMAT_MODULE_PATH = "conduct.formats"

# Servers. PostgreSQL holds every truth; the broker and the cache may be emptied at any moment.
DATABASES = {"default": env.db("DATABASE_URL") | {"ATOMIC_REQUESTS": False, "CONN_MAX_AGE": 60}}
# No trigger is ignored. Were it unset, each would raise and catch an error to find that out, at ten times its own cost.
DATABASES["default"]["OPTIONS"] = {"options": "-c pgtrigger.ignore={}"} | DATABASES["default"].get("OPTIONS", {})
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": env("REDIS_CACHE_URL"),
        "KEY_PREFIX": "conduct",
    }
}
CELERY_BROKER_URL = env("CONDUCT_BROKER_URL")
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BEAT_SCHEDULER = "django_celery_beat.schedulers:DatabaseScheduler"
CELERY_BEAT_SYNC_EVERY = 1
CELERY_BEAT_MAX_LOOP_INTERVAL = 5
SWEEP_SECONDS = env.float("CONDUCT_SWEEP_SECONDS", default=60.0)

# Apps
INSTALLED_APPS = [
    "django.contrib.admin.apps.SimpleAdminConfig",  # no autodiscovery: conduct/admin.py names what it shows
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.forms",
    "allauth",
    "allauth.account",
    "guardian",
    "pgtrigger",
    "pghistory",
    "rest_framework",
    "drf_spectacular",
    "django_celery_beat",
    "conduct",
    "conduct.people",
    "conduct.provisions",
    "conduct.records",
    "conduct.audit",
    "conduct.access.apps.AccessConfig",
    "conduct.vault",
    "conduct.rulings",
    "conduct.deadlines",
    "conduct.notices",
    "conduct.office",
    "conduct.retention",
    "conduct.web",
    "cases.apps.CasesConfig",
    "conduct.handoffs.apps.HandoffsConfig",
    "conduct.answers.apps.AnswersConfig",
    "conduct.inquiries.apps.InquiriesConfig",
    "conduct.outcomes.apps.OutcomesConfig",
    "conduct.protection.apps.ProtectionConfig",
    "conduct.desks",
    "conduct.contact",
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
SILENCED_SYSTEM_CHECKS = ["guardian.W001"]  # its back-end lets superusers through; ours is conduct.access.check
ANONYMOUS_USER_NAME = None  # guardian makes no anonymous person

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "conduct.web.middleware.never_stored",
    "conduct.contact.middleware.calls_nothing_else",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "conduct.web.middleware.acts_before_postgres",
    "conduct.web.middleware.language_of_the_person",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "conduct.web.errors.RefusalMiddleware",
]
ROOT_URLCONF = "conduct.urls"
WSGI_APPLICATION = "conduct.wsgi.application"
APPEND_SLASH = True
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "conduct.web.context.surroundings",
                "conduct.desks.bar.workspace",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "static-collected"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},  # nothing typed or uploaded lies in a folder
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
}

# Signing in. The staff cookie's path is /w/: who opens /en/contact/ sends nothing that names them.
AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_URL = "/w/sign-in/"
LOGIN_REDIRECT_URL = "/w/"
ACCOUNT_ADAPTER = "conduct.web.accounts.ClosedDoor"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "/w/sign-in/"
ACCOUNT_SESSION_REMEMBER = False
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# A session lies in the cache, which is written to no disk: no table tells when somebody was here.
SESSION_ENGINE = "django.contrib.sessions.backends.cache"
SESSION_COOKIE_NAME = "__Secure-staff"
SESSION_COOKIE_PATH = "/w/"
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_AGE = 30 * 60
SESSION_SAVE_EVERY_REQUEST = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "__Host-form"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "conduct.web.errors.form_too_old"

# Answers
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "require-trusted-types-for": ["'script'"],
    }
}
PERMISSIONS_POLICY: dict[str, list[str]] = {
    name: [] for name in ("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "microphone", "usb")
}
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 200

# Mail says only that there is news.
EMAIL_HOST = env("CONDUCT_SMTP_HOST", default="localhost")
EMAIL_PORT = env.int("CONDUCT_SMTP_PORT", default=25)
EMAIL_HOST_USER = env("CONDUCT_SMTP_USER", default="")
EMAIL_HOST_PASSWORD = env("CONDUCT_SMTP_PASSWORD", default="")
EMAIL_USE_TLS = env.bool("CONDUCT_SMTP_TLS", default=False)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env("CONDUCT_MAIL_FROM", default="desk@conduct.invalid")
PORTAL_ADDRESS = env("CONDUCT_ADDRESS", default="http://localhost:8000")

# API
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["conduct.web.tokens.TokenAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["conduct.web.tokens.HasScope"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["conduct.web.json_body.JsonBody"],
    "DEFAULT_METADATA_CLASS": None,
    "URL_FORMAT_OVERRIDE": None,
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "conduct.web.problems.answer",
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": _("Conduct"),
    "VERSION": "1",
    "OAS_VERSION": "3.1.1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_AUTHENTICATION": [],
    "SERVE_PERMISSIONS": ["rest_framework.permissions.AllowAny"],
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "COMPONENT_SPLIT_REQUEST": True,
    "POSTPROCESSING_HOOKS": ["conduct.web.schema.describe_refusals"],
}

# The vault's server key and the number of argon2id passes for receipts; conduct/vault/ alone reads them.
VAULT_KEY_FILE = env("CONDUCT_VAULT_KEY_FILE", default=str(BASE_DIR / ".run" / "vault.key"))
RECEIPT_PASSES = 3
RECEIPT_MEMORY = 64 * 2**20

REFUSE_SUPERUSERS = env.bool("CONDUCT_REFUSE_SUPERUSERS", default=not DEMO)
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"lines": {"()": "conduct.web.logs.formatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
    "root": {"handlers": ["console"], "level": env("CONDUCT_LOG", default="INFO")},
    "loggers": {"django.request": {"level": "ERROR"}, "django.security.DisallowedHost": {"level": "CRITICAL"}},
}


def secret(name: str, default: str = "") -> str:
    """A secret from the file that NAME_FILE points to, else from NAME itself, else the default."""
    path = env(f"{name}_FILE", default="")
    return Path(path).read_text().strip() if path else env(name, default=default)


SECRET_KEY = secret("CONDUCT_SECRET_KEY")
DATABASES["default"]["PASSWORD"] = secret("CONDUCT_DATABASE_PASSWORD", DATABASES["default"].get("PASSWORD", ""))
