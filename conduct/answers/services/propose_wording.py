from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct import clock
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.answers.models import NOBODY_YET, Proposal
from conduct.answers.reply import Words
from conduct.answers.services._second import let_in, second_person
from conduct.answers.services._standing import standing_answer
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.notices.news import News
from conduct.notices.services import at_the_desk_of, owe
from conduct.people.actor import Actor
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Body
from conduct.vault import vault
from conduct.vault.kinds import Sealed


class NotToBePublished(RuleBroken):
    """Only the body that answered publishes, one wording waits at a time, and what was withdrawn stays so."""

    sentence = gettext_noop(
        "This cannot be published now. Only the body that answered publishes it, and one wording waits at a time."
    )


class BothLanguages(RuleBroken):
    """The public part is one text in two languages."""

    sentence = gettext_noop("Write the question and the answer in English and in Japanese.")


@transaction.atomic
def propose_wording(*, actor: Actor, case: Case, words: Words, now: datetime) -> Case:
    """Propose the public words of an answer, or a correction of them. They take effect when somebody else approves."""
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    answer = standing_answer(case.record)
    public = getattr(answer, "interpretation", None)
    is_over = public is not None and public.withdrawn_on is not None
    if answer.body != case.record.body or is_over or answer.proposals.filter(NOBODY_YET).exists():
        raise NotToBePublished
    if not all((words.asked_en.strip(), words.asked_ja.strip(), words.answer_en.strip(), words.answer_ja.strip())):
        raise BothLanguages
    second = second_person(actor, case.record, now=now)

    sealed = vault.seal(case.record, Sealed.WORDING, words.to_text(), now=now)
    Proposal.objects.create(answer=answer, words=sealed, proposed_by=actor.who, proposed_at=now, second_person=second)
    if second is not None:
        let_in(second, case.record, by=actor.who, now=now)
    others = at_the_desk_of(Body(case.record.body), clock.day(now)) if second is None else [second]
    owe(News.WORDING_ASKED, case.record, to=[one for one in others if one != actor.person], now=now)

    ledger.record(actor, Event.WORDING_PROPOSED, case.record, at=now)
    return case
