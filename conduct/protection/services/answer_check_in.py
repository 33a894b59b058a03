from datetime import datetime

from django.db import transaction

from conduct import clock
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.domains import Domain
from conduct.audit.events import Event
from conduct.notices.news import News
from conduct.notices.services import at_the_desk_of, owe
from conduct.people.actor import REPORTER, Actor
from conduct.protection.models import CheckIn
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Body, Wellbeing
from conduct.vault import vault
from conduct.vault.kinds import Sealed


class AnsweredAlready(RuleBroken):
    """Two pages were open, or the button was pressed twice."""

    sentence = gettext_noop("This has been answered already. Nothing more is needed.")


@transaction.atomic
def answer_check_in(*, actor: Actor, check_in: CheckIn, answer: Wellbeing, words: str = "", now: datetime) -> CheckIn:
    """Say how one is treated: one of three words, and what one likes to add. Only the statutory auditors read it.

    They are told at once, unless nothing has happened and nothing was added.
    """
    require(actor, Permission.REPORT_FILE)
    check_in = CheckIn.objects.select_for_update(of=("self",)).select_related("watch__record").get(pk=check_in.pk)
    record = check_in.watch.record
    if check_in.answer is not None:
        raise AnsweredAlready

    check_in.answer, check_in.answered_on = answer.value, clock.day(now)
    if words.strip():
        check_in.words = vault.seal(record, Sealed.CHECK_IN, words.strip(), now=now)
    check_in.save(update_fields=["answer", "answered_on", "words"])
    if answer is not Wellbeing.NOTHING or check_in.words:
        owe(News.CHECK_IN_TOLD, record, to=at_the_desk_of(Body.BOSA, clock.day(now)), now=now)

    ledger.record(REPORTER, Event.CHECK_IN_ANSWERED, record, at=now, domain=Domain.BOSA, answer=answer)
    return check_in
