from collections.abc import Collection
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
from conduct.audit.events import Event
from conduct.handoffs.services._facts import Known, known
from conduct.handoffs.services._people import check_may_change, end, in_register, rows_of
from conduct.handoffs.services._reroute import reroute
from conduct.handoffs.services.open_linked_case import link
from conduct.people.actor import Actor
from conduct.provisions.queries import readings_on
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.route import route
from conduct.rules.vocabulary import Body, Channel, LinkKind


class NothingToSplit(RuleBroken):
    """Both parts keep at least one person."""

    sentence = gettext_noop("Choose the people for the new matter, and leave at least one in this one.")


@transaction.atomic
def split_case(*, actor: Actor, case: Case, places: Collection[int], reason: str, now: datetime) -> Case:
    """Split people off into a case of their own, with its own body and times (A3). Both stay linked; whoever is shut
    out of this one is shut out of the new one as well. `places`: those people, 1 for the first of the list.
    """
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    check_may_change(case)
    facts = known(actor, case, now=now)
    chosen = [entry for place, entry in enumerate(facts.entries, 1) if place in places]
    if not chosen or len(chosen) == len(facts.entries) or len(chosen) != len(set(places)):
        raise NothingToSplit

    other = open_part(case, facts, chosen, reason, now=now)
    link(case, other, LinkKind.SPLIT, reason, by=actor.who, now=now)
    for place, row in enumerate(rows_of(case, facts.entries, now=now), 1):
        if place in places:
            end(row, by=actor.who, now=now)
    ledger.record(actor, Event.RECORDS_LINKED, case.record, at=now)
    rest = [entry for place, entry in enumerate(facts.entries, 1) if place not in places]
    reroute(case, facts.having(rest), actor=actor, note=reason, now=now)
    return case


def open_part(case: Case, facts: Known, chosen: list[Entry], reason: str, *, now: datetime) -> Case:
    day = clock.day(now)
    about = tuple(About(person_class=each.person_class, person=in_register(each)) for each in chosen)
    told = {"what": reason, "source": case.record.reference}
    channel = Channel.BOSA_NAMED if Body(case.record.body) is Body.BOSA else Channel.CEO
    report = Report(channel=channel, about=about, told=told, matter=facts.whole.matter, conduct_on=chosen[0].on).dated(
        day
    )
    decision = route(report.matter_facts(), under=readings_on(day))
    barred = barred_by(report, source=case.record, now=now)
    body = desk_of(decision.answer.intake, list(barred), now=now)
    other = opening.open_case(report, decision, body=body, barred=barred, now=now)
    start_clocks(other.record, first_received=case.record.opened_at, now=now)
    news.tell_the_desk(other.record, decision.answer, channel=report.channel, now=now)
    return other
