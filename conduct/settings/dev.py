"""The demo and development: a made-up company on this machine, with a banner that says so."""

import os

os.environ.setdefault("CONDUCT_DEMO", "1")

from conduct.settings.base import *  # noqa: F403
from conduct.settings.base import SECRET_KEY as GIVEN

SECRET_KEY = GIVEN or "made-up-data-only-" * 4
EMAIL_BACKEND = os.environ.get("CONDUCT_MAIL_BACKEND", "django.core.mail.backends.dummy.EmailBackend")
