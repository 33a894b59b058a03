"""The delegation register: which one is in force on a day, and everything that its rule looks at (I ¶5, A16).

Whether it is in force follows each time from the dated facts. Nothing has to happen for it to lapse.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange
from django.db.models import Q, QuerySet

from conduct import clock
from conduct.people.models import Appointment, Delegation, Person, Resolution
from conduct.people.vocabulary import Office, Relation
from conduct.rules.delegation import Instrument, is_in_force
from conduct.rules.vocabulary import Lapse, Power


@dataclass(frozen=True, slots=True, kw_only=True)
class Mandate:
    """What somebody may do for the CEO today, and on whose word. `since`: what went before stays unseen."""

    delegation: int
    resolution: str
    ceo: UUID
    delegate: UUID
    powers: frozenset[Power]
    since: datetime
    last_on: date


def delegations() -> QuerySet[Delegation]:
    """Every delegation with what stands beside it, the newest first."""
    named = Delegation.objects.known().select_related(
        "ceo", "delegate", "ended_by", "resolution__recorded_by", "resolution__confirmed_by"
    )
    return named.order_by("-known_from", "-pk")


def delegation_on(day: date, known_at: datetime | None = None) -> Delegation | None:
    """The delegation in force on that day; None where the CEO acts alone."""
    authorised = Delegation.objects.on(day, known_at).filter(resolution__confirmed_at__isnull=False)
    for each in authorised.select_related("ceo", "delegate", "resolution").order_by("pk"):
        if is_in_force(instrument_of(each, day, known_at), day):
            return each
    return None


def delegate_on(day: date) -> Person | None:
    """Who may act for the CEO on that day."""
    found = delegation_on(day)
    return found.delegate if found else None


def mandate_on(day: date) -> Mandate | None:
    """What the delegate of that day may do."""
    found = delegation_on(day)
    return mandate_of(found) if found else None


def mandate_of(delegation: Delegation) -> Mandate:
    """The same of a delegation that is in force."""
    return Mandate(
        delegation=delegation.pk,
        resolution=delegation.resolution.number,
        ceo=delegation.ceo_id,
        delegate=delegation.delegate_id,
        powers=frozenset(Power(word) for word in delegation.powers),
        since=begins_at(delegation),
        last_on=last_day_of(delegation),
    )


def begins_at(delegation: Delegation) -> datetime | None:
    """The moment from which it counts: when it was confirmed, or when its first day begins. None: not confirmed."""
    resolution = resolution_of(delegation)
    confirmed_at = resolution.confirmed_at if resolution else None
    return max(clock.start_of(delegation.first_on), confirmed_at) if confirmed_at else None


def last_day_of(delegation: Delegation) -> date:
    """The last day that was given: its own, or its resolution's where that is earlier."""
    resolution = resolution_of(delegation)
    ends = [delegation.last_on, resolution.ends_on if resolution else None]
    return min(day for day in ends if day)


def resolution_of(delegation: Delegation) -> Resolution | None:
    """What the Board resolved, where its secretary has written that down."""
    return getattr(delegation, "resolution", None)


def numbers_of(delegations: Iterable[int]) -> Mapping[int, str]:
    """The numbers of the resolutions under which these delegations stand."""
    found = Resolution.objects.filter(delegation__in=set(delegations))
    return dict(found.values_list("delegation", "number"))


def instrument_of(delegation: Delegation, day: date, known_at: datetime | None = None) -> Instrument:
    """Everything that the rule wants to know of a delegation, as it is known now or was at that moment."""
    resolution, drafted_on = resolution_of(delegation), clock.day(delegation.known_from)
    spans = terms(delegation, known_at)
    return Instrument(
        first_on=delegation.first_on,
        last_on=delegation.last_on,
        recorded_on=day_of(resolution.recorded_at if resolution else None, known_at),
        authorised_on=day_of(resolution.confirmed_at if resolution else None, known_at),
        resolution_ends_on=resolution.ends_on if resolution else None,
        ceo_changed_on=first_gap(spans[Office.CEO], drafted_on),
        office_left_on=first_gap(spans[Office.INTERNAL_CONTROLS], drafted_on),
        deactivated_on=deactivated_on(delegation, day),
        ended_on=delegation.ended_on,
        ended_why=Lapse(delegation.ended_why) if delegation.ended_why else Lapse.REVOKED_BY_CEO,
    )


def day_of(at: datetime | None, known_at: datetime | None) -> date | None:
    return clock.day(at) if at and (known_at is None or at <= known_at) else None


def terms(delegation: Delegation, known_at: datetime | None) -> dict[Office, list[DateRange]]:
    """The terms of the two offices, as the two people of this delegation hold them."""
    held = Q(person=delegation.ceo_id, office=Office.CEO.value)
    held |= Q(person=delegation.delegate_id, office=Office.INTERNAL_CONTROLS.value)
    rows = Appointment.objects.known(known_at).filter(held, company__relation=Relation.ISSUER.value)
    spans: dict[Office, list[DateRange]] = {Office.CEO: [], Office.INTERNAL_CONTROLS: []}
    for office, valid in rows.order_by("valid").values_list("office", "valid"):
        spans[Office(office)].append(valid)
    return spans


def first_gap(spans: Iterable[DateRange], since: date) -> date | None:
    """The first day from `since` on which none of these terms, in order, runs; None where the last one has no end."""
    day = since
    for span in spans:
        if span.lower <= day and (span.upper is None or span.upper > day):
            if span.upper is None:
                return None
            day = span.upper
    return day


def deactivated_on(delegation: Delegation, day: date) -> date | None:
    """The day of that. Somebody who cannot sign in now, of whom no history is kept, is gone on the day asked about."""
    closed_at = deactivated_at(delegation)
    if closed_at:
        return clock.day(closed_at)
    return None if delegation.delegate.is_active else day


def deactivated_at(delegation: Delegation) -> datetime | None:
    """Since the draft, the first moment at which the delegate could no longer sign in, by the history of the person."""
    told = delegation.delegate.events.filter(pgh_created_at__gte=delegation.known_from).order_by("pgh_id")
    before = list(told.values_list("is_active", "pgh_created_at"))
    after = [was for was, _ in before[1:]] + [delegation.delegate.is_active]
    ended = (at for (was, at), became in zip(before, after, strict=False) if was and not became)
    return next(ended, None)
