"""What people tell, how often, and where the rulebook brings it."""

import json
from dataclasses import dataclass

from conduct.rules.decision import Decision
from conduct.rules.facts import Matter, Subject
from conduct.rules.readings import Readings
from conduct.rules.route import Route, route
from conduct.rules.vocabulary import Body, Channel, Kind, MatterType, PersonClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One thing that is told again and again, `often` times in a hundred."""

    often: int
    about: PersonClass
    what: str
    kind: Kind = Kind.REPORT
    channel: Channel = Channel.CEO
    matter: MatterType | None = None

    @property
    def told(self) -> Matter:
        return Matter(kind=self.kind, subjects=(Subject(self.about),), matter=self.matter, channel=self.channel)


TOPICS = (
    Topic(often=16, about=PersonClass.EMPLOYEE, what="Travel to {place} was claimed twice, {amount} yen each time."),
    Topic(often=12, about=PersonClass.EMPLOYEE, what="Gift cards of {amount} yen came from a supplier in {place}."),
    Topic(often=9, about=PersonClass.EMPLOYEE, what="{place}の倉庫で、部品{amount}点の記録が合いません。"),
    Topic(often=8, about=PersonClass.SUB_EMPLOYEE, what="In {place} a test was signed before it was done."),
    Topic(often=6, about=PersonClass.THIRD_PARTY, what="A courier in {place} offered {amount} yen for a good rating."),
    Topic(often=4, about=PersonClass.EMPLOYEE, kind=Kind.QUESTION, what="May I keep a bag worth {amount} yen?"),
    Topic(often=3, about=PersonClass.EMPLOYEE, kind=Kind.QUESTION, what="May I speak at a fair in {place}?"),
    Topic(often=12, about=PersonClass.OFFICER, what="An officer let a supplier in {place} pay {amount} yen."),
    Topic(often=8, about=PersonClass.DIRECTOR, what="A director's family owns a tenth of a customer in {place}."),
    Topic(often=6, about=PersonClass.STATUTORY_AUDITOR, what="A statutory auditor was absent in {place}."),
    Topic(often=4, about=PersonClass.CEO, what="The CEO spoke in {place} about figures nobody had published."),
    Topic(often=7, about=PersonClass.EMPLOYEE, matter=MatterType.ACCOUNTING, what="{amount} yen were booked early."),
    Topic(often=5, about=PersonClass.UNKNOWN, channel=Channel.BOSA_NAMED, what="At night somebody works in {place}."),
)  # fmt: skip
FOR_THE_CEO = TOPICS[:7]
PLACES = ("Osaka", "Nagoya", "Sapporo", "Sendai", "Fukuoka", "Kanazawa", "Hiroshima", "Niigata")


@dataclass(frozen=True, slots=True)
class Routed:
    """Where a topic goes: the desk that opens it, and the decision as it is kept."""

    intake: Body
    provisional: bool
    beyond_ceo: bool
    informed: tuple[Body, ...]
    trace: str


def routed(topic: Topic, under: Readings) -> Routed:
    """As `file_report` would have it routed. Raises ValueError where these readings name no desk that opens it."""
    decision = route(topic.told, under=under)
    answer = decision.answer
    return Routed(Body(answer.intake.value), answer.provisional, answer.beyond_ceo, answer.informed, trace_of(decision))


def trace_of(decision: Decision[Route]) -> str:
    answer = decision.answer
    kept = {
        "lead": answer.lead,
        "intake": answer.intake,
        "provisional": answer.provisional,
        "ceo_notice": answer.ceo_notice,
        "excluded": answer.excluded,
        "informed": answer.informed,
    }
    return json.dumps(decision.explanation() | {"answer": kept}, ensure_ascii=False)
