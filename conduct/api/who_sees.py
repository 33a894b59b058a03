"""Who would see this? The rulebook's own answer to made-up facts. Nobody is asked who asks, and nothing is stored."""

from typing import Any

from django.utils.translation import gettext
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from conduct import clock
from conduct.provisions.queries import readings_on
from conduct.rules.decision import Decision
from conduct.rules.facts import Matter, Subject
from conduct.rules.route import Route, route
from conduct.rules.vocabulary import (
    Authority,
    Body,
    CeoNotice,
    Channel,
    Excluded,
    Kind,
    Materiality,
    MatterType,
    PersonClass,
)
from conduct.web.endpoints import PublicEndpoint, given
from conduct.web.fields import Form, Word


class SubjectIn(Form):
    """What somebody concerned is; how grave it is for that person, where that differs from the whole."""

    materiality = Word(Materiality, required=False)

    def get_fields(self) -> dict[str, serializers.Field]:
        return {"class": Word(PersonClass), **super().get_fields()}


class WhoSeesIn(Form):
    kind = Word(Kind, default=Kind.REPORT)
    subjects = SubjectIn(many=True, min_length=1, max_length=20)
    materiality = Word(Materiality, default=Materiality.UNKNOWN)
    matter = Word(MatterType, required=False, allow_null=True)
    channel = Word(Channel, default=Channel.CEO)


class CellOut(serializers.Serializer):
    interprets = Word(Authority)
    investigates = Word(Authority)
    consulted_on_discipline = Word(Authority, source="consulted")
    waives = Word(Authority)
    waiver_consults = Word(Authority, allow_null=True)


class WhoSeesOut(serializers.Serializer):
    lead = Word(Authority, source="answer.lead")
    intake = Word(Authority, source="answer.intake")
    provisional = serializers.BooleanField(source="answer.provisional")
    ceo_notice = Word(CeoNotice, source="answer.ceo_notice")
    excluded = serializers.ListField(child=Word(Excluded), source="answer.excluded")
    informed = serializers.ListField(child=Word(Body), source="answer.informed")
    subjects = CellOut(many=True, source="answer.cells")
    rules = serializers.ListField(child=serializers.CharField())
    cites = serializers.ListField(child=serializers.CharField(), source="paragraphs")
    defaults = serializers.ListField(child=serializers.CharField(), source="readings")
    why = serializers.SerializerMethodField()

    def get_why(self, decision: Decision[Route]) -> list[str]:
        return [step.why.told(gettext) for step in decision.steps]


class WhoSeesView(PublicEndpoint):
    @extend_schema(request=WhoSeesIn, responses=WhoSeesOut, operation_id="who_sees")
    def post(self, request: Request) -> Response:
        """Who would lead, who would open it, who would be told and who stays out, and why."""
        under = readings_on(clock.day(clock.now()))
        return Response(WhoSeesOut(route(matter(given(WhoSeesIn, request.data)), under=under)).data)


def matter(words: dict[str, Any]) -> Matter:
    """Raises RuleBroken where there can be no such matter."""
    subjects = tuple(Subject(each["class"], each.get("materiality")) for each in words["subjects"])
    return Matter(
        kind=words["kind"],
        subjects=subjects,
        materiality=words["materiality"],
        matter=words.get("matter"),
        channel=words["channel"],
    )
