from collections.abc import Collection

import structlog
from django.db import InterfaceError, OperationalError

from conduct import clock
from conduct.access import acting
from conduct.deadlines import services
from conduct.deadlines.models import Deadline
from conduct.worker import app

log = structlog.get_logger(__name__)
BATCH = 500


@app.task(name="deadlines.sweep")
@acting.sweeper()
def sweep(**_later_arguments: object) -> int:
    """Once a minute: let every due deadline pass, oldest first, each in a transaction of its own.

    May run twice at once and may miss a night. One that fails is reported, put off, and does not stop the others;
    where it was the database that failed, the next sweep tries again.
    """
    passed, broken = 0, list[int]()
    while batch := due_ids(besides=broken):
        passed += sum(_passed(deadline_id, broken) for deadline_id in batch)
        if len(batch) < BATCH:
            break
    return passed


def due_ids(besides: Collection[int] = ()) -> list[int]:
    """The ids of what is due, by the database's clock."""
    due = Deadline.objects.due(clock.now()).exclude(pk__in=besides).order_by("try_at", "id")
    return list(due.values_list("pk", flat=True)[:BATCH])


def _passed(deadline_id: int, broken: list[int]) -> bool:
    now = clock.now()
    try:
        return services.pass_deadline(deadline_id, now=now)
    except (OperationalError, InterfaceError):
        log.exception("deadline_met_a_database_fault", deadline=deadline_id)
        broken.append(deadline_id)
    except Exception:
        log.exception("deadline_failed", deadline=deadline_id)
        services.put_off(deadline_id, now=now)
    return False
