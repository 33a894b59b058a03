from datetime import datetime

from django.db import transaction

from cases.services._clocks import start_answer_clock
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.answers.models import FollowUp
from conduct.answers.services._publishing import end_waiting
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.deadlines.services import start_clock
from conduct.notices.news import News
from conduct.notices.services import owe_body
from conduct.people.actor import Actor
from conduct.records.models import Record
from conduct.records.spine import locked, move
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Body, DeadlineKind, Kind, QuestionState
from conduct.vault import vault
from conduct.vault.kinds import Sealed


class OnlyQuestions(RuleBroken):
    """A report is not a question."""

    sentence = gettext_noop("Only a question can be asked again.")


@transaction.atomic
def ask_again(*, actor: Actor, record: Record, text: str, now: datetime) -> Record:
    """Ask more about a question, by its number. An answered question is open again; the answer given stays.

    Whoever holds the number asks; which person that is, nobody knows and nothing tells.
    """
    require(actor, Permission.REPORT_FILE)
    case = locked(record.case)
    record = case.record
    if record.kind != Kind.QUESTION:
        raise OnlyQuestions

    sealed = vault.seal(record, Sealed.FOLLOW_UP, text, now=now)
    FollowUp.objects.create(record=record, text=sealed, asked_at=now)
    if case.state == QuestionState.ANSWERED:
        move(case, QuestionState.TRIAGE)
        end_waiting(record, now=now)
        start_clock(record, DeadlineKind.TRIAGE, now=now)
    if Body(record.body) is not Body.SUPERVISOR:
        start_answer_clock(record, now=now)
        owe_body(News.ASKED_AGAIN, record, body=Body(record.body), now=now)

    ledger.record(actor, Event.QUESTION_ASKED_AGAIN, record, at=now)
    return record
