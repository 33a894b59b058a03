"""The tests: real servers, cheap password and receipt derivations, static files under their plain names."""

import os
import re
import tempfile

WORKER = os.environ.get("PYTEST_XDIST_WORKER", "gw0")
NUMBERS = {"CONDUCT_BROKER_URL": 16, "REDIS_CACHE_URL": 64}  # Valkey's databases: one each for every test process
if "CONDUCT_RUN_DIR" not in os.environ:  # against servers that somebody else started
    os.environ["CONDUCT_RUN_DIR"] = f"{tempfile.gettempdir()}/conduct-test-{os.getuid()}"
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright keeps an event loop in this thread
for address, first in NUMBERS.items():
    own = rf"\g<1>{first + int(WORKER[2:])}"
    os.environ[address] = re.sub(r"((?:virtual_host|db)=)\d+", own, os.environ[address])

from conduct.settings.base import *  # noqa: E402, F403
from conduct.settings.base import BASE_DIR, STORAGES  # noqa: E402

SECRET_KEY = "only-for-tests-" * 4
DEMO = os.environ.get("CONDUCT_DEMO") == "1"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
STATIC_ROOT = BASE_DIR / "conduct" / "static"  # nothing is collected for a test
VAULT_KEY_FILE = f"{os.environ['CONDUCT_RUN_DIR']}/vault-{WORKER}.key"
RECEIPT_PASSES, RECEIPT_MEMORY = 1, 8192 * 8
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
REFUSE_SUPERUSERS = False
