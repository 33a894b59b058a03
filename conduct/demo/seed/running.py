"""Fills the database by batches, as many at a time as there are processors. A batch is one transaction."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_context
from random import Random

from django.db import connection, connections, transaction

from conduct.demo.seed.copying import copy
from conduct.demo.seed.duties import Duties
from conduct.demo.seed.house import House, house_at
from conduct.demo.seed.lives import Fortune
from conduct.demo.seed.rows import COLUMNS, RULINGS_EACH, Writer
from conduct.records.models import UNMISTAKABLE, Record
from conduct.vault.bulk import Seals

BATCH = 2_000
MOST, SEEDS = 10_000_000, 50_000  # records of one seed, and seeds, so that no two references can be the same
SIGNS, SCATTER = 8, 611_953_734_151  # the second has no divisor in common with the number of references


class Taken(Exception):
    """The records of this seed are there already."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The records from `first` to `first + size - 1` of a seed; their rulings get the keys from `rulings` on."""

    seed: int
    first: int
    size: int
    rulings: int


def reference(seed: int, number: int) -> str:
    """The reference of a seed's record: scattered over all there are, and each of them once."""
    left = (seed * MOST + number) * SCATTER % len(UNMISTAKABLE) ** SIGNS
    signs = []
    for _ in range(SIGNS):
        left, sign = divmod(left, len(UNMISTAKABLE))
        signs.append(UNMISTAKABLE[sign])
    return "".join(signs)


def fill(records: int, *, seed: int, now: datetime, tell: Callable[[int], None]) -> None:
    """Write so many records of a seed, and tell after each batch how many there are.

    Raises Taken, NobodyHome, vault's VaultClosed; then nothing was written.
    """
    if Record.objects.filter(reference=reference(seed, 0)).exists():
        raise Taken
    house_at(now), Seals()
    batches = cut(records, seed, reserved_rulings(records * RULINGS_EACH))
    done = 0
    for written in at_the_same_time(batches, now):
        done += written
        tell(done)
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {', '.join(COLUMNS)}")


def cut(records: int, seed: int, rulings: int) -> list[Batch]:
    return [
        Batch(seed, first, min(BATCH, records - first), rulings + first * RULINGS_EACH)
        for first in range(0, records, BATCH)
    ]


@transaction.atomic
def reserved_rulings(count: int) -> int:
    """The first of so many keys that nobody else gets: a deadline names its ruling, so they are known beforehand."""
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE rulings_ruling IN SHARE ROW EXCLUSIVE MODE")
        cursor.execute("SELECT nextval(pg_get_serial_sequence('rulings_ruling', 'id'))")
        first: int = cursor.fetchone()[0]
        cursor.execute("SELECT setval(pg_get_serial_sequence('rulings_ruling', 'id'), %s)", [first + count])
    return first


def at_the_same_time(batches: list[Batch], now: datetime) -> Iterator[int]:
    """The sizes of the batches as they are written. One batch needs no other process."""
    processes = min(os.cpu_count() or 1, len(batches))
    if processes < 2:
        yield from written_here(batches, now)
        return
    connections.close_all()
    with ProcessPoolExecutor(processes, get_context("fork"), begin, (now,)) as pool:
        yield from pool.map(write, batches)


def written_here(batches: Iterable[Batch], now: datetime) -> Iterator[int]:
    begin(now)
    yield from map(write, batches)


@dataclass(frozen=True, slots=True)
class Tools:
    """What a process needs for every batch."""

    house: House
    duties: Duties
    seals: Seals


AT_HAND: list[Tools] = []


def begin(now: datetime) -> None:
    """Called once in each process."""
    house = house_at(now)
    AT_HAND[:] = [Tools(house, Duties(house), Seals())]


def write(batch: Batch) -> int:
    """One batch, in one transaction. What it holds depends on the seed and its place alone."""
    tools = AT_HAND[0]
    chance = Random(f"{batch.seed} {batch.first}")
    fortune = Fortune(tools.house, tools.duties, chance)
    writer = Writer(tools.house, tools.seals, chance, batch.rulings)
    for number in range(batch.first, batch.first + batch.size):
        writer.add(fortune.life(number), reference(batch.seed, number))
    with transaction.atomic(), connection.cursor() as cursor:
        for table, columns in COLUMNS.items():
            copy(cursor, table, columns, writer.rows[table])
    return batch.size
