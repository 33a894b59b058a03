"""Tokens: issued and revoked by their owner, shown once, kept as a hash, ended by the calendar."""

import re
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from conduct import clock
from conduct.audit.events import Event
from conduct.audit.models import AuditEvent
from conduct.people.actor import REPORTER
from conduct.web.models import ApiToken
from conduct.web.scopes import Scope
from conduct.web.services import NothingAllowed, NotThatLong, issue_token, revoke_token

PAGE = "/w/account/tokens/"


@pytest.fixture
def today(db):
    return clock.day(clock.now())


@pytest.fixture
def issue(actor, now):
    def make(name="auditor1", scopes=(Scope.READ,), days=30):
        until = clock.day(now) + timedelta(days=days)
        return issue_token(actor=actor(name), label="export", scopes=scopes, expires_on=until, now=now)

    return make


@pytest.fixture
def signed_in(client, staff):
    client.force_login(staff.person("employee1"))
    return client


def test_of_a_token_only_a_hash_is_kept(issue):
    issued = issue()
    row = vars(ApiToken.objects.get())

    assert re.fullmatch(r"conduct_\w{8}_\w{43}", issued.text)
    assert issued.text.rsplit("_", 1)[1] not in str(row)
    assert issued.text.startswith(f"conduct_{row['prefix']}_")
    assert AuditEvent.objects.get().event == Event.TOKEN_ISSUED


def test_no_two_are_alike(issue):
    assert len({issue().text for _ in range(50)}) == 50


@pytest.mark.parametrize("days", [0, -1, 366])
def test_it_ends_after_today_and_within_a_year(issue, days):
    with pytest.raises(NotThatLong):
        issue(days=days)


def test_it_is_for_something(issue):
    with pytest.raises(NothingAllowed):
        issue(scopes=())


def test_nobody_but_a_person_gets_one(db, now):
    with pytest.raises(PermissionDenied):
        issue_token(actor=REPORTER, label="x", scopes=[Scope.READ], expires_on=now.date(), now=now)


def test_nobody_revokes_somebody_elses(issue, actor, now):
    with pytest.raises(PermissionDenied):
        revoke_token(actor=actor("ceo"), token=issue().token, now=now)


def test_revoking_twice_is_one_line_on_the_ledger(issue, actor, now):
    token = issue().token
    for _ in range(2):
        revoke_token(actor=actor("auditor1"), token=token, now=now)

    assert AuditEvent.objects.filter(event=Event.TOKEN_REVOKED).count() == 1


@pytest.mark.parametrize("change", [{"scopes": []}, {"scopes": ["everything"]}, {"expires_on": "2199-01-01"}])
def test_the_database_refuses_what_the_form_would(issue, change):
    issue()
    with pytest.raises(IntegrityError), transaction.atomic():
        ApiToken.objects.update(**change)


def test_a_token_is_good_on_its_last_day_and_not_after(program, today):
    caller = program("auditor1")
    ApiToken.objects.update(issued_on=today - timedelta(days=9), expires_on=today)
    assert caller.get("me/").status_code == 200

    ApiToken.objects.update(expires_on=today - timedelta(days=1))
    assert caller.get("me/").status_code == 401


def test_only_the_day_of_the_last_use_is_kept(program, today):
    program("auditor1").get("me/")

    assert ApiToken.objects.get().last_used_on == today


def test_the_page_shows_a_new_token_once(signed_in, today):
    form = {"label": "Nightly export", "scopes": ["read"], "expires_on": today + timedelta(days=10)}
    made = signed_in.post(PAGE, form)
    text = re.search(r"conduct_\w{8}_\w{43}", made.content.decode())[0]

    assert made.status_code == 201
    assert text not in signed_in.get(PAGE).content.decode()
    assert signed_in.get("/api/v1/me/", headers={"Authorization": f"Bearer {text}"}).status_code == 200


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"label": ""}, "Write what it is for"),
        ({"scopes": []}, "Choose what it may be used for"),
        ({"expires_on": ""}, "Choose its last day"),
        ({"expires_on": "2199-01-01"}, "Choose a day after today and within a year"),
    ],
)
def test_the_page_says_what_is_missing(signed_in, today, change, words):
    form = {"label": "x", "scopes": ["read"], "expires_on": str(today + timedelta(days=10))}
    answer = signed_in.post(PAGE, form | change)

    assert answer.status_code == 422
    assert answer.content.decode().count(words) == 2
    assert not ApiToken.objects.exists()


def test_a_token_is_revoked_on_the_page(signed_in, program, staff):
    caller = program("employee1")
    token = ApiToken.objects.get()
    answer = signed_in.post(f"{PAGE}{token.pk}/revoke/", follow=True)

    assert "The access token is revoked." in answer.content.decode()
    assert caller.get("me/").status_code == 401


def test_somebody_elses_token_is_a_page_that_does_not_exist(signed_in, program):
    program("auditor1")
    token = ApiToken.objects.get()

    assert signed_in.post(f"{PAGE}{token.pk}/revoke/").status_code == 404
    assert "export" not in signed_in.get(PAGE).content.decode()


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_page_speaks_both_languages(client, staff, language):
    person = staff.person("employee1")
    person.language = language
    person.save()
    client.force_login(person)

    assert {"en": "Access tokens", "ja": "アクセストークン"}[language] in client.get(PAGE).content.decode()


def test_a_stranger_is_sent_to_sign_in(client, db):
    assert client.get(PAGE).status_code == 302
