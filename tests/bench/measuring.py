"""Costs in CPU time, because the wall clock of a busy machine says little; compared in rounds that take turns."""

import time
from pathlib import Path
from statistics import median

from django.db import connection


def spent():
    """Seconds of CPU that this process and its database backend have used."""
    connection.ensure_connection()
    return time.process_time() + backend_spent()


def backend_spent():
    """Seconds of CPU of the backend alone, to the nanosecond where the kernel says so."""
    process = Path("/proc") / str(connection.connection.info.backend_pid)
    try:
        return int((process / "schedstat").read_text().split()[0]) / 1e9
    except OSError:
        after_the_name = (process / "stat").read_text().rsplit(") ", 1)[1].split()
        return (int(after_the_name[11]) + int(after_the_name[12])) / 100


def cost(act, times, clock=spent):
    """Seconds per act, of so many in a row."""
    began = clock()
    for _ in range(times):
        act()
    return (clock() - began) / times


def taking_turns(acts, rounds, times=1, clock=spent):
    """The median cost of each act, by its name. A first round warms up and does not count.

    An act is a function, or a pair of what prepares it (not counted) and the function.
    """
    found = {name: [] for name in acts}
    for number in range(rounds + 1):
        for name, act in turned(list(acts.items()), number):
            prepare, run = act if isinstance(act, tuple) else (None, act)
            if prepare:
                prepare()
            found[name].append(cost(run, times, clock))
    return {name: median(costs[1:]) for name, costs in found.items()}


def turned(names, number):
    """Each round begins with another one."""
    start = number % len(names)
    return names[start:] + names[:start]
