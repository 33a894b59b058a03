from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access.check import held, log_of, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.inquiries.models import ExhibitVersion
from conduct.inquiries.queries import audiences_of
from conduct.inquiries.services._content import NotFoundHere
from conduct.inquiries.services._evidence import note
from conduct.people.actor import Actor
from conduct.rules.vocabulary import Audience, CustodyStep


@transaction.atomic
def open_exhibit(*, actor: Actor, case: Case, number: int, version: int, now: datetime) -> ExhibitVersion:
    """Note that the file of a version is about to be opened; the vault then opens what this answers."""
    require(actor, Permission.READ_SEALED, case.record)
    case = held(actor, Permission.READ_SEALED, case)

    versions = ExhibitVersion.objects.filter(record=case.record, exhibit__number=number, version=version)
    found = versions.exclude(file=None).select_related("exhibit__record", "file__record", "about__record").first()
    if found is None or Audience(found.audience) not in audiences_of(actor, case, on=now):
        raise NotFoundHere

    log = log_of(actor, case.record)  # whoever reads a copy leaves no line where the body that holds it reads
    if log is None:
        note(found.exhibit, CustodyStep.OPENED, actor, version=version, now=now)

    ledger.record(
        actor,
        Event.CUSTODY_NOTED,
        case.record,
        at=now,
        domain=log,
        number=number,
        step_taken=CustodyStep.OPENED,
    )
    return found
