"""The same request with the same key is carried out once. Nothing in the row says whose it was."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connection

from cases.models import Case, Note
from conduct import clock
from conduct.web.models import IdempotentAnswer
from tests.integration.api.conftest import Program

KEY = "b7f2d0c4-7d0e-4a57-9a30-6a0d3f1c22aa"
REPORT = {"channel": "bosa_named", "about": [{"class": "officer"}], "told": {"what": "I saw it."}}


@pytest.fixture
def notes(filed):
    return f"records/{filed('officer1').record.reference}/notes/"


def test_a_note_is_written_once(program, notes):
    auditor = program("auditor1")
    first, again = (auditor.post(notes, {"text": "Once."}, key=KEY) for _ in range(2))

    assert (first.status_code, first.content) == (again.status_code, again.content) == (201, first.content)
    assert Note.objects.count() == 1


def test_a_report_is_filed_once_and_its_number_told_again(program):
    employee = program("employee1")
    first, again = (employee.post("reports/", REPORT, key=KEY) for _ in range(2))

    assert first.content == again.content and again.status_code == 201
    assert Case.objects.count() == 1


def test_the_number_stands_nowhere(program):
    number = program("employee1").post("reports/", REPORT, key=KEY).json()["number"].replace(" ", "")
    row = IdempotentAnswer.objects.get()

    assert number not in str(vars(row)) and KEY not in str(vars(row))
    assert len(row.about) == 24 and row.about != number


def test_another_request_with_the_same_key_is_refused(program, notes):
    auditor = program("auditor1")
    auditor.post(notes, {"text": "One."}, key=KEY)
    other_body = auditor.post(notes, {"text": "Two."}, key=KEY)
    other_place = auditor.post("notices/read/", {}, key=KEY)
    other_act = auditor.post(notes.replace("notes", "take"), {"text": "One."}, key=KEY)

    assert (other_body.status_code, other_act.status_code, other_place.status_code) == (422, 422, 204)
    assert other_body.json()["type"] == "urn:conduct:problem:key-reused"
    assert Note.objects.count() == 1


def test_somebody_elses_key_is_another_key(program, notes):
    program("auditor1").post(notes, {"text": "One."}, key=KEY)

    assert program("auditor2").post(notes, {"text": "One."}, key=KEY).status_code == 201
    assert Note.objects.count() == 2


def test_a_refused_act_leaves_no_row_and_may_be_sent_again(program, filed):
    case = filed("employee2")
    ceo, path = program("ceo"), f"records/{case.record.reference}/propose-keeping/"

    assert ceo.post(path, {"reason": "Small."}, key=KEY).status_code == 409
    assert not IdempotentAnswer.objects.exists()
    ceo.post(f"records/{case.record.reference}/take/")
    assert ceo.post(path, {"reason": "Small."}, key=KEY).status_code == 200


def test_an_act_that_took_the_record_out_of_sight_is_told_again(program, filed):
    case = filed("employee2")
    ceo, path = program("ceo"), f"records/{case.record.reference}/hand-on/"
    body = {"body": "bosa", "paragraph": "III ¶1", "reason": "Not mine."}

    assert ceo.post(path, body, key=KEY).status_code == 200
    assert ceo.post(path, body, key=KEY).json() == {"reference": case.record.reference}
    assert ceo.post(path, body).status_code == 404


@pytest.mark.parametrize("key", ["short", "x" * 101, "with space in the middle", "0123456789abcdef\u00e9"])
def test_a_key_that_is_none_is_refused(program, notes, key):
    answer = program("auditor1").post(notes, {"text": "One."}, key=key.encode().decode("latin-1"))

    assert answer.status_code == 422
    assert answer.json()["errors"][0]["field"] == "Idempotency-Key"


def test_a_key_is_forgotten_after_its_day(program, notes):
    auditor = program("auditor1")
    auditor.post(notes, {"text": "One."}, key=KEY)
    row = IdempotentAnswer.objects.get()
    assert row.kept_until == clock.day(clock.now()) + timedelta(days=1)
    IdempotentAnswer.objects.update(kept_until=row.kept_until - timedelta(days=2))

    auditor.post(notes, {"text": "One."}, key=KEY)

    assert Note.objects.count() == 2 and IdempotentAnswer.objects.count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("path", ["notes", "reports"])
def test_two_at_once_are_carried_out_once(token, filed, path):
    text = token("auditor1")
    where, body = "reports/", REPORT
    if path == "notes":
        where, body = f"records/{filed('officer1').record.reference}/notes/", {"text": "Once."}
    before = Case.objects.count()

    def send(_number):
        try:
            return Program(text).post(where, body, key=KEY)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(send, range(4)))

    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.content for answer in answers}) == 1
    assert Note.objects.count() + Case.objects.count() - before == 1
