"""Production: secrets from files, HTTPS only, no demo. Refuses to load where one of these is missing."""

from django.core.exceptions import ImproperlyConfigured

from conduct.settings.base import *  # noqa: F403
from conduct.settings.base import DEMO, SECRET_KEY, VAULT_KEY_FILE, Path, env

if DEMO:
    raise ImproperlyConfigured("CONDUCT_DEMO is on. One password opens every demo account: never with real data.")
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured("CONDUCT_SECRET_KEY_FILE must point to a file with at least 50 random characters.")
if not Path(VAULT_KEY_FILE).exists():
    raise ImproperlyConfigured("CONDUCT_VAULT_KEY_FILE must point to the key file made by `manage.py make_vault_key`.")

SECURE_SSL_REDIRECT = env.bool("CONDUCT_SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = 365 * 24 * 3600
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
REFUSE_SUPERUSERS = True
