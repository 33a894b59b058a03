from datetime import datetime

from django.db import transaction

from cases.services import About, Report, open_derived_case
from conduct import clock
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.domains import Domain
from conduct.audit.events import Event
from conduct.handoffs.models import Lateness
from conduct.people.actor import Actor
from conduct.people.queries import ceo_on
from conduct.records.models import Record
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Body, Channel, MatterType, PersonClass
from conduct.vault import vault
from conduct.vault.kinds import Sealed


class NotToBeDecided(RuleBroken):
    """Decided already, not the CEO's duty, or a derived case, from which no other follows (A35: one level deep)."""

    sentence = gettext_noop("Nothing can be decided about this lateness, or a colleague has already decided.")


@transaction.atomic
def decide_lateness(*, actor: Actor, lateness: Lateness, open_case: bool, reason: str, now: datetime) -> Lateness:
    """Decide, with a reason, whether a case follows from the CEO's lateness. He can observe nothing of it."""
    require(actor, Permission.RECORD_OVERSEE, lateness.record)
    Record.objects.select_for_update(no_key=True).get(pk=lateness.record_id)
    lateness = Lateness.objects.select_related("record__case").get(pk=lateness.pk)

    one_level_deep = lateness.record.case.derived_from_id is None
    about_the_ceo = Body(lateness.body) is Body.CEO
    if lateness.decided_at is not None or (open_case and not (one_level_deep and about_the_ceo)):
        raise NotToBeDecided

    lateness.reason = vault.seal(lateness.record, Sealed.WALL_REASON, reason, now=now)
    lateness.decided_by, lateness.decided_at = actor.person, now
    if open_case:
        lateness.derived = derive(actor, lateness, reason, now=now)
    lateness.save(update_fields=["reason", "decided_by", "decided_at", "derived"])

    ledger.record(actor, Event.LATENESS_DECIDED, lateness.record, at=now, domain=Domain.BOSA)
    return lateness


def derive(actor: Actor, lateness: Lateness, reason: str, *, now: datetime) -> Record:
    """A case of its own about the CEO, for not handing on in time (III ¶1). It names the source to nobody else."""
    day = clock.day(lateness.due_at)
    report = Report(
        channel=Channel.BOSA_NAMED,
        about=(About(person_class=PersonClass.CEO, person=ceo_on(day)),),
        told={"what": reason, "source": lateness.record.reference},
        matter=MatterType.CEO_FAILED_TO_NOTIFY,
        conduct_on=day,
    )
    return open_derived_case(actor=actor, source=lateness.record, report=report, now=now).record
