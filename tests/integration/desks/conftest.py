"""Signed-in people at their desks, at one frozen moment."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from cases.services import find_material, propose_keeping, take_case
from conduct import clock
from conduct.deadlines.models import Deadline
from conduct.deadlines.services import pass_deadline
from conduct.people.vocabulary import FunctionName
from conduct.rules.vocabulary import Channel, PersonClass

TOKEN = re.compile(r'(name="csrfmiddlewaretoken" value=")[^"]+')


class Browser(Client):
    """Always over TLS, as the cookies want it."""

    def generic(self, *args, **kwargs):
        return super().generic(*args, **kwargs | {"secure": True})


class Clock:
    """The moment at which every page is asked for."""

    def __init__(self, now):
        self.now = now

    def later(self, **by):
        self.now += timedelta(**by)
        return self.now


@pytest.fixture(autouse=True)
def moment(monkeypatch, now):
    """The clock of the pages; `moment.later(days=9)` moves it."""
    moment = Clock(now)
    monkeypatch.setattr(clock, "now", lambda: moment.now)
    return moment


@pytest.fixture
def at(staff):
    """at("ceo"): a browser in which that person is signed in."""

    def sign_in(name):
        client = Browser(SERVER_NAME="localhost")
        client.force_login(staff.person(name))
        return client

    return sign_in


@pytest.fixture
def secretary(staff):
    return staff.function("secretary1", FunctionName.SECRETARY)


@pytest.fixture
def page():
    """page("record", "desk", reference): the address of a page of the desks."""
    return lambda name, *args: reverse(f"desks:{name}", args=args)


@pytest.fixture
def words():
    """words(answer): the page as text, the random token of its forms taken out."""
    return lambda answer: TOKEN.sub(r"\g<1>", answer.content.decode())


@pytest.fixture
def taken(filed, actor, now):
    """A report about employee2 that the CEO has taken to assess."""
    return take_case(actor=actor("ceo"), case=filed("employee2"), now=now)


@pytest.fixture
def proposed(taken, actor, now):
    """The same, which the CEO proposes to keep; `controls` is the second person."""
    propose_keeping(actor=actor("ceo"), case=taken, reason="A small sum.", now=now)
    return taken


@pytest.fixture
def at_bosa(filed):
    """A report about an officer, which the rules brought to the statutory auditors."""
    return filed(PersonClass.OFFICER, channel=Channel.BOSA_NAMED)


@pytest.fixture
def with_supervisor(filed):
    """A report that manager1 is to pass on."""
    return filed("employee2", channel=Channel.SUPERVISOR)


@pytest.fixture
def late(taken, actor, now, moment):
    """A matter that the CEO found material and did not hand on in time; the clock stands after that."""
    find_material(actor=actor("ceo"), case=taken, reason="It is large.", now=now)
    moment.later(days=9)
    for deadline in list(Deadline.objects.due(moment.now).order_by("due_at", "pk")):
        pass_deadline(deadline.pk, now=moment.now)
    return taken
