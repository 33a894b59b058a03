"""Where a report stands, for whoever holds its number. No token: it would tie a person to a report."""

from collections.abc import Iterator

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from conduct import clock
from conduct.audit.domains import Domain
from conduct.deadlines.queries import duties_of
from conduct.records.models import Record
from conduct.rules.labels import gettext_noop, label
from conduct.rules.vocabulary import DeadlineKind, Stage
from conduct.vault import digits, receipts
from conduct.vault.digits import Mistyped, Number
from conduct.web.endpoints import PublicEndpoint, given
from conduct.web.fields import Text, Word

WORDS = {
    Stage.RECEIVED: gettext_noop("Received"),
    Stage.ASSESSING: gettext_noop("Read"),
    Stage.ADDRESSING: gettext_noop("Looking into it"),
    Stage.CONCLUDED: gettext_noop("Finished"),
}
PROMISED = [DeadlineKind.ACKNOWLEDGE, DeadlineKind.FEEDBACK, DeadlineKind.ANSWER]


class ReceiptIn(serializers.Serializer):
    number = Text(max_length=100)


class PromiseOut(serializers.Serializer):
    duty = Word(PROMISED)
    told = serializers.CharField()
    due_on = serializers.DateField()


class ReceiptOut(serializers.Serializer):
    stage = Word(Stage)
    told = serializers.CharField()
    promised = PromiseOut(many=True)


class ReceiptView(PublicEndpoint):
    @extend_schema(request=ReceiptIn, responses=ReceiptOut, operation_id="open_receipt")
    def post(self, request: Request) -> Response:
        """Where the report with this number stands, and what was promised until when. Slow on purpose."""
        record = receipts.find(number_in(given(ReceiptIn, request.data)["number"]))
        if record is None:
            raise refused(_("No report has that number. Check it, or its keeping time has passed."))
        stage = Stage(record.stage)
        told = {"stage": stage, "told": gettext(WORDS[stage]), "promised": promises(record)}
        return Response(ReceiptOut(told).data)


def number_in(typed: str) -> Number:
    try:
        return digits.read(typed)
    except Mistyped as fault:
        mistyped, wrong_length = _("There is a typing mistake in the number."), _("The number has 24 digits.")
        raise refused(mistyped if fault.length == digits.TOTAL else wrong_length) from None


def refused(told: object) -> ValidationError:
    return ValidationError({"number": [told]})


def promises(record: Record) -> Iterator[dict[str, object]]:
    """The dates that the reporter was given; what is done is not among them."""
    for duty in duties_of(record, {Domain.SYSTEM}).filter(kind__in=[kind.value for kind in PROMISED]):
        kind = DeadlineKind(duty.kind)
        yield {"duty": kind, "told": label(kind, gettext), "due_on": clock.day(duty.due_at)}
