"""Where a report stands, for whoever holds its number. No token: it would tie a person to a report."""

from datetime import datetime

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from conduct import clock
from conduct.access import acting
from conduct.answers.api import AnswerOut
from conduct.answers.notes import dialogue
from conduct.answers.services import ask_again
from conduct.contact.forms.number import MISTYPED, UNKNOWN, WRONG_LENGTH
from conduct.contact.presenters.promises import promises, standing
from conduct.people.actor import REPORTER
from conduct.protection.services import note_wrong_number
from conduct.records.models import Record
from conduct.rules.vocabulary import Stage
from conduct.vault import digits, receipts
from conduct.vault.digits import Mistyped, Number
from conduct.web.endpoints import PublicEndpoint, given
from conduct.web.fields import Form, Text, Word


class ReceiptIn(Form):
    number = Text(max_length=200)


class PromiseOut(serializers.Serializer):
    on = serializers.DateField()
    done_on = serializers.DateField(allow_null=True)
    told = serializers.CharField(source="text")


class AskAgainIn(ReceiptIn):
    text = Text(max_length=10_000)


class ReceiptOut(serializers.Serializer):
    stage = Word(Stage)
    told = serializers.CharField()
    rests_with = serializers.CharField()
    received_on = serializers.DateField()
    promised = PromiseOut(many=True)
    answers = AnswerOut(many=True)
    needs_waiver_since = serializers.DateField(allow_null=True)


class ReceiptView(PublicEndpoint):
    @extend_schema(request=ReceiptIn, responses=ReceiptOut, operation_id="open_receipt")
    @acting.reporter()
    def post(self, request: Request) -> Response:
        """How far the report with this number is, who has it, and what was promised by when. Slow on purpose."""
        record = record_of(given(ReceiptIn, request.data)["number"])
        return Response(ReceiptOut(shown(record, clock.now())).data)


class AskAgainView(PublicEndpoint):
    @extend_schema(request=AskAgainIn, responses=ReceiptOut, operation_id="ask_again")
    @acting.reporter()
    def post(self, request: Request) -> Response:
        """Ask more about the question with this number. Slow on purpose."""
        words, now = given(AskAgainIn, request.data), clock.now()
        record = ask_again(actor=REPORTER, record=record_of(words["number"]), text=words["text"], now=now)
        return Response(ReceiptOut(shown(record, now)).data)


def record_of(typed: str) -> Record:
    """The record that this number opens. Raises ValidationError."""
    record = receipts.find(number_in(typed))
    if record is None:
        note_wrong_number(actor=REPORTER, now=clock.now())
        raise refused(UNKNOWN)
    return record


def shown(record: Record, now: datetime) -> dict[str, object]:
    """The same words as on the page."""
    how_far, told = standing(record), dialogue(record)
    return {
        "stage": Stage(record.stage),
        "told": how_far.stage,
        "rests_with": how_far.body,
        "received_on": how_far.received_on,
        "promised": promises(record, now=now),
        "answers": told.notes,
        "needs_waiver_since": told.needs_waiver_since,
    }


def number_in(typed: str) -> Number:
    try:
        return digits.read(typed)
    except Mistyped as fault:
        mistyped = fault.length == digits.TOTAL
        raise refused(MISTYPED if mistyped else WRONG_LENGTH % {"count": fault.length}) from None


def refused(told: object) -> ValidationError:
    return ValidationError({"number": [told]})
