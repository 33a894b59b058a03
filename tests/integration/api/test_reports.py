"""Filing by a program, and asking where it stands by the number alone."""

import pytest

from cases.models import Case, KeptNumber
from conduct.access.wall import is_walled
from conduct.audit.models import AuditEvent
from conduct.rules.vocabulary import Channel, Kind, MatterType, PersonClass
from conduct.vault.receipts import TooManyTries
from conduct.web.models import ApiToken
from conduct.web.scopes import Scope

REPORT = {"channel": "bosa_named", "about": [{"class": "officer"}], "told": {"what": "I saw it."}}


def test_a_report_reaches_its_desk_and_only_the_number_comes_back(program):
    answer = program("employee1", Scope.FILE).post("reports/", REPORT)

    assert answer.status_code == 201
    assert list(answer.json()) == ["number"] and len(answer.json()["number"].replace(" ", "")) == 24
    assert Case.objects.get().record.body == "bosa"


def test_nothing_ties_the_person_to_the_report(program, staff):
    program("employee1", Scope.FILE).post("reports/", REPORT, key="0123456789abcdef0123")

    assert not AuditEvent.objects.filter(record__isnull=False, actor=staff.person("employee1")).exists()
    assert not KeptNumber.objects.exists()
    assert ApiToken.objects.get().last_used_on is None


def test_a_person_named_by_user_name_is_walled_off(program):
    program("employee1").post("reports/", REPORT | {"about": [{"person": "auditor3"}]})

    reference = Case.objects.get().record.reference
    assert program("auditor1").get(f"records/{reference}/").json()["status"] == 409
    assert program("auditor1").post(f"records/{reference}/state-no-conflict/").status_code == 200
    assert program("auditor1").get(f"records/{reference}/").status_code == 200
    assert program("auditor3").get(f"records/{reference}/").status_code == 404


def test_who_reports_the_ceo_need_not_name_him_for_his_wall_to_stand(program, staff):
    program("employee1").post("reports/", REPORT | {"about": [{"class": "ceo"}]})

    assert is_walled(staff.person("ceo"), Case.objects.get().record)


def test_the_own_list_takes_it_only_when_asked(program, staff):
    asked = {"channel": "ceo", "about": [{"class": "employee"}], "told": {"what": "x"}, "keep": True}
    program("employee1").post("reports/", asked)

    assert KeptNumber.objects.get().person == staff.person("employee1")


def test_a_question_may_name_nobody(program):
    answer = program("officer1").post("reports/", {"kind": "question", "channel": "ceo", "told": {"what": "May I?"}})

    assert answer.status_code == 201
    assert Case.objects.get().record.kind == "question"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"channel": "anonymous"}, "channel"),
        ({"channel": None}, "channel"),
        ({"about": []}, "about"),
        ({"about": [{"class": "officer"}, {"class": "king"}]}, "about.1.class"),
        ({"about": [{"class": "officer", "person": "officer1"}]}, "about.0"),
        ({"about": [{"class": "officer"}, {"person": "nobody"}]}, "about.1.person"),
        ({"told": {}}, "told.what"),
        ({"told": {"what": "  "}}, "told.what"),
        ({"told": {"what": 7}}, "told.what"),
        ({"told": "text"}, "told"),
        ({"conduct_on": "yesterday"}, "conduct_on"),
        ({"keep": "yes"}, "keep"),
        ({"keep": True}, "keep"),
        ({"matter": "weather"}, "matter"),
    ],
    ids=str,
)
def test_a_fault_is_named_by_its_field_and_nothing_is_filed(program, change, field):
    answer = program("employee1").post("reports/", REPORT | change)

    assert answer.status_code == 422
    assert [fault["field"] for fault in answer.json()["errors"]] == [field]
    assert not Case.objects.exists()


def test_what_was_typed_is_not_repeated_in_a_refusal(program):
    answer = program("employee1").post("reports/", REPORT | {"matter": "canary", "told": {"what": ["canary"]}})

    assert b"canary" not in answer.content


def test_without_a_supervisor_there_is_no_way_through_one(program):
    answer = program("officer1").post("reports/", REPORT | {"channel": "supervisor"})

    assert answer.status_code == 409
    assert not Case.objects.exists()


@pytest.mark.parametrize("kind", [Kind.REPORT, Kind.QUESTION])
@pytest.mark.parametrize("channel", [Channel.CEO, Channel.BOSA_NAMED, Channel.SUPERVISOR])
def test_every_class_and_matter_finds_a_desk(program, kind, channel):
    caller = program("employee1")
    bodies = [{"about": [{"class": word.value}]} for word in PersonClass] + [
        {"matter": word.value} for word in MatterType
    ]

    for change in bodies:
        answer = caller.post("reports/", REPORT | {"kind": kind, "channel": channel} | change)
        assert answer.status_code == 201, (change, answer.content)


def test_the_number_tells_the_stage_and_what_was_promised(program, stranger):
    number = program("employee1").post("reports/", REPORT).json()["number"]
    told = stranger.post("receipts/open/", {"number": number.replace(" ", "-")}).json()

    assert (told["stage"], told["told"]) == ("received", "Received")
    assert len(told["promised"]) == 2 and all(promise["on"] > told["received_on"] for promise in told["promised"])
    assert [promise["done_on"] for promise in told["promised"]] == [None, None]
    assert set(told) == {
        "stage", "told", "rests_with", "received_on", "promised", "answers", "needs_waiver_since",
    }  # fmt: skip


@pytest.mark.parametrize(
    "number", ["123", "0000 0000 0000 0000 0000 0000", "4827 1930 5561 2074 3318 6047", "", "\u0000"]
)
def test_no_such_number(stranger, number):
    answer = stranger.post("receipts/open/", {"number": number})

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "number"


def test_too_many_tries_at_once_wait(stranger, monkeypatch):
    def busy(number):
        raise TooManyTries

    monkeypatch.setattr("conduct.vault.receipts.find", busy)
    monkeypatch.setattr("conduct.vault.digits.read", lambda typed: typed)
    answer = stranger.post("receipts/open/", {"number": "1"})

    assert answer.status_code == 429
    assert answer["Retry-After"] == "10"


def test_a_token_sent_to_a_public_address_is_not_looked_at(program, stranger):
    caller = program("employee1")
    caller.token = "conduct_wrong"

    assert caller.post("receipts/open/", {"number": "1"}).status_code == 422
    assert caller.get("code/").status_code == 200
