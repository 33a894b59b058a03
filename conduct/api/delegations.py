"""Delegations of the CEO's authority for programs: the same steps, by the same offices, as on the pages."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from conduct import clock
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.office import services
from conduct.office.queries import delegations_for
from conduct.people.delegations import instrument_of, last_day_of
from conduct.people.models import Delegation, Person
from conduct.rules import delegation as rules
from conduct.rules.vocabulary import DelegationState, Lapse, Power
from conduct.web.endpoints import KEY, Endpoint, given
from conduct.web.fields import Day, Form, Text, Word
from conduct.web.idempotency import once
from conduct.web.paging import KeysetPagination

ONE = OpenApiParameter("id", {"type": "integer", "minimum": 1}, OpenApiParameter.PATH)
NOBODY = _("Nobody has this user name.")
NUMBER = r"^[A-Z0-9][A-Z0-9-]*$"


class DraftIn(Form):
    delegate = Text(max_length=150)
    powers = serializers.ListField(child=Word(Power), min_length=1, max_length=len(Power))
    first_on = Day()
    last_on = Day()


class NumberIn(Form):
    number = serializers.RegexField(NUMBER, max_length=20)


class ResolutionIn(NumberIn):
    resolved_on = Day()
    ends_on = Day(required=False, allow_null=True)


class ResolutionOut(serializers.Serializer):
    number = serializers.CharField()
    resolved_on = serializers.DateField()
    ends_on = serializers.DateField(allow_null=True)
    recorded_by = serializers.CharField(source="recorded_by.username")
    recorded_at = serializers.DateTimeField()
    confirmed_by = serializers.CharField(source="confirmed_by.username", allow_null=True, default=None)
    confirmed_at = serializers.DateTimeField(allow_null=True)


class DelegationOut(serializers.Serializer):
    id = serializers.IntegerField()
    state = serializers.SerializerMethodField()
    ceo = serializers.CharField(source="ceo.username")
    delegate = serializers.CharField(source="delegate.username")
    powers = serializers.ListField(child=Word(Power))
    first_on = serializers.DateField()
    last_on = serializers.SerializerMethodField()
    asked_at = serializers.DateTimeField(source="known_from")
    resolution = ResolutionOut(allow_null=True, default=None)
    ended_on = serializers.SerializerMethodField()
    ended_why = serializers.SerializerMethodField()

    def get_state(self, delegation: Delegation) -> DelegationState:
        return rules.state(instrument_of(delegation, self.today), self.today)

    def get_last_on(self, delegation: Delegation) -> str:
        return last_day_of(delegation).isoformat()

    def get_ended_on(self, delegation: Delegation) -> str | None:
        ending = self.ending(delegation)
        return ending.on.isoformat() if ending else None

    def get_ended_why(self, delegation: Delegation) -> Lapse | None:
        ending = self.ending(delegation)
        return ending.why if ending else None

    def ending(self, delegation: Delegation) -> rules.End | None:
        return rules.lapsed(instrument_of(delegation, self.today), self.today)

    @property
    def today(self) -> Any:
        return clock.day(self.context["view"].now)


class DelegationIdOut(serializers.Serializer):
    id = serializers.IntegerField()


class DelegationViewSet(Endpoint, ListModelMixin, GenericViewSet):
    """Delegations. For the CEO, the Board, its secretary, the statutory auditors and the delegate; else empty."""

    serializer_class = DelegationOut
    pagination_class = KeysetPagination
    keyset = ("-known_from", "id")
    lookup_field = "id"
    lookup_value_regex = "[0-9]{1,18}"

    def get_queryset(self) -> QuerySet[Delegation]:
        return delegations_for(self.actor)

    def get_object(self) -> Delegation:
        return get_object_or_404(self.get_queryset(), pk=self.kwargs["id"])

    @extend_schema(operation_id="delegations")
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Every delegation that you may look at, the newest first, with how far it has come."""
        return super().list(request, *args, **kwargs)

    @extend_schema(parameters=[ONE], operation_id="delegation")
    def retrieve(self, request: Request, id: str) -> Response:  # noqa: A002 -- the name in the address
        """One delegation."""
        return Response(self.get_serializer(self.get_object()).data)

    @extend_schema(request=DraftIn, responses={201: DelegationIdOut}, parameters=[KEY], operation_id="draft_delegation")
    def create(self, request: Request) -> Response:
        """Ask the Board, as the CEO, to authorise a delegation. Nothing changes until it has."""
        require(self.actor, Permission.DELEGATION_DRAFT)
        words = given(DraftIn, request.data)
        person = Person.objects.filter(username=words["delegate"]).first()
        if person is None:
            raise serializers.ValidationError({"delegate": [NOBODY]})
        key = once(request, prepare=lambda: person, act=lambda to: self.drafted(words | {"delegate": to}), now=self.now)
        return Response({"id": int(key)}, status=201)

    def drafted(self, words: dict[str, Any]) -> str:
        return str(services.draft_delegation(actor=self.actor, now=self.now, **words).pk)

    @extend_schema(
        request=ResolutionIn, responses=DelegationIdOut, parameters=[ONE, KEY], operation_id="record_resolution"
    )
    @action(detail=True, methods=["post"])
    def resolution(self, request: Request, id: str) -> Response:  # noqa: A002 -- the name in the address
        """Write down, as the Board's secretary, the resolution that authorises it; or correct what is not confirmed."""
        return self.done(services.record_resolution, given(ResolutionIn, request.data))

    @extend_schema(
        request=NumberIn, responses=DelegationIdOut, parameters=[ONE, KEY], operation_id="authorise_delegation"
    )
    @action(detail=True, methods=["post"])
    def confirm(self, request: Request, id: str) -> Response:  # noqa: A002 -- the name in the address
        """Confirm, as a director, the resolution of that number."""
        return self.done(services.authorise_delegation, given(NumberIn, request.data))

    @extend_schema(request=None, responses=DelegationIdOut, parameters=[ONE, KEY], operation_id="revoke_delegation")
    @action(detail=True, methods=["post"])
    def revoke(self, request: Request, id: str) -> Response:  # noqa: A002 -- the name in the address
        """Take it back, as the CEO or a director. It ends at once."""
        return self.done(services.revoke_delegation, {})

    def done(self, service: Callable[..., Delegation], words: dict[str, Any]) -> Response:
        def act(delegation: Delegation) -> str:
            return str(service(actor=self.actor, delegation=delegation, now=self.now, **words).pk)

        key = once(self.request, prepare=self.get_object, act=act, now=self.now)
        return Response({"id": int(key)})
