"""What goes in and out of the endpoints of records."""

from datetime import datetime

from django.utils.translation import gettext
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from conduct.audit import phrases
from conduct.audit.events import Event
from conduct.deadlines.models import Deadline
from conduct.records.models import Record
from conduct.rules.labels import label
from conduct.rules.vocabulary import Body, CaseState, DeadlineKind, Kind, QuestionState, Stage
from conduct.rulings.services import ToldStep
from conduct.web.fields import AskedFlag, Flag, Form, Text, Word

STATES = [*CaseState, *(state for state in QuestionState if state.value not in set(CaseState))]


class QueueIn(Form):
    kind = Word([Kind.REPORT, Kind.QUESTION], required=False)
    stage = Word(Stage, required=False)
    late = AskedFlag(required=False)


class ReasonIn(Form):
    reason = Text()


class AnswerKeepingIn(Form):
    confirmed = Flag()
    reason = Text()


class NoteIn(Form):
    text = Text()


class DoneOut(serializers.Serializer):
    reference = serializers.CharField()


class RecordOut(serializers.Serializer):
    reference = serializers.CharField()
    kind = Word(Kind)
    body = Word(Body)
    stage = Word(Stage)
    state = Word(STATES, source="case.state")
    provisional = serializers.BooleanField()
    opened_at = serializers.DateTimeField()
    next_due_at = serializers.DateTimeField(allow_null=True)
    late = serializers.SerializerMethodField()
    handler = serializers.CharField(source="case.handler.username", allow_null=True, default=None)

    def get_late(self, record: Record) -> bool:
        due_at: datetime | None = record.next_due_at
        return due_at is not None and due_at < self.context["view"].now


class ReportOut(serializers.Serializer):
    reference = serializers.CharField()
    told = serializers.DictField(child=serializers.CharField())


class ProposalOut(serializers.Serializer):
    reference = serializers.CharField()
    proposed_by = serializers.CharField()
    proposed_at = serializers.DateTimeField()
    reason = serializers.CharField()


class NoteOut(serializers.Serializer):
    author = serializers.CharField()
    written_at = serializers.DateTimeField()
    text = serializers.CharField()


class LineOut(serializers.Serializer):
    at = serializers.DateTimeField(source="happened_at")
    event = Word(Event)
    told = serializers.SerializerMethodField()

    def get_told(self, line: phrases.Line) -> str:
        return phrases.phrase(line).told(gettext)


class DutyOut(serializers.Serializer):
    duty = Word(DeadlineKind, source="kind")
    told = serializers.SerializerMethodField()
    started_at = serializers.DateTimeField()
    due_at = serializers.DateTimeField()
    late = serializers.SerializerMethodField()

    def get_told(self, duty: Deadline) -> str:
        return label(DeadlineKind(duty.kind), gettext)

    def get_late(self, duty: Deadline) -> bool:
        return bool(duty.due_at < self.context["view"].now)


class StepOut(serializers.Serializer):
    rule = serializers.CharField()
    paragraphs = serializers.ListField(child=serializers.CharField())
    readings = serializers.ListField(child=serializers.CharField())
    why = serializers.SerializerMethodField()

    def get_why(self, step: ToldStep) -> str:
        return step.why.told(gettext)


class ExplanationOut(serializers.Serializer):
    made_at = serializers.DateTimeField()
    answer = serializers.SerializerMethodField()
    facts = serializers.DictField(child=serializers.CharField())
    steps = StepOut(many=True)
    passed_over = serializers.DictField(child=serializers.CharField())

    @extend_schema_field({"type": "object", "additionalProperties": True})
    def get_answer(self, explanation: object) -> object:
        return explanation.answer  # type: ignore[attr-defined]
