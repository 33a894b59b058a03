from datetime import datetime

from django.db import transaction

from conduct.contact.models import ContactSession
from conduct.contact.sessions import locked
from conduct.contact.visit import Visit
from conduct.vault import drafts


@transaction.atomic
def keep_visit(*, secret: str, visit: Visit, now: datetime) -> None:
    """Put the visit back as it is now. What was sent or ended meanwhile, from another tab, stays as it is."""
    row, held = locked(secret, now=now)
    if row is None or held is None or held.record != visit.record:
        return

    row.sealed, row.used_at = drafts.seal_draft(secret, visit.to_text()), now
    row.save(update_fields=["sealed", "used_at"])


def touch_visit(*, secret: str, now: datetime) -> None:
    """The hour begins anew."""
    ContactSession.objects.filter(place=drafts.place_of(secret)).update(used_at=now)
