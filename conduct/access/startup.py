"""What must be true before the app serves anybody. Called by conduct/wsgi.py, and by the worker as it starts."""

from django.conf import settings

from conduct.people.models import Person


def refuse_superusers(**_signal: object) -> None:
    """In production nobody may hold the right to everything.

    Not a system check: a database check would run before the first migration and fail there. And SystemExit,
    because Celery logs an ordinary exception of a signal handler and starts all the same.
    """
    if settings.REFUSE_SUPERUSERS and Person.objects.filter(is_superuser=True, is_active=True).exists():
        raise SystemExit("An active superuser exists. Give the account the rights it needs instead.")
