from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.inquiries.services._content import exhibit_of, writable
from conduct.inquiries.services._evidence import Piece, keep, seal_of
from conduct.people.actor import Actor
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop


class WithoutReason(RuleBroken):
    """What is taken out of a piece of evidence is taken out for a reason."""

    sentence = gettext_noop("Write why something was taken out.")


@transaction.atomic
def add_exhibit_version(*, actor: Actor, case: Case, number: int, piece: Piece, redacts: bool, now: datetime) -> Case:
    """Add a version of a piece of evidence, redacted or not, for readers of its own. What was there stays."""
    require(actor, Permission.INQUIRE, case.record)
    case = held(actor, Permission.INQUIRE, case)

    writable(actor, case, now=now)
    exhibit = exhibit_of(actor, case, number, now=now)
    if redacts and not piece.about.reason.strip():
        raise WithoutReason

    version = keep(exhibit, piece, actor, redacts=redacts, now=now)

    seal = seal_of(version)
    ledger.record(actor, Event.EXHIBIT_KEPT, case.record, at=now, number=number, version=version.version, seal=seal)
    return case
