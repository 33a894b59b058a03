from datetime import datetime, timedelta

from django.db import transaction

from conduct.access import grants, wall
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.notices.news import News
from conduct.notices.services import owe
from conduct.people.actor import Actor
from conduct.protection.models import Reveal
from conduct.protection.services._custody import NotAgreed
from conduct.records.models import Record
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop

OPEN_FOR = timedelta(hours=72)


class TwoPeopleForAName(NotAgreed):
    """Whoever asks does not agree."""

    sentence = gettext_noop("You have asked for this name yourself. Somebody else decides.")


class RequestAnswered(RuleBroken):
    """A colleague, or the person who told us, was faster."""

    sentence = gettext_noop("This request has been answered already.")


@transaction.atomic
def answer_request(*, actor: Actor, reveal: Reveal, agreed: bool, now: datetime) -> Reveal:
    """Say, as custodian or statutory auditor, whether the name is shown: once, within three days, to whoever asked."""
    require(actor, Permission.IDENTITY_CONSENT, reveal.record)
    reveal = waiting(reveal)
    if reveal.asked_by_id == actor.who.pk:
        raise TwoPeopleForAName

    reveal.answered_by = actor.who
    settle(reveal, agreed=agreed, now=now)

    event = Event.NAME_AGREED if agreed else Event.NAME_REFUSED
    ledger.record(actor, event, reveal.record, at=now)
    return reveal


def waiting(reveal: Reveal) -> Reveal:
    """The request under the lock of its record. Raises RequestAnswered."""
    Record.objects.select_for_update(no_key=True).get(pk=reveal.record_id)
    found = Reveal.objects.select_related("record", "asked_by").get(pk=reveal.pk)
    if found.answered_at is not None:
        raise RequestAnswered
    return found


def settle(reveal: Reveal, *, agreed: bool, now: datetime) -> None:
    """Where it was agreed, the right to read the name once is given for three days; not through a wall."""
    if agreed and wall.is_walled(reveal.asked_by, reveal.record):
        raise NotAgreed
    reveal.agreed, reveal.answered_at = agreed, now
    reveal.until_at = now + OPEN_FOR if agreed else None
    reveal.save(update_fields=["agreed", "by_reporter", "answered_by", "answered_at", "until_at"])
    if agreed:
        by, until = reveal.answered_by, reveal.until_at
        grants.admit(reveal.asked_by, Permission.READ_IDENTITY, reveal.record, now=now, by=by, until=until)
    owe(News.NAME_ANSWERED, reveal.record, to=[reveal.asked_by], now=now)
