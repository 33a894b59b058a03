"""What every change of a delegation begins and ends with: it is held, asked how far it has come, and told to all."""

from datetime import datetime

from conduct import clock
from conduct.notices.news import News
from conduct.notices.services import owe
from conduct.people.actor import Actor
from conduct.people.delegations import instrument_of
from conduct.people.models import Delegation, Person
from conduct.people.queries import members_on, staff_holding
from conduct.rules import delegation as rules
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Body, DelegationState, Lapse, Role


class NotTheirs(RuleBroken):
    """Nobody takes part in authorising a delegation that he gives or holds (N013)."""

    sentence = gettext_noop("The CEO and the delegate take no part in authorising a delegation.")


class TooLate(RuleBroken):
    """A colleague was faster, or it lapsed meanwhile."""

    sentence = gettext_noop("This delegation is now: {state}. Look at it again.")


def held(delegation: Delegation) -> Delegation:
    """The same delegation, read again; it is held until the transaction ends."""
    Delegation.objects.select_for_update(no_key=True).get(pk=delegation.pk)
    again: Delegation = Delegation.objects.select_related("ceo", "delegate", "resolution").get(pk=delegation.pk)
    return again


def check_state(delegation: Delegation, *wanted: DelegationState, now: datetime) -> None:
    """Raises TooLate unless it has come just so far."""
    today = clock.day(now)
    state = rules.state(instrument_of(delegation, today), today)
    if state not in wanted:
        raise TooLate(state=state)


def check_not_concerned(actor: Actor, delegation: Delegation) -> None:
    """Raises NotTheirs for the CEO, whoever that is today, and for those whose delegation it is."""
    if Role.CEO in actor.roles or actor.who.pk in {delegation.ceo_id, delegation.delegate_id}:
        raise NotTheirs


def end(delegation: Delegation, ending: rules.End, *, by: Person | None, now: datetime) -> None:
    """Write down that it is over. That stays."""
    delegation.ended_on, delegation.ended_why = ending.on, Lapse(ending.why).value
    delegation.ended_at, delegation.ended_by = now, by
    delegation.save(update_fields=["ended_on", "ended_why", "ended_at", "ended_by"])


def tell(news: News, delegation: Delegation, *, actor: Actor, now: datetime) -> None:
    """News for the Board and its secretary, the statutory auditors, the CEO and the delegate; not for who did it."""
    day = clock.day(now)
    groups = (
        members_on(Body.BOARD, day),
        members_on(Body.BOSA, day),
        staff_holding(Role.SECRETARY, day),
        [delegation.ceo, delegation.delegate],
    )
    people = {person.pk: person for group in groups for person in group if person != actor.person}
    owe(news, None, to=people.values(), now=now)
