"""A delegation through the API: the same steps by the same offices, under the same refusals."""

import pytest

from cases.services import answer_keeping, propose_keeping, take_case
from conduct.audit.models import AuditEvent
from conduct.people.delegations import delegate_on
from conduct.people.models import Delegation
from conduct.people.vocabulary import FunctionName

pytestmark = pytest.mark.usefixtures("at_noon")
GIVEN = {"delegate": "controls", "powers": ["triage"], "first_on": "2026-11-25", "last_on": "2027-03-31"}
SAID = {"number": "B-26-07", "resolved_on": "2026-11-20"}
EVERYBODY = ("ceo", "director1", "secretary1", "auditor1", "controls", "officer1", "employee1", "manager1")


@pytest.fixture
def everybody(staff, program):
    staff.function("secretary1", FunctionName.SECRETARY)
    return {name: program(name) for name in EVERYBODY}


@pytest.fixture
def path(everybody):
    """The address of a draft."""
    answer = everybody["ceo"].post("delegations/", GIVEN)
    assert answer.status_code == 201
    return f"delegations/{answer.json()['id']}/"


@pytest.fixture
def running(everybody, path):
    assert everybody["secretary1"].post(f"{path}resolution/", SAID).status_code == 200
    assert everybody["director1"].post(f"{path}confirm/", {"number": "B-26-07"}).status_code == 200
    return path


@pytest.mark.norm("N012", "N013")
def test_the_whole_way(staff, everybody, path, now):
    auditor, states = everybody["auditor1"], []
    for who, act, body in (
        (None, "", None), ("secretary1", "resolution/", SAID), ("director1", "confirm/", {"number": "B-26-07"}),
        ("director1", "revoke/", None),
    ):  # fmt: skip
        if who:
            assert everybody[who].post(path + act, body).status_code == 200
        states.append(auditor.get(path).json()["state"])
        assert (delegate_on(now.date()) is not None) is (act == "confirm/")

    assert states == ["draft", "recorded", "in_force", "ended"]
    told = auditor.get(path).json()
    assert (told["ended_why"], told["ended_on"]) == ("revoked_by_board", "2026-11-25")
    assert told["resolution"]["recorded_by"] == "secretary1"


def test_who_may_look_gets_a_list_and_everybody_else_an_empty_one(everybody, running):
    found = {name: len(caller.get("delegations/").json()["results"]) for name, caller in everybody.items()}

    assert found == {name: int(name not in {"officer1", "employee1", "manager1"}) for name in EVERYBODY}


def test_each_step_is_its_offices_alone(everybody, path):
    steps = {
        "resolution/": (SAID, {"secretary1"}), "confirm/": ({"number": "B-26-07"}, {"director1", "ceo"}),
        "revoke/": (None, {"ceo", "director1"}),
    }  # fmt: skip
    for act, (body, offices) in steps.items():
        for who in set(EVERYBODY) - offices:
            assert everybody[who].post(path + act, body).status_code == 404, (who, act)
            assert everybody[who].post(f"delegations/99999999/{act}", body).status_code == 404
    for who in set(EVERYBODY) - {"ceo"}:
        assert everybody[who].post("delegations/", GIVEN).status_code == 404
    assert everybody["ceo"].post(f"{path}confirm/", {"number": "B-26-07"}).status_code == 409


@pytest.mark.parametrize(("wrong", "status"), [
    ({"delegate": "nobody"}, 422), ({"powers": []}, 422), ({"powers": ["all"]}, 422), ({"first_on": "soon"}, 422),
    ({"delegate": "officer1"}, 409), ({"last_on": "2026-11-24"}, 409), ({"last_on": "9999-12-31"}, 409),
    ({"more": 1}, 422),
])  # fmt: skip
def test_a_wrong_draft_is_told_why(everybody, wrong, status):
    answer = everybody["ceo"].post("delegations/", GIVEN | wrong)

    assert answer.status_code == status and not Delegation.objects.exists()


def test_the_same_draft_with_the_same_key_is_made_once(everybody):
    answers = [everybody["ceo"].post("delegations/", GIVEN, key="draft-0000000001") for _ in range(2)]

    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json() and Delegation.objects.count() == 1


def test_the_delegate_works_at_the_ceos_desk_and_is_refused_beyond_it_in_words(everybody, running, filed):
    reference, delegate = filed("employee2").record.reference, everybody["controls"]
    rows = delegate.get("queues/ceo/").json()["results"]
    assert [row["reference"] for row in rows] == [reference]

    assert delegate.post(f"records/{reference}/take/").status_code == 200
    refused = delegate.post(f"records/{reference}/open-investigation/")

    assert refused.status_code == 409
    assert AuditEvent.objects.filter(event="record:taken").get().facts == {"delegation": Delegation.objects.get().pk}
    assert delegate.get("queues/ceo/handed-on/").json()["results"] == []
    way = {"body": "board", "paragraph": "III ¶1", "reason": "Large."}
    assert delegate.post(f"records/{reference}/hand-on/", way).status_code == 200
    assert len(delegate.get("queues/ceo/handed-on/").json()["results"]) == 1
    assert everybody["officer1"].get("queues/ceo/handed-on/").json()["results"] == []


def test_beyond_the_powers_it_is_the_powers_that_are_named_and_the_try_is_logged(everybody, running, filed, actor, now):
    case = take_case(actor=actor("ceo"), case=filed("employee2"), now=now)
    propose_keeping(actor=actor("ceo"), case=case, reason="Small.", now=now)
    answer_keeping(actor=actor("controls"), case=case, confirmed=True, reason="Yes.", now=now)

    answer = everybody["controls"].post(f"records/{case.record.reference}/open-investigation/")

    assert answer.status_code == 409
    assert answer.json()["detail"].startswith("Your delegation does not cover this")
    assert AuditEvent.objects.get(event="act:not_delegated").facts["deed"] == "investigate"
