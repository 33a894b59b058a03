"""Asking the rulebook again when the facts of a matter have changed, and doing what it answers, at once (A4b)."""

from datetime import datetime

from cases.models import Case
from cases.services._barred import shut_out
from cases.services._opening import give_copies, route_answer
from conduct.audit import ledger
from conduct.audit.domains import read_by_both
from conduct.audit.events import Event
from conduct.handoffs.models import WAITING, HandOff
from conduct.handoffs.services._effect import Effect, effect_of
from conduct.handoffs.services._facts import Known
from conduct.handoffs.services._passage import bring, check_somebody_there
from conduct.notices.news import News
from conduct.notices.services import owe_body
from conduct.people.actor import Actor
from conduct.records.spine import place
from conduct.rules.vocabulary import Body
from conduct.rulings.services import Question, keep
from conduct.vault import vault
from conduct.vault.kinds import Sealed


def reroute(case: Case, facts: Known, *, actor: Actor, note: str, now: datetime) -> Effect:
    """Do it: shut out whoever is involved, keep the ruling, and put the matter before the body that has it now.

    `note` goes along as the hand-over note where the matter moves. What was done before stays valid.
    """
    effect = effect_of(facts)
    shut_out_all(case, effect, now=now)
    keep(case.record, Question.ROUTING, effect.decision, answer=route_answer(effect.decision.answer), now=now)
    if effect.moves:
        hand_over(case, effect, actor=actor, note=note, now=now)
    else:
        settle(case, effect)
    give_copies(case.record, effect.decision.answer.informed, now=now)
    return effect


def shut_out_all(case: Case, effect: Effect, *, now: datetime) -> None:
    if not effect.shut_out:
        return
    shut_out(case.record, effect.shut_out, now=now)
    if case.handler in effect.shut_out:
        case.handler = None
        case.save(update_fields=["handler"])


def hand_over(case: Case, effect: Effect, *, actor: Actor, note: str, now: datetime) -> None:
    """The old body is out and the new one in, with the note and the paragraph that says why."""
    check_somebody_there(case.record, effect.body, now=now)
    sealed = vault.seal(case.record, Sealed.REASON, note, now=now)
    case.record.handoffs.filter(WAITING).update(received_at=now)
    HandOff.objects.create(
        record=case.record,
        origin=effect.origin.value,
        body=effect.body.value,
        paragraph=effect.decision.steps[0].paragraphs[0] if effect.decision.steps[0].paragraphs else "III ¶1",
        by=actor.person,
        reason=sealed,
        handed_at=now,
    )
    log = read_by_both(effect.origin, effect.body)
    ends = {"origin": effect.origin, "body": effect.body}
    ledger.record(actor, Event.RECORD_HANDED_ON, case.record, at=now, domain=log, **ends)
    settle(case, effect)
    bring(case, effect.body, actor=actor, now=now)
    owe_body(News.RECORD_ARRIVED, case.record, body=effect.body, now=now)


def settle(case: Case, effect: Effect) -> None:
    """Body and flags together: what is never the CEO's to decide never rests at his desk."""
    answer = effect.decision.answer
    beyond = answer.beyond_ceo and effect.body is not Body.CEO
    place(case.record, effect.body, provisional=answer.provisional, beyond_ceo=beyond)
