"""The API's description is complete, valid, and kept: made-up requests find no failure and no undocumented answer."""

import json
import os
import re
from io import StringIO

import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.management import call_command
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from hypothesis import seed as seeded
from schemathesis import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance

from conduct.rules.vocabulary import Channel
from tests.integration.api.operations import PUBLIC, described, operations

SEALED = ("sealed", "identity", "derived_from", "walls", "password", "fingerprint", "facts_id", "told_id", "pk")


def test_the_description_is_valid_and_made_without_a_warning():
    call_command("spectacular", "--validate", "--fail-on-warn", "--file", os.devnull, stderr=StringIO())


def test_every_operation_names_its_refusals():
    for path, methods in described()["paths"].items():
        for method, operation in methods.items():
            wanted = {"404", "406"}
            wanted |= {"401", "403"} if operation["operationId"] not in PUBLIC else set()
            wanted |= {"400", "409", "413", "415", "422", "429"} if method == "post" else set()
            assert wanted <= set(operation["responses"]), path


def test_every_act_takes_a_key():
    once = {name for name, method, _ in operations() if method == "post"} - PUBLIC - {"read_notices"}
    for methods in described()["paths"].values():
        for operation in methods.values():
            headers = {each["name"] for each in operation.get("parameters", ()) if each["in"] == "header"}
            assert ("Idempotency-Key" in headers) is (operation["operationId"] in once)


def test_no_operation_tells_what_is_sealed():
    words = json.dumps(described()["components"]["schemas"]).lower()

    assert [word for word in SEALED if f'"{word}"' in words] == []


@pytest.fixture
def one_connection():
    """The application answers within the test's own transaction, as Django's test client sees to by itself."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def api(program, filed, one_connection):
    """The description, and records at every desk that the made-up requests may hit."""
    cases = [filed("officer1"), filed("employee2"), filed("officer1", channel=Channel.SUPERVISOR), filed("auditor2")]
    schema = schemathesis.openapi.from_wsgi("/api/v1/schema/", WSGIHandler())
    schema.references = [case.record.reference for case in cases]
    schema.token = program("auditor1").token
    return schema


def aimed(case, references):
    """Three of four requests with a good reference are about a record that is there."""
    size = len(str(case.body)) + len(str(case.query))
    if size % 4 and re.fullmatch("[A-Z0-9]{8,12}", str(case.path_parameters.get("reference", ""))):
        case.path_parameters["reference"] = references[size % len(references)]
    return case


def takes_away(operation):
    return operation.path.endswith(("hand-on/", "return/", "recuse/"))


@pytest.mark.parametrize("mode", list(GenerationMode))
def test_made_up_requests_find_no_failure_and_no_undocumented_answer(api, volume, mode):
    """What a description cannot say (a cursor is signed, a number has a check digit) may still be refused with 422."""
    examples = volume(f"{mode.value} requests made up for each endpoint", sample=20, full=5_000)
    tried = settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    headers, answered = {"Authorization": f"Bearer {api.token}"}, set()

    for operation in sorted((found.ok() for found in api.get_all_operations()), key=takes_away):

        @tried
        @seeded(20261125)
        @given(operation.as_strategy(generation_mode=mode))
        def send(case):
            answer = aimed(case, api.references).call_and_validate(
                headers=headers, excluded_checks=[positive_data_acceptance]
            )
            answered.add(answer.status_code)

        send()

    assert answered >= ({200, 201, 404, 409, 422} if mode is GenerationMode.POSITIVE else {404, 422})
