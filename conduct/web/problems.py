"""Every refusal of the API as problem details (RFC 9457). Hidden and missing are the same bytes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import Http404, JsonResponse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from rest_framework import exceptions
from rest_framework.response import Response

from conduct.rules.delegation import OutsideTheDelegation
from conduct.rules.errors import RuleBroken
from conduct.vault.receipts import TooManyTries
from conduct.web.refusals import note_refusal, note_undelegated

MEDIA_TYPE = "application/problem+json"
WHOLE = ""  # the name of what is wrong with a request as a whole
RETRY_AFTER = 10


@dataclass(frozen=True, slots=True)
class Problem:
    """A kind of refusal: its word, its status and its title in the reader's language."""

    word: str
    status: HTTPStatus
    title: str | Promise

    def told(self, **more: object) -> dict[str, object]:
        kind = {"type": f"urn:conduct:problem:{self.word}", "title": str(self.title), "status": self.status.value}
        return kind | more


UNREADABLE = Problem("unreadable", HTTPStatus.BAD_REQUEST, _("This request cannot be read."))
NO_TOKEN = Problem("no-token", HTTPStatus.UNAUTHORIZED, _("A valid access token is needed."))
NO_SCOPE = Problem("no-scope", HTTPStatus.FORBIDDEN, _("This access token was not issued for that."))
MISSING = Problem("missing", HTTPStatus.NOT_FOUND, _("There is nothing at this address, or it is not yours to read."))
NO_METHOD = Problem("no-method", HTTPStatus.METHOD_NOT_ALLOWED, _("This address does not know that method."))
NOT_JSON_WANTED = Problem("only-json", HTTPStatus.NOT_ACCEPTABLE, _("Only JSON is answered here."))
RULE_BROKEN = Problem("rule-broken", HTTPStatus.CONFLICT, _("The rules do not allow this now."))
TOO_LARGE = Problem("too-large", HTTPStatus.REQUEST_ENTITY_TOO_LARGE, _("This request is too large."))
NOT_JSON_SENT = Problem("only-json", HTTPStatus.UNSUPPORTED_MEDIA_TYPE, _("Only JSON is read here."))
INVALID = Problem("invalid", HTTPStatus.UNPROCESSABLE_ENTITY, _("Something in this request must be corrected."))
KEY_REUSED = Problem(
    "key-reused", HTTPStatus.UNPROCESSABLE_ENTITY, _("This Idempotency-Key was sent with another request before.")
)
TOO_MANY = Problem("too-many", HTTPStatus.TOO_MANY_REQUESTS, _("Too many requests at this moment. Try again shortly."))
FAILED = Problem("failed", HTTPStatus.INTERNAL_SERVER_ERROR, _("Something failed here."))


class TooLarge(exceptions.APIException):
    """The body is larger than any request needs to be."""


class KeyReused(exceptions.APIException):
    """The same Idempotency-Key, another request."""


OF: dict[type[Exception], Problem] = {
    exceptions.ParseError: UNREADABLE,
    SuspiciousOperation: UNREADABLE,
    exceptions.NotAuthenticated: NO_TOKEN,
    exceptions.AuthenticationFailed: NO_TOKEN,
    exceptions.PermissionDenied: NO_SCOPE,
    PermissionDenied: MISSING,
    Http404: MISSING,
    exceptions.NotFound: MISSING,
    exceptions.MethodNotAllowed: NO_METHOD,
    exceptions.NotAcceptable: NOT_JSON_WANTED,
    RuleBroken: RULE_BROKEN,
    TooLarge: TOO_LARGE,
    exceptions.UnsupportedMediaType: NOT_JSON_SENT,
    exceptions.ValidationError: INVALID,
    KeyReused: KEY_REUSED,
    exceptions.Throttled: TOO_MANY,
    TooManyTries: TOO_MANY,
}


def answer(fault: Exception, context: Mapping[str, Any]) -> Response | None:
    """What the API answers to a fault. None, and so a 500, where nobody foresaw it."""
    problem = next((OF[kind] for kind in type(fault).__mro__ if kind in OF), None)
    if problem is None:
        return None
    if isinstance(fault, PermissionDenied):
        note_refusal(context["request"])
    if isinstance(fault, OutsideTheDelegation):
        note_undelegated(context["request"], fault)
    told = problem.told(**details(fault))
    return Response(told, status=problem.status, headers=headers(fault, problem), content_type=MEDIA_TYPE)


def details(fault: Exception) -> dict[str, object]:
    if isinstance(fault, RuleBroken):
        return {"detail": fault.told.told(gettext)}
    if isinstance(fault, exceptions.ValidationError):
        return {"errors": [{"field": field, "detail": str(detail)} for field, detail in faults(fault.detail)]}
    return {}


def faults(detail: object, name: str = WHOLE) -> Iterator[tuple[str, object]]:
    """Each fault with the path of its field, such as about.0.person."""
    if isinstance(detail, dict):
        for key, inner in detail.items():
            field = "" if key == "non_field_errors" else str(key)
            yield from faults(inner, ".".join(part for part in (name, field) if part))
    elif isinstance(detail, list):
        for place, inner in enumerate(detail):
            yield from faults(inner, name if isinstance(inner, str) else f"{name}.{place}")
    else:
        yield name, detail


def headers(fault: Exception, problem: Problem) -> dict[str, str]:
    if problem is NO_TOKEN:
        return {"WWW-Authenticate": "Bearer"}
    return {"Retry-After": str(RETRY_AFTER)} if problem is TOO_MANY else {}


def outside(problem: Problem) -> JsonResponse:
    """The same shape for what is refused before any endpoint is reached, or fails in one."""
    return JsonResponse(problem.told(), status=problem.status, content_type=MEDIA_TYPE)
