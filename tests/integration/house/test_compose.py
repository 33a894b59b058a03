"""The compose file, as far as it can be checked without Docker: its shape, its secrets, and every command in it run."""

import json
import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT, end_all

COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
OURS = ("migrate", "web", "worker", "beat")
DOCKERFILE = (ROOT / "Dockerfile").read_text()
KNOWN = {
    "build", "cap_drop", "command", "depends_on", "environment", "healthcheck", "image", "init", "networks", "ports",
    "read_only", "restart", "secrets", "security_opt", "shm_size", "tmpfs", "volumes",
}  # fmt: skip


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


def test_the_image_takes_what_it_copies_and_installs_by_hash():
    copied = {word for line in re.findall(r"^COPY (?!--from)(.*) \S+$", DOCKERFILE, re.M) for word in line.split()}
    allowed = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}

    assert all((ROOT / word).exists() for word in copied)
    assert {word.split("/")[0] for word in copied} == allowed
    assert DOCKERFILE.count("--require-hashes") == 2


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
    return subprocess.Popen(command, cwd=ROOT, env=production, start_new_session=True)


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


def test_the_image_starts_what_the_web_service_starts():
    written = json.loads(re.findall(r"^CMD (.*)$", DOCKERFILE, re.M)[-1])

    assert written == SERVICES["web"]["command"]


def test_the_images_own_steps_run(tmp_path):
    """Compiling the catalogues and collecting the files, as the recipe writes them, on a copy of what it copies."""
    steps = re.findall(r"^RUN (.*)$", DOCKERFILE.replace("\\\n", ""), re.M)
    ours = [step for step in steps if "pybabel" in step or "collectstatic" in step]
    for word in ("cases", "waivers", "disclosures", "templates", "manage.py"):
        (tmp_path / word).symlink_to(ROOT / word)
    shutil.copytree(ROOT / "conduct", tmp_path / "conduct")
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(tmp_path)}

    for step in ours:
        here = step.replace(".venv/bin/", f"{shlex.quote(str(Path(sys.executable).parent))}/")
        here = here.replace("-v0", "-v0 --dry-run")
        subprocess.run(["sh", "-ec", here], cwd=tmp_path, env=environment, check=True, timeout=60)

    assert len(ours) == 2
