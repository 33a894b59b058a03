"""What a change of the facts would do, without doing it."""

from datetime import datetime

from cases.models import Case
from cases.services import Entry
from conduct.handoffs.services._effect import Effect, effect_of
from conduct.handoffs.services._facts import known
from conduct.handoffs.services._people import identified, must_stay_blind
from conduct.people.actor import Actor
from conduct.rules.vocabulary import Materiality


def apart(actor: Actor, case: Case, entry: Entry, *, now: datetime) -> bool:
    """Whether naming this person opens a matter apart, because the person sees this one."""
    return must_stay_blind(actor, case, identified(entry, case, now=now), now=now) is not None


def effect_of_naming(actor: Actor, case: Case, entry: Entry, *, now: datetime) -> Effect:
    facts = known(actor, case, now=now)
    return effect_of(facts.having((*facts.entries, identified(entry, case, now=now))))


def effect_of_materiality(actor: Actor, case: Case, outcome: Materiality, *, now: datetime) -> Effect:
    facts = known(actor, case, now=now)
    return effect_of(facts.having(facts.entries, outcome))
