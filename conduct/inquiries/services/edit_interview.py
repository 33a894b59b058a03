from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.inquiries.services._content import check_past, interview_of, writable
from conduct.inquiries.services.write_interview import add_version
from conduct.inquiries.wording import Talk
from conduct.people.actor import Actor
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop


class EditedMeanwhile(RuleBroken):
    """Somebody else wrote the next version while this one was open."""

    sentence = gettext_noop("Somebody has changed this record meanwhile. Open it again and enter your change there.")


@transaction.atomic
def edit_interview(*, actor: Actor, case: Case, number: int, after: int, talk: Talk, now: datetime) -> Case:
    """Correct the record of an interview: a new version after the one that was read; the old one stays."""
    require(actor, Permission.INQUIRE, case.record)
    case = held(actor, Permission.INQUIRE, case)

    writable(actor, case, now=now)
    check_past(talk.held_on, now=now)
    interview = interview_of(actor, case, number, now=now)
    if interview.versions.count() != after:
        raise EditedMeanwhile

    version = add_version(interview, talk, actor, now=now).version

    ledger.record(actor, Event.INTERVIEW_WRITTEN, case.record, at=now, number=number, version=version)
    return case
