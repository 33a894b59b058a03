"""The facts of a record for programs: the people in it, how grave it is, what it is linked with."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from cases import queries as cases
from cases.api.acts import REFERENCE, RecordEndpoint, act
from cases.api.shapes import AnswerKeepingIn, DoneOut, ReasonIn
from cases.models import Case, Determination
from cases.services import Entry
from conduct import clock
from conduct.access.check import scope
from conduct.access.permissions import Permission
from conduct.handoffs import queries, services
from conduct.handoffs.reading import open_people
from conduct.people.queries import called
from conduct.provisions.criteria import criteria_on, questions
from conduct.rules.vocabulary import LinkKind, Materiality, PartyRole, PersonClass, Reply
from conduct.web.endpoints import KEY, Endpoint, given
from conduct.web.fields import Day, Form, Text, Word
from conduct.web.idempotency import once
from conduct.web.paging import KeysetPagination

OPEN_KINDS = [LinkKind.SAME, LinkKind.FOLLOWS]


class PartyIn(Form):
    role = Word(PartyRole)
    person = Text(required=False, allow_blank=True, default="", max_length=120)
    person_class = Word(PersonClass, required=False, default=PersonClass.UNKNOWN)
    on = Day(required=False, allow_null=True, default=None)
    reason = Text()

    def validate_person(self, name: str) -> object:
        """The person of the register by user name, or the name as it is."""
        found = called(name) if name else []
        if len(found) > 1:
            raise serializers.ValidationError(_("Several people are called so. Send the user name."))
        return found[0] if found else name


class PlaceIn(PartyIn):
    place = serializers.IntegerField(min_value=1, max_value=999)


class TakeOutIn(ReasonIn):
    place = serializers.IntegerField(min_value=1, max_value=999)


class MaterialityIn(Form):
    outcome = Word(Materiality)
    replies = serializers.DictField(child=Word(Reply), required=False, default=dict)
    reason = Text()


class SplitIn(ReasonIn):
    places = serializers.ListField(child=serializers.IntegerField(min_value=1, max_value=999), min_length=1)


class LinkIn(ReasonIn):
    other = serializers.RegexField("^[A-Z0-9]{8,12}$", max_length=12)
    kind = Word(OPEN_KINDS)


class PartyOut(serializers.Serializer):
    place = serializers.IntegerField()
    role = Word(PartyRole)
    person = serializers.CharField(allow_null=True)
    name = serializers.CharField(allow_blank=True)
    person_class = Word(PersonClass)
    on = serializers.DateField(allow_null=True)


class LinkOut(serializers.Serializer):
    reference = serializers.CharField(source="record.reference")
    other = serializers.CharField(source="other.reference")
    kind = Word(LinkKind)
    made_at = serializers.DateTimeField()


class QuestionOut(serializers.Serializer):
    number = serializers.IntegerField()
    key = serializers.CharField()
    text = serializers.CharField()


class DeterminationOut(serializers.Serializer):
    reference = serializers.CharField(source="case.record.reference")
    outcome = Word(Materiality)
    decided_at = serializers.DateTimeField()
    decided_by = serializers.CharField(source="decided_by.username")
    second_person = serializers.CharField(source="second_person.username", allow_null=True, default=None)
    ended_at = serializers.DateTimeField(allow_null=True)


def entry_of(words: dict[str, Any]) -> Entry:
    named = words["person"]
    known = {"name": named} if isinstance(named, str) else {"person_id": named.pk}
    return Entry(role=words["role"], person_class=words["person_class"], on=words["on"], **known)


class FactsViewSet(RecordEndpoint):
    """What is known of a record. Every change asks again whose it is, and does what follows."""

    serializer_class = DoneOut

    @extend_schema(parameters=[REFERENCE], responses=PartyOut(many=True))
    @action(detail=True, pagination_class=None)
    def people(self, request: Request, reference: str) -> Response:
        """The people in it, in order. That the list was read stands on the ledger."""
        people = open_people(self.actor, self.get_object(), now=self.now)
        return Response(PartyOut(people, many=True).data)

    @act("name-party", PartyIn)
    def name_party(self, request: Request, reference: str) -> Response:
        """Name one more person. The reason goes along where the record moves."""
        return self.changed(services.name_party, PartyIn)

    @act("correct-party", PlaceIn)
    def correct_party(self, request: Request, reference: str) -> Response:
        """Correct the person at a place of the list. What stood there stays on file."""
        return self.changed(services.correct_party, PlaceIn)

    @act("take-out-party", TakeOutIn)
    def take_out_party(self, request: Request, reference: str) -> Response:
        """Take the person at a place of the list out of it. What stood there stays on file."""
        words = given(TakeOutIn, request.data)
        return self.carried_out(lambda case: services.correct_party(case=case, entry=None, **words, **self.who))

    @act("materiality", MaterialityIn)
    def materiality(self, request: Request, reference: str) -> Response:
        """Say how grave it is. Not material takes effect when a second person confirms."""
        return self.done(services.determine_materiality, MaterialityIn)

    @act("answer-keeping", AnswerKeepingIn)
    def answer_keeping(self, request: Request, reference: str) -> Response:
        """Say as second person whether it is not material."""
        return self.done(services.answer_determination, AnswerKeepingIn)

    @act("split", SplitIn)
    def split(self, request: Request, reference: str) -> Response:
        """Split the people at these places off into a record of their own."""
        return self.done(services.split_case, SplitIn)

    @extend_schema(parameters=[REFERENCE], responses=LinkOut(many=True))
    @action(detail=True, pagination_class=None)
    def links(self, request: Request, reference: str) -> Response:
        """The records it is linked with, as far as you may see them."""
        return Response(LinkOut(queries.links_of(self.actor, self.get_object().record), many=True).data)

    @act("link", LinkIn)
    def link(self, request: Request, reference: str) -> Response:
        """Link it with another record that you may see."""
        words = given(LinkIn, request.data)
        other = cases.visible_cases(self.actor).filter(record__reference=words.pop("other")).first()
        if other is None:
            raise Http404
        return self.carried_out(lambda case: services.link_records(case=case, other=other, **words, **self.who))

    @property
    def who(self) -> dict[str, Any]:
        return {"actor": self.actor, "now": self.now}

    def changed(self, service: Any, form: type[Form]) -> Response:
        words = given(form, self.request.data)
        rest = {"place": words["place"]} if "place" in words else {}
        said = {"entry": entry_of(words), "reason": words["reason"], **rest}
        return self.carried_out(lambda case: service(case=case, **said, **self.who))

    def carried_out(self, do: Any) -> Response:
        once_told = once(
            self.request, prepare=self.get_object, act=lambda case: str(do(case).record.reference), now=self.now
        )
        return Response({"reference": once_told})


class CriteriaViewSet(Endpoint, GenericViewSet):
    """The questions on materiality in force today."""

    serializer_class = QuestionOut

    @extend_schema(responses=QuestionOut(many=True), operation_id="criteria")
    def list(self, request: Request) -> Response:
        """The Board's questions, in order; the recommended ones while it has adopted none."""
        return Response(QuestionOut(questions(criteria_on(clock.day(self.now))), many=True).data)


