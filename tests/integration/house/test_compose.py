"""The compose file, as far as it can be checked without Docker: its shape, its secrets, and every command in it run."""

import contextlib
import os
import re
import shlex
import socket
import subprocess
import sys
from pathlib import Path

import psycopg2
import pytest
import redis
import yaml

from conduct import servers
from tests.conftest import ROOT, end_all

COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
OURS = ("migrate", "web", "worker", "beat")
DOCKERFILE = (ROOT / "Dockerfile").read_text()
KNOWN = {
    "build", "cap_drop", "command", "depends_on", "environment", "healthcheck", "image", "init", "networks", "ports",
    "read_only", "restart", "secrets", "security_opt", "shm_size", "tmpfs", "volumes",
}  # fmt: skip

KNOWN_ABOVE = {"name", "services", "networks", "volumes", "secrets"}
KNOWN_INSIDE = {
    "healthcheck": {"test", "interval", "timeout", "retries", "start_period", "start_interval", "disable"},
    "secrets": {"file", "environment", "external", "name"},
    "networks": {
        "internal",
        "driver",
        "driver_opts",
        "external",
        "name",
        "ipam",
        "attachable",
        "labels",
        "enable_ipv6",
    },
    "volumes": {"driver", "driver_opts", "external", "name", "labels"},
}
STARTED = {"service_started", "service_healthy", "service_completed_successfully"}
DURATION, BYTES = re.compile(r"(\d+(h|ms|us|m|s))+"), re.compile(r"\d+(b|k|kb|m|mb|g|gb)?")


def test_the_services_are_the_ones_that_run_the_product():
    assert set(SERVICES) == {*OURS, "postgres", "valkey", "mail"}
    assert SERVICES["postgres"]["image"] == "postgres:18"
    assert int(SERVICES["valkey"]["image"].removeprefix("valkey/valkey:").split(".")[0]) >= 8


@pytest.mark.parametrize("name", SERVICES)
def test_a_service_uses_words_that_compose_knows_and_things_that_are_declared(name):
    service = SERVICES[name]

    assert set(service) <= KNOWN
    assert set(service.get("networks", ())) <= set(COMPOSE["networks"])
    assert set(service.get("secrets", ())) <= set(COMPOSE["secrets"])
    assert set(service.get("depends_on", ())) <= set(SERVICES)
    assert all(volume.split(":")[0] in COMPOSE["volumes"] for volume in service.get("volumes", ()))


@pytest.mark.parametrize("name", SERVICES)
def test_what_stands_inside_a_service_is_known_to_compose_as_well(name):
    service = SERVICES[name]
    check = service.get("healthcheck", {"test": ["CMD"]})

    assert set(check) <= KNOWN_INSIDE["healthcheck"] and check["test"][0] in {"NONE", "CMD", "CMD-SHELL"}
    assert all(DURATION.fullmatch(check[word]) for word in ("interval", "timeout", "start_period") if word in check)
    for started in service.get("depends_on", {}).values():
        assert set(started) <= {"condition", "restart", "required"} and started["condition"] in STARTED
    assert service.get("restart", "no") in {"no", "always", "on-failure", "unless-stopped"}
    assert BYTES.fullmatch(str(service.get("shm_size", 0)))
    for words in ("command", "cap_drop", "security_opt", "tmpfs", "volumes", "ports", "networks", "secrets"):
        assert all(isinstance(word, str) for word in service.get(words, [])), words
    assert all(isinstance(value, str) for value in service.get("environment", {}).values())


def test_what_stands_beside_the_services_is_known_to_compose():
    assert {word for word in COMPOSE if not word.startswith("x-")} <= KNOWN_ABOVE
    for kind in ("secrets", "networks", "volumes"):
        for name, options in COMPOSE[kind].items():
            assert set(options or {}) <= KNOWN_INSIDE[kind], name


def test_the_database_lies_in_a_volume_with_a_name_where_its_image_keeps_it():
    """The images of PostgreSQL 18 keep the data in a folder below this one; Valkey has nothing that must outlive it."""
    assert SERVICES["postgres"]["volumes"] == ["database:/var/lib/postgresql"]
    assert "database" in COMPOSE["volumes"]


