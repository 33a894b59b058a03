"""`make demo`: one command, a page that answers, people to sign in as; everything ends together, the data stays."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

from conduct.demo.cast import demo_people

SERVE = (sys.executable, "-P", "conduct/serve.py")
PEOPLE = "select count(*) from people_person"


def until_open(running):
    """Everything it prints up to the line with the address."""
    told = []
    while not (told and told[-1].startswith("Open ")):
        line = running.process.stdout.readline()
        assert line, running.process.stderr.read()
        told.append(line)
    return "".join(told)


def process_with(running, *words):
    for pid in running.left_behind():
        command = (Path("/proc") / pid / "cmdline").read_bytes().decode().split("\0")
        if set(words) <= set(command):
            return int(pid)
    raise AssertionError(f"no process of this run has {words}")


def test_it_opens_survives_nothing_halfway_and_keeps_its_data(run, port, ask):
    first = run(*SERVE, PORT=port)
    told = until_open(first)
    with urllib.request.urlopen(f"http://localhost:{port}/", timeout=10) as page:
        shown = page.read().decode()

    assert f"Open http://localhost:{port}/" in told
    assert {"employee", "ceo", "auditor1", "director5", "assurance", "admin"} <= set(re.findall(r"\w+", told))
    assert page.status == 200 and demo_people()[0].name in shown

    os.kill(process_with(first, "worker"), signal.SIGKILL)
    code, _, fault = first.outcome()
    assert code == 1 and "worker ended by itself" in fault
    assert first.left_behind() == []

    second = run(*SERVE, PORT=port)
    until_open(second)
    socket_folder = re.search(rb"DATABASE_URL=\S*?host=(\S+?)\0", environ_of(process_with(second, "beat")))[1].decode()
    assert ask({"DATABASE_URL": f"postgres://conduct@/conduct?host={socket_folder}"}, PEOPLE) > 1900
    os.killpg(second.process.pid, signal.SIGTERM)
    assert second.outcome()[0] in (0, 128 + signal.SIGTERM)
    assert second.left_behind() == []


def environ_of(pid):
    return (Path("/proc") / str(pid) / "environ").read_bytes()


def test_a_taken_port_is_told_before_anything_is_started(port):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", int(port)))
        taken.listen()
        done = subprocess.run(
            SERVE, env={**os.environ, "PORT": port}, capture_output=True, text=True, check=False, timeout=30
        )

    assert done.returncode == 1
    assert done.stderr == f"[conduct] port {port} is taken. Choose another: make demo PORT=8001\n"
