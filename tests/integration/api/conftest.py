"""Programs that call the API, each with a token of its own."""

from datetime import timedelta

import pytest
from django.test import Client

from conduct import clock
from conduct.people.actor import Actor
from conduct.web.scopes import Scope
from conduct.web.services import issue_token

BASE = "/api/v1/"


class Program:
    """A caller without a session. `call.get("me/")`, `call.post("reports/", {...}, key="…")`."""

    def __init__(self, token="", language="en"):
        self.client = Client(headers={"Accept-Language": language} if language else {})
        self.token = token

    def headers(self, key=None, **more):
        sent = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        return sent | ({"Idempotency-Key": key} if key else {}) | more

    def get(self, path, **words):
        return self.client.get(BASE + path, words, headers=self.headers())

    def post(self, path, body=None, *, key=None, **more):
        sent = {} if body is None else body
        return self.client.post(BASE + path, sent, content_type="application/json", headers=self.headers(key, **more))


@pytest.fixture
def token(staff):
    """token("auditor1"): the text of a new token with every scope, or with those named."""

    def issue(name, *scopes, days=30):
        now = clock.now()
        today = clock.day(now)
        issued = issue_token(
            actor=Actor.of(staff.person(name), today),
            label="export",
            scopes=scopes or tuple(Scope),
            expires_on=today + timedelta(days=days),
            now=now,
        )
        return issued.text

    return issue


@pytest.fixture
def program(token):
    """program("auditor1"): calls the API as that person."""

    def make(name, *scopes, language="en"):
        return Program(token(name, *scopes), language)

    return make


@pytest.fixture
def stranger(code):
    return Program()


@pytest.fixture
def at_noon(monkeypatch, now):
    """The clock stands at the moment at which the other fixtures file."""
    monkeypatch.setattr("conduct.clock.now", lambda: now)
