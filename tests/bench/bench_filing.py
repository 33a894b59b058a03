"""Filing a report by the service, against the bare INSERT of the very rows that it writes."""

from collections import Counter

from django.db import connection

from cases.services import About, Report, file_report
from conduct import clock
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.rules.vocabulary import Channel, PersonClass
from tests.bench import bare
from tests.bench.figures import Figure
from tests.bench.measuring import taking_turns

AGAINST_BARE = 20  # rules, computations of the clocks, seals, questions before acting: all that is not INSERT
FLAT = 1.3  # at a million records against a thousand


def filing():
    """A function that files one report about an employee, at the CEO's desk."""
    now = clock.now()
    actor = Actor.of(Person.objects.get(username="employee"), clock.day(now))
    told = {"what": "Parts from the store room are sold on a flea market site.", "where": "Osaka"}
    report = Report(channel=Channel.CEO, about=(About(person_class=PersonClass.EMPLOYEE),), told=told)
    return lambda: file_report(actor=actor, report=report, now=clock.now())


def test_filing_against_the_bare_insert_of_its_rows(stores, found, thorough):
    stores.spare().use()
    file = filing()
    times, rounds = thorough(20, quick=2), thorough(7)
    rows = bare.rows_of(file().record_id)
    ready = []

    def prepare():
        ready[:] = [bare.statements(rows) for _ in range(times)]

    costs = taking_turns({"service": file, "bare": (prepare, lambda: bare.insert(ready.pop()))}, rounds, times)

    count = sum(map(len, rows.values()))
    ratio = costs["service"] / costs["bare"]
    against = f"the bare INSERT of its {count} rows"
    found(Figure("filing a report", costs["service"] * 1e3, "ms CPU", against, ratio, AGAINST_BARE))


def test_the_bare_rows_are_as_many_rows(stores):
    stores.spare().use()
    case = filing()()
    made = bare.statements(bare.rows_of(case.record_id))

    bare.insert(made)

    with connection.cursor() as cursor:
        cursor.execute("SELECT id FROM records_record WHERE id <> %s ORDER BY opened_at DESC LIMIT 1", [case.record_id])
        copied = bare.rows_of(cursor.fetchone()[0])
    assert counted(copied) == counted(bare.rows_of(case.record_id))


def counted(rows):
    return Counter({table: len(each) for table, each in rows.items()})


def test_filing_costs_the_same_at_any_size(stores, found, thorough):
    acts = {store.size: (store.use, in_store(store)) for store in (stores.small, stores.large)}

    costs = taking_turns(acts, thorough(7), thorough(20, quick=2))

    small, large = sorted(costs)
    ratio = costs[large] / costs[small]
    found(Figure(f"filing at {large:,} records", costs[large] * 1e3, "ms CPU", f"at {small:,} records", ratio, FLAT))


def in_store(store):
    store.use()
    return filing()
