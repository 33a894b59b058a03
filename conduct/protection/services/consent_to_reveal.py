from datetime import datetime

from django.db import transaction

from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.people.actor import REPORTER, Actor
from conduct.protection.models import Reveal
from conduct.protection.services.answer_request import settle, waiting


@transaction.atomic
def consent_to_reveal(*, actor: Actor, reveal: Reveal, agreed: bool, now: datetime) -> Reveal:
    """Say, as the person who told us, whether whoever asks may be shown one's name. Nothing follows from a no.

    The caller has the number, or keeps the report in the own list; which person that is, nothing tells.
    """
    require(actor, Permission.REPORT_FILE)
    reveal = waiting(reveal)

    reveal.by_reporter = True
    settle(reveal, agreed=agreed, now=now)

    event = Event.NAME_AGREED if agreed else Event.NAME_REFUSED
    ledger.record(REPORTER, event, reveal.record, at=now)
    return reveal
