"""Changing the people of a case: the rows, and what must hold whoever does it."""

from dataclasses import replace
from datetime import datetime

from cases.models import Case, Party
from cases.queries import parties_of
from cases.services import Entry
from conduct import clock
from conduct.access.check import can
from conduct.access.permissions import Permission
from conduct.handoffs.entered import tell
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.people.queries import ceo_on
from conduct.provisions.queries import readings_on
from conduct.rules.errors import RuleBroken
from conduct.rules.involving import Named, is_involved
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Body, PersonClass, Stage
from conduct.vault import vault
from conduct.vault.kinds import Sealed

DESKS = frozenset({Body.CEO, Body.BOARD, Body.BOSA})


class NotToBeChanged(RuleBroken):
    """A finished matter, or one that no desk holds yet, keeps its facts."""

    sentence = gettext_noop("The people in a matter can be changed while a desk works on it. Open it again first.")


class NotInThisCase(RuleBroken):
    """The entry was corrected or taken out meanwhile."""

    sentence = gettext_noop("This entry has changed meanwhile. Look at the list again.")


def check_may_change(case: Case) -> None:
    """Raises NotToBeChanged for a finished matter, and for one still in a supervisor's hands."""
    if case.record.stage == Stage.CONCLUDED or Body(case.record.body) not in DESKS:
        raise NotToBeChanged


def identified(entry: Entry, case: Case, *, now: datetime) -> Entry:
    """With the class of the day of the conduct; "the CEO" is one person on any day, so that the wall finds him."""
    today, opened_on = clock.day(now), clock.day(case.record.opened_at)
    day = entry.on or opened_on
    is_ceo = entry.person_id is None and entry.person_class is PersonClass.CEO
    person = ceo_on(day) if is_ceo else in_register(entry)
    if person is None:
        return entry
    entry, under = replace(entry, person_id=person.pk), readings_on(today)
    named = entry.named({person.pk: person}, opened_on=opened_on, today=today, under=under)
    return replace(entry, person_class=named.person_class)


def rows_of(case: Case, entries: tuple[Entry, ...], *, now: datetime) -> list[Party]:
    """The rows of the case as it stands; whom the report itself named gets one now, unchanged."""
    return list(parties_of(case)) or [enter(case, entry, by=None, now=now) for entry in entries]


def enter(case: Case, entry: Entry, *, by: Person | None, follows: Party | None = None, now: datetime) -> Party:
    sealed = vault.seal(case.record, Sealed.PARTY, entry.text(), now=now)
    return tell(Party(case=case, entry=sealed, added_by=by, added_at=now, follows=follows), entry, now=now)


def end(party: Party, *, by: Person, now: datetime) -> None:
    party.ended_at, party.ended_by = now, by
    party.save(update_fields=["ended_at", "ended_by"])


def must_stay_blind(actor: Actor, case: Case, entry: Entry, *, now: datetime) -> Person | None:
    """Whoever would notice that the matter is about him now, because he sees it: the change goes elsewhere, sealed.

    Not the one who acts: to say that one is involved oneself is no secret from oneself.
    """
    person = in_register(entry)
    if person is None or person == actor.person:
        return None
    involved = is_involved(Named(entry.role, entry.person_class), under=readings_on(clock.day(now)))
    return person if involved and sees(person, case, now=now) else None


def in_register(entry: Entry) -> Person | None:
    return Person.objects.filter(pk=entry.person_id).first() if entry.person_id else None


def sees(person: Person, case: Case, *, now: datetime) -> bool:
    return can(Actor.of(person, clock.day(now)), Permission.RECORD_VIEW, case.record) or case.handler == person
