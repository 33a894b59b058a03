"""What is on its way between bodies; and what was not done in time, for those who oversee it."""

from django.db.models import OuterRef, Q, QuerySet, Subquery

from cases.models import Determination
from conduct.access import wall
from conduct.access.check import scope
from conduct.access.permissions import Permission
from conduct.handoffs.models import HandOff, Lateness, Link
from conduct.people.actor import Actor
from conduct.people.delegations import Mandate
from conduct.records.models import Record
from conduct.rules.delegation import reached
from conduct.rules.vocabulary import Body, Materiality


def latenesses(actor: Actor) -> QuerySet[Lateness]:
    """Every lateness this actor oversees, the newest first."""
    overseen = Lateness.objects.filter(record__in=scope(actor, Permission.RECORD_OVERSEE))
    return overseen.select_related("record").order_by("-shown_at", "pk")


def open_latenesses(actor: Actor) -> QuerySet[Lateness]:
    """Those about which nobody has decided yet."""
    return latenesses(actor).filter(decided_at=None)


def with_followers(late: QuerySet[Lateness], actor: Actor) -> QuerySet[Lateness]:
    """Each with who decided, and with the case that followed where the actor may see that too."""
    derived = scope(actor, Permission.RECORD_VIEW).filter(pk=OuterRef("derived")).values("reference")
    return late.select_related("record", "decided_by").annotate(derived_reference=Subquery(derived[:1]))


def kept_as_minor(actor: Actor) -> QuerySet[Determination]:
    """Everything that two people found not material, the newest first, called in or not: for the statutory auditors."""
    overseen = Determination.objects.filter(case__record__in=scope(actor, Permission.RECORD_OVERSEE))
    found = overseen.filter(outcome=Materiality.NON_MATERIAL.value)
    return found.select_related("case__record", "decided_by", "second_person", "grounds__record").order_by(
        "-decided_at", "pk"
    )


def standing_as_minor() -> QuerySet[Determination]:
    """What is not material as things stand, whoever may see it: to be narrowed by whoever asks."""
    found = Determination.objects.filter(outcome=Materiality.NON_MATERIAL.value, ended_at=None)
    return found.select_related("case__record")


def links_of(actor: Actor, record: Record) -> QuerySet[Link]:
    """The links of a record whose other end the actor may see as well."""
    seen = scope(actor, Permission.RECORD_VIEW)
    both = Link.objects.filter(record__in=seen, other__in=seen)
    return (both.filter(record=record) | both.filter(other=record)).select_related("record", "other").order_by("pk")


def last_hand_on(record: Record) -> HandOff | None:
    """How a record that the reader may see came where it is: from whom to whom, received or sent back."""
    return record.handoffs.order_by("-handed_at", "-pk").first()


def handed_on_by(body: Body, actor: Actor) -> QuerySet[HandOff]:
    """What a body handed on: to whom, and whether it was received. Nothing about a record that a wall hides; to a
    delegate nothing that went before the delegation began.
    """
    walled = wall.stands_before_the_record_of(actor.who)
    handed = HandOff.objects.filter(~walled, origin=body.value).select_related("record", "by")
    return handed if actor.mandate is None else handed.filter(_while_delegated(actor.mandate))


def _while_delegated(mandate: Mandate) -> Q:
    """From the desk of a CEO whom no wall keeps out, of the kinds that the powers reach."""
    kinds = [kind.value for kind in reached(mandate.powers)]
    hidden = wall.stands_before_the_record_of(mandate.ceo)
    return Q(~hidden, handed_at__gte=mandate.since, origin=Body.CEO.value, record__kind__in=kinds)
