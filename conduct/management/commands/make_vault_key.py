from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from conduct.vault.vault import make_server_key


class Command(BaseCommand):
    """Write the key file that wraps every record's data keys; without the file nothing sealed opens again."""

    help = "Makes the vault's key file (CONDUCT_VAULT_KEY_FILE), readable by its owner alone. Never overwrites one."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--if-missing", action="store_true", help="do nothing where a key file stands already")

    def handle(self, *args: object, if_missing: bool, **options: object) -> None:
        if if_missing and Path(settings.VAULT_KEY_FILE).exists():
            return
        try:
            make_server_key()
        except FileExistsError:
            self.stderr.write(f"{settings.VAULT_KEY_FILE} stands already. Overwriting it would close the vault.")
            raise SystemExit(2) from None
        self.stdout.write("A new key stands in the file. Keep a copy where no database backup lies.")
