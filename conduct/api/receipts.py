"""Where a report stands, for whoever holds its number. No token: it would tie a person to a report."""

from datetime import datetime

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from conduct import clock
from conduct.contact.forms.number import MISTYPED, UNKNOWN, WRONG_LENGTH
from conduct.contact.presenters.promises import promises, standing
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


class ReceiptOut(serializers.Serializer):
    stage = Word(Stage)
    told = serializers.CharField()
    rests_with = serializers.CharField()
    received_on = serializers.DateField()
    promised = PromiseOut(many=True)


class ReceiptView(PublicEndpoint):
    @extend_schema(request=ReceiptIn, responses=ReceiptOut, operation_id="open_receipt")
    def post(self, request: Request) -> Response:
        """How far the report with this number is, who has it, and what was promised by when. Slow on purpose."""
        record = receipts.find(number_in(given(ReceiptIn, request.data)["number"]))
        if record is None:
            raise refused(UNKNOWN)
        return Response(ReceiptOut(shown(record, clock.now())).data)


def shown(record: Record, now: datetime) -> dict[str, object]:
    """The same words as on the page."""
    how_far = standing(record)
    return {
        "stage": Stage(record.stage),
        "told": how_far.stage,
        "rests_with": how_far.body,
        "received_on": how_far.received_on,
        "promised": promises(record, now=now),
    }


def number_in(typed: str) -> Number:
    try:
        return digits.read(typed)
    except Mistyped as fault:
        mistyped = fault.length == digits.TOTAL
        raise refused(MISTYPED if mistyped else WRONG_LENGTH % {"count": fault.length}) from None


def refused(told: object) -> ValidationError:
    return ValidationError({"number": [told]})
