"""How the demo's questions are answered, and how answers become public."""

from collections.abc import Callable
from datetime import datetime

from cases.models import Case
from conduct.answers import services
from conduct.answers.queries import proposal_on
from conduct.answers.services import Reply, Words
from conduct.demo.stories.plot import Act
from conduct.people.actor import Actor
from conduct.rules.errors import RuleBroken


def answer(act: Act, case: Case, *, actor: Actor, now: datetime) -> None:
    """First the earlier answers, then the answer."""
    paragraphs = tuple(act.words["paragraphs"].splitlines())
    reply = Reply(
        text=act.words["text"],
        facts=tuple(act.words["facts"].splitlines()),
        paragraphs=paragraphs,
        departs=bool(act.words.get("departs")),
    )
    services.show_precedents(actor=actor, case=case, paragraphs=paragraphs, now=now)
    services.answer_question(actor=actor, case=case, reply=reply, now=now)


def propose(act: Act, case: Case, *, actor: Actor, now: datetime) -> None:
    services.propose_wording(actor=actor, case=case, words=Words(**act.words), now=now)


def approve(act: Act, case: Case, *, actor: Actor, now: datetime) -> None:
    waiting = proposal_on(actor, case.record)
    if waiting is None:
        raise RuleBroken
    services.decide_wording(actor=actor, case=case, proposal=waiting.pk, approved=True, now=now)


def lapse(act: Act, case: Case, *, actor: Actor, now: datetime) -> None:
    services.mark_lapsed(actor=actor, case=case, reason=act.words["reason"], now=now)


WAYS: dict[str, Callable[..., None]] = {
    "answer_question": answer,
    "propose_wording": propose,
    "decide_wording": approve,
    "mark_lapsed": lapse,
}
