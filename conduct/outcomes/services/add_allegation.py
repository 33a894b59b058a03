from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct import clock
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.outcomes.models import Allegation
from conduct.outcomes.services._party import party_at
from conduct.outcomes.services._standing import next_number
from conduct.outcomes.services._working import ALLEGED_WHILE, check_at_work, check_paragraph
from conduct.outcomes.words import Alleged
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.provisions.queries import code_version_on
from conduct.vault import vault
from conduct.vault.kinds import Sealed


@transaction.atomic
def add_allegation(*, actor: Actor, case: Case, alleged: Alleged, now: datetime) -> Case:
    """Write down one thing that a person of the case is said to have done against the Code of that day (A40)."""
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    check_at_work(case, ALLEGED_WHILE)
    number = next_number(case.allegations)

    write_allegation(actor, case, alleged, number=number, now=now)

    ledger.record(actor, Event.ALLEGATION_ADDED, case.record, at=now, number=number)
    return case


def write_allegation(
    actor: Actor, case: Case, alleged: Alleged, *, number: int, follows: Allegation | None = None, now: datetime
) -> Allegation:
    """Raises NobodyAtThisPlace, and NoParagraph where the Code of the day of the conduct has none such."""
    party, entry = party_at(actor, case, alleged.place, now=now)
    version = code_version_on(entry.on or clock.day(case.record.opened_at))
    check_paragraph(alleged.paragraph, version)
    by: Person = actor.who
    sealed = vault.seal(case.record, Sealed.ALLEGATION, alleged.kept(), now=now)
    return Allegation.objects.create(
        case=case, number=number, version=version, party=party, text=sealed, follows=follows, added_by=by, added_at=now
    )
