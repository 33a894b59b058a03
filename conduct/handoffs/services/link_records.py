from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.handoffs.services.open_linked_case import link
from conduct.people.actor import Actor
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import LinkKind

OPEN_KINDS = frozenset({LinkKind.SAME, LinkKind.FOLLOWS})


class NotToBeLinked(RuleBroken):
    """A matter is linked once with another one, in a way that people choose."""

    sentence = gettext_noop("These two matters cannot be linked so. Perhaps they are linked already.")


@transaction.atomic
def link_records(*, actor: Actor, case: Case, other: Case, kind: LinkKind, reason: str, now: datetime) -> Case:
    """Link two matters that the actor may both work on, with a reason. Nobody sees a link without seeing both."""
    require(actor, Permission.RECORD_WORK, case.record)
    require(actor, Permission.RECORD_VIEW, other.record)
    case = held(actor, Permission.RECORD_WORK, case)

    pairs = {(case.record_id, other.record_id), (other.record_id, case.record_id)}
    known = {(each.record_id, each.other_id) for each in [*case.record.links_out.all(), *case.record.links_in.all()]}
    if kind not in OPEN_KINDS or case.record_id == other.record_id or pairs & known:
        raise NotToBeLinked

    link(case, other, kind, reason, by=actor.who, now=now)

    ledger.record(actor, Event.RECORDS_LINKED, case.record, at=now)
    return case
