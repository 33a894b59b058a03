"""What rests with a body, in the order in which it is due. Whoever may see nothing there gets an empty list."""

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from cases.api.shapes import QueueIn, RecordOut
from conduct.access import policy
from conduct.access.check import scope
from conduct.access.permissions import Permission
from conduct.records.models import Copy, Record
from conduct.rules.vocabulary import Body, Kind, Stage
from conduct.web.endpoints import Endpoint, asked
from conduct.web.fields import Form, Word
from conduct.web.paging import KeysetPagination

KINDS = [Kind.REPORT.value, Kind.QUESTION.value]
DESKS = [Body.CEO, Body.BOARD, Body.BOSA]
DESK = OpenApiParameter("desk", str, OpenApiParameter.PATH, enum=[body.value for body in DESKS])


class CopiesIn(Form):
    kind = Word([Kind.REPORT, Kind.QUESTION], required=False)
    stage = Word(Stage, required=False)


class CopiesViewSet(Endpoint, ListModelMixin, GenericViewSet):
    """What a body reads along without holding it, finished records as well."""

    serializer_class = RecordOut
    pagination_class = KeysetPagination
    keyset = ("opened_at", "reference")
    filters = ("kind", "stage")

    def get_queryset(self) -> QuerySet[Record]:
        """To others than those who read along for this body, not even that there is a copy is told."""
        body, words = Body(self.kwargs["desk"]), asked(CopiesIn, self.request, self.filters)
        if body not in policy.reach_by_copy(self.actor.roles, Permission.RECORD_VIEW):
            return Record.objects.none()
        copies = Copy.objects.filter(body=body.value).values("record")
        records = scope(self.actor, Permission.RECORD_VIEW).filter(pk__in=copies, kind__in=KINDS)
        return records.exclude(body=body.value).filter(wanted(words, self.now)).select_related("case__handler")

    @extend_schema(parameters=[DESK, CopiesIn], operation_id="copies")
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The records that rest with another body and that this one reads along, oldest first."""
        return super().list(request, *args, **kwargs)


class QueueViewSet(Endpoint, ListModelMixin, GenericViewSet):
    """The queue of a desk: open records unless another stage is asked for."""

    serializer_class = RecordOut
    pagination_class = KeysetPagination
    keyset = ("queue_at", "reference")
    filters = ("kind", "stage", "late")

    def get_queryset(self) -> QuerySet[Record]:
        words = asked(QueueIn, self.request, self.filters)
        records = scope(self.actor, Permission.RECORD_VIEW).filter(body=self.kwargs["desk"], kind__in=KINDS)
        records = records.filter(wanted(words, self.now)).select_related("case__handler")
        return records if "stage" in words else records.exclude(stage=Stage.CONCLUDED.value)

    @extend_schema(parameters=[DESK, QueueIn], operation_id="queue")
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The records that rest with a body and that you may see, what is due first, first."""
        return super().list(request, *args, **kwargs)


def wanted(words: dict[str, Any], now: datetime) -> Q:
    chosen = Q(**{name: words[name].value for name in ("kind", "stage") if name in words})
    if "late" not in words:
        return chosen
    late = Q(queue_at__lt=now)
    return chosen & (late if words["late"] else ~late)
