"""No page and no endpoint answers a stranger unless it is named here, and every answer carries every header whole."""

import re

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern

OPEN_TO_STRANGERS = {
    "/healthz": "what is alive",
    "/": "chooses a language",
    "/w/sign-in/": "the door itself",
    "/w/admin/reference/login/": "the same door for reference data",
    "/api/v1/schema/": "what the API can do",
    "/api/v1/who-sees/": "the simulator, which stores nothing",
    "/api/v1/code/": "the Code is public",
    "/api/v1/code/<str:key>/": "the Code is public",
    "/api/v1/receipts/open/": "the number is the key",
    "/api/v1/receipts/ask-again/": "the number is the key",
    "/api/v1/answers/": "the register is public",
    "/api/v1/answers/<str:number>/": "the register is public",
    "/w/preferences/": "keeps a language in a cookie",
}
PUBLIC_ZONE = ("/en/", "/ja/")  # no sign-in by design: the front door, the Code, the reporter's zone, the simulator
REPORTERS_ZONE = re.compile(r"/en/(contact/|after|who-sees/)|/w/send/")
CONNECTS = [f"testserver/{language}/contact/{page}" for language in ("en", "ja") for page in ("exit", "stay")]
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "require-trusted-types-for": "'script'",
}
HEADERS = {
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
    "Permissions-Policy": "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), "
    "microphone=(), usb=()",
}


def routes(resolver, prefix="/"):
    for entry in resolver.url_patterns:
        pattern = entry.pattern
        here = prefix + ("en/" if isinstance(pattern, LocalePrefixPattern) else str(pattern).lstrip("^"))
        if isinstance(entry, URLResolver):
            yield from routes(entry, here)
        elif isinstance(entry, URLPattern):
            yield here.replace("$", "").replace("\\Z", "")


ROUTES = sorted(set(routes(get_resolver())))
CLOSED = [route for route in ROUTES if route not in OPEN_TO_STRANGERS and not route.startswith(PUBLIC_ZONE)]


def sample(route):
    """An address of this route, with something in every gap."""
    parts = []
    for part in route.split("/"):
        kind = part.split("<")[1].split(":")[0] if "<" in part else ""
        filled = {"uuid": "00000000-0000-4000-8000-000000000000", "int": "1", "page>[1-5])": "1"}.get(kind, "SAMPLE22")
        parts.append(filled if "<" in part or "(?P" in part else part)
    return "/".join(parts)


def test_there_are_routes_to_try():
    assert len(CLOSED) > 20


def test_every_open_route_is_one_that_exists():
    assert OPEN_TO_STRANGERS.keys() <= set(ROUTES)


@pytest.mark.parametrize("route", CLOSED)
@pytest.mark.parametrize("method", ["get", "post"])
def test_strangers_are_turned_away(client, db, method, route):
    answer = getattr(client, method)(sample(route), secure=True)

    assert answer.status_code in {301, 302, 401, 403, 404, 405}
    if answer.status_code in {301, 302}:
        assert "/sign-in/" in answer.url or "/login/" in answer.url or answer.url.startswith("http")


def policy_for(route):
    """The reporter's pages may connect to two addresses, in either language, and to nothing else."""
    return POLICY | ({"connect-src": " ".join(CONNECTS)} if REPORTERS_ZONE.match(route) else {})


@pytest.mark.parametrize("route", ROUTES)
def test_every_answer_carries_every_header(client, db, route):
    answer = client.get(sample(route), secure=True)

    policy = answer.headers["Content-Security-Policy"]  # its directives stand in any order
    assert dict(each.split(" ", 1) for each in policy.split("; ")) == policy_for(route)
    assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS


def test_there_are_pages_of_the_reporters_zone():
    assert len([route for route in ROUTES if REPORTERS_ZONE.match(route)]) >= 14
