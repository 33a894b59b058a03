from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.inquiries.models import Happening
from conduct.inquiries.services._content import NotFoundHere, check_past, writable
from conduct.inquiries.wording import What
from conduct.people.actor import Actor
from conduct.vault import vault
from conduct.vault.kinds import Sealed


@transaction.atomic
def enter_happening(*, actor: Actor, case: Case, what: What, corrects: int | None, now: datetime) -> Case:
    """Enter when something happened, or what is right instead of an earlier entry, which stays on file."""
    require(actor, Permission.INQUIRE, case.record)
    case = held(actor, Permission.INQUIRE, case)

    inquiry = writable(actor, case, now=now)
    check_past(what.on, now=now)
    standing = case.record.happenings.filter(corrected_by=None)
    before = standing.filter(pk=corrects).first() if corrects is not None else None
    if corrects is not None and before is None:
        raise NotFoundHere

    Happening.objects.create(
        record=case.record,
        inquiry=inquiry,
        text=vault.seal(case.record, Sealed.HAPPENING, what.as_text(), now=now),
        follows=before,
        entered_by=actor.who,
        entered_at=now,
    )

    ledger.record(actor, Event.HAPPENING_ENTERED, case.record, at=now)
    return case