@pytest.mark.parametrize("name", [name for name in SERVICES if name != "migrate"])
def test_a_service_that_stays_up_tells_its_health_and_starts_again(name):
    check = SERVICES[name]["healthcheck"]

    assert check["test"][0] in {"CMD", "CMD-SHELL"} and {"interval", "timeout"} <= set(check)
    assert SERVICES[name]["restart"] == "unless-stopped"


def test_the_app_waits_for_healthy_servers_and_finished_migrations():
    for name in ("web", "worker", "beat"):
        wanted = {server: started["condition"] for server, started in SERVICES[name]["depends_on"].items()}
        assert wanted == {
            "postgres": "service_healthy",
            "valkey": "service_healthy",
            "migrate": "service_completed_successfully",
        }


def test_no_secret_stands_in_the_file():
    for name, service in SERVICES.items():
        for variable, value in service.get("environment", {}).items():
            if re.search("PASSWORD|SECRET|KEY", variable):
                assert variable.endswith("_FILE"), f"{name}: {variable}"
                assert Path(value).parent == Path("/run/secrets") and Path(value).name in service["secrets"]
            assert not re.search(r"://[^/@]*:[^/@]*@", value), f"{name}: a password in {variable}"
    assert all(set(secret) == {"file"} for secret in COMPOSE["secrets"].values())


def test_workers_can_be_scaled_and_only_this_machine_reaches_an_open_port():
    assert not {"ports", "container_name", "hostname"} & (set(SERVICES["worker"]) | set(SERVICES["beat"]))
    assert all(port.startswith("127.0.0.1:") for service in SERVICES.values() for port in service.get("ports", ()))


def test_the_app_runs_without_privileges_and_cannot_change_its_own_files():
    for name in OURS:
        assert SERVICES[name]["read_only"] and SERVICES[name]["cap_drop"] == ["ALL"]
    assert re.search(r"^USER (?!0|root)", DOCKERFILE, re.M)


# Every command, run outside Docker: production settings, secrets from files, servers started separately


@pytest.fixture
def production(own_servers, tmp_path):
    """The environment of a container, with addresses and secrets of this test in the places of Docker's."""
    for name in COMPOSE["secrets"]:
        (tmp_path / name).write_text("ab" * 32)
        (tmp_path / name).chmod(0o600)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    shared = {
        name: re.sub(r"\$\{\w+:-([^}]*)\}", r"\1", value)
        .replace("/run/secrets", str(tmp_path))
        .replace("web:8000", f"127.0.0.1:{port}")
        for name, value in SERVICES["web"]["environment"].items()
    }
    image = {"DJANGO_SETTINGS_MODULE": "conduct.settings.production", "CONDUCT_BIND": f"127.0.0.1:{port}"}
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("CONDUCT_", "DJANGO_", "PYTEST_"))
    }
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    addresses = {
        name: value
        for name, value in own_servers.up().items()
        if name in ("DATABASE_URL", "CONDUCT_BROKER_URL", "REDIS_CACHE_URL")
    }
    quick = {"CONDUCT_SWEEP_SECONDS": "1", "PATH": path, "HOSTNAME": socket.gethostname(), "PYTHONWARNINGS": "ignore"}
    return {**clean, **shared, **image, **addresses, **quick}


def as_written(name, production, *more):
    command = [*SERVICES[name]["command"], *more]
    return subprocess.Popen(command, cwd=ROOT, env=production | own(name, production), start_new_session=True)


def own(name, production):
    """What a service is told that the web is not; and its own login, at this test's server."""
    given = SERVICES[name]["environment"]
    files = {word: place for word, place in given.items() if word.endswith("_PASSWORD_FILE")}
    folder = Path(production["CONDUCT_VAULT_KEY_FILE"]).parent
    login = re.match(r"postgres://(\w+)@", given["DATABASE_URL"])[1]
    return {
        **{word: str(folder / Path(place).name) for word, place in files.items()},
        "DATABASE_URL": production["DATABASE_URL"].replace("conduct@", f"{login}@"),
    }


