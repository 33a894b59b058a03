"""Databases of three sizes side by side, filled by `manage.py seed`, so that rounds can take turns between them."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path

from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.test import Client
from django.urls import reverse

from conduct.demo.seed.running import reference
from conduct.people.models import Person
from conduct.vault.vault import make_server_key

ROOT = Path(__file__).resolve().parents[2]
SEED = 1
ADDRESS = re.compile(r"^(postgres(?:ql)?://[^/]*/)[^?]*")


class Store:
    """One database of so many records."""

    def __init__(self, name, size=0):
        self.name, self.size = name, size
        given = connections[DEFAULT_DB_ALIAS]
        self.connection = type(given)({**given.settings_dict, "NAME": name}, DEFAULT_DB_ALIAS)
        self.clients = {}

    def use(self):
        """From now on Django's one database is this one."""
        connections[DEFAULT_DB_ALIAS] = self.connection
        return self

    def page(self, username, path):
        """A function that reads a page as somebody who has signed in."""
        self.use()
        if username not in self.clients:
            self.clients[username] = Client()
            backend = "allauth.account.auth_backends.AuthenticationBackend"
            self.clients[username].force_login(Person.objects.get(username=username), backend=backend)
        client = self.clients[username]

        def read():
            answer = client.get(path, secure=True)
            assert answer.status_code == 200, f"{path}: {answer.status_code}"
            return answer

        return read

    def fill(self):
        """Seconds that it took."""
        self.use()
        began = time.monotonic()
        manage("seed", "--records", str(self.size), "--seed", str(SEED), DATABASE_URL=address_of(self.name))
        took = time.monotonic() - began
        with connection.cursor() as cursor:
            cursor.execute("VACUUM (ANALYZE)")
            cursor.execute("CHECKPOINT")
        return took

    def close(self):
        self.connection.close()


def manage(*words, **environment):
    """A command of Django's, in a process of its own, as `make bench` would be run by hand."""
    given = {**os.environ, "DJANGO_SETTINGS_MODULE": "conduct.settings.test", "CONDUCT_DEMO": "1", **environment}
    subprocess.run([sys.executable, "manage.py", *words], cwd=ROOT, env=given, check=True, stdout=subprocess.DEVNULL)


def address_of(name):
    return ADDRESS.sub(rf"\g<1>{name}", os.environ["DATABASE_URL"])


class Stores:
    """The three of them, made from one prepared database and dropped afterwards."""

    def __init__(self, sizes):
        self.server = connections[DEFAULT_DB_ALIAS]
        prefix = f"bench_{os.getpid()}"
        self.prepared = f"{prefix}_prepared"
        self.all = [Store(f"{prefix}_{size}", size) for size in sizes]
        self.small, self.middle, self.large = self.all
        self.spares = []

    def make(self):
        """How many records a second were written into the largest."""
        self.on_the_server(f"CREATE DATABASE {self.prepared}")
        store = Store(self.prepared).use()
        call_command("migrate", verbosity=0)
        make_key()
        store.close()
        for each in self.all:
            self.on_the_server(f"CREATE DATABASE {each.name} TEMPLATE {self.prepared}")
        took = [each.fill() for each in self.all]
        return self.large.size / took[-1]

    def spare(self):
        """A copy of the smallest, for rows that would spoil it for others."""
        self.small.close()
        made = Store(f"{self.small.name}_spare_{len(self.spares)}", self.small.size)
        self.on_the_server(f"CREATE DATABASE {made.name} TEMPLATE {self.small.name}")
        self.spares.append(made)
        return made

    def drop(self):
        for each in (*self.all, *self.spares):
            each.close()
        for name in (self.prepared, *(each.name for each in (*self.spares, *self.all))):
            self.on_the_server(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
        connections[DEFAULT_DB_ALIAS] = self.server

    def on_the_server(self, statement):
        with self.server.cursor() as cursor:
            cursor.execute(statement)


def make_key():
    try:
        make_server_key()
    except FileExistsError:
        return


def record_path(desk, number):
    """The page of the seed's record of this number, which is the same in every size."""
    return reverse("desks:record", args=[desk, reference(SEED, number)])
