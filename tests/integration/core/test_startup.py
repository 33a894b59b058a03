"""What must hold before anybody is served."""

import os
import subprocess
import sys

import pytest

from conduct.access.startup import refuse_superusers


@pytest.mark.parametrize("active", [True, False])
def test_production_does_not_start_with_an_active_superuser(staff, settings, active):
    settings.REFUSE_SUPERUSERS = True
    staff.person("root", is_superuser=True, is_active=active)

    if active:
        with pytest.raises(SystemExit):
            refuse_superusers()
    else:
        refuse_superusers()


def test_elsewhere_it_does(staff):
    staff.person("root", is_superuser=True)

    refuse_superusers()


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({"CONDUCT_DEMO": "1"}, "CONDUCT_DEMO is on"),
        ({"CONDUCT_SECRET_KEY": "short"}, "CONDUCT_SECRET_KEY_FILE"),
        ({"CONDUCT_SECRET_KEY": "x" * 60, "CONDUCT_VAULT_KEY_FILE": "nowhere.key"}, "CONDUCT_VAULT_KEY_FILE"),
    ],
)
def test_production_settings_refuse_what_is_unsafe(environment, says):
    clean = {name: value for name, value in os.environ.items() if not name.startswith("CONDUCT_VAULT")}
    clean |= {"DJANGO_SETTINGS_MODULE": "conduct.settings.production", "CONDUCT_DEMO": "0", **environment}

    command = [sys.executable, "manage.py", "check"]
    done = subprocess.run(command, env=clean, capture_output=True, text=True, check=False)

    assert done.returncode != 0
    assert says in done.stderr
