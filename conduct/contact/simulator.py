"""Who would see this? The same rules and the same access table as for a real record, asked without one.

Reads what holds on the day; writes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from conduct.contact.forms.asked import OUTSIDE
from conduct.contact.readers import WAYS, Audience, Group, House, Sight, audience
from conduct.contact.visit import ABOUT, CLASSES
from conduct.provisions.queries import readings_on
from conduct.rules.facts import Matter, Subject
from conduct.rules.readings import Readings
from conduct.rules.route import route
from conduct.rules.vocabulary import Authority, Channel, Kind, Materiality, MatterType, PersonClass

COMPARED = (Channel.ANONYMOUS, *WAYS)
SHOWN = (*list(Group)[:2], Group.DELEGATE, *list(Group)[2:-1])  # the delegate beside the CEO


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What was asked of the simulator, in words of the rules."""

    kind: Kind
    about: str
    accounts: bool
    weight: Materiality
    sender: str

    @classmethod
    def from_answers(cls, said: Mapping[str, object]) -> "Question":
        return cls(
            kind=Kind(said["kind"]),
            about=str(said["about"]),
            accounts=bool(said["accounts"]),
            weight=Materiality(said["weight"]),
            sender=str(said["sender"]),
        )

    def matter(self, channel: Channel = Channel.CEO) -> Matter:
        return Matter(
            kind=self.kind,
            subjects=(Subject(ABOUT[self.about]),),
            materiality=self.weight,
            matter=MatterType.ACCOUNTING if self.accounts else None,
            channel=channel,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """The answer: one audience for each way, who is behind the wall, and what would change it."""

    asked: Question
    house: House
    under: Readings
    audiences: tuple[Audience, ...]
    otherwise: tuple["Otherwise", ...]

    @property
    def auditors(self) -> int:
        """How many of them: without the one concerned."""
        return self.house.auditors - (self.asked.about == PersonClass.STATUTORY_AUDITOR)

    def is_closed(self, channel: Channel) -> bool:
        """Ways that need signing in are closed to somebody from outside."""
        return self.asked.sender == OUTSIDE and channel is not Channel.ANONYMOUS

    def sight(self, seen: Audience, group: Group) -> Sight | None:
        return None if self.is_closed(seen.channel) else seen.sights[group]


@dataclass(frozen=True, slots=True)
class Otherwise:
    """With one answer changed, somebody else decides; about accounts, somebody else opens it."""

    name: str
    values: tuple[str, ...]
    who: Authority


def simulate(asked: Question, *, day: date) -> Seen:
    """Who would see it, each way."""
    house, under = House.on(day), readings_on(day)
    audiences = tuple(audience(asked.matter(channel), under=under, house=house) for channel in COMPARED)
    return Seen(asked=asked, house=house, under=under, audiences=audiences, otherwise=tuple(changed(asked, under)))


def changed(asked: Question, under: Readings) -> list[Otherwise]:
    """What one other answer would do: the leads that differ from this one, each with the answers that lead there."""
    now = route(asked.matter(), under=under).answer
    found: dict[Authority, list[str]] = {}
    for word in CLASSES:
        found.setdefault(lead_of(replace(asked, about=word), under), []).append(word)
    others = [Otherwise("about", tuple(words), lead) for lead, words in found.items() if lead != now.lead]
    for weight in Materiality:
        lead = lead_of(replace(asked, weight=weight), under)
        others += [Otherwise("weight", (weight.value,), lead)] if lead != now.lead else []
    desk = route(replace(asked, accounts=True).matter(), under=under).answer.intake
    return others + ([Otherwise("accounts", ("yes",), desk)] if desk != now.intake else [])


def lead_of(asked: Question, under: Readings) -> Authority:
    return route(asked.matter(), under=under).answer.lead
