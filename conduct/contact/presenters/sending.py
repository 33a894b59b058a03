"""The last page before sending: as whom, to whom, through whom, and which ways stay open."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from conduct.contact.presenters.ways import Way, ways
from conduct.contact.reports import named_people
from conduct.contact.visit import Visit
from conduct.people.classes import LEADERS
from conduct.people.models import Person
from conduct.people.queries import person_class, supervisor_on
from conduct.rules.vocabulary import Channel


@dataclass(frozen=True, slots=True)
class Sending:
    """What a signed-in sender sees. `supervisor` is empty unless it goes through one; `closed` says why it cannot."""

    name: str
    way: Way | None
    supervisor: str
    closed: str
    others: list[Way]
    auditors_first: bool

    @property
    def can_send(self) -> bool:
        return self.way is not None and not self.closed


NONE_KNOWN, NAMED = "none_known", "named"


def sending(visit: Visit, *, sender: Person, day: date) -> Sending:
    open_ways = ways(visit, sender=sender, day=day)
    closed = supervisor_closed(visit, sender, day)
    chosen = next((way for way in open_ways if way.channel is visit.channel), None)
    through = visit.channel is Channel.SUPERVISOR
    supervisor = supervisor_on(sender, day) if through and not closed else None
    leads = person_class(sender, day) in LEADERS
    return Sending(
        name=name_of(sender),
        way=chosen,
        supervisor=name_of(supervisor) if supervisor else "",
        closed=closed if through else "",
        others=[way for way in open_ways if way is not chosen and not (closed and way.channel is Channel.SUPERVISOR)],
        auditors_first=leads and visit.channel is not Channel.BOSA_NAMED,
    )


def supervisor_closed(visit: Visit, sender: Person, day: date) -> str:
    """Why the way through the supervisor is shut (A38); empty where it is open."""
    supervisor = supervisor_on(sender, day)
    if supervisor is None:
        return NONE_KNOWN
    return NAMED if supervisor in named_people(visit, day) else ""


def name_of(person: Person) -> str:
    return (person.name_ja if get_language() == "ja" else "") or person.name
