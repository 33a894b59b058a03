from dataclasses import replace
from datetime import datetime

from django.core.exceptions import PermissionDenied

from cases.services import keep_number
from conduct.contact.services.keep_visit import keep_visit
from conduct.contact.visit import Visit
from conduct.people.actor import Actor
from conduct.records.models import Record
from conduct.rules.vocabulary import Channel

LISTED = frozenset({Channel.CEO, Channel.SUPERVISOR})


def may_be_listed(visit: Visit) -> bool:
    """What was told to the Statutory Auditors alone is found by its number alone."""
    return visit.is_sent and visit.channel in LISTED


def put_on_list(*, actor: Actor, secret: str, visit: Visit, now: datetime) -> None:
    """Put the report just sent into the sender's own list, as the sender asked. Nobody else's, and not later."""
    if not may_be_listed(visit) or visit.sender != str(actor.who.pk):
        raise PermissionDenied

    record = Record.objects.select_related("case").get(pk=visit.record)
    keep_number(actor=actor, case=record.case, now=now)
    keep_visit(secret=secret, visit=replace(visit, is_kept=True), now=now)
