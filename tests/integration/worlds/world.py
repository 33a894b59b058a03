"""One history, played with and without a matter that one person must never notice; and everything that person gets."""

import random
import re
from collections import Counter
from contextlib import suppress
from datetime import timedelta
from uuid import NAMESPACE_OID, uuid5

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.test import Client

from cases import services as cases
from cases.models import Case
from conduct import clock
from conduct.deadlines.models import Deadline
from conduct.deadlines.services import pass_deadline
from conduct.handoffs import services as handoffs
from conduct.notices import services as notices
from conduct.notices.models import Notice
from conduct.people.actor import Actor
from conduct.records import models as records
from conduct.rules.errors import RuleBroken
from conduct.rules.vocabulary import Body, Channel, Materiality, PartyRole, PersonClass
from conduct.web.scopes import Scope
from conduct.web.services import issue_token

CHANGING = re.compile(rb'(name="csrfmiddlewaretoken" value="|"token":{"prefix":")[^"]+')
WHY = {"reason": "Because."}
PAGES = (
    "/w/desk/", "/w/desk/triage/", "/w/desk/triage/?view=all", "/w/desk/triage/?view=to_hand_on", "/w/desk/cases/",
    "/w/desk/hand-ons/", "/w/board/", "/w/board/?view=all&late=on", "/w/board/matters/", "/w/board/matters/?copies=on",
    "/w/board/hand-ons/", "/w/board/call-in/", "/w/me/", "/w/me/notices/", "/w/me/reports/", "/w/account/",
    "/w/bosa/", "/w/bosa/oversight/", "/w/bosa/determinations/", "/w/bosa/walls/",
)  # fmt: skip
LISTS = (
    "me/", "me/confirm/", "me/reports/", "notices/", "queues/ceo/", "queues/board/", "queues/bosa/",
    "queues/ceo/handed-on/", "queues/board/handed-on/", "queues/board/copies/", "latenesses/", "determinations/",
    "criteria/",
)  # fmt: skip
HIDDEN = "HIDDENZZ"


class Names:
    """References by stream: the visible matters draw from one of their own, so that both worlds give them the same."""

    def __init__(self):
        self.visible, self.hidden = 0, False

    def __call__(self, length, letters):
        if self.hidden:
            return HIDDEN
        self.visible += 1
        return f"SEEN{self.visible:04d}"


