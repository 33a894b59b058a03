"""What it costs to ask, for each row of a list, whether a wall stands before it."""

from conduct import clock
from conduct.desks.filters import Chosen, View
from conduct.desks.paging import leaf
from conduct.desks.places import BOSA, desks_of
from conduct.desks.presenters.queue import BY_DUE
from conduct.desks.queries import queue
from conduct.desks.standing import Standing
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.records.models import Record
from conduct.rules.vocabulary import Body
from tests.bench.figures import Figure
from tests.bench.measuring import taking_turns

FILTERED = 1.5  # the list with rights and walls against the same list without


def test_a_list_behind_walls_against_the_list_without(stores, found, thorough):
    stores.large.use()
    here = standing("auditor1")
    chosen = Chosen(view=View.ALL.value)

    def filtered():
        return leaf(queue(here, chosen), BY_DUE, None).rows

    def unfiltered():
        return leaf(Record.objects.filter(body=Body.BOSA.value).open(), BY_DUE, None).rows

    costs = taking_turns({"filtered": filtered, "unfiltered": unfiltered}, thorough(15), thorough(50, quick=2))

    ratio = costs["filtered"] / costs["unfiltered"]
    against = "the same rows without"
    found(
        Figure("rows of a queue, rights and walls asked", costs["filtered"] * 1e3, "ms CPU", against, ratio, FILTERED)
    )


def standing(username):
    now = clock.now()
    person = Person.objects.get(username=username)
    actor = Actor.of(person, clock.day(now))
    return Standing(actor, person, actor.roles, BOSA, desks_of(actor.roles), now)
