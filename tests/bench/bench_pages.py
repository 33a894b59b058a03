"""Pages through Django's client, middleware and templates included, at three sizes of the database."""

import re
from itertools import cycle

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conduct import clock
from conduct.access import statements
from conduct.demo.seed.running import reference
from conduct.people.models import Person
from conduct.records.models import Record
from conduct.rules.vocabulary import Body, Kind, Stage
from tests.bench.figures import Figure
from tests.bench.measuring import backend_spent, taking_turns
from tests.bench.stores import SEED, record_path

ROWS = re.compile(rb"<(?:tr|li)\b")
FLAT = 1.3  # the cost at a million records against that at a thousand; as many queries in each
LISTS = {
    "the Statutory Auditors' queue": ("auditor1", "/w/bosa/"),
    "the CEO's queue": ("ceo", "/w/desk/triage/"),
    "what the Board is to receive": ("director1", "/w/board/?view=to_receive"),
    "what the CEO is to hand on": ("ceo", "/w/desk/triage/?view=to_hand_on"),
    "all that the Statutory Auditors had": ("auditor1", "/w/bosa/cases/"),
    "late duties": ("auditor1", "/w/bosa/oversight/"),
    "an auditor's inbox": ("auditor1", "/w/me/notices/"),
    "the first page of an employee": ("employee", "/w/me/"),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_costs_the_same_at_any_size(name, stores, found, thorough):
    reads = {store: store.page(*LISTS[name]) for store in stores.all}

    assert len({queries_of(store, read) for store, read in reads.items()}) == 1

    compared(name, reads, found, thorough(9), thorough(8))


def test_a_leaf_deep_in_the_queue_costs_as_much_as_the_first(stores, found, thorough):
    """The place of a row in the middle of what has the same due time as thousands of others."""
    store = stores.large.use()
    first = store.page("auditor1", "/w/bosa/?view=all")
    deep = store.page("auditor1", f"/w/bosa/?view=all&after={place_in_the_middle()}")

    costs = taking_turns({"deep": deep, "first": first}, thorough(9), thorough(8))

    ratio = costs["deep"] / costs["first"]
    found(Figure("a leaf in the middle of a queue", costs["deep"] * 1e3, "ms CPU", "its first leaf", ratio, FLAT))


def place_in_the_middle():
    """As the address of a leaf says it: the middle of the moment at which most records of the desk are due."""
    rows = "FROM records_record WHERE body = 'bosa' AND stage <> 'concluded'"
    most = f"SELECT queue_at {rows} GROUP BY queue_at ORDER BY count(*) DESC, queue_at LIMIT 1"
    middle = f"percentile_disc(0.5) WITHIN GROUP (ORDER BY reference) {rows} AND queue_at = ({most})"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT (extract(epoch FROM ({most})) * 1000000)::bigint, {middle}")
        return "{}.{}".format(*cursor.fetchone())


def test_the_page_of_a_record_costs_the_same_at_any_size(stores, found, thorough):
    """The same records in each size; every reading writes a ledger line, so each is read as often as the others."""
    numbers = alike(stores.small, thorough(12, quick=2))
    reads = {store: one_after_another(store, numbers) for store in stores.all}

    assert len({queries_of(store, read) for store, read in reads.items()}) == 1

    compared("the page of a record", reads, found, thorough(9), len(numbers))


def alike(store, count):
    """Numbers of reports that the Statutory Auditors are reading."""
    store.use()
    reading = {"body": Body.BOSA.value, "stage": Stage.ASSESSING.value, "kind": Kind.REPORT.value}
    there = set(Record.objects.filter(**reading).values_list("reference", flat=True))
    return [number for number in range(store.size) if reference(SEED, number) in there][:count]


def one_after_another(store, numbers):
    store.use()
    for number in numbers:
        say_no_conflict("auditor1", reference(SEED, number))
    pages = cycle([store.page("auditor1", record_path("bosa", number)) for number in numbers])

    def read():
        return next(pages)()

    return read


def say_no_conflict(username, number):
    record, person = Record.objects.get(reference=number), Person.objects.get(username=username)
    statements.keep(person, record, now=clock.now())


def queries_of(store, read):
    store.use()
    read()
    with CaptureQueriesContext(connection) as asked:
        read()
    return len(asked)


def compared(name, reads, found, rounds, times):
    """The cost of the same page in each larger size, and the database's part in the largest, against the smallest.

    The smallest in which the page is as long as in the largest: fewer rows would cost less to write, at any size.
    """
    lengths = {store.size: length(store, read) for store, read in reads.items()}
    acts = {store.size: (store.use, read) for store, read in reads.items()}
    as_long = [size for size in sorted(acts) if lengths[size] >= 0.9 * lengths[max(acts)]]
    base, *rest = as_long if len(as_long) > 1 else sorted(acts)
    acts = {size: acts[size] for size in (base, *rest)}
    whole = taking_turns(acts, rounds, times)
    asked = taking_turns({size: acts[size] for size in (base, rest[-1])}, rounds, times, clock=backend_spent)
    against = f"at {base:,} records"
    for size in rest:
        ratio = whole[size] / whole[base]
        found(Figure(f"{name}, {size:,} records", whole[size] * 1e3, "ms CPU", against, ratio, FLAT))
    large = rest[-1]
    part = asked[large] * 1e3
    found(Figure(f"{name}, {large:,}, database", part, "ms CPU", against, asked[large] / asked[base], FLAT))


def length(store, read):
    """How many rows and entries stand on the page."""
    store.use()
    return len(ROWS.findall(read().content))
