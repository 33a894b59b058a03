"""What everybody may ask: who would see this, the Code, the description; and who the token speaks for."""

from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from conduct.people.actor import SYSTEM
from conduct.provisions.exhibit import read
from conduct.provisions.models import CodeVersion
from conduct.provisions.services import Adoption, adopt_code
from conduct.rules.facts import Matter, Subject
from conduct.rules.readings import RECOMMENDED
from conduct.rules.route import route
from conduct.rules.vocabulary import Channel, Kind, Materiality, PersonClass

SAMPLE = Path(__file__).parents[3] / "conduct" / "provisions" / "sample-code.txt"


@pytest.fixture
def sample_code(code, now):
    """The repository's own sample, in force since the spring."""
    day = date(2026, 4, 1)
    adoption = Adoption(source_name="sample", adopted_on=day, effective_on=day)
    return adopt_code(actor=SYSTEM, code=read(SAMPLE.read_bytes()), adoption=adoption, now=now)


def test_who_the_token_speaks_for(program):
    told = program("auditor1").get("me/").json()

    assert told["username"] == "auditor1"
    assert told["roles"] == ["statutory_auditor", "presiding_auditor"]
    assert told["token"]["scopes"] == ["read", "work", "file"]


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("channel", list(Channel))
def test_who_sees_is_the_rulebook_itself(stranger, kind, channel):
    for word in PersonClass:
        for weight in Materiality:
            asked = {"kind": kind, "channel": channel, "materiality": weight, "subjects": [{"class": word}]}
            told = stranger.post("who-sees/", asked).json()
            facts = Matter(kind, (Subject(word),), materiality=weight, channel=channel)
            decision = route(facts, under=RECOMMENDED)
            assert (told["lead"], told["intake"]) == (decision.answer.lead, decision.answer.intake)
            assert told["rules"] == decision.rules


def test_who_sees_asks_nobody_and_stores_nothing(stranger):
    with CaptureQueriesContext(connection) as queries:
        answer = stranger.post("who-sees/", {"subjects": [{"class": "ceo"}]})

    assert answer.json()["excluded"] == ["ceo"]
    assert all(query["sql"].startswith("SELECT") for query in queries)


def test_the_code_is_read_by_version_and_paragraph(stranger, sample_code):
    whole = stranger.get("code/").json()
    by_slug, by_key = stranger.get("code/iii-1/"), stranger.get("code/III ¶1/")

    assert len(whole["paragraphs"]) > 20
    assert by_slug.json() == by_key.json() and by_slug.json()["key"] == "III ¶1"
    assert by_slug.json() in whole["paragraphs"]


@pytest.mark.parametrize("path", ["code/iii-99/", "code/%00/", "code/III/"])
def test_no_such_paragraph(stranger, path):
    assert stranger.get(path).status_code == 404


@pytest.mark.parametrize(
    ("day", "status"), [("2019-01-01", 404), ("9999-12-31", 404), ("today", 422), ("20261125", 422)]
)
def test_versions_by_day(stranger, day, status):
    assert stranger.get("code/", version=day).status_code == status


def test_before_a_code_is_adopted_there_is_none(client, db):
    assert not CodeVersion.objects.exists()
    assert client.get("/api/v1/code/").status_code == 404


def test_the_description_is_for_everybody(stranger):
    answer = stranger.get("schema/")

    assert answer.status_code == 200
    assert answer.json()["openapi"].startswith("3.1")
