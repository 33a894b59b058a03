"""What must be true before the app serves anybody. Called by conduct/wsgi.py, and by the worker as it starts."""

from django.conf import settings
from django.db import connection

from conduct.access import second_wall
from conduct.people.models import Person


def refuse_superusers(**_signal: object) -> None:
    """In production nobody may hold the right to everything.

    Not a system check: a database check would run before the first migration and fail there. And SystemExit,
    because Celery logs an ordinary exception of a signal handler and starts all the same.
    """
    if settings.REFUSE_SUPERUSERS and Person.objects.filter(is_superuser=True, is_active=True).exists():
        raise SystemExit("An active superuser exists. Give the account the rights it needs instead.")


def refuse_without_second_wall(**_signal: object) -> None:
    """In production PostgreSQL hides behind a wall what the application hides, or nobody is served."""
    if settings.REFUSE_SUPERUSERS and not second_wall.stands(connection):
        raise SystemExit("Row security is not in place in this database. Run `manage.py migrate` first.")
