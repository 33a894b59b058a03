"""The sweep of deadlines: its cost follows what is due, not what is stored."""

from django.db import connection

from conduct.deadlines.models import Deadline
from conduct.deadlines.tasks import sweep
from tests.bench.figures import Figure
from tests.bench.measuring import cost, taking_turns

FLAT = 1.3  # an empty sweep over a million deadlines against one over a thousand
LESS_THAN_ONE = 1.0  # an empty sweep against the passing of one deadline
BY_PIECE = 1.5  # one of 10,000 due against one of 100 due
FEW, MANY = 100, 10_000
OPEN = "met_at IS NULL AND passed_at IS NULL"
PUT_OFF = f"UPDATE deadlines_deadline SET try_at = try_at + interval '90 days' WHERE {OPEN}"
FALL_DUE = f"""
    UPDATE deadlines_deadline SET try_at = now() - interval '1 second'
     WHERE id IN (SELECT id FROM deadlines_deadline
                   WHERE {OPEN} AND started_at < now() - interval '1 day' ORDER BY md5(id::text) LIMIT %s)
"""


def quiet(store):
    """Nothing falls due by itself while it is measured."""
    store.use()
    with connection.cursor() as cursor:
        cursor.execute(PUT_OFF)
        cursor.execute("VACUUM (ANALYZE) deadlines_deadline")
    return store


def fall_due(count):
    """So many open deadlines, of any duty and step, at this moment."""
    with connection.cursor() as cursor:
        cursor.execute(FALL_DUE, [count])
        assert cursor.rowcount == count


def swept(expected):
    """A function that sweeps and sees that exactly so much passed."""

    def run():
        assert sweep() == expected

    return run


def test_an_empty_sweep_costs_the_same_at_any_size(stores, found, thorough):
    acts = {quiet(store).size: (store.use, swept(0)) for store in (stores.small, stores.large)}

    costs = taking_turns(acts, thorough(9), thorough(50, quick=2))

    small, large = sorted(costs)
    name = f"a sweep with 0 due of {stored(stores.large):,} deadlines"
    against = f"of {stored(stores.small):,} deadlines"
    found(Figure(name, costs[large] * 1e3, "ms CPU", against, costs[large] / costs[small], FLAT))


def stored(store):
    store.use()
    return Deadline.objects.count()


def test_the_cost_follows_what_is_due(stores, found, thorough):
    quiet(stores.large)
    few, many = thorough(FEW, quick=4), thorough(min(MANY, stores.large.size // 20), quick=8)
    acts = {"none": swept(0), "few": (lambda: fall_due(few), swept(few))}

    before = taking_turns(acts, thorough(3))
    fall_due(many)
    by_piece = cost(swept(many), 1) / many
    after = taking_turns(acts, thorough(3))

    one = (before["few"] + after["few"]) / 2 / few
    none = (before["none"] + after["none"]) / 2
    against = f"one of {few} due"
    found(Figure(f"passing one of {many:,} due", by_piece * 1e3, "ms CPU", against, by_piece / one, BY_PIECE))
    found(Figure("a sweep with 0 due", none * 1e3, "ms CPU", "passing one deadline", none / one, LESS_THAN_ONE))
