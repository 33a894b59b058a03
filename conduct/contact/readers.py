"""Who reads a matter, by the way it is sent: the routing's answer, seen through the same table that guards every page.

Used by the hints of the wizard, by the last page before sending and by the public simulator, so that none of them can
promise what the access rules do not keep.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from conduct.access import policy
from conduct.access.permissions import Permission
from conduct.people.delegations import mandate_on
from conduct.people.queries import ceo_on, members_on, roles_on
from conduct.rules.decision import Decision
from conduct.rules.facts import Matter
from conduct.rules.readings import Readings
from conduct.rules.route import Route, route
from conduct.rules.routing import HOLDS
from conduct.rules.vocabulary import Authority, Body, CeoNotice, Channel, Kind, PersonClass, Power, Role

WAYS = (Channel.BOSA_NAMED, Channel.CEO, Channel.SUPERVISOR)  # those that this installation offers
ALONE: frozenset[Power] = frozenset()
BY_RULE = frozenset({Channel.CEO, Channel.SUPERVISOR})  # meant for the CEO, so he is told that the rule handed it on


class Group(StrEnum):
    """Who asks “would they see it?”."""

    AUDITORS = "auditors"
    CEO = "ceo"
    BOARD = "board"
    SUPERVISOR = "supervisor"
    HUMAN_RESOURCES = "human_resources"
    ADMINISTRATORS = "administrators"
    DELEGATE = "delegate"  # only while a delegation of the CEO's authority is in force


class Sight(StrEnum):
    """What a group sees of the text."""

    READS = "reads"
    NEXT = "next"  # as soon as the supervisor has passed it on
    LATER = "later"  # only if it is handed on to them
    NOTICE = "notice"  # that there was something, without a word of it
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class House:
    """Who holds which desk on a day: the roles behind each group, and how many statutory auditors there are."""

    roles: Mapping[Group, frozenset[Role]]
    auditors: int
    powers: frozenset[Power] = ALONE  # what is delegated of the CEO's authority today

    @classmethod
    def on(cls, day: date) -> "House":
        ceo = ceo_on(day)
        roles = {
            Group.AUDITORS: frozenset({Role.STATUTORY_AUDITOR}),
            Group.CEO: roles_on(ceo, day) if ceo else frozenset({Role.CEO}),
            Group.BOARD: frozenset({Role.DIRECTOR}),
            Group.SUPERVISOR: frozenset({Role.EMPLOYEE, Role.SUPERVISOR}),
            Group.HUMAN_RESOURCES: frozenset({Role.EMPLOYEE}),
            Group.ADMINISTRATORS: frozenset({Role.ADMIN}),
        }
        mandate = mandate_on(day)
        if mandate:
            roles[Group.DELEGATE] = frozenset({Role.DELEGATE})
        powers = mandate.powers if mandate else ALONE
        return cls(roles=roles, auditors=members_on(Body.BOSA, day).count(), powers=powers)


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """One way of sending: what the rules answer, and what each group sees."""

    channel: Channel
    decision: Decision[Route]
    first: Body  # where it rests at once
    onward: Body  # where it goes from there without anybody's choice
    sights: Mapping[Group, Sight]

    def of(self, *sights: Sight) -> list[Group]:
        return [group for group, sight in self.sights.items() if sight in sights]


def audience(matter: Matter, *, under: Readings, house: House, walled: frozenset[Group] = frozenset()) -> Audience:
    """Who reads this matter under these readings. Looks nothing up and writes nothing.

    `walled`: groups whose only member is named in it. The CEO is named with the office.
    """
    decision = route(matter, under=under)
    onward = body_of(decision.answer.intake)
    first = Body.SUPERVISOR if matter.channel is Channel.SUPERVISOR else onward
    if any(each.person_class is PersonClass.CEO for each in matter.subjects):
        walled |= {Group.CEO}
    if Group.CEO in walled or any(each.person_class is PersonClass.DELEGATE for each in matter.subjects):
        walled |= {Group.DELEGATE} & house.roles.keys()
    sights = {
        group: sight(group, roles, decision.answer, first=first, onward=onward) for group, roles in house.roles.items()
    }
    if Group.DELEGATE in house.roles:
        sights[Group.DELEGATE] = beside_the_ceo(
            house.powers, matter.kind, first=first, onward=onward, lead=body_of(decision.answer.lead)
        )
    if matter.channel in BY_RULE and is_noticed(decision.answer, onward) and sights[Group.CEO] is not Sight.READS:
        sights[Group.CEO] = Sight.NOTICE
    sights |= {group: Sight.NOTHING for group in walled}
    return Audience(channel=matter.channel, decision=decision, first=first, onward=onward, sights=sights)


def sight(group: Group, roles: frozenset[Role], answer: Route, *, first: Body, onward: Body) -> Sight:
    """The access table asked about the desk where it rests, then about the desks to which it goes."""
    if first is Body.SUPERVISOR and group is Group.SUPERVISOR:
        return Sight.READS
    copies = frozenset(answer.informed)
    stages = ((first, Sight.READS), (onward, Sight.NEXT), (body_of(answer.lead), Sight.LATER))
    return next((sees for body, sees in stages if reads(roles, body, copies)), Sight.NOTHING)


def beside_the_ceo(powers: frozenset[Power], kind: Kind, *, first: Body, onward: Body, lead: Body) -> Sight:
    """A delegate reads what lies at the CEO's desk, of the kinds that the powers reach, and nothing at the Board's."""
    verdict = policy.decide_for_the_ceo(Permission.READ_SEALED, powers=powers, body=Body.CEO, kind=kind, walled=False)
    if verdict not in policy.ALLOWING:
        return Sight.NOTHING
    stages = ((first, Sight.READS), (onward, Sight.NEXT), (lead, Sight.LATER))
    return next((sees for body, sees in stages if body is Body.CEO), Sight.NOTHING)


def reads(roles: frozenset[Role], body: Body, copies: frozenset[Body]) -> bool:
    verdict = policy.decide(Permission.READ_SEALED, roles=roles, body=body, copies=copies, walled=False, granted=False)
    return verdict in policy.ALLOWING


def is_noticed(answer: Route, onward: Body) -> bool:
    """The rule hands on in the CEO's name, and the CEO is told that it did."""
    return onward is Body.BOSA and answer.ceo_notice is CeoNotice.TO_BOSA


def body_of(authority: Authority) -> Body:
    """The desk behind an authority. Sections and impossible waivers have no desk here."""
    word = HOLDS.get(authority, authority)
    return Body(word.value) if word.value in set(Body) else Body.OUTSIDE_CODE
