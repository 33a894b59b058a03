import json
from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db import transaction

from conduct import clock
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.domains import Domain
from conduct.audit.events import Event
from conduct.notices.news import News
from conduct.notices.services import at_the_desk_of, owe
from conduct.people.actor import SYSTEM, Actor
from conduct.people.models import Person
from conduct.protection.hr_file import HrLine
from conduct.protection.models import Alert, SeenEvent, Watch
from conduct.protection.watching import marks_of, standing_on
from conduct.rules.vocabulary import Body
from conduct.vault import blind, vault
from conduct.vault.kinds import Sealed


@transaction.atomic
def import_hr_events(*, actor: Actor, lines: Collection[HrLine], people: dict[str, Person], now: datetime) -> set[int]:
    """Take events of personnel: what was not seen before is held against the watches, behind the vault's door.

    Answers the numbers of the lines that were new. With or without a hit that is the same; of the event itself
    nothing is kept.
    """
    require(actor, Permission.HR_IMPORT)

    fresh = [line for line in lines if is_new(line, people)]
    if fresh:
        standing = standing_on([line.on for line in fresh])
        watches, marks = standing.select_related("record").in_bulk(), marks_of(standing)
        for line in fresh:
            for key in marks.of(people[line.username].pk):
                hold_against(watches[key], line, people[line.username], now=now)

    ledger.record(actor, Event.HR_EVENTS_IMPORTED, None, at=now, count=len(fresh))
    return {line.number for line in fresh}


def is_new(line: HrLine, people: dict[str, Person]) -> bool:
    _, made = SeenEvent.objects.get_or_create(mark=mark_of(line, people[line.username].pk))
    return made


def mark_of(line: HrLine, person: UUID) -> bytes:
    return blind.mark_alone(str(person), line.measure.value, line.on.isoformat())


def hold_against(watch: Watch, line: HrLine, person: Person, *, now: datetime) -> None:
    """Within the days of the watch it alerts the statutory auditors, and nobody else; not the person itself."""
    if not watch.since_on <= line.on <= watch.until_on:
        return
    told = {"person": str(person.pk), "measure": line.measure.value, "on": line.on.isoformat()}
    sealed = vault.seal(watch.record, Sealed.ALERT, json.dumps(told), now=now)
    Alert.objects.create(watch=watch, told=sealed, raised_at=now)
    ledger.record(SYSTEM, Event.ALERT_RAISED, watch.record, at=now, domain=Domain.BOSA)
    auditors = at_the_desk_of(Body.BOSA, clock.day(now))
    owe(News.PROTECTION_ALERT, watch.record, to=[one for one in auditors if one != person], now=now)
