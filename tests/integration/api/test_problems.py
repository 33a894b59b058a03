"""Whatever is refused is told as problem details, in the reader's language."""

import pytest

from conduct.web import problems

PUBLIC = "/api/v1/who-sees/"
GOOD = b'{"subjects": [{"class": "officer"}]}'


def told(answer, status, word):
    assert answer.status_code == status, answer.content
    assert answer["Content-Type"] == "application/problem+json"
    body = answer.json()
    assert (body["type"], body["status"]) == (f"urn:conduct:problem:{word}", status)
    assert body["title"]
    return body


def send(client, body=GOOD, kind="application/json", **headers):
    return client.post(PUBLIC, body, content_type=kind, headers=headers)


@pytest.mark.parametrize(
    "path",
    ["", "nowhere/", "reports", "who-sees", "records/short/", "code/nothing/", "records/ABC%00EFGH/", "x" * 3000],
)
def test_no_such_address(stranger, path):
    body = told(stranger.get(path), 404, "missing")

    assert set(body) == {"type", "title", "status"}


def test_an_address_without_its_slash_is_not_redirected(stranger):
    told(stranger.post("receipts/open", {"number": "1"}), 404, "missing")


@pytest.mark.parametrize(("method", "path"), [("put", "who-sees/"), ("get", "who-sees/"), ("options", "code/")])
def test_no_such_method(client, code, method, path):
    answer = getattr(client, method)(f"/api/v1/{path}")

    told(answer, 405, "no-method")
    assert answer["Allow"]


def test_a_method_that_is_unknown_needs_a_token_first(stranger, program):
    told(stranger.client.delete("/api/v1/me/"), 401, "no-token")
    caller = program("employee1")
    told(caller.client.delete("/api/v1/me/", headers=caller.headers()), 405, "no-method")


@pytest.mark.parametrize(
    "body",
    [
        b"", b"{", b"{'a': 1}", b'{"subjects": NaN}', b"\xff\xfe", b'{"matter": "\\ud800"}', b"[" * 100_000,
        b'{"a": 1e999}', b"1" * 10_000, b'{"subjects": [{"class": "officer"}]} x',
    ],
    ids=lambda body: repr(body[:20]),
)  # fmt: skip
def test_a_body_that_cannot_be_read(client, code, body):
    if body:
        told(send(client, body), 400, "unreadable")
    else:
        told(send(client, body), 422, "invalid")


@pytest.mark.parametrize("body", [b"null", b"[]", b"7", b'"text"', b"{}", b'{"subjects": 1}', b'{"subjects": [7]}'])
def test_a_body_of_another_shape(client, code, body):
    assert told(send(client, body), 422, "invalid")["errors"]


def test_only_json_is_read(client, code):
    told(send(client, b"a=1", "application/x-www-form-urlencoded"), 415, "only-json")
    told(send(client, b"<a/>", "text/xml"), 415, "only-json")
    answer = client.generic("POST", PUBLIC, GOOD, content_type="application/json; charset=rot13")
    assert answer.status_code == 200


def test_only_json_is_answered(client, code):
    told(send(client, Accept="text/html"), 406, "only-json")
    assert send(client, Accept="application/json").status_code == 200
    assert client.get("/api/v1/schema/?format=api").status_code == 200


def test_a_body_that_is_too_large(client, code, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100

    told(send(client, b'{"a": "' + b"x" * 200 + b'"}'), 413, "too-large")


def test_the_title_is_in_the_readers_language(client, code):
    english, japanese = (send(client, b"{}", **{"Accept-Language": language}).json() for language in ("en", "ja"))

    assert english["title"] != japanese["title"]
    assert english["type"] == japanese["type"]


def test_without_a_wish_it_is_the_persons_language(program, staff):
    person = staff.person("employee1")
    person.language = "ja"
    person.save()
    caller = program("employee1", language="")

    answer = caller.get("queues/ceo/", kind="nothing")

    assert answer["Content-Language"] == "ja"
    assert "\u3002" in answer.json()["title"]


def test_a_waiver_for_two_people_is_told_as_a_broken_rule(stranger):
    body = {"kind": "waiver", "subjects": [{"class": "officer"}, {"class": "ceo"}]}

    assert "2" in told(stranger.post("who-sees/", body), 409, "rule-broken")["detail"]


def test_what_nobody_foresaw_is_a_problem_too(client, code, monkeypatch):
    def broken(*args, **kwargs):
        raise ZeroDivisionError

    monkeypatch.setattr("conduct.api.who_sees.route", broken)
    client.raise_request_exception = False

    assert set(told(send(client), 500, "failed")) == {"type", "title", "status"}


def test_what_is_meant_for_another_host_is_a_problem_too(client, code):
    client.raise_request_exception = False

    told(send(client, Host="elsewhere.example"), 400, "unreadable")
    assert client.get("/en/", headers={"Host": "elsewhere.example"}).status_code == 400


@pytest.mark.parametrize("problem", [*dict.fromkeys(problems.OF.values()), problems.FAILED], ids=lambda each: each.word)
def test_every_problem_says_what_it_is(problem):
    assert problem.told()["title"].endswith(".")


def test_answers_are_not_kept_and_not_framed(stranger):
    answer = stranger.get("code/")

    assert answer["Cache-Control"] == "no-store"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "Set-Cookie" not in answer and not answer.cookies
