"""The tests: real servers, cheap password and receipt derivations, static files under their plain names."""

import os
import tempfile

os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright keeps an event loop in this thread

from conduct.settings.base import *  # noqa: E402, F403
from conduct.settings.base import CACHES, STORAGES  # noqa: E402

SECRET_KEY = "only-for-tests-" * 4
DEMO = os.environ.get("CONDUCT_DEMO") == "1"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
CACHES = {"default": CACHES["default"] | {"KEY_PREFIX": os.environ.get("PYTEST_XDIST_WORKER", "gw0")}}
VAULT_KEY_FILE = os.environ.get("CONDUCT_VAULT_KEY_FILE") or tempfile.mkdtemp(prefix="cdt-key-") + "/vault.key"
RECEIPT_PASSES, RECEIPT_MEMORY = 1, 8192 * 8
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
REFUSE_SUPERUSERS = False
