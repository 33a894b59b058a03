from datetime import datetime

from django.db import transaction

from cases.models import Case
from cases.services import About, Entry, Report
from cases.services import _news as news
from cases.services import _opening as opening
from cases.services._barred import barred_by
from cases.services._clocks import start_clocks
from cases.services._desk import desk_of
from conduct import clock
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.domains import OF_BODY
from conduct.audit.events import Event
from conduct.handoffs.models import Link
from conduct.people.actor import REPORTER, Actor
from conduct.people.models import Person
from conduct.provisions.queries import readings_on
from conduct.rules.route import route
from conduct.rules.vocabulary import Body, Channel, LinkKind, PersonClass
from conduct.vault import vault
from conduct.vault.kinds import Sealed


@transaction.atomic
def open_linked_case(*, actor: Actor, case: Case, entry: Entry, reason: str, now: datetime) -> Case:
    """Open a case of its own about somebody who sees this one. It is sealed from that person, and from whoever is
    walled off from this one; nothing on this one changes, so that it tells nobody. The body that gets the new case
    reads this one along.
    """
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    day = clock.day(now)
    person = Person.objects.get(pk=entry.person_id) if entry.person_id else None
    about = About(person_class=entry.person_class or PersonClass.UNKNOWN, person=person)
    told = {"what": reason, "source": case.record.reference}
    report = Report(channel=Channel.BOSA_NAMED, about=(about,), told=told, conduct_on=entry.on).dated(day)
    decision = route(report.matter_facts(), under=readings_on(day))
    barred = barred_by(report, source=case.record, now=now)
    body = desk_of(decision.answer.intake, list(barred), now=now)

    other = opening.open_case(report, decision, body=body, barred=barred, now=now)
    link(case, other, LinkKind.APART, reason, by=actor.who, now=now)
    opening.give_copies(case.record, [body], now=now)
    start_clocks(other.record, first_received=now, now=now)
    news.tell_the_desk(other.record, decision.answer, channel=report.channel, now=now)
    ledger.record(REPORTER, Event.REPORT_FILED, other.record, at=now, domain=OF_BODY[body], body=Body(body))
    return case


def link(case: Case, other: Case, kind: LinkKind, reason: str, *, by: Person, now: datetime) -> Link:
    sealed = vault.seal(other.record, Sealed.REASON, reason, now=now)
    return Link.objects.create(
        record=case.record, other=other.record, kind=kind.value, reason=sealed, by=by, made_at=now
    )
