from datetime import datetime

from django.db import transaction

from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.domains import Domain
from conduct.audit.events import Event
from conduct.people.actor import Actor
from conduct.protection.models import CheckIn


@transaction.atomic
def see_check_in(*, actor: Actor, check_in: CheckIn, now: datetime) -> CheckIn:
    """Say, as a statutory auditor, that one has looked after an answer. The first one counts."""
    require(actor, Permission.RECORD_PROTECT, check_in.watch.record)
    check_in = CheckIn.objects.select_for_update(of=("self",)).select_related("watch__record").get(pk=check_in.pk)

    if check_in.seen_at is None:
        check_in.seen_by, check_in.seen_at = actor.who, now
        check_in.save(update_fields=["seen_by", "seen_at"])
        ledger.record(actor, Event.CHECK_IN_SEEN, check_in.watch.record, at=now, domain=Domain.BOSA)
    return check_in
