"""What it costs to ask, for each row of a list, whether a wall stands before it."""

from conduct import clock
from conduct.desks import queries
from conduct.desks.filters import Chosen, View
from conduct.desks.paging import leaf
from conduct.desks.places import BOSA, desks_of
from conduct.desks.presenters.queue import BY_DUE
from conduct.desks.queries import queue
from conduct.desks.standing import Standing
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.records.models import Record
from tests.bench.figures import Figure
from tests.bench.measuring import backend_spent, taking_turns

FILTERED = 1.5  # the page of a queue with rights and walls against the same page without
QUEUE = "/w/bosa/?view=all"


def everything(here):
    """What a desk would list if nobody asked who may see it."""
    return Record.objects.filter(body=here.desk.body.value)


def test_a_list_behind_walls_against_the_list_without(stores, found, thorough, monkeypatch):
    read = stores.large.use().page("auditor1", QUEUE)
    asked = queries.desk_records
    acts = {
        "filtered": (lambda: monkeypatch.setattr(queries, "desk_records", asked), read),
        "unfiltered": (lambda: monkeypatch.setattr(queries, "desk_records", everything), read),
    }

    costs = taking_turns(acts, thorough(15), thorough(10))

    ratio = costs["filtered"] / costs["unfiltered"]
    name = "a queue, rights and walls asked"
    found(Figure(name, costs["filtered"] * 1e3, "ms CPU", "the same page, nothing asked", ratio, FILTERED))


def test_what_the_database_spends_on_rights_and_walls(stores, found, thorough):
    """Reported without a target: most of it is planning one more condition, a fraction of a millisecond."""
    stores.large.use()
    here = standing("auditor1")
    rows = {"filtered": lambda: queue(here, Chosen(view=View.ALL.value)), "unfiltered": lambda: everything(here).open()}
    acts = {name: lambda of=of: leaf(of(), BY_DUE, None).rows for name, of in rows.items()}

    costs = taking_turns(acts, thorough(15), thorough(50, quick=2), clock=backend_spent)

    ratio = costs["filtered"] / costs["unfiltered"]
    against, name = "the same rows, nothing asked", "rows of a queue, rights and walls asked, database"
    found(Figure(name, costs["filtered"] * 1e3, "ms CPU", against, ratio))


def standing(username):
    now = clock.now()
    person = Person.objects.get(username=username)
    actor = Actor.of(person, clock.day(now))
    return Standing(actor, person, actor.roles, BOSA, desks_of(actor.roles), now)
