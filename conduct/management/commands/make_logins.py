"""Lets web and worker log in to PostgreSQL as roles that own nothing, with the passwords of two files."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction

from conduct.access.second_wall import let_in
from conduct.settings.base import secret


class Command(BaseCommand):
    help = "After `migrate`: the logins conduct_app (web, beat) and conduct_worker (worker), which own nothing."

    def handle(self, **options: Any) -> None:
        passwords = {name: secret(f"CONDUCT_{name}_PASSWORD") for name in ("WEB", "WORKER")}
        if missing := [name for name, password in passwords.items() if not password]:
            raise CommandError(f"CONDUCT_{missing[0]}_PASSWORD_FILE must point to a file with the password.")
        with transaction.atomic():
            let_in(connection, web=passwords["WEB"], worker=passwords["WORKER"])
        self.stdout.write("web and beat log in as conduct_app, the worker as conduct_worker")