class World:
    """Visible matters happen at fixed hours from one seed; the hidden one, at a place among them, from another."""

    def __init__(self, staff, filed, monkeypatch, seed, place, now):
        self.staff, self.filed, self.place, self.now = staff, filed, place, now
        self.chance = random.Random(seed)
        self.names = Names()
        monkeypatch.setattr(records, "get_random_string", self.names)
        monkeypatch.setattr(clock, "now", lambda: self.now)
        monkeypatch.setattr(notices, "SPREAD", 0)

    def play(self, visible):
        for number in range(visible + 1):
            if number == self.place:
                self.hide()
            if number < visible:
                self.show()
        self.now += timedelta(days=self.chance.choice([0, 3, 9]))
        self.sweep()
        return self

    def actor(self, name):
        return Actor.of(self.staff.person(name), clock.day(self.now))

    def show(self):
        """One matter that the CEO may see, or that was handed on by rule, and what happens to it."""
        self.now += timedelta(hours=1)
        about = self.chance.choice([PersonClass.EMPLOYEE, "employee2", "officer1", PersonClass.THIRD_PARTY])
        case = self.filed(about, channel=self.chance.choice([Channel.CEO, Channel.CEO, Channel.BOSA_NAMED]))
        acts = [
            lambda who, case: cases.take_case(actor=who, case=case, now=self.now),
            lambda who, case: cases.propose_keeping(actor=who, case=case, now=self.now, **WHY),
            lambda who, case: handoffs.hand_on(
                actor=who, case=case, body=Body.BOARD, paragraph="III ¶1", now=self.now, **WHY
            ),
            lambda who, case: handoffs.determine_materiality(
                actor=who, case=case, outcome=Materiality.MATERIAL, replies={}, now=self.now, **WHY
            ),
        ]
        for act in acts[: self.chance.randrange(len(acts) + 1)]:
            with suppress(RuleBroken, PermissionDenied):
                act(self.actor("ceo"), case)

    def hide(self):
        """A matter about the CEO, which the others work on: taken, noted, a person named, closed."""
        self.names.hidden = True
        case = self.filed("ceo", channel=Channel.CEO)
        auditor = self.actor("auditor1")
        case = cases.take_case(actor=auditor, case=case, now=self.now)
        cases.add_note(actor=auditor, case=case, text="Ask the bank.", now=self.now)
        entry = cases.Entry(role=PartyRole.WITNESS, person_id=self.staff.person("employee2").pk)
        handoffs.name_party(actor=auditor, case=case, entry=entry, now=self.now, **WHY)
        cases.open_investigation(actor=auditor, case=case, now=self.now)
        self.names.hidden = False

    def sweep(self):
        while due := Deadline.objects.due(self.now).order_by("due_at", "record__reference", "pk").first():
            pass_deadline(due.pk, now=self.now)
        known = Counter()
        for notice in Notice.objects.select_related("record", "person").order_by("owed_at"):
            what = f"{notice.record.reference} {notice.person.username} {notice.news} {notice.owed_at}"
            known[what] += 1
            Notice.objects.filter(pk=notice.pk).update(id=uuid5(NAMESPACE_OID, f"{what} {known[what]}"))

    def seen_by(self, name):
        """Every answer that this person gets: pages, searches, true and made-up addresses, API."""
        person = self.staff.person(name)
        browser = Client(SERVER_NAME="localhost")
        browser.force_login(person)
        found = {path: told(browser.get(path, secure=True)) for path in [*PAGES, *searches(), *addresses()]}
        sent = {"reference": HIDDEN, "reason": "Because."}
        found["call in"] = told(browser.post("/w/board/call-in/", sent, secure=True))
        found |= {path: told(browser.post(path, secure=True)) for path in addresses("take/", "people/")}
        return found | self.programs(person)

    def programs(self, person):
        today = clock.day(self.now)
        token = issue_token(
            actor=Actor.of(person, today), label="all", scopes=tuple(Scope), expires_on=today + timedelta(days=9),
            now=self.now,
        ).text  # fmt: skip
        caller = Client(headers={"Authorization": f"Bearer {token}"})
        of_one = [f"records/{HIDDEN}/{part}" for part in ("", "duties/", "timeline/", "people/", "links/")]
        return {path: told(caller.get(f"/api/v1/{path}")) for path in [*LISTS, *of_one]}


def searches():
    return [
        f"{path}?reference={HIDDEN}" for path in ("/w/desk/triage/", "/w/desk/cases/", "/w/board/", "/w/board/matters/")
    ]


def addresses(*parts):
    return [f"/w/{desk}/cases/{HIDDEN}/{part}" for desk in ("desk", "board", "me") for part in parts or ("", "note/")]


def told(answer):
    """Status, headers and body; what is drawn anew for each answer is left out."""
    headers = {key: value for key, value in answer.items() if key not in {"Content-Length", "Set-Cookie"}}
    return answer.status_code, headers, CHANGING.sub(rb"\1", answer.content)


def play_and_look(staff, filed, monkeypatch, *, seed, visible, place, now, observer="ceo"):
    """Play one world, look at it as the observer, and take it back."""
    before = transaction.savepoint()
    try:
        world = World(staff, filed, monkeypatch, seed, place, now).play(visible)
        assert Case.objects.filter(record__reference=HIDDEN).exists() is (place is not None)
        return world.seen_by(observer)
    finally:
        transaction.savepoint_rollback(before)


def differences(one, other):
    return [path for path in one if one[path] != other[path]]
