"""What is one's own, for programs: what one is asked to do, and the reports that one chose to keep in the own list."""

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from cases import queries
from cases.models import Case, Keeping, KeptNumber, Relay
from conduct.deadlines.models import Deadline
from conduct.desks.presenters.own import PROMISED
from conduct.rules.labels import label
from conduct.rules.vocabulary import DeadlineKind, DeadlineStep, Kind, Stage
from conduct.web.endpoints import Endpoint
from conduct.web.fields import Word
from conduct.web.paging import KeysetPagination

KEPT_PROMISES = Prefetch(
    "record__deadlines",
    Deadline.objects.filter(kind__in=[kind.value for kind in PROMISED], step=DeadlineStep.DUE.value).order_by(
        "due_at", "pk"
    ),
    to_attr="promised",
)


class ToPassOnOut(serializers.Serializer):
    reference = serializers.CharField(source="record.reference")
    kind = Word(Kind, source="record.kind")
    told_at = serializers.DateTimeField(source="relay.told_at")
    next_due_at = serializers.DateTimeField(source="record.next_due_at", allow_null=True)


class PassedOnOut(serializers.Serializer):
    passed_on_at = serializers.DateTimeField()
    by_system = serializers.BooleanField()


class ToConfirmOut(serializers.Serializer):
    reference = serializers.CharField(source="case.record.reference")
    kind = Word(Kind, source="case.record.kind")
    proposed_by = serializers.CharField(source="proposed_by.username")
    proposed_at = serializers.DateTimeField()
    next_due_at = serializers.DateTimeField(source="case.record.next_due_at", allow_null=True)


class OwnPromiseOut(serializers.Serializer):
    duty = Word(DeadlineKind, source="kind")
    told = serializers.SerializerMethodField()
    due_at = serializers.DateTimeField()
    met_at = serializers.DateTimeField(source="settled_at", allow_null=True)

    def get_told(self, duty: Deadline) -> str:
        return label(DeadlineKind(duty.kind), gettext)


class OwnReportOut(serializers.Serializer):
    reference = serializers.CharField(source="record.reference")
    kind = Word(Kind, source="record.kind")
    stage = Word(Stage, source="record.stage")
    kept_at = serializers.DateTimeField()
    promised = OwnPromiseOut(many=True, source="record.promised")


class OwnList(Endpoint, ListModelMixin, GenericViewSet):
    """A list of the person to whom the token belongs."""

    pagination_class = KeysetPagination


class ToPassOnViewSet(OwnList):
    serializer_class = ToPassOnOut
    keyset = ("record__queue_at", "record__reference")

    def get_queryset(self) -> QuerySet[Case]:
        return queries.cases_to_pass_on(self.actor)

    @extend_schema(operation_id="reports_to_pass_on")
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The reports in your hands as a supervisor that are not passed on yet, what is due first, first."""
        return super().list(request, *args, **kwargs)


class PassedOnViewSet(OwnList):
    serializer_class = PassedOnOut
    keyset = ("-passed_on_at", "id")

    def get_queryset(self) -> QuerySet[Relay]:
        return queries.passed_on_by(self.actor.person)

    @extend_schema(operation_id="reports_passed_on")
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """What you passed on as a supervisor, newest first: that it happened, and when. Never what came of it."""
        return super().list(request, *args, **kwargs)


class ToConfirmViewSet(OwnList):
    serializer_class = ToConfirmOut
    keyset = ("proposed_at", "id")

    def get_queryset(self) -> QuerySet[Keeping]:
        waiting = Keeping.objects.waiting().filter(second_person=self.actor.person)
        return waiting.filter(case__in=queries.cases_to_confirm(self.actor).order_by().values("pk")).select_related(
            "case__record", "proposed_by"
        )

    @extend_schema(operation_id="proposals_to_confirm")
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The proposals that wait for you as second person, oldest first."""
        return super().list(request, *args, **kwargs)


class OwnReportViewSet(OwnList):
    serializer_class = OwnReportOut
    keyset = ("-kept_at", "id")

    def get_queryset(self) -> QuerySet[KeptNumber]:
        return queries.own_reports(self.actor.person).prefetch_related(KEPT_PROMISES)

    @extend_schema(operation_id="own_reports")
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The reports that you chose to keep in your own list, newest first: how far each is, and what was promised."""
        return super().list(request, *args, **kwargs)
