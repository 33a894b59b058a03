from datetime import datetime

from django.db import transaction

from conduct.contact.models import ContactSession
from conduct.contact.services.end_idle_visits import end_idle_visits
from conduct.contact.visit import Visit
from conduct.vault import drafts


@transaction.atomic
def start_visit(*, visit: Visit, instead_of: str = "", now: datetime) -> str:
    """Begin a visit and give the secret that opens it. An earlier one of the same browser, and idle ones, are gone."""
    end_idle_visits(now=now)
    if instead_of:
        ContactSession.objects.filter(place=drafts.place_of(instead_of)).delete()

    secret = drafts.new_secret()
    sealed = drafts.seal_draft(secret, visit.to_text())
    ContactSession.objects.create(place=drafts.place_of(secret), sealed=sealed, used_at=now)
    return secret