def test_only_the_migrations_own_the_database():
    logins = {name: SERVICES[name]["environment"]["DATABASE_URL"].split("@")[0] for name in OURS}

    assert logins == {
        "migrate": "postgres://conduct", "web": "postgres://conduct_app", "worker": "postgres://conduct_worker",
        "beat": "postgres://conduct_app",
    }  # fmt: skip
    assert all("database_password" not in SERVICES[name]["secrets"] for name in OURS if name != "migrate")


def is_healthy(name, production):
    kind, *command = SERVICES[name]["healthcheck"]["test"]
    if kind == "CMD-SHELL":
        command = ["sh", "-c", command[0].replace("$$", "$")]
    command = [word.replace("http://127.0.0.1:8000", production["CONDUCT_WEB"]) for word in command]
    return (
        subprocess.run(command, cwd=ROOT, env=production, capture_output=True, check=False, timeout=30).returncode == 0
    )


def test_the_commands_run_and_beat_bears_being_started_twice(production, until):
    assert as_written("migrate", production).wait(120) == 0
    assert as_written("web", production, "--check-config").wait(60) == 0
    processes = [as_written(name, production) for name in ("web", "worker", "beat", "beat")]
    try:
        for name in ("web", "worker", "beat"):
            until(lambda name=name: is_healthy(name, production), limit=60)
        assert all(process.poll() is None for process in processes)
    finally:
        end_all(processes)
    assert [process.returncode for process in processes] == [0] * 4


# PostgreSQL and Valkey as written, out of the wheels


@pytest.fixture
def place(short_folder):
    place = servers.Place(short_folder / "run")
    servers.prepare_folders(place)
    yield place
    servers.stop(place)


def test_postgres_takes_what_the_file_hands_it_and_its_health_check_answers(place, until):
    service, postgres = SERVICES["postgres"], servers.postgres_of(place)
    given, sockets = service["environment"], place.sockets / "pg"
    making = ("-U", given["POSTGRES_USER"], "--auth=trust", *shlex.split(given["POSTGRES_INITDB_ARGS"]))
    program, *options = service["command"]
    kind, checking, *how = service["healthcheck"]["test"]

    assert (program, kind, checking) == ("postgres", "CMD", "pg_isready")
    assert postgres.ask("initdb", "-D", postgres.data, *making).returncode == 0
    assert postgres.ask(checking, "-h", sockets, *how).returncode != 0

    here = ("-D", postgres.data, "-k", sockets, "-c", "listen_addresses=")
    command = [postgres.programs / program, *options, *here]
    servers.detached(command, place.run / "postgres.log", postgres.options(tied=True))
    until(lambda: postgres.ask(checking, "-h", sockets, *how).returncode == 0)
    assert postgres.ask("createdb", "-h", sockets, "-U", given["POSTGRES_USER"], given["POSTGRES_DB"]).returncode == 0

    with contextlib.closing(psycopg2.connect(f"postgres://conduct@/conduct?host={sockets}")) as connection:
        shown = {name: asked(connection, name) for name in [word.partition("=")[0] for word in options[1::2]]}
    assert shown == dict(word.split("=") for word in options[1::2]) and len(shown) == 3


def asked(connection, setting):
    with connection.cursor() as cursor:
        cursor.execute(f"show {setting}")
        return cursor.fetchone()[0]


def test_valkey_takes_what_the_file_hands_it_and_answers_a_ping(place, until):
    program, *options = SERVICES["valkey"]["command"]
    wanted = {name.removeprefix("--"): value for name, value in zip(options[::2], options[1::2], strict=True)}
    socket_here = place.sockets / "valkey.sock"
    here = ("--port", "0", "--unixsocket", socket_here, "--dir", place.run / "valkey", "--pidfile", place.valkey_pid)

    servers.detached([servers.valkey_program(), *options, *here], place.run / "valkey.log", {})
    until(lambda: servers.valkey_is_ready(place))
    valkey = redis.Redis(unix_socket_path=str(socket_here), decode_responses=True)

    assert program == "valkey-server" and SERVICES["valkey"]["healthcheck"]["test"] == ["CMD", "valkey-cli", "ping"]
    assert valkey.ping()
    assert valkey.config_get(*wanted) == wanted | {"maxmemory": str(int(wanted["maxmemory"][:-2]) * 2**20)}
