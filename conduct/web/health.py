"""/healthz: whether database, broker, worker and beat are alive. Names what is down, and nothing of any record."""

from collections.abc import Callable
from datetime import timedelta

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError
from django.http import HttpRequest, JsonResponse
from django_celery_beat.models import PeriodicTask
from kombu.exceptions import OperationalError

from conduct import clock
from conduct.worker import app

PATIENCE = 3


def database() -> bool:
    clock.now()
    return True


def broker() -> bool:
    with app.connection_for_write(connect_timeout=2) as connection:
        connection.ensure_connection(max_retries=1, timeout=2)
    return True


def worker() -> bool:
    """Whether any worker answers over the broker."""
    return bool(app.control.ping(timeout=2, limit=1))


def beat() -> bool:
    """Whether beat has sent anything lately; it writes that down itself after every task it sends."""
    allowed = timedelta(seconds=30 + PATIENCE * settings.SWEEP_SECONDS)
    return PeriodicTask.objects.filter(last_run_at__gte=clock.now() - allowed).exists()


PARTS: dict[str, Callable[[], bool]] = {"database": database, "broker": broker, "worker": worker, "beat": beat}


@login_not_required
def health(request: HttpRequest) -> JsonResponse:
    parts = {name: "ok" if _answers(check) else "down" for name, check in PARTS.items()}
    well = set(parts.values()) == {"ok"}
    return JsonResponse({"status": "ok" if well else "down", **parts}, status=200 if well else 503)


def _answers(check: Callable[[], bool]) -> bool:
    try:
        return check()
    except (DatabaseError, OperationalError, OSError):
        return False
