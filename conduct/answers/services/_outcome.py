"""What comes of a question that cannot simply be answered, and why an answer is refused."""

from datetime import datetime

from cases.models import Case
from conduct.answers.models import WaiverNeed
from conduct.answers.reply import Reply
from conduct.deadlines.services import stop_all
from conduct.people.actor import Actor
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.vault import vault
from conduct.vault.kinds import Sealed


class NotShown(RuleBroken):
    """Nothing is answered before the earlier answers on its paragraphs were seen, all of them (III ¶1)."""

    sentence = gettext_noop("Look at the earlier answers on these paragraphs first. A new one may have come since.")


class NoReason(RuleBroken):
    """Answering otherwise than before needs a reason: "in a consistent manner" (III ¶1)."""

    sentence = gettext_noop("Write why this answer differs from an earlier one.")


class AlreadyHeld(RuleBroken):
    """The question is held for a waiver already."""

    sentence = gettext_noop("This question is held for a waiver already.")


def hold_for_waiver(actor: Actor, case: Case, reply: Reply, *, now: datetime) -> None:
    """No answer: the asker is told that only a waiver could permit it. What was typed stays with the matter, sealed.

    The question stays with its body, and nothing runs on it any longer.
    """
    if WaiverNeed.objects.filter(record=case.record, ended_at=None).exists():
        raise AlreadyHeld
    WaiverNeed.objects.create(
        record=case.record,
        body=case.record.body,
        paragraphs=list(reply.paragraphs),
        reason=vault.seal(case.record, Sealed.REASON, reply.text, now=now),
        found_by=actor.who,
        found_at=now,
    )
    stop_all(case.record, actor=actor, now=now)
