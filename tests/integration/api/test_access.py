"""Every endpoint and every kind of caller. The list of endpoints is the API's own description, so none is forgotten."""

from datetime import timedelta

import pytest

from cases.models import Case
from conduct import clock
from conduct.access import grants, wall
from conduct.access.permissions import Permission
from conduct.handoffs.services import show_lateness
from conduct.people.actor import SYSTEM
from conduct.people.vocabulary import FunctionName
from conduct.rules.vocabulary import Channel
from conduct.vault import vault
from conduct.vault.kinds import Sealed
from conduct.web.models import ApiToken
from conduct.web.scopes import Scope
from tests.integration.api.conftest import Program
from tests.integration.api.operations import BODIES, PUBLIC, about_a_record, operations, send

MISSING = "QQQQQQQQ"
EVERYBODY = [
    "employee1", "manager1", "officer1", "controls", "ceo", "director1", "auditor1", "secretary1", "custodian1",
    "assurance1", "admin1", "designee1",
]  # fmt: skip
SEES = {"ceo": {"ceo"}, "board": {"ceo", "director1", "secretary1"}, "bosa": {"auditor1"}}
ONLY_DECIDERS = {"report", "explanation", "notes", "proposal", "people"}
ONLY_THE_SECOND_PERSON = {"records_answer_keeping_create", "records_proposal_retrieve"}
NAMES_ANOTHER = {"records_link_create", "determinations_call_in_create"}  # one that is not there, or not kept as minor
SECRETARYS = {"records_recuse_create", "records_state_no_conflict_create"}


@pytest.fixture
def everybody(staff, program):
    for word in FunctionName:
        staff.function(f"{word.value}1", word)
    return {name: program(name) for name in EVERYBODY}


@pytest.fixture
def resting(filed):
    """resting("board"): a record in the hands of that body."""

    def at(body):
        case = filed("employee2" if body != "bosa" else "officer1")
        case.record.body = body
        case.record.save(update_fields=["body"])
        return case.record.reference

    return at


def shown(answer):
    return answer.status_code, answer.content, {k: v for k, v in answer.items() if k != "Content-Length"}


def test_every_operation_that_sends_has_a_request_in_this_test():
    assert {name for name, method, _ in operations() if method == "post"} == set(BODIES)


