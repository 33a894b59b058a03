"""Signed-in people at their desks, at one frozen moment."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from conduct import clock
from conduct.desks.places import BY_SLUG

TOKEN = re.compile(r'(name="csrfmiddlewaretoken" value=")[^"]+')


@pytest.fixture(autouse=True)
def _frozen(monkeypatch, now):
    monkeypatch.setattr(clock, "now", lambda: now)


@pytest.fixture
def at(staff):
    """at("ceo"): a browser in which that person is signed in."""

    def sign_in(name):
        client = Client(SERVER_NAME="localhost")
        client.defaults["wsgi.url_scheme"] = "https"
        client.force_login(staff.person(name))
        return client

    return sign_in


@pytest.fixture
def page():
    """page("record", "desk", reference): the address of a page of the desks."""

    def address(name, *args):
        return reverse(f"desks:{name}", args=[BY_SLUG.get(arg, arg) if arg in BY_SLUG else arg for arg in args])

    return address


@pytest.fixture
def words():
    """words(answer): the page as text, the random token of its forms taken out."""

    def text(answer):
        return TOKEN.sub(r"\g<1>", answer.content.decode())

    return text
