"""What every endpoint of the API has in common."""

from collections.abc import Collection
from typing import Any, ClassVar

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.serializers import Serializer
from rest_framework.views import APIView

from conduct import clock
from conduct.people.actor import Actor
from conduct.web.idempotency import HEADER
from conduct.web.scopes import Scope
from conduct.web.tokens import mark_used, needed

KEY = OpenApiParameter(
    HEADER,
    {"type": "string", "pattern": "^[!-~]{16,100}$"},
    OpenApiParameter.HEADER,
    description="Random, at least 16 characters. The same request with the same key is carried out once.",
)
LANGUAGE = OpenApiParameter(
    "Accept-Language", OpenApiTypes.STR, OpenApiParameter.HEADER, description="en or ja, for every sentence."
)


def given(form: type[Serializer], data: object) -> dict[str, Any]:
    """What was sent, checked and in the words of the Code. Raises ValidationError."""
    asked = form(data=data)
    asked.is_valid(raise_exception=True)
    return dict(asked.validated_data)


def asked(form: type[Serializer], request: Request, names: Collection[str] = ()) -> dict[str, Any]:
    """The same for what stands in the address; only these names of it, where the paging reads others."""
    words = request.query_params.dict()
    return given(form, {name: words[name] for name in words if not names or name in names})


class Endpoint(APIView):
    """For people with a token. The clock is read once; the roles are those of the day."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        super().initial(request, *args, **kwargs)
        self.now = clock.now()
        self.actor = Actor.of(request.user, clock.day(self.now))
        if needed(request, self) is not Scope.FILE:  # the day of filing would tell who sent what arrived that day
            mark_used(request.auth, clock.day(self.now))


class PublicEndpoint(APIView):
    """For everybody. A token that is sent all the same is not looked at."""

    authentication_classes = ()
    permission_classes = (AllowAny,)


class TokenScheme(OpenApiAuthenticationExtension):
    """How the token reads in the description of the API."""

    target_class: ClassVar[str] = "conduct.web.tokens.TokenAuthentication"
    name: ClassVar[str] = "token"

    def get_security_definition(self, auto_schema: object) -> dict[str, str]:
        return {"type": "http", "scheme": "bearer", "description": "A personal access token."}
