"""What is held, what is due to go, what waits for an answer. Nothing about a record that the reader may not know."""

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from conduct.access import wall
from conduct.access.check import can, scope
from conduct.access.permissions import Permission
from conduct.people.actor import Actor
from conduct.records.models import Record
from conduct.retention.counting import LEAD
from conduct.retention.models import Batch, Disposal, Erasure, Expiry, Hold, Tombstone
from conduct.rules.vocabulary import Body

WITH_PEOPLE = ("record", "placed_by", "lift_asked_by")


def holds_on(actor: Actor, record: Record) -> QuerySet[Hold]:
    """The holds that lie on a record, for whoever may see the record."""
    return holds(actor).filter(record=record)


def holds(actor: Actor) -> QuerySet[Hold]:
    """Every hold that lies on a record which this actor may see, the oldest first."""
    seen = Hold.objects.lying().filter(record__in=scope(actor, Permission.RECORD_VIEW))
    return seen.select_related(*WITH_PEOPLE).order_by("placed_at", "pk")


def holds_to_answer(actor: Actor) -> QuerySet[Hold]:
    """Wishes to lift a hold to which this actor may agree as second person."""
    asked = Hold.objects.lying().filter(record__in=scope(actor, Permission.RECORD_RELEASE), lift_asked_at__isnull=False)
    mine = asked.filter(second_person=None) | asked.filter(second_person=actor.person)
    return mine.exclude(lift_asked_by=actor.person).select_related(*WITH_PEOPLE).order_by("lift_asked_at", "pk")


def may_ask_lift(actor: Actor, hold: Hold) -> bool:
    """Whether this actor may ask to lift this hold."""
    return hold.lift_asked_at is None and can(actor, Permission.RECORD_HOLD, hold.record)


def may_answer_lift(actor: Actor, hold: Hold) -> bool:
    """Whether this actor was asked to agree that this hold be lifted."""
    return holds_to_answer(actor).filter(pk=hold.pk).exists()


def due_to_go(actor: Actor, body: Body, *, day: date) -> QuerySet[Expiry]:
    """The records of this body whose time has ended or ends soon, and that this actor may dispose of."""
    own = scope(actor, Permission.RECORD_DISPOSE).filter(body=body.value)
    return Expiry.objects.filter(record__in=own, due_on__lte=day + LEAD).select_related("record", "postponed_by")


def counted_at(actor: Actor, body: Body) -> QuerySet[Expiry]:
    """Every finished record of this body with a counted day that this actor may dispose of, the first day first."""
    own = scope(actor, Permission.RECORD_DISPOSE).filter(body=body.value)
    return Expiry.objects.filter(record__in=own).select_related("record").order_by("due_on", "record__reference")


def own_records(actor: Actor, references: list[str], permission: Permission) -> list[Record]:
    """Of these references those with which the actor may do that, in the order of their references."""
    return list(scope(actor, permission).filter(reference__in=references).order_by("reference"))


def rows_shown(actor: Actor, batch: Batch) -> QuerySet[Disposal]:
    """The rows of a batch that this actor may know about: as colleague of the desk, as second person, by an own answer.

    A row with a record behind a wall is left out, and nothing counts it.
    """
    rows = rows_known(actor).filter(batch=batch)
    return rows.select_related("record", "confirmed_by", "rejected_by").order_by("record__reference")


def rows_known(actor: Actor) -> QuerySet[Disposal]:
    """Every such row of every batch."""
    seen = Q(record__in=scope(actor, Permission.RECORD_VIEW)) | Q(record__in=scope(actor, Permission.RECORD_RELEASE))
    answered = Q(confirmed_by=actor.person) | Q(rejected_by=actor.person)
    return Disposal.objects.filter(seen | answered & ~wall.stands_before_the_record_of(actor.who))


def batch_of(actor: Actor, key: UUID) -> Batch | None:
    """A batch of which the actor may see at least one row; None for one that is hidden or missing alike."""
    batch = Batch.objects.filter(pk=key).select_related("proposed_by").first()
    return batch if batch and rows_shown(actor, batch).exists() else None


def batches(actor: Actor) -> QuerySet[Batch]:
    """The batches with a row that this actor may know about, the newest first."""
    known = Batch.objects.filter(pk__in=rows_known(actor).values("batch"))
    return known.select_related("proposed_by").order_by("-proposed_at", "pk")


def erasures(actor: Actor) -> QuerySet[Erasure]:
    """Wishes to erase somebody, for those who may agree; nothing about oneself."""
    if not can(actor, Permission.PERSON_ERASE):
        return Erasure.objects.none()
    return (
        Erasure.objects.exclude(person=actor.person)
        .select_related("person", "asked_by", "erased_by")
        .order_by("-asked_at", "pk")
    )


def stone_of(actor: Actor, record: Record) -> Tombstone | None:
    """What stays of a record that was disposed of, for whoever may see the record."""
    stones = Tombstone.objects.filter(record=record, record__in=scope(actor, Permission.RECORD_VIEW))
    return stones.select_related("proposed_by", "confirmed_by").first()