class DeterminationViewSet(Endpoint, ListModelMixin, GenericViewSet):
    """What was found not material. For the statutory auditors; for everybody else the list is empty."""

    serializer_class = DeterminationOut
    pagination_class = KeysetPagination
    keyset = ("-decided_at", "id")
    lookup_field = "reference"
    lookup_value_regex = "[A-Z0-9]{8,12}"

    def get_queryset(self) -> QuerySet[Determination]:
        return queries.kept_as_minor(self.actor)

    def get_object(self) -> Case:
        """By its number, for whoever may call it in. Http404 for what was not found not material, or is hidden."""
        callable_in = scope(self.actor, Permission.RECORD_CALL_IN).filter(reference=self.kwargs["reference"])
        found = queries.standing_as_minor().filter(case__record__in=callable_in).first()
        if found is None:
            raise Http404
        return found.case

    @extend_schema(request=ReasonIn, responses=DoneOut, parameters=[REFERENCE, KEY])
    @action(detail=True, methods=["post"], url_path="call-in")
    def call_in(self, request: Request, reference: str) -> Response:
        """Bring it before the Board after all. It counts as material again."""
        words = given(ReasonIn, request.data)
        told = once(request, prepare=self.get_object, act=lambda case: self.called(case, words), now=self.now)
        return Response({"reference": told})

    def called(self, case: Case, words: dict[str, Any]) -> str:
        return str(services.call_in(actor=self.actor, case=case, now=self.now, **words).record.reference)
