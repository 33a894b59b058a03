"""Keeping, holding and letting go, for programs: the same services, the same second person, the same sentences."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from cases.api.acts import REFERENCE, RecordEndpoint, act
from cases.api.queues import DESK
from cases.api.shapes import DoneOut, ReasonIn
from cases.models import Case
from conduct import clock
from conduct.access.permissions import Permission
from conduct.desks import holding
from conduct.people.actor import Actor
from conduct.records.models import Record
from conduct.retention import queries, services
from conduct.retention.counting import kept, why_not
from conduct.retention.models import Batch, Disposal, Expiry, Hold
from conduct.retention.sweeping import carry_out
from conduct.retention.words import SENTENCES
from conduct.rules.vocabulary import Body, Kind
from conduct.web.endpoints import KEY, Endpoint, given
from conduct.web.fields import Flag, Form, Text, Word
from conduct.web.idempotency import once
from conduct.web.paging import KeysetPagination

UUIDS = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
HOLD = OpenApiParameter("hold", {"type": "string", "format": "uuid"}, OpenApiParameter.PATH)
BATCH = OpenApiParameter("batch", {"type": "string", "format": "uuid"}, OpenApiParameter.PATH)
MOST = 200


class ReferencesIn(Form):
    references = serializers.ListField(
        child=serializers.RegexField("^[A-Z0-9]{8,12}$"), min_length=1, max_length=MOST, allow_empty=False
    )


class HoldsIn(ReferencesIn):
    reason = Text()


class AgreedIn(Form):
    agreed = Flag()


class HoldOut(serializers.Serializer):
    id = serializers.UUIDField()
    reference = serializers.CharField(source="record.reference")
    placed_at = serializers.DateTimeField()
    placed_by = serializers.CharField(source="placed_by.username")
    lift_asked_at = serializers.DateTimeField(allow_null=True)
    lift_asked_by = serializers.CharField(source="lift_asked_by.username", allow_null=True, default=None)


class HeldOut(serializers.Serializer):
    id = serializers.CharField()


class KeepingOut(serializers.Serializer):
    reference = serializers.CharField()
    until = serializers.DateField(allow_null=True)
    schedule = serializers.CharField()
    why = serializers.CharField()
    stands_against = serializers.CharField(allow_null=True)
    holds = HoldOut(many=True)
    disposed_at = serializers.DateTimeField(allow_null=True)


class DueOut(serializers.Serializer):
    reference = serializers.CharField(source="record.reference")
    kind = Word(Kind, source="record.kind")
    due_on = serializers.DateField()
    schedule = serializers.CharField(source="paper")
    announced_on = serializers.DateField(allow_null=True)
    postponed_until = serializers.DateField(allow_null=True)


class RowOut(serializers.Serializer):
    reference = serializers.CharField(source="record.reference")
    schedule = serializers.CharField(source="paper")
    due_on = serializers.DateField()
    confirmed_at = serializers.DateTimeField(allow_null=True)
    rejected_at = serializers.DateTimeField(allow_null=True)
    disposed_at = serializers.DateTimeField(allow_null=True)
    stopped = serializers.CharField()


class BatchOut(serializers.Serializer):
    id = serializers.UUIDField()
    proposed_at = serializers.DateTimeField()
    proposed_by = serializers.CharField(source="proposed_by.username")
    rows = RowOut(many=True)


class KeepingViewSet(RecordEndpoint):
    """Until when one record is kept, and what keeps it longer."""

    serializer_class = DoneOut

    @extend_schema(parameters=[REFERENCE], responses=KeepingOut)
    @action(detail=True)
    def keeping(self, request: Request, reference: str) -> Response:
        """Until when it is kept, by which schedule, what stands against disposal, and the holds on it."""
        record = self.get_object().record
        decision, why = kept(record, day=clock.day(self.now)), why_not(record, now=self.now)
        told = {
            "reference": reference,
            "until": decision.answer.until,
            "schedule": decision.answer.paper,
            "why": decision.steps[0].why.told(gettext),
            "stands_against": gettext(SENTENCES[why]) if why else None,
            "holds": queries.holds_on(self.actor, record),
            "disposed_at": record.disposed_at,
        }
        return Response(KeepingOut(told).data)

    @act("hold", ReasonIn)
    def hold(self, request: Request, reference: str) -> Response:
        """Place a legal hold on it."""
        return self.done(holding.place_hold, ReasonIn)

    @act("postpone")
    def postpone(self, request: Request, reference: str) -> Response:
        """Keep it half a year more than its schedule says."""
        return self.done(postpone)


def postpone(*, actor: Actor, case: Case, now: Any) -> Case:
    services.postpone_disposal(actor=actor, records=[case.record], now=now)
    return case


class DueViewSet(Endpoint, ListModelMixin, GenericViewSet):
    """What is due to go at a desk. For those who may dispose of it; for everybody else the list is empty."""

    serializer_class = DueOut
    pagination_class = KeysetPagination
    keyset = ("due_on", "record__reference")

    def get_queryset(self) -> QuerySet[Expiry]:
        return queries.due_to_go(self.actor, Body(self.kwargs["desk"]), day=clock.day(self.now))

    @extend_schema(parameters=[DESK], operation_id="due_to_go")
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """Finished records whose time has ended or ends within 60 days, the first to go first."""
        return super().list(request, *args, **kwargs)


class HoldViewSet(Endpoint, ListModelMixin, GenericViewSet):
    """Legal holds on records that you may see."""

    serializer_class = HoldOut
    pagination_class = KeysetPagination
    keyset = ("placed_at", "id")
    lookup_url_kwarg = "hold"
    lookup_value_regex = UUIDS

    def get_queryset(self) -> QuerySet[Hold]:
        return queries.holds(self.actor)

    def get_hold(self) -> Hold:
        key = self.kwargs["hold"]
        found = queries.holds(self.actor).filter(pk=key).first()
        found = found or queries.holds_to_answer(self.actor).filter(pk=key).first()
        if found is None:
            raise Http404
        return found

    @extend_schema(request=HoldsIn, responses=HeldOut, parameters=[KEY])
    def create(self, request: Request) -> Response:
        """Place one hold on several records: on all of them, or on none."""
        words = given(HoldsIn, request.data)

        def place(records: list[Record]) -> str:
            held = services.place_hold(actor=self.actor, records=records, reason=words["reason"], now=self.now)
            return str(held[0].order)

        prepare = wanted(self.actor, words["references"], Permission.RECORD_HOLD)
        return Response({"id": once(request, prepare=prepare, act=place, now=self.now)})

    @extend_schema(request=ReasonIn, responses=HeldOut, parameters=[HOLD, KEY])
    @action(detail=True, methods=["post"], url_path="ask-lift")
    def ask_lift(self, request: Request, hold: str) -> Response:
        """Ask, with a reason, to lift it. It lies on until a second person agrees."""
        return self.done(request, ReasonIn, services.ask_lift)

    @extend_schema(request=AgreedIn, responses=HeldOut, parameters=[HOLD, KEY])
    @action(detail=True, methods=["post"], url_path="answer-lift")
    def answer_lift(self, request: Request, hold: str) -> Response:
        """Say as second person whether it is lifted."""
        return self.done(request, AgreedIn, services.answer_lift)

    def done(self, request: Request, form: type[Form], service: Callable[..., Hold]) -> Response:
        words = given(form, request.data)

        def work(hold: Hold) -> str:
            return str(service(actor=self.actor, hold=hold, now=self.now, **words).pk)

        return Response({"id": once(request, prepare=self.get_hold, act=work, now=self.now)})


class DisposalViewSet(Endpoint, GenericViewSet):
    """Batches of records that are to be disposed of by two people."""

    serializer_class = BatchOut
    lookup_url_kwarg = "batch"
    lookup_value_regex = UUIDS

    def get_batch(self) -> Batch:
        found = queries.batch_of(self.actor, UUID(self.kwargs["batch"]))
        if found is None:
            raise Http404
        return found

    @extend_schema(request=ReferencesIn, responses=HeldOut, parameters=[KEY])
    def create(self, request: Request) -> Response:
        """Propose that these records be disposed of: all of them, or none."""
        references = given(ReferencesIn, request.data)["references"]

        def propose(records: list[Record]) -> str:
            return str(services.propose_disposal(actor=self.actor, records=records, now=self.now).pk)

        prepare = wanted(self.actor, references, Permission.RECORD_DISPOSE)
        return Response({"id": once(request, prepare=prepare, act=propose, now=self.now)})

    @extend_schema(parameters=[BATCH], operation_id="disposal")
    def retrieve(self, request: Request, batch: str) -> Response:
        """The rows of a batch that you may know about, and what became of each."""
        found = self.get_batch()
        told = {"id": found.pk, "proposed_at": found.proposed_at, "proposed_by": found.proposed_by}
        return Response(BatchOut(told | {"rows": queries.rows_shown(self.actor, found)}).data)

    @extend_schema(request=ReferencesIn, responses=HeldOut, parameters=[BATCH, KEY])
    @action(detail=True, methods=["post"])
    def confirm(self, request: Request, batch: str) -> Response:
        """Agree as second person that these rows go. They are destroyed for good at once, or by the next sweep."""
        return self.done(request, services.confirm_disposal, goes=True)

    @extend_schema(request=ReferencesIn, responses=HeldOut, parameters=[BATCH, KEY])
    @action(detail=True, methods=["post"])
    def reject(self, request: Request, batch: str) -> Response:
        """Take these rows out: they stay. The other rows stay valid."""
        return self.done(request, services.reject_disposal)

    def done(self, request: Request, service: Callable[..., list[Disposal]], *, goes: bool = False) -> Response:
        references = given(ReferencesIn, request.data)["references"]
        agreed = list[Disposal]()

        def rows() -> list[Disposal]:
            shown = queries.rows_shown(self.actor, self.get_batch()).filter(record__reference__in=references)
            if shown.count() != len(set(references)):
                raise Http404
            return list(shown)

        def work(found: list[Disposal]) -> str:
            agreed.extend(service(actor=self.actor, rows=found, now=self.now))
            return str(found[0].batch_id)

        told = once(request, prepare=rows, act=work, now=self.now)
        if goes:
            carry_out(agreed, now=self.now)
        return Response({"id": told})


def wanted(actor: Actor, references: list[str], permission: Permission) -> Callable[[], list[Record]]:
    """These records, all of them; Http404 where one is hidden or missing alike."""

    def prepare() -> list[Record]:
        found = queries.own_records(actor, references, permission)
        if len(found) != len(set(references)):
            raise Http404
        return found

    return prepare
