"""One record for programs: what stands in it. Each look is on the ledger, as on its page."""

import json

from django.shortcuts import get_object_or_404
from drf_spectacular.utils import extend_schema
from rest_framework.decorators import action
from rest_framework.request import Request
from rest_framework.response import Response

from cases.api.acts import REFERENCE, RecordEndpoint
from cases.api.shapes import DutyOut, ExplanationOut, LineOut, ProposalOut, RecordOut, ReportOut
from conduct.access import policy
from conduct.access.check import can
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.domains import Domain, read_by
from conduct.deadlines.queries import duties_of
from conduct.people.actor import Actor
from conduct.records.models import Record
from conduct.rules.vocabulary import Body
from conduct.rulings.services import Question, explain, latest
from conduct.vault import vault
from conduct.web.paging import KeysetPagination


class RecordViewSet(RecordEndpoint):
    """A report or a question."""

    serializer_class = RecordOut
    keyset = ()

    @extend_schema(parameters=[REFERENCE], operation_id="record")
    def retrieve(self, request: Request, reference: str) -> Response:
        """What rests where, since when, until when. That you looked stands on the ledger."""
        return Response(self.get_serializer(self.get_object().record).data)

    @extend_schema(parameters=[REFERENCE], responses=ReportOut)
    @action(detail=True)
    def report(self, request: Request, reference: str) -> Response:
        """What the reporter told us, answer by answer. That it was read stands on the ledger."""
        case = self.get_object()
        told = json.loads(vault.open(self.actor, case.told, now=self.now))
        return Response(ReportOut({"reference": reference, "told": told}).data)

    @extend_schema(parameters=[REFERENCE], responses=ProposalOut)
    @action(detail=True)
    def proposal(self, request: Request, reference: str) -> Response:
        """What you are asked as second person, and why. That the reason was read stands on the ledger."""
        case = self.get_object()
        asked = case.keepings.waiting().filter(second_person=self.actor.person)
        keeping = get_object_or_404(asked.select_related("proposed_by", "reason__record"))
        reason = vault.open(self.actor, keeping.reason, now=self.now)
        who = {"proposed_by": keeping.proposed_by.username, "proposed_at": keeping.proposed_at}
        return Response(ProposalOut({"reference": reference, "reason": reason, **who}).data)

    @extend_schema(parameters=[REFERENCE], responses=LineOut(many=True))
    @action(detail=True, pagination_class=KeysetPagination, keyset=("written_at", "id"))
    def timeline(self, request: Request, reference: str) -> Response:
        """What the logs of your body say about it, oldest first."""
        case = self.get_object()
        lines = ledger.timeline(case.record, logs_of(self.actor, case.record))
        return self.get_paginated_response(LineOut(self.paginate_queryset(lines), many=True).data)

    @extend_schema(parameters=[REFERENCE], responses=DutyOut(many=True))
    @action(detail=True, pagination_class=None)
    def duties(self, request: Request, reference: str) -> Response:
        """What still has to be done about it, and until when."""
        case = self.get_object()
        duties = duties_of(case.record, logs_of(self.actor, case.record))
        return Response(DutyOut(duties, many=True, context=self.get_serializer_context()).data)

    @extend_schema(parameters=[REFERENCE], responses=ExplanationOut)
    @action(detail=True)
    def explanation(self, request: Request, reference: str) -> Response:
        """Why it rests where it does: the rules that spoke, on which facts, and why the others did not."""
        case = self.get_object()
        ruling = latest(case.record, Question.ROUTING)
        return Response(ExplanationOut(explain(self.actor, ruling, now=self.now)).data)


def logs_of(actor: Actor, record: Record) -> frozenset[Domain]:
    """The logs that are read by the bodies through which this actor sees the record, or for which it works on it."""
    here = {Body(record.body)}
    works = can(actor, Permission.RECORD_WORK, record)
    held = here if works else here & policy.reach(actor.roles, Permission.RECORD_VIEW)
    along = policy.reach_by_copy(actor.roles, Permission.RECORD_VIEW)
    copies = {Body(copy.body) for copy in record.copies.all()} if along else set()
    return read_by(held | (along & copies))
