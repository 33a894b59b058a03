"""Answers and the public register, for programs."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from cases.api.acts import REFERENCE, RecordEndpoint, act
from cases.api.shapes import DoneOut, ReasonIn
from cases.models import Case
from conduct.answers import services
from conduct.answers.models import Interpretation
from conduct.answers.notes import note_of
from conduct.answers.presenters import keys_in
from conduct.answers.queries import Precedent, answers_on, found, interpretations, precedents
from conduct.answers.reply import Reply, Words, told
from conduct.provisions.keys import KEY as PARAGRAPH
from conduct.provisions.searching import cleaned
from conduct.rules.vocabulary import Body
from conduct.vault import vault
from conduct.web.endpoints import KEY, PublicEndpoint, asked, given
from conduct.web.fields import Flag, Form, Text, Word
from conduct.web.idempotency import once
from conduct.web.paging import KeysetPagination

NUMBER = OpenApiParameter(
    "number", {"type": "string", "pattern": "^[0-9]{4}-[0-9]{1,6}$"}, OpenApiParameter.PATH, description="2026-1"
)


class ParagraphsIn(Form):
    paragraphs = serializers.ListField(
        child=serializers.RegexField(f"^{PARAGRAPH.pattern}$", max_length=20), min_length=1, max_length=40
    )


class AnswerIn(ParagraphsIn):
    text = Text()
    facts = serializers.ListField(child=Text(max_length=1000), min_length=1, max_length=40)
    departs = Flag(help_text="Whether it would permit a departure from the text. Then it is held for a waiver.")
    differs = Flag(default=False)
    why_differs = Text(default="", allow_blank=True)


class WordsIn(Form):
    asked_en = Text(max_length=500)
    asked_ja = Text(max_length=500)
    answer_en = Text(max_length=4000)
    answer_ja = Text(max_length=4000)


class DecideWordsIn(Form):
    proposal = serializers.IntegerField(min_value=1)
    approved = Flag()
    reason = Text(default="", allow_blank=True)


class RegisterIn(Form):
    q = serializers.CharField(required=False, max_length=100)
    paragraph = serializers.CharField(required=False, max_length=40)


class AnswerOut(serializers.Serializer):
    note = serializers.CharField()
    mark = serializers.CharField()
    body = Word(Body)
    paragraphs = serializers.ListField(child=serializers.CharField())
    on = serializers.DateField()
    text = serializers.CharField(source="told.text")
    facts = serializers.ListField(child=serializers.CharField(), source="told.facts")
    lapsed_on = serializers.DateField(allow_null=True)


class PrecedentOut(serializers.Serializer):
    reference = serializers.CharField(allow_blank=True)
    body = Word(Body)
    paragraphs = serializers.ListField(child=serializers.CharField())
    on = serializers.DateField()
    holds = serializers.BooleanField()
    number = serializers.SerializerMethodField()

    def get_number(self, precedent: Precedent) -> str:
        return str(precedent.public) if precedent.public else ""


class InterpretationOut(serializers.Serializer):
    number = serializers.CharField(source="__str__")
    body = Word(Body)
    paragraphs = serializers.ListField(child=serializers.CharField())
    published_on = serializers.DateField()
    withdrawn_on = serializers.DateField(allow_null=True)
    version = serializers.IntegerField()
    asked_en = serializers.CharField()
    asked_ja = serializers.CharField()
    answer_en = serializers.CharField()
    answer_ja = serializers.CharField()


class AnsweringViewSet(RecordEndpoint):
    """Answering a question, and making an answer public."""

    serializer_class = DoneOut

    @extend_schema(parameters=[REFERENCE], responses=AnswerOut(many=True))
    @action(detail=True, pagination_class=None)
    def answers(self, request: Request, reference: str) -> Response:
        """What was answered, the newest first. That it was read stands on the ledger."""
        rows = list(answers_on(self.actor, self.get_object().record))
        texts = vault.open_all(self.actor, [answer.text for answer in rows], now=self.now)
        notes = [note_of(answer, told(text)) for answer, text in zip(rows, texts, strict=True)]
        return Response(AnswerOut(notes, many=True).data)

    @extend_schema(request=ParagraphsIn, parameters=[REFERENCE, KEY], responses=PrecedentOut(many=True))
    @action(detail=True, methods=["post"], url_path="show-precedents", pagination_class=None)
    def show_precedents(self, request: Request, reference: str) -> Response:
        """The earlier answers on these paragraphs. Without having asked for them nobody answers."""
        keys = given(ParagraphsIn, request.data)["paragraphs"]

        def show(case: Case) -> str:
            shown = services.show_precedents(actor=self.actor, case=case, paragraphs=keys, now=self.now)
            return str(shown.record.reference)

        once(request, prepare=self.get_object, act=show, now=self.now)
        record = self.get_object().record
        rows = precedents(self.actor, keys, version=record.code_version, besides=record)
        return Response(PrecedentOut(rows, many=True).data)

    @act("answer", AnswerIn)
    def answer(self, request: Request, reference: str) -> Response:
        """Answer the question as the body that may interpret the Code."""
        return self.done(answer_question, AnswerIn)

    @act("lapse", ReasonIn)
    def lapse(self, request: Request, reference: str) -> Response:
        """Say that the facts have changed: the answer no longer holds."""
        return self.done(services.mark_lapsed, ReasonIn)

    @act("propose-wording", WordsIn)
    def propose_wording(self, request: Request, reference: str) -> Response:
        """Propose the public words of the answer, or a correction of them."""
        return self.done(propose_wording, WordsIn)

    @act("decide-wording", DecideWordsIn)
    def decide_wording(self, request: Request, reference: str) -> Response:
        """Approve as second person the public words, or refuse them with a reason."""
        return self.done(services.decide_wording, DecideWordsIn)

    @act("withdraw-interpretation", ReasonIn)
    def withdraw_interpretation(self, request: Request, reference: str) -> Response:
        """Withdraw the public part. It stays readable and marked."""
        return self.done(services.withdraw_interpretation, ReasonIn)


def answer_question(*, paragraphs: list[str], facts: list[str], **words: Any) -> Case:
    said = {name: words.pop(name) for name in ("text", "departs", "differs", "why_differs")}
    return services.answer_question(reply=Reply(paragraphs=tuple(paragraphs), facts=tuple(facts), **said), **words)


def propose_wording(*, actor: Any, case: Case, now: Any, **words: str) -> Case:
    return services.propose_wording(actor=actor, case=case, words=Words(**words), now=now)


class RegisterViewSet(PublicEndpoint, ListModelMixin, GenericViewSet):
    """The public register of interpretations. For everybody, as its pages are."""

    serializer_class = InterpretationOut
    pagination_class = KeysetPagination
    keyset = ("-year", "-number")
    filters = ("q", "paragraph")

    def get_queryset(self) -> QuerySet[Interpretation]:
        words = asked(RegisterIn, self.request, self.filters)
        keys = keys_in(words.get("paragraph", ""))
        if words.get("paragraph") and not keys:
            return Interpretation.objects.none()
        return found(words=cleaned(words.get("q", "")), keys=keys)

    @extend_schema(parameters=[RegisterIn], operation_id="answers")
    def list(self, request: Request, *args: Any, **kwargs: Any) -> Response:
        """The interpretations, the newest first, by words and by paragraph. What is sought is not kept."""
        return super().list(request, *args, **kwargs)

    @extend_schema(parameters=[NUMBER], operation_id="answer", responses=InterpretationOut)
    def retrieve(self, request: Request, number: str) -> Response:
        """One interpretation by its number."""
        year, _, place = number.partition("-")
        if not (year.isascii() and year.isdigit() and place.isascii() and place.isdigit() and len(number) <= 11):
            raise Http404
        one = get_object_or_404(interpretations(), year=int(year), number=int(place))
        return Response(InterpretationOut(one).data)
