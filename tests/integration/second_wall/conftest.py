"""What raw SQL shows to somebody, as the application's role; and matters with a row in most tables."""

import contextlib

import psycopg2
import pytest
from django.db import connection
from django.test import Client

from cases.services import add_note, close_case, keep_number, propose_keeping, reopen_case, take_case
from conduct.access import acting, wall
from conduct.access.models import Wall
from conduct.access.rows import guarded
from conduct.handoffs.services import hand_on, receive
from conduct.records.spine import copy_to
from conduct.rules.vocabulary import Body, Channel, PersonClass
from conduct.vault import receipts, vault
from conduct.vault.kinds import Sealed

ROLE = "SELECT current_user, current_setting('app.person', true), current_setting('app.finishing', true)"


def ask(sql, *words):
    with connection.cursor() as cursor:
        cursor.execute(sql, words)
        return cursor.fetchall()


def change(sql):
    """As the owner of the tables: a fault to be seeded, or something to be looked at."""
    with connection.cursor() as cursor:
        cursor.execute(f"SET CONSTRAINTS ALL IMMEDIATE; {sql}; SET CONSTRAINTS ALL DEFERRED")


def asked_as(person, sql, *words):
    """What the application's role gets for this while that person acts; nobody's where there is none."""
    with acting.app():
        if person:
            acting.be(person)
        return ask(sql, *words)


def told():
    """The role, the person and what is being finished, past Django's cursor."""
    with connection.connection.cursor() as cursor:
        cursor.execute(ROLE)
        return cursor.fetchone()


@pytest.fixture
def watched():
    """A list of what `told` says at each query of what follows, while `with watched as seen`."""
    seen = []

    def note(execute, *words):
        seen.append(told())
        return execute(*words)

    class Watch:
        def __enter__(self):
            self.wrapper = connection.execute_wrapper(note)
            self.wrapper.__enter__()
            return seen

        def __exit__(self, *fault):
            return self.wrapper.__exit__(*fault)

    return Watch()


@pytest.fixture
def shut_out(now):
    def shut_out(record, person):
        reason = vault.reserve()
        wall.raise_wall(record, [person], reason=reason, now=now)
        vault.seal(record, Sealed.WALL_REASON, "relative", place=reason, now=now)

    return shut_out


@pytest.fixture
def at(staff):
    def sign_in(name):
        client = Client(SERVER_NAME="localhost")
        client.force_login(staff.person(name))
        return client

    return sign_in


@pytest.fixture
def eventful(filed, actor, staff, now):
    """Records that have been through much: together they have rows in almost every table that hangs on a record."""
    relayed = filed("employee2", channel=Channel.SUPERVISOR)
    first = take_case(actor=actor("ceo"), case=filed(PersonClass.EMPLOYEE, PersonClass.EMPLOYEE), now=now)
    propose_keeping(actor=actor("ceo"), case=first, reason="Small.", now=now)
    keep_number(actor=actor("employee1"), case=first, now=now)
    receipts.keep(receipts.draw(), first.record)
    first = hand_on(actor=actor("ceo"), case=first, body=Body.BOARD, paragraph="III ¶1", reason="x", now=now)
    copy_to(first.record, [Body.BOSA], now=now)
    first = receive(actor=actor("director1"), case=first, now=now)
    second = take_case(actor=actor("auditor1"), case=filed("officer1"), now=now)
    add_note(actor=actor("auditor1"), case=second, text="Asked.", now=now)
    second = close_case(actor=actor("auditor1"), case=second, reason="Done.", now=now)
    reopen_case(actor=actor("auditor1"), case=second, reason="More came.", now=now)
    return [relayed.record, first.record, second.record]


def tables():
    """Those that a wall hides. A person's own walls are shown, or the first wall would be blind."""
    return [model._meta.db_table for model in guarded() if model is not Wall]


@pytest.fixture
def ask_outside():
    """ask_outside(addresses, statement): on a server of this test's own, outside of any transaction."""

    def run(addresses, statement):
        with contextlib.closing(psycopg2.connect(addresses["DATABASE_URL"])) as opened:
            opened.autocommit = True
            with opened.cursor() as cursor:
                cursor.execute(statement)

    return run
