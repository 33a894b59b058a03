import structlog

from conduct import clock
from conduct.access import acting
from conduct.office.services import lapse_delegation
from conduct.people.actor import SYSTEM
from conduct.people.delegations import instrument_of
from conduct.people.models import Delegation
from conduct.rules.delegation import lapsed
from conduct.worker import app

log = structlog.get_logger(__name__)


@app.task(name="office.sweep")
@acting.app()
def sweep(**_later_arguments: object) -> int:
    """Once a minute: write down which delegations have lapsed. They ended without this; nothing waits for it."""
    now = clock.now()
    today = clock.day(now)
    open_yet = Delegation.objects.known().filter(ended_on=None).select_related("delegate", "resolution").order_by("pk")
    return sum(_lapsed(each) for each in open_yet if lapsed(instrument_of(each, today), today))


def _lapsed(delegation: Delegation) -> bool:
    try:
        lapse_delegation(actor=SYSTEM, delegation=delegation, now=clock.now())
    except Exception:
        log.exception("delegation_not_closed", delegation=delegation.pk)
        return False
    return True
