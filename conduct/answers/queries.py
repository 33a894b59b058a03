"""What can be asked about answers. Whatever belongs to a record goes through `scope`; what is public is everybody's."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Q, QuerySet, Subquery

from cases.models import Case
from conduct.access.check import scope
from conduct.access.permissions import Permission
from conduct.answers.models import NOBODY_YET, Answer, Interpretation, PrecedentsShown, Proposal, WaiverNeed, Wording
from conduct.answers.reply import around
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.provisions.models import CodeVersion
from conduct.records.models import Record
from conduct.rules.vocabulary import Body

WORDS = ("asked_en", "asked_ja", "answer_en", "answer_ja", "version")
MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Precedent:
    """An earlier answer as this reader may see it. `reference` is empty where only the public part is known."""

    body: Body
    paragraphs: tuple[str, ...]
    on: date
    holds: bool
    reference: str = ""
    record: Record | None = None
    public: Interpretation | None = None


def answers_on(actor: Actor, record: Record) -> QuerySet[Answer]:
    """The answers to one question, the newest first; nothing of a record that this actor may not know about."""
    seen = Answer.objects.filter(record__in=scope(actor, Permission.RECORD_VIEW).filter(pk=record.pk))
    return seen.select_related("record", "text__record", "answered_by").order_by("-answered_at", "-pk")


def proposal_on(actor: Actor, record: Record) -> Proposal | None:
    """The public wording that waits for a second person, for whoever may know the record."""
    waiting = Proposal.objects.filter(NOBODY_YET, answer__record__in=scope(actor, Permission.RECORD_VIEW))
    return waiting.filter(answer__record=record).select_related("words__record", "proposed_by", "answer").first()


def wordings_to_decide(actor: Actor) -> QuerySet[Case]:
    """The questions whose public wording waits for this person by name."""
    asked = Proposal.objects.filter(NOBODY_YET, second_person=actor.person).values("answer__record")
    known = scope(actor, Permission.RECORD_CONFIRM).filter(pk__in=asked)
    return Case.objects.filter(record__in=known).select_related("record").order_by("pk")


def waiver_need_of(record: Record) -> WaiverNeed | None:
    """That the question is held for a waiver, if it is."""
    return WaiverNeed.objects.filter(record=record, ended_at=None).first()


def waiver_needs(actor: Actor) -> QuerySet[WaiverNeed]:
    """The questions that wait to become a request for a waiver, oldest first, as far as this actor may know."""
    held = WaiverNeed.objects.filter(ended_at=None, waiver=None, record__in=scope(actor, Permission.RECORD_VIEW))
    return held.select_related("record").order_by("found_at", "pk")


def precedents(actor: Actor, keys: Collection[str], *, version: CodeVersion, besides: Record) -> list[Precedent]:
    """The earlier answers around these paragraphs, newest first: those this reader may see, and the public ones."""
    touched = Q(paragraphs__overlap=around(keys, version))
    known = Answer.objects.filter(touched, record__in=scope(actor, Permission.RECORD_VIEW)).exclude(record=besides)
    known = known.select_related("record", "interpretation").order_by("-answered_at", "-pk")[:MOST]
    found = [_known(answer) for answer in known]
    public = {each.public.pk for each in found if each.public}
    rest = interpretations().filter(touched).exclude(pk__in=public).exclude(answer__record=besides)[:MOST]
    return sorted([*found, *map(_public, rest)], key=lambda each: each.on, reverse=True)


def _known(answer: Answer) -> Precedent:
    public = getattr(answer, "interpretation", None)
    return Precedent(
        body=Body(answer.body),
        paragraphs=tuple(answer.paragraphs),
        on=answer.answered_at.date(),
        holds=answer.lapsed_at is None,
        reference=answer.record.reference,
        record=answer.record,
        public=interpretations().filter(pk=public.pk).first() if public else None,
    )


def _public(one: Interpretation) -> Precedent:
    holds = one.withdrawn_on is None
    return Precedent(
        body=Body(one.body), paragraphs=tuple(one.paragraphs), on=one.published_on, holds=holds, public=one
    )


def shown_to(person: Person, record: Record, keys: Collection[str]) -> PrecedentsShown | None:
    """The last time the precedents on all of these paragraphs stood before this person, for this question."""
    shown = PrecedentsShown.objects.filter(person=person, record=record, paragraphs__contains=list(keys))
    return shown.order_by("-shown_at", "-pk").first()


def newer_than(actor: Actor, shown: PrecedentsShown, keys: Collection[str], *, version: CodeVersion) -> bool:
    """Whether an answer has come since that this actor would see among the precedents now."""
    touched = Q(paragraphs__overlap=around(keys, version))
    since = Answer.objects.filter(touched, answered_at__gt=shown.shown_at).exclude(record=shown.record)
    public = Interpretation.objects.filter(touched, answer__proposals__decided_at__gt=shown.shown_at)
    public = public.exclude(answer__record=shown.record)
    return since.filter(record__in=scope(actor, Permission.RECORD_VIEW)).exists() or public.exists()


def interpretations() -> QuerySet[Interpretation]:
    """The public register, the newest number first, each with its latest words."""
    latest = Wording.objects.filter(interpretation=OuterRef("pk")).order_by("-version")
    words = {name: Subquery(latest.values(name)[:1]) for name in WORDS}
    return Interpretation.objects.annotate(**words).order_by("-year", "-number")


def found(*, words: str = "", keys: Collection[str] = ()) -> QuerySet[Interpretation]:
    """The public register by words, in either language, and by paragraph. Nothing typed is written down."""
    sought = Q()
    for word in words.split():
        inside = (Q(**{f"{name}__icontains": word}) for name in WORDS[:4])
        sought &= next(inside) | next(inside) | next(inside) | next(inside)
    register = interpretations().filter(sought)
    return register.filter(paragraphs__overlap=list(keys)) if keys else register


def wordings_of(one: Interpretation) -> QuerySet[Wording]:
    """Every version of the public words, the newest first."""
    return one.wordings.order_by("-version")
