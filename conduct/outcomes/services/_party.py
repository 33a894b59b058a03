"""The people of a case as an allegation names them."""

from datetime import datetime

from cases.models import Case, Party
from cases.services import Entry
from conduct.handoffs.services._facts import known
from conduct.handoffs.services._people import rows_of
from conduct.people.actor import Actor
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop


class NobodyAtThisPlace(RuleBroken):
    """The list of people is shorter, or has changed."""

    sentence = gettext_noop("Choose a person of this matter. The list may have changed meanwhile.")


def party_at(actor: Actor, case: Case, place: int, *, now: datetime) -> tuple[Party, Entry]:
    """The person at a place of the list; whom the report itself named gets a row now. Raises NobodyAtThisPlace."""
    facts = known(actor, case, now=now)
    rows = rows_of(case, facts.entries, now=now)
    if not 1 <= place <= len(rows):
        raise NobodyAtThisPlace
    return rows[place - 1], facts.entries[place - 1]


def standing(party: Party) -> Party:
    """The row that corrects this one, or corrects the one that does."""
    while later := Party.objects.filter(follows=party).first():
        party = later
    return party
