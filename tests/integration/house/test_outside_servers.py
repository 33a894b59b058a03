"""Where addresses are given, the same settings run against those servers, and nothing is started beside them."""

import subprocess
import sys

from tests.conftest import ROOT

ASK = """
from django.db import connection
from conduct.people.models import Person
cursor = connection.cursor()
cursor.execute("show data_directory")
print(Person.objects.count(), cursor.fetchone()[0])
"""


def inside(addresses, *command, **environment):
    whole = [sys.executable, "-P", "conduct/embedded.py", "exec", "--", *command]
    return subprocess.run(
        whole, cwd=ROOT, env={**addresses, **environment}, capture_output=True, text=True, check=False, timeout=120
    )


def test_migrations_and_a_query_run_against_a_separately_started_server(own_servers, ask, tmp_path):
    outside = own_servers.up()
    elsewhere = {"CONDUCT_RUN_DIR": str(tmp_path / "elsewhere"), "DJANGO_SETTINGS_MODULE": "conduct.settings.dev"}

    migrated = inside(outside, sys.executable, "manage.py", "migrate", "-v0", **elsewhere)
    counted = inside(outside, sys.executable, "manage.py", "shell", "-v0", "-c", ASK, **elsewhere)

    assert (migrated.returncode, counted.returncode) == (0, 0), migrated.stderr + counted.stderr
    assert counted.stdout.split() == ["0", ask(outside, "show data_directory")]
    assert ask(outside, "select count(*) from django_migrations") > 20
    assert not (tmp_path / "elsewhere").exists()


def test_one_address_alone_is_not_enough_to_do_without_servers_of_our_own(own_servers):
    own_servers.environment["DATABASE_URL"] = "postgres://nobody@/nothing?host=nowhere"

    told = own_servers.call("exec", "--", "sh", "-c", "echo $DATABASE_URL")

    assert str(own_servers.run) not in told.stdout and "nowhere" not in told.stdout