def test_without_a_good_token_every_door_is_shut_alike(token, staff):
    texts = {word: token("auditor1") for word in ("expired", "revoked", "of somebody who left")}
    texts["of somebody who left"] = token("auditor2")
    today = clock.day(clock.now())
    newest = list(ApiToken.objects.filter(person=staff.person("auditor1")))
    for row, change in zip(newest, [{"expires_on": today - timedelta(days=1), "issued_on": today - timedelta(days=9)},
                                    {"revoked_on": today}, {"revoked_on": today}], strict=True):  # fmt: skip
        ApiToken.objects.filter(pk=row.pk).update(**change)
    type(staff.person("auditor2")).objects.filter(username="auditor2").update(is_active=False)
    callers = [Program(), Program("conduct_aaaaaaaa_unknown"), *(Program(text) for text in texts.values())]

    for name, method, path in operations():
        answers = [send(caller, name, method, path) for caller in callers]
        if name in PUBLIC:
            assert {answer.status_code for answer in answers} <= {200, 404, 422}, name
        else:
            assert {answer.status_code for answer in answers} == {401}, name
            assert len({answer.content for answer in answers}) == 1
            assert answers[0]["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("scheme", ["Basic", "Token", "Bearer", "bearer ", ""])
def test_no_other_way_of_saying_who_one_is(client, token, scheme):
    client.force_login(ApiToken.objects.filter(fingerprint__gt="").first().person if token("auditor1") else None)
    answer = client.get(
        "/api/v1/me/", headers={"Authorization": f"{scheme} x" if scheme.strip() != "Bearer" else scheme}
    )

    assert answer.status_code == 401


@pytest.mark.parametrize("scope", list(Scope))
def test_a_token_does_what_it_was_issued_for_and_nothing_else(program, scope):
    caller = program("auditor1", scope)
    allowed = {Scope.READ: "get", Scope.WORK: "post"}

    for name, method, path in operations():
        if name in PUBLIC:
            continue
        wanted = Scope.FILE if name == "file_report" else None
        may = wanted is scope if wanted else allowed.get(scope) == method
        assert (send(caller, name, method, path).status_code != 403) is may, name


@pytest.mark.parametrize("body", list(SEES))
def test_who_may_not_see_a_record_gets_the_bytes_of_a_missing_one(everybody, resting, body):
    reference = resting(body)

    for who in set(EVERYBODY) - SEES[body]:
        for name, method, path in about_a_record():
            hidden = send(everybody[who], name, method, path, reference=reference)
            missing = send(everybody[who], name, method, path, reference=MISSING)
            assert hidden.status_code == 404, (who, name)
            assert shown(hidden) == shown(missing), (who, name)
    assert Case.objects.get(record__reference=reference).state == "received"


@pytest.mark.parametrize("body", list(SEES))
def test_who_may_see_a_record_is_answered(everybody, resting, body):
    for who in SEES[body] - {"secretary1"}:
        for name, method, path in about_a_record():
            answer = send(everybody[who], name, method, path, reference=resting(body))
            allowed = {200, 201, 409} | ({404} if name in ONLY_THE_SECOND_PERSON | NAMES_ANOTHER else set())
            assert answer.status_code in allowed, (who, name, answer.content)


def test_the_secretary_sees_the_boards_records_and_neither_reads_nor_acts(everybody, resting):
    for name, method, path in about_a_record():
        answer = send(everybody["secretary1"], name, method, path, reference=resting("board"))
        opens = method == "get" and path.rstrip("/").rsplit("/", 1)[-1] not in ONLY_DECIDERS - {"notes"}
        assert (answer.status_code < 400) is (opens or name in SECRETARYS), name


def test_lists_hold_what_is_visible_and_nothing_else(everybody, resting):
    at = {body: resting(body) for body in SEES}

    for who, caller in everybody.items():
        for body, reference in at.items():
            found = [row["reference"] for row in caller.get(f"queues/{body}/").json()["results"]]
            assert found == ([reference] if who in SEES[body] else []), (who, body)


@pytest.fixture
def late(filed, now):
    """A record at the CEO's desk on which a duty is late."""
    case = filed("employee2")
    deadline = case.record.deadlines.filter(step="due").first()
    show_lateness(actor=SYSTEM, record=case.record, deadline=deadline, now=now)
    return case


def test_latenesses_are_the_statutory_auditors_alone(everybody, late):
    found = {who: caller.get("latenesses/").json()["results"] for who, caller in everybody.items()}

    assert [row["reference"] for row in found.pop("auditor1")] == [late.record.reference]
    assert all(rows == [] for rows in found.values())
    for who in set(EVERYBODY) - {"auditor1"}:
        path = f"latenesses/{late.record.latenesses.get().pk}/decide/"
        assert everybody[who].post(path, {"open_case": True, "reason": "x"}).status_code == 404


def test_a_lateness_is_decided_once_and_the_ceo_sees_nothing_of_the_case_that_follows(everybody, late):
    path = f"latenesses/{late.record.latenesses.get().pk}/decide/"
    before = everybody["ceo"].get("queues/ceo/").content, everybody["ceo"].get("notices/").content

    assert everybody["auditor1"].post(path, {"open_case": True, "reason": "He kept it."}).status_code == 200
    assert everybody["auditor1"].post(path, {"open_case": True, "reason": "He kept it."}).status_code == 409
    row = everybody["auditor1"].get("latenesses/").json()["results"][0]
    assert row["decided_by"] == "auditor1" and row["derived"]
    assert everybody["ceo"].get(f"records/{row['derived']}/").status_code == 404
    assert (everybody["ceo"].get("queues/ceo/").content, everybody["ceo"].get("notices/").content) == before


@pytest.mark.parametrize("how", ["superuser", "grantee", "late_grantee"])
def test_behind_the_wall_there_is_nothing_whatever_else_one_holds(staff, program, filed, now, how):
    person = staff.person("auditor3")
    if how == "superuser":
        person.is_superuser = person.is_staff = True
        person.save()
        case = filed("officer1", "auditor3")
    else:
        case = filed("officer1")
        for permission in (Permission.RECORD_VIEW, Permission.RECORD_WORK, Permission.READ_SEALED):
            grants.admit(person, permission, case.record, now=now)
        place = vault.reserve()
        wall.raise_wall(case.record, [person], reason=place, now=now)
        vault.seal(case.record, Sealed.WALL_REASON, "subject", place=place, now=now)
    deadline = case.record.deadlines.filter(step="due").first()
    show_lateness(actor=SYSTEM, record=case.record, deadline=deadline, now=now)
    caller = program("auditor3")

    for name, method, path in about_a_record():
        hidden = send(caller, name, method, path, reference=case.record.reference)
        missing = send(caller, name, method, path, reference=MISSING)
        assert shown(hidden) == shown(missing) and hidden.status_code == 404, name
    assert caller.get("queues/bosa/").json()["results"] == []
    assert caller.get("latenesses/").json()["results"] == []
    assert caller.get("notices/").json()["results"] == []


def test_a_superuser_without_an_office_sees_nothing(staff, program, filed):
    person = staff.person("root")
    person.is_superuser = person.is_staff = True
    person.save()
    reference = filed("officer1").record.reference
    caller = program("root")

    assert caller.get(f"records/{reference}/").status_code == 404
    assert caller.get("queues/bosa/").json()["results"] == []


def test_the_supervisor_reads_one_report_until_it_is_passed_on(program, filed):
    reference = filed("officer1", channel=Channel.SUPERVISOR).record.reference
    manager = program("manager1")

    assert manager.get(f"records/{reference}/report/").status_code == 200
    assert program("auditor1").get(f"records/{reference}/").status_code == 404
    assert manager.post(f"records/{reference}/take/").status_code == 404


def test_deactivating_a_person_ends_every_token_at_once(program, staff):
    caller = program("auditor1")
    assert caller.get("me/").status_code == 200

    person = staff.person("auditor1")
    person.is_active = False
    person.save()

    assert caller.get("me/").status_code == 401
