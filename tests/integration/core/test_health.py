"""/healthz says what is alive, by asking it, and nothing about any record."""

import pytest


def parts(client):
    answer = client.get("/healthz", secure=True)
    return answer.status_code, answer.json()


@pytest.mark.django_db(transaction=True)
def test_with_worker_and_beat_everything_is_well(client, celery, until):
    celery("worker")
    celery("beat", CONDUCT_SWEEP_SECONDS="1")

    until(lambda: parts(client)[0] == 200, limit=90)

    assert parts(client)[1] == {"status": "ok", "database": "ok", "broker": "ok", "worker": "ok", "beat": "ok"}


def test_without_them_it_names_what_is_down(client, db):
    status, told = parts(client)

    assert status == 503
    assert told == {"status": "down", "database": "ok", "broker": "ok", "worker": "down", "beat": "down"}


def test_a_dead_broker_is_named(client, db, settings, monkeypatch):
    from conduct.worker import app  # noqa: PLC0415

    assert parts(client)[1]["broker"] == "ok"  # also makes the pool, which others share, on the true address
    monkeypatch.setattr(app.conf, "broker_write_url", "redis+socket:///nowhere.sock")  # first: read from the other
    monkeypatch.setattr(app.conf, "broker_url", "redis+socket:///nowhere.sock")

    assert parts(client)[1]["broker"] == "down"
