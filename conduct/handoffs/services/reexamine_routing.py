from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access import wall
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.handoffs.services._effect import effect_of
from conduct.handoffs.services._facts import known
from conduct.handoffs.services._people import DESKS
from conduct.handoffs.services._reroute import reroute
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.people.ties import whoever_is_tied_to
from conduct.records.spine import locked
from conduct.rules.vocabulary import Body, Stage

NOTE = "the register of offices changed"


@transaction.atomic
def reexamine_routing(*, actor: Actor, people: Iterable[Person], now: datetime) -> list[Case]:
    """Ask again whose each open matter about these people is, and about whom they are tied to, because the register has
    changed (A4b). Whoever is tied now takes no part from now on; a wall that stands stays.

    Returns those that moved. Whoever a matter is about stands behind its wall, so the walls find the matters.
    """
    require(actor, Permission.REPORT_FILE)

    moved = []
    people = set(people)
    for record in wall.records_hidden_from(people | whoever_is_tied_to(people)):
        case = locked(Case.objects.select_related("record").get(pk=record.pk))
        if case.record.stage == Stage.CONCLUDED or Body(case.record.body) not in DESKS:
            continue
        facts = known(actor, case, now=now)
        effect = effect_of(facts)
        if effect.moves or effect.shut_out:
            reroute(case, facts, actor=actor, note=NOTE, now=now)
            ledger.record(actor, Event.ROUTING_REEXAMINED, case.record, at=now)
        moved += [case] if effect.moves else []
    return moved
