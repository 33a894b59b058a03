from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.inquiries.models import Exhibit
from conduct.inquiries.services._content import writable
from conduct.inquiries.services._evidence import Piece, keep, note, seal_of
from conduct.inquiries.wording import Line
from conduct.people.actor import Actor
from conduct.rules.vocabulary import CustodyStep


@transaction.atomic
def keep_exhibit(*, actor: Actor, case: Case, piece: Piece, now: datetime) -> Case:
    """Put a piece of evidence away: hashed as it came, sealed, with the first line of its chain of custody."""
    require(actor, Permission.INQUIRE, case.record)
    case = held(actor, Permission.INQUIRE, case)

    inquiry = writable(actor, case, now=now)

    number = case.record.exhibits.count() + 1
    kept = {"record": case.record, "inquiry": inquiry, "number": number}
    exhibit = Exhibit.objects.create(kept_by=actor.who, kept_at=now, **kept)
    version = keep(exhibit, piece, actor, now=now)
    line = Line(who=piece.about.source, where=piece.about.original_at)
    note(exhibit, CustodyStep.RECEIVED, actor, line=line, version=1, now=now)

    seal = seal_of(version)
    ledger.record(actor, Event.EXHIBIT_KEPT, case.record, at=now, number=number, version=1, seal=seal)
    return case
