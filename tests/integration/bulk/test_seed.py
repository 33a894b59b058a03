"""Bulk data for measurements: as believable as what the services write, and never beside real records."""

import json
from itertools import pairwise
from random import Random

import pytest
import rfc8785
from django.core.management import call_command
from django.db.models import Min
from django.test import Client
from django.urls import reverse

from cases.models import Case
from conduct import clock
from conduct.audit import ledger
from conduct.audit.domains import Domain
from conduct.audit.entry import leaf_hash
from conduct.audit.phrases import phrase
from conduct.deadlines.models import Deadline
from conduct.deadlines.services import pass_deadline
from conduct.demo.seed.duties import Duties
from conduct.demo.seed.house import house_at
from conduct.demo.seed.lives import Fate, Fortune
from conduct.demo.seed.running import MOST, SEEDS, Taken, fill, reference
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.records.models import Record
from conduct.rules import clocks
from conduct.rules.vocabulary import Body
from conduct.vault import vault

MANY = 250


@pytest.fixture
def filled(staff):
    fill(MANY, seed=7, now=clock.now(), tell=lambda done: None)
    return Record.objects.filter(reference__in=[reference(7, number) for number in range(MANY)])


@pytest.fixture
def fortune(staff):
    house = house_at(clock.now())
    return lambda seed=7: Fortune(house, Duties(house), Random(f"{seed} 0"))


def today_as(username):
    return Actor.of(Person.objects.get(username=username), clock.day(clock.now()))


def test_records_lie_at_every_desk_and_at_every_stage(filled):
    lie = set(filled.values_list("body", "stage"))

    assert filled.count() == MANY
    assert {body for body, _ in lie} == {Body.CEO, Body.BOARD, Body.BOSA}
    assert len(lie) == 12


def test_every_sealed_text_opens(filled):
    auditor = today_as("auditor1")
    for case in Case.objects.filter(record__in=filled.filter(body=Body.BOSA.value)).exclude(
        record__walls__person=auditor.person
    ):
        told, facts = vault.open_all(auditor, [case.told, case.facts], now=clock.now())
        assert json.loads(told)["what"] and json.loads(facts)["about"]


def test_every_ledger_line_is_canonical_and_can_be_told(filled):
    lines = [line for record in filled for line in ledger.timeline(record, Domain)]

    assert len(lines) > 2 * MANY
    for line in lines:
        assert rfc8785.dumps(json.loads(bytes(line.entry))) == bytes(line.entry)
        assert bytes(line.leaf) == leaf_hash(bytes(line.entry))
        assert str(phrase(line))


def test_a_queue_is_ordered_by_what_is_still_owed(filled):
    for record in filled:
        assert record.next_due_at == record.deadlines.owed().aggregate(first=Min("due_at"))["first"]


def test_a_computation_made_once_a_day_is_the_rulebooks_own(fortune):
    house = house_at(clock.now())
    draw = fortune()
    for life in [draw.life(number) for number in range(100)]:
        duty = life.duty
        rule = clocks.CLOCK_OF[duty.kind]
        asked = clocks.due(rule, start=duty.started_at, facts={}, calendars=house.calendars, under=house.under)
        kept = json.loads(duty.trace)
        assert duty.due_at == asked.answer.at
        assert kept["facts"] == asked.explanation()["facts"] and kept["steps"] == asked.explanation()["steps"]


def test_nobody_has_a_record_in_hand_from_which_a_wall_keeps_them(fortune):
    lives = [fortune(seed).life(0) for seed in range(300)]

    assert all(life.handler not in {life.named, life.aside} - {None} for life in lives if life.handler)
    assert {life.fate for life in lives} == set(Fate)


def test_every_open_deadline_can_pass(filled):
    for deadline in Deadline.objects.open().filter(record__in=filled).order_by("pk"):
        Deadline.objects.filter(pk=deadline.pk).update(try_at=clock.now())
        assert pass_deadline(deadline.pk, now=clock.now())


@pytest.mark.parametrize(("username", "page"), [("auditor1", "bosa"), ("ceo", "triage"), ("director1", "board")])
def test_the_desks_show_them(filled, staff, username, page):
    client = Client()
    client.force_login(staff.person(username), backend="allauth.account.auth_backends.AuthenticationBackend")

    shown = client.get(reverse(f"desks:{page}"), secure=True)
    first = shown.context["rows"][0].url

    assert len(shown.context["rows"]) > 10
    client.post(first.partition("?")[0] + "before/", {"free": "yes"}, secure=True)
    assert client.get(first, secure=True).status_code == 200


def test_the_same_seed_gives_the_same_records(fortune):
    first, second, other = fortune(), fortune(), fortune(8)
    lives = [first.life(number) for number in range(50)]

    assert lives == [second.life(number) for number in range(50)]
    assert lives != [other.life(number) for number in range(50)]


def test_no_two_records_of_any_seed_share_a_reference():
    numbers = [(seed, number) for seed in (0, 1, SEEDS - 1) for number in (*range(3000), MOST - 1)]
    made = [reference(*each) for each in numbers]

    assert len(set(made)) == len(numbers)
    assert sum(one[:2] == two[:2] for one, two in pairwise(made)) < len(made) / 100


def test_the_same_seed_twice_is_refused(filled):
    with pytest.raises(Taken):
        fill(10, seed=7, now=clock.now(), tell=lambda done: None)

    fill(10, seed=8, now=clock.now(), tell=lambda done: None)
    assert Record.objects.count() == MANY + 10


def test_an_empty_database_gets_a_company_as_well(db, settings, capsys):
    settings.DEMO = False

    call_command("seed", records=20)

    assert Record.objects.count() == 20
    assert not any(person.has_usable_password() for person in Person.objects.filter(username__in=["ceo", "auditor1"]))
    out, err = capsys.readouterr()
    assert out.startswith("20 records in ") and "20 of 20 records" in err


def test_a_database_in_use_is_refused_outside_the_demo(staff, settings, capsys):
    settings.DEMO = False

    with pytest.raises(SystemExit) as refused:
        call_command("seed", records=20)

    assert refused.value.code == 2
    assert "in use" in capsys.readouterr().err
    assert not Record.objects.exists()


@pytest.mark.parametrize("bad", [{"records": 0}, {"records": MOST + 1}, {"records": 1, "seed": SEEDS}])
def test_numbers_out_of_range_are_refused(db, bad, capsys):
    with pytest.raises(SystemExit) as refused:
        call_command("seed", **bad)

    assert refused.value.code == 2
    assert "--" in capsys.readouterr().err


def test_a_desk_without_anybody_is_refused(code, settings, capsys):
    settings.DEMO = True
    Person.objects.create_user("alone", name="Alone")

    with pytest.raises(SystemExit) as refused:
        call_command("seed", records=1)

    assert refused.value.code == 2
    assert not Record.objects.exists()
