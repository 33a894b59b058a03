"""What the statutory auditors can ask. Whatever belongs to a record goes through `scope`."""

from django.db.models import F, Q, QuerySet

from conduct.access.check import can, scope
from conduct.access.permissions import Permission
from conduct.people.actor import Actor
from conduct.protection.models import Alert, CheckIn, Probe
from conduct.protection.services.note_wrong_number import FROM_HERE_ON
from conduct.rules.vocabulary import Seeking, Wellbeing

NOTHING_SAID = Q(answer=Wellbeing.NOTHING.value, words=None)
TOO_FEW = Q(how=Seeking.WRONG_NUMBERS.value, times__lt=FROM_HERE_ON)


def alerts(actor: Actor) -> QuerySet[Alert]:
    """What happened to people who are watched over, newest first, on records that this auditor may know about."""
    found = Alert.objects.filter(watch__record__in=scope(actor, Permission.RECORD_PROTECT))
    return found.select_related("watch__record", "told__record", "follows").order_by("-raised_at", "pk")


def told_check_ins(actor: Actor) -> QuerySet[CheckIn]:
    """The answers in which something was said, those to look after first."""
    found = CheckIn.objects.filter(watch__record__in=scope(actor, Permission.RECORD_PROTECT), answer__isnull=False)
    shown = found.exclude(NOTHING_SAID).select_related("watch__record", "words__record", "seen_by")
    return shown.order_by(F("seen_at").asc(nulls_first=True), "-answered_on", "pk")


def probes(actor: Actor) -> QuerySet[Probe]:
    """The attempts to find out who told us, newest first; never the reader's own."""
    if not can(actor, Permission.PROTECTION_VIEW):
        return Probe.objects.none()
    known = Q(record=None) | Q(record__in=scope(actor, Permission.RECORD_PROTECT))
    others = Probe.objects.filter(known).exclude(person=actor.person).exclude(TOO_FEW)
    return others.select_related("record", "person").order_by("-tried_at", "-pk")
