"""A record changing hands, and what was not done in time, for programs."""

from typing import Any

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from cases.api.acts import RecordEndpoint, act
from cases.api.queues import DESK
from cases.api.shapes import DoneOut, ReasonIn
from conduct.access import policy
from conduct.access.permissions import Permission
from conduct.handoffs import queries, services
from conduct.handoffs.models import HandOff, Lateness
from conduct.provisions.keys import KEY as PARAGRAPH
from conduct.rules.vocabulary import Body, DeadlineKind
from conduct.web.endpoints import KEY, Endpoint, given
from conduct.web.fields import Flag, Form, Text, Word
from conduct.web.idempotency import once
from conduct.web.paging import KeysetPagination

LATENESS = OpenApiParameter("id", {"type": "integer", "minimum": 1}, OpenApiParameter.PATH)


class HandOnIn(Form):
    body = Word([Body.CEO, Body.BOARD, Body.BOSA])
    paragraph = serializers.RegexField(f"^{PARAGRAPH.pattern}$", max_length=20)
    reason = Text()


class StepAsideIn(Form):
    reason = Text(allow_blank=True, default="")


class DecisionIn(Form):
    open_case = Flag()
    reason = Text()


class LatenessOut(serializers.Serializer):
    id = serializers.IntegerField()
    reference = serializers.CharField(source="record.reference")
    duty = Word(DeadlineKind)
    body = Word(Body)
    due_at = serializers.DateTimeField()
    shown_at = serializers.DateTimeField()
    decided_at = serializers.DateTimeField(allow_null=True)
    decided_by = serializers.CharField(source="decided_by.username", allow_null=True, default=None)
    derived = serializers.CharField(source="derived_reference", allow_null=True)


class DecidedOut(serializers.Serializer):
    id = serializers.IntegerField()


class HandedOnOut(serializers.Serializer):
    reference = serializers.CharField(source="record.reference")
    body = Word(Body)
    paragraph = serializers.CharField()
    handed_at = serializers.DateTimeField()
    by_system = serializers.SerializerMethodField()
    received_at = serializers.DateTimeField(allow_null=True)
    returned_at = serializers.DateTimeField(allow_null=True)

    def get_by_system(self, hand_off: HandOff) -> bool:
        return hand_off.by_id is None


class HandedOnViewSet(Endpoint, ListModelMixin, GenericViewSet):
    """What left a desk, and whether it arrived. For those who sit there; for everybody else the list is empty."""

    serializer_class = HandedOnOut
    pagination_class = KeysetPagination
    keyset = ("-handed_at", "-record__reference")

    def get_queryset(self) -> QuerySet[HandOff]:
        body = Body(self.kwargs["desk"])
        if body in policy.reach(self.actor.roles, Permission.RECORD_VIEW):
            return queries.handed_on_by(body, self.actor.at(body))
        acts_for_it = self.actor.mandate is not None and body is Body.CEO
        return queries.handed_on_by(body, self.actor) if acts_for_it else HandOff.objects.none()

    @extend_schema(parameters=[DESK], operation_id="handed_on")
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """What a body handed on, newest first: to whom, on which paragraph, received or sent back. Nothing else."""
        return super().list(request, *args, **kwargs)


class HandOverViewSet(RecordEndpoint):
    """A record on its way from one body to another."""

    serializer_class = DoneOut

    @act("hand-on", HandOnIn)
    def hand_on(self, request: Request, reference: str) -> Response:
        """Hand it on to another body, with the paragraph that says why and a reason."""
        return self.done(services.hand_on, HandOnIn)

    @act("receive")
    def receive(self, request: Request, reference: str) -> Response:
        """Confirm that it has arrived."""
        return self.done(services.receive)

    @act("return", ReasonIn)
    def return_record(self, request: Request, reference: str) -> Response:
        """Send back what was handed on in error, with a reason."""
        return self.done(services.return_record, ReasonIn)

    @act("recuse", StepAsideIn)
    def recuse(self, request: Request, reference: str) -> Response:
        """Step aside from it, at once and everywhere. It cannot be undone alone."""
        return self.done(services.recuse, StepAsideIn)


class LatenessViewSet(Endpoint, ListModelMixin, GenericViewSet):
    """Duties that were not done in time. For the statutory auditors; for everybody else the list is empty."""

    serializer_class = LatenessOut
    pagination_class = KeysetPagination
    keyset = ("-shown_at", "id")
    lookup_field = "id"
    lookup_value_regex = "[0-9]{1,18}"

    def get_queryset(self) -> QuerySet[Lateness]:
        return queries.with_followers(queries.latenesses(self.actor), self.actor)

    def get_object(self) -> Lateness:
        return get_object_or_404(self.get_queryset(), pk=self.kwargs["id"])

    @extend_schema(request=DecisionIn, responses=DecidedOut, parameters=[LATENESS, KEY])
    @action(detail=True, methods=["post"])
    def decide(self, request: Request, id: str) -> Response:  # noqa: A002 -- the name in the address
        """Decide, with a reason, whether a case follows."""
        words = given(DecisionIn, request.data)
        told = once(request, prepare=self.get_object, act=lambda late: self.decided(late, words), now=self.now)
        return Response({"id": int(told)})

    def decided(self, lateness: Lateness, words: dict[str, Any]) -> str:
        services.decide_lateness(actor=self.actor, lateness=lateness, now=self.now, **words)
        return str(lateness.pk)
