import json
from datetime import date, datetime, timedelta

from django.db import transaction

from cases.models import Case
from cases.services._competence import check_may_decide
from conduct import clock
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.inquiries.ending import end_all
from conduct.inquiries.models import COMPETENT, Inquiry, Task
from conduct.inquiries.queries import inquiry_in_force
from conduct.inquiries.wording import Doing, Terms
from conduct.people.actor import Actor
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.plans import Plan, plan_for
from conduct.rules.vocabulary import Body, CaseState, MatterType
from conduct.vault import vault
from conduct.vault.kinds import Sealed


class NotToBeMandated(RuleBroken):
    """Only an open investigation gets a mandate, one at a time, and none is dated ahead."""

    sentence = gettext_noop(
        "A mandate is given once, after the investigation is open, and not with a day that is still to come."
    )


@transaction.atomic
def give_mandate(*, actor: Actor, case: Case, question: str, scope: str, given_on: date, now: datetime) -> Case:
    """Give the mandate to investigate, as the body that the rule names (III ¶4), with the plan for its matter."""
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    check_may_decide(case)
    waits = case.state == CaseState.INVESTIGATING and inquiry_in_force(case) is None
    if not waits or case.record.body not in COMPETENT or given_on > clock.day(now):
        raise NotToBeMandated
    end_all(case.record, now=now)

    plan = plan_for(matter_of(actor, case))
    terms = Terms(question=question, scope=scope, matter=plan.matter or "", plan=plan.version)
    inquiry = Inquiry.objects.create(
        record=case.record,
        body=case.record.body,
        terms=vault.seal(case.record, Sealed.MANDATE, terms.as_text(), now=now),
        given_on=given_on,
        given_by=actor.who,
        given_at=now,
    )
    lay_out(inquiry, plan, actor, now=now)

    ledger.record(actor, Event.MANDATE_GIVEN, case.record, at=now, body=Body(case.record.body))
    return case


def matter_of(actor: Actor, case: Case) -> MatterType | None:
    """What it is about, for the plan alone."""
    (facts,) = vault.open_facts(actor, [case.facts])
    word = json.loads(facts)["matter"]
    return MatterType(word) if word else None


def lay_out(inquiry: Inquiry, plan: Plan, actor: Actor, *, now: datetime) -> None:
    """The steps of the plan as tasks, nobody's yet."""
    for step in plan.steps:
        doing = Doing(title=step.title, step=step.key, paragraph=step.paragraph)
        Task.objects.create(
            record=inquiry.record,
            inquiry=inquiry,
            text=vault.seal(inquiry.record, Sealed.TASK, doing.as_text(), now=now),
            mandatory=step.mandatory,
            due_on=clock.day(now) + timedelta(days=step.days),
            made_by=actor.who,
            made_at=now,
        )
