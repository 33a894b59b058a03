"""Sessions and the queue lie in Valkey: neither the embedded server nor the container writes them to a disk."""

from pathlib import Path

import redis
import yaml

COMPOSE = Path(__file__).resolve().parents[3] / "docker-compose.yml"


def test_the_embedded_server_leaves_no_file_behind(own_servers):
    addresses = own_servers.up()
    valkey = redis.Redis(unix_socket_path=addresses["REDIS_SOCKET"])
    valkey.set("session", "who", ex=1800)
    assert valkey.config_get("appendonly", "save") == {"appendonly": "no", "save": ""}

    own_servers.down()

    assert {path.name for path in (own_servers.run / "valkey").rglob("*") if path.is_file()} <= {"pid"}


def test_the_container_keeps_nothing():
    valkey = yaml.safe_load(COMPOSE.read_text())["services"]["valkey"]

    assert " ".join(valkey["command"]).startswith("valkey-server --appendonly no --save  --maxmemory")
    assert "volumes" not in valkey
