"""Who the token speaks for."""

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from conduct.rules.vocabulary import Role
from conduct.web.endpoints import Endpoint
from conduct.web.fields import Word
from conduct.web.scopes import Scope


class TokenOut(serializers.Serializer):
    prefix = serializers.CharField()
    scopes = serializers.ListField(child=Word(Scope))
    expires_on = serializers.DateField()


class MeOut(serializers.Serializer):
    username = serializers.CharField()
    name = serializers.CharField()
    language = serializers.CharField()
    roles = serializers.ListField(child=Word(Role))
    token = TokenOut()


class MeView(Endpoint):
    @extend_schema(responses=MeOut, operation_id="me")
    def get(self, request: Request) -> Response:
        """The person, what that person may do today, and until when the token is good."""
        person = request.user
        roles = [role for role in Role if role in self.actor.roles]
        words = {"username": person.username, "name": person.name, "language": person.language}
        return Response(MeOut({**words, "roles": roles, "token": request.auth}).data)
