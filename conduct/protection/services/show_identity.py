from datetime import datetime

from django.db import transaction

from conduct.access.check import can, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.people.actor import Actor
from conduct.protection.models import Reveal
from conduct.protection.services._custody import NotAgreed, designation_of
from conduct.records.models import Record


@transaction.atomic
def show_identity(*, actor: Actor, reveal: Reveal, now: datetime) -> Reveal:
    """Use an agreement up: from now on this request counts as shown, and the person who told us can read that it was.

    The name itself is opened by `custody.learn`, after this is committed.
    """
    require(actor, Permission.READ_SEALED, reveal.record)
    Record.objects.select_for_update(no_key=True).get(pk=reveal.record_id)
    reveal = Reveal.objects.select_related("record").get(pk=reveal.pk)
    designation_of(actor.who, now=now)
    over = reveal.shown_at is not None or reveal.until_at is None or reveal.until_at < now
    if reveal.asked_by_id != actor.who.pk or not reveal.agreed or over:
        raise NotAgreed
    if not can(actor, Permission.READ_IDENTITY, reveal.record):
        raise NotAgreed

    reveal.shown_at = now
    reveal.save(update_fields=["shown_at"])

    ledger.record(actor, Event.NAME_SHOWN, reveal.record, at=now)
    return reveal
