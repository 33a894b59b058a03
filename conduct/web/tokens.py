"""Who calls the API: a personal access token in the Authorization header, and nothing else. No session, no cookie."""

from datetime import date
from typing import TYPE_CHECKING

from django.utils import translation
from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed
from rest_framework.permissions import SAFE_METHODS, IsAuthenticated
from rest_framework.request import Request

from conduct import clock
from conduct.access import acting
from conduct.people.models import Person
from conduct.web.models import ApiToken
from conduct.web.scopes import Scope
from conduct.web.secrecy import fingerprint

if TYPE_CHECKING:  # it imports this module by the settings
    from rest_framework.views import APIView

BEARER = "bearer"
Known = tuple[Person, ApiToken]


class TokenAuthentication(BaseAuthentication):
    """Unknown, ended, revoked and of somebody who left: one answer for all."""

    def authenticate(self, request: Request) -> Known | None:
        scheme, _, text = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != BEARER or not text.strip():
            return None
        token = token_of(text.strip())
        if token is None:
            raise AuthenticationFailed
        acting.be(token.person)
        if "Accept-Language" not in request.headers:
            translation.activate(token.person.language)
        return token.person, token

    def authenticate_header(self, request: Request) -> str:
        return "Bearer"


def token_of(text: str) -> ApiToken | None:
    """The token with this text, if it is in force today."""
    today = clock.day(clock.now())
    in_force = ApiToken.objects.filter(revoked_on=None, expires_on__gte=today, person__is_active=True)
    return in_force.select_related("person").filter(fingerprint=fingerprint(text)).first()


def mark_used(token: ApiToken, today: date) -> None:
    """Of a token's use only the last day is kept."""
    if token.last_used_on != today:
        ApiToken.objects.filter(pk=token.pk).update(last_used_on=today)


class HasScope(IsAuthenticated):
    """The token was issued for this: `file` where the endpoint says so, else `read` to look and `work` to act."""

    def has_permission(self, request: Request, view: "APIView") -> bool:
        known = super().has_permission(request, view) and isinstance(request.auth, ApiToken)
        return known and needed(request, view).value in request.auth.scopes


def needed(request: Request, view: "APIView") -> Scope:
    usual = Scope.READ if request.method in SAFE_METHODS else Scope.WORK
    return getattr(view, "scope", usual)
