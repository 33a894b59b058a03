"""The way to a name: every attempt without ground is written down, and what was agreed to is opened once."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied

from conduct.access import grants
from conduct.access.permissions import Permission
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.people.queries import called
from conduct.protection.models import Reveal
from conduct.protection.services import WithoutGround, answer_request, ask_identity, note_probe, show_identity
from conduct.records.models import Record
from conduct.rules.vocabulary import Seeking
from conduct.vault import vault
from conduct.vault.kinds import Sealed

SHORTEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Who told us, and how to reach that person."""

    person: Person
    reach: str
    phone: str


@contextmanager
def noted(actor: Actor, record: Record, *, now: datetime) -> Iterator[None]:
    """Write a refused attempt down in a transaction of its own, because the service's was rolled back."""
    try:
        yield
    except (WithoutGround, PermissionDenied):
        note_probe(actor=actor, how=Seeking.REVEAL, record=record, now=now)
        raise


def ask(actor: Actor, record: Record, *, reason: str, now: datetime) -> Reveal:
    with noted(actor, record, now=now):
        return ask_identity(actor=actor, record=record, reason=reason, now=now)


def answer(actor: Actor, reveal: Reveal, *, agreed: bool, now: datetime) -> Reveal:
    with noted(actor, reveal.record, now=now):
        return answer_request(actor=actor, reveal=reveal, agreed=agreed, now=now)


def learn(actor: Actor, reveal: Reveal, *, now: datetime) -> Told:
    """The name, once. Used up and on the ledger before the first letter is shown; the right is taken back after."""
    with noted(actor, reveal.record, now=now):
        show_identity(actor=actor, reveal=reveal, now=now)
    (sealed,) = vault.lying(reveal.record, Sealed.IDENTITY)[:1]
    try:
        kept = json.loads(vault.open(actor, sealed, now=now))
    finally:
        grants.withdraw(actor.who, Permission.READ_IDENTITY, reveal.record)
    person = Person.objects.get(pk=UUID(kept["person"]))
    return Told(person=person, reach=kept.get("reach", ""), phone=kept.get("phone", ""))


def note_search(actor: Actor, typed: str, *, now: datetime) -> None:
    """Somebody typed the name of a person where only a reference is looked for. Nothing is found by it, ever."""
    if len(typed.strip()) >= SHORTEST and called(typed.strip()):
        note_probe(actor=actor, how=Seeking.NAME_SEARCH, now=now)
