"""Telling us something by a program, with one's name. The answer is the receipt number, and only that."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request
from rest_framework.response import Response

from cases.services import About, Report, file_report, keep_number
from conduct import clock
from conduct.contact.services.put_on_list import LISTED
from conduct.people.models import Person
from conduct.people.queries import ceo_on, person_class
from conduct.provisions.queries import readings_on
from conduct.rules.vocabulary import Channel, Kind, MatterType, PersonClass
from conduct.vault import receipts
from conduct.vault.digits import Number
from conduct.vault.receipts import Drawn
from conduct.web.endpoints import KEY, Endpoint, given
from conduct.web.fields import Day, Flag, Form, Text, Word
from conduct.web.idempotency import once
from conduct.web.scopes import Scope

UNKNOWN = {"person": [_("Nobody has this user name.")]}


class AboutIn(Form):
    """A person by user name, or only what that person is."""

    person = Text(required=False, max_length=150)

    def get_fields(self) -> dict[str, serializers.Field]:
        return {"class": Word(PersonClass, required=False), **super().get_fields()}

    def validate(self, words: dict[str, Any]) -> dict[str, Any]:
        if len(words) != 1:
            raise ValidationError(_("Say either who it is, or what that person is."))
        return words


class ToldIn(Form):
    """The answers, by question. Only the first is needed."""

    what = Text()
    who = Text(required=False)
    when = Text(required=False)
    where = Text(required=False)
    still = Text(required=False)
    how = Text(required=False)
    treated = Text(required=False)


class ReachIn(Form):
    reach = Text(required=False, max_length=100)
    phone = Text(required=False, max_length=100)


class ReportIn(Form):
    kind = Word([Kind.REPORT, Kind.QUESTION], default=Kind.REPORT)
    channel = Word([Channel.CEO, Channel.SUPERVISOR, Channel.BOSA_NAMED])
    about = AboutIn(many=True, required=False, max_length=20)
    told = ToldIn()
    matter = Word(MatterType, required=False)
    conduct_on = Day(required=False)
    reach = ReachIn(required=False)
    keep = Flag(default=False, help_text="Put it into your own list. Only what does not go to the auditors alone.")

    def validate(self, words: dict[str, Any]) -> dict[str, Any]:
        if words["kind"] is Kind.REPORT and not words.get("about"):
            raise ValidationError({"about": [_("Say who it is about. “Not identified yet” is an answer.")]})
        if words["keep"] and words["channel"] not in LISTED:
            raise ValidationError({"keep": [_("What goes to the Statutory Auditors alone is found by its number.")]})
        return words


class ReceiptNumberOut(serializers.Serializer):
    number = serializers.CharField()


class ReportView(Endpoint):
    scope = Scope.FILE

    @extend_schema(request=ReportIn, responses={201: ReceiptNumberOut}, parameters=[KEY], operation_id="file_report")
    def post(self, request: Request) -> Response:
        """Report or ask something. The number is shown once; only the same request with the same key shows it again."""
        words = given(ReportIn, request.data)
        report = report_of(words, self.actor.person, self.now)
        number = once(
            request,
            prepare=receipts.draw,
            act=lambda drawn: self.filed(report, drawn, keep=words["keep"]),
            now=self.now,
            secret=True,
        )
        return Response({"number": grouped(number)}, status=201)

    def filed(self, report: Report, drawn: Drawn, *, keep: bool) -> str:
        case = file_report(actor=self.actor, report=report, receipt=drawn, now=self.now)
        if keep:
            keep_number(actor=self.actor, case=case, now=self.now)
        return drawn.number.locator + drawn.number.secret


def grouped(number: str) -> str:
    return Number(number[:8], number[8:]).grouped()


def report_of(words: Mapping[str, Any], sender: Person, now: datetime) -> Report:
    today, told_day = clock.day(now), words.get("conduct_on")
    about = abouts(words.get("about", ()), [told_day or today, today])
    return Report(
        kind=words["kind"],
        channel=words["channel"],
        about=about or (About(person_class=person_class(sender, today, under=readings_on(today))),),
        told=words["told"],
        matter=words.get("matter"),
        conduct_on=told_day,
        reach=words.get("reach", {}),
    )


def abouts(sent: Sequence[Mapping[str, Any]], days: Sequence[date]) -> tuple[About, ...]:
    """Whoever is named, and the classes. Raises ValidationError with the place of each name that nobody has."""
    names = [each["person"] for each in sent if "person" in each]
    people = {person.username: person for person in Person.objects.filter(username__in=names)}
    wrong = {str(place): UNKNOWN for place, each in enumerate(sent) if each.get("person") not in {None, *people}}
    if wrong:
        raise ValidationError({"about": wrong})
    classes = {each["class"]: None for each in sent if "class" in each}
    if PersonClass.CEO in classes:
        people |= {ceo.username: ceo for ceo in map(ceo_on, days) if ceo}
    held = {person_class(person, days[0]) for person in people.values()}
    named = [About(person=person) for person in people.values()]
    return (*named, *(About(person_class=word) for word in classes if word is not PersonClass.CEO or word not in held))
