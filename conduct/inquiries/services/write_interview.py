from datetime import datetime

from django.db import transaction

from cases.models import Case
from cases.services import Entry
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.inquiries.models import Interview, InterviewVersion
from conduct.inquiries.services._content import check_past, writable
from conduct.inquiries.wording import Talk
from conduct.people.actor import Actor
from conduct.rules.vocabulary import Audience
from conduct.vault import vault
from conduct.vault.kinds import Sealed


@transaction.atomic
def write_interview(*, actor: Actor, case: Case, who: Entry, talk: Talk, audience: Audience, now: datetime) -> Case:
    """Write down a talk with somebody: notice given, who was present, in which language, and what was said."""
    require(actor, Permission.INQUIRE, case.record)
    case = held(actor, Permission.INQUIRE, case)

    inquiry = writable(actor, case, now=now)
    check_past(talk.held_on, now=now)

    number = case.record.interviews.count() + 1
    interview = Interview.objects.create(
        record=case.record,
        inquiry=inquiry,
        number=number,
        who=vault.seal(case.record, Sealed.PARTY, who.text(), now=now),
        audience=audience.value,
        made_by=actor.who,
        made_at=now,
    )
    add_version(interview, talk, actor, now=now)

    ledger.record(actor, Event.INTERVIEW_WRITTEN, case.record, at=now, number=number, version=1)
    return case


def add_version(interview: Interview, talk: Talk, actor: Actor, *, now: datetime) -> InterviewVersion:
    """The next version; what stood there before stays."""
    return InterviewVersion.objects.create(
        record=interview.record,
        interview=interview,
        version=interview.versions.count() + 1,
        text=vault.seal(interview.record, Sealed.INTERVIEW, talk.as_text(), now=now),
        written_by=actor.who,
        written_at=now,
    )
