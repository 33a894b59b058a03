from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.inquiries.models import OPEN
from conduct.inquiries.queries import signed_member
from conduct.inquiries.services._standing import NotOnTheTeam, mandate_of
from conduct.people.actor import Actor
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import TeamPart


class NotToBeReviewed(RuleBroken):
    """Signed once, when nothing that the plan demands is open but the review itself."""

    sentence = gettext_noop(
        "It is signed once, and not before every step that the plan demands is done or excused. "
        "The review itself may be open."
    )


@transaction.atomic
def sign_review(*, actor: Actor, case: Case, now: datetime) -> Case:
    """Sign the investigation as the reviewer, who did not investigate."""
    require(actor, Permission.INQUIRE, case.record)
    case = held(actor, Permission.INQUIRE, case)

    inquiry = mandate_of(case)
    member = signed_member(actor, inquiry, on=now)
    if member is None or TeamPart(member.part) is not TeamPart.REVIEWER:
        raise NotOnTheTeam
    waiting = inquiry.tasks.filter(OPEN, mandatory=True).exclude(owner=actor.who)
    if inquiry.reviewed_at is not None or waiting.exists():
        raise NotToBeReviewed

    inquiry.reviewed_at, inquiry.reviewed_by = now, actor.who
    inquiry.save(update_fields=["reviewed_at", "reviewed_by"])

    ledger.record(actor, Event.REVIEW_SIGNED, case.record, at=now)
    return case
