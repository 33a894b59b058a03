import json
from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.deadlines.services import meet
from conduct.handoffs.services._facts import known
from conduct.outcomes.models import Feedback
from conduct.people.actor import Actor
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import DeadlineKind, Told
from conduct.vault import vault
from conduct.vault.kinds import Sealed


class NamesSomebody(RuleBroken):
    """Whoever told us hears what came of it, and nothing about a person."""

    sentence = gettext_noop("The words name somebody of this matter. Tell what came of it without a name.")


@transaction.atomic
def tell_reporter(*, actor: Actor, case: Case, told: Told, text: str = "", now: datetime) -> Case:
    """Tell the person who reported what came of it, as far as allowed. Read by the number; ends the time for it (C29).

    One of the allowed sentences, and words of one's own without the name of anybody in the matter.
    """
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    check_names_nobody(actor, case, text, now=now)

    words = json.dumps({"told": told.value, "text": text.strip()}, ensure_ascii=False)
    sealed = vault.seal(case.record, Sealed.FEEDBACK, words, now=now)
    Feedback.objects.create(case=case, text=sealed, told_by=actor.who, told_at=now)
    if told is not Told.STILL_OPEN:
        meet(case.record, DeadlineKind.FEEDBACK, actor=actor, now=now)

    ledger.record(actor, Event.REPORTER_TOLD, case.record, at=now)
    return case


def check_names_nobody(actor: Actor, case: Case, text: str, *, now: datetime) -> None:
    """Raises NamesSomebody. Every part of a name counts that is longer than two letters, or a whole Japanese name."""
    facts = known(actor, case, now=now)
    names = [*(entry.name for entry in facts.entries), *(person.name for person in facts.people.values())]
    parts = {part for name in names for part in [name, *name.split()] if is_a_name(part)}
    if any(part.casefold() in text.casefold() for part in parts):
        raise NamesSomebody


def is_a_name(part: str) -> bool:
    return len(part) > 2 if part.isascii() else len(part) > 1
