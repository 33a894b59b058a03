"""Who acts, as PostgreSQL knows it. The second wall asks for a role and for a person; only this module sets either.

Both last as long as the connection, because a reading commits before it is shown. So every door closes behind itself,
and a connection that is opened inside a door begins as the door says.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import psycopg2
from django.db import connection, connections
from psycopg2.extensions import TRANSACTION_STATUS_INERROR

from conduct.people.models import Person

APP, SWEEPER, SENDER, DISPOSER = "conduct_app", "conduct_sweeper", "conduct_sender", "conduct_disposer"
NOBODY, REPORTER, SYSTEM = "", "reporter", "system"
TELL = """
    SELECT set_config('role', %s, false), set_config('app.person', %s, false), set_config('app.finishing', '', false)
"""
FINISH = """
    SELECT set_config('app.finishing', concat_ws(',', nullif(current_setting('app.finishing', true), ''), %s), true)
"""


@dataclass(frozen=True, slots=True)
class Acting:
    """A role of the database, and a person's key or one of the three words above."""

    role: str = "none"  # PostgreSQL's word for the login's own
    who: str = NOBODY


OUTSIDE = Acting()
_acting: ContextVar[Acting] = ContextVar("acting", default=OUTSIDE)


@contextmanager
def _door(acting: Acting) -> Iterator[None]:
    before = _acting.get()
    _be(acting)
    try:
        yield
    finally:
        _be(before)


@contextmanager
def app() -> Iterator[None]:
    """A request before anybody is known, and tasks that need no record: no row of any record."""
    with _door(Acting(APP)):
        yield


def be(person: Person) -> None:
    """The person of this request is known. Until its door closes, PostgreSQL hides what a wall hides from that person.

    Outside of a request nothing happens: there would be nobody to undo it.
    """
    if (acting := _acting.get()) is not OUTSIDE:
        _be(replace(acting, who=str(person.pk)))


@contextmanager
def reporter() -> Iterator[None]:
    """Somebody who has a report's number and no name. Whoever has signed in stays who that is."""
    before = _acting.get()
    with _door(before if before.who else Acting(APP, REPORTER)):
        yield


@contextmanager
def sweeper() -> Iterator[None]:
    """The system letting time pass: every record, and no sealed text."""
    with _door(Acting(SWEEPER, SYSTEM)):
        yield


@contextmanager
def sender() -> Iterator[None]:
    """The system sending mail: that there is news and to whom, and nothing else."""
    with _door(Acting(SENDER, SYSTEM)):
        yield


@contextmanager
def disposer() -> Iterator[None]:
    """The system destroying what two people agreed on: it finds what to destroy, and what stands against it, behind
    every wall. The one state that a signed-in person's act enters, and only that of erasing somebody who left."""
    with _door(Acting(DISPOSER, SYSTEM)):
        yield


@contextmanager
def operator() -> Iterator[None]:
    """A command of whoever holds the login that owns the tables. The application's own role gains nothing by it."""
    with _door(Acting(who=SYSTEM)):
        yield


def finish(record: UUID, behind: Iterable[Person]) -> None:
    """Whoever steps behind a wall may end the transaction that raises it: this record stays open to it until then."""
    if _acting.get().who in {str(person.pk) for person in behind}:
        with connection.cursor() as cursor:
            cursor.execute(FINISH, [str(record)])


def begin(connection: Any, **_signal: object) -> None:
    """A connection has been opened. Sent by Django."""
    if (acting := _acting.get()) is not OUTSIDE:
        _tell(connection, acting)


def migrating(using: str, **_signal: object) -> None:
    """Before `migrate`: a migration that moves rows must find them, also where its login is no superuser."""
    connections[using].ensure_connection()
    _tell(connections[using], Acting(who=SYSTEM))


def migrated(using: str, **_signal: object) -> None:
    _tell(connections[using], _acting.get())


def _be(acting: Acting) -> None:
    _acting.set(acting)
    if connection.connection is not None:
        _tell(connection, acting)


def _tell(connection: Any, acting: Acting) -> None:
    """Past Django's cursor: whoever counts the queries of a page counts those of the page.

    A broken transaction takes back what was set in it when it is rolled back. A connection that is gone is closed; the
    next one begins right.
    """
    if connection.connection.info.transaction_status == TRANSACTION_STATUS_INERROR:
        return
    try:
        with connection.connection.cursor() as cursor:
            cursor.execute(TELL, [acting.role, acting.who])
    except (psycopg2.OperationalError, psycopg2.InterfaceError):
        connection.close()
