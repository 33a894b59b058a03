import structlog

from conduct import clock
from conduct.deadlines import services
from conduct.deadlines.models import Deadline
from conduct.worker import app

log = structlog.get_logger(__name__)
BATCH = 500


@app.task(name="deadlines.sweep")
def sweep(**_later_arguments: object) -> int:
    """Once a minute: let every due deadline pass, oldest first, each in a transaction of its own.

    May run twice at once and may miss a night. One that fails is reported, put off, and does not stop the others.
    """
    passed = 0
    while batch := due_ids():
        passed += sum(_passed(deadline_id) for deadline_id in batch)
        if len(batch) < BATCH:
            break
    return passed


def due_ids() -> list[int]:
    """The ids of what is due, by the database's clock."""
    return list(Deadline.objects.due(clock.now()).order_by("try_at", "id").values_list("pk", flat=True)[:BATCH])


def _passed(deadline_id: int) -> bool:
    try:
        return services.pass_deadline(deadline_id, now=clock.now())
    except Exception:
        log.exception("deadline_failed", deadline=deadline_id)
        services.put_off(deadline_id, now=clock.now())
        return False
