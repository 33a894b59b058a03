"""What became of a record: how old it is, whose it is now, how far it got, and the duty that runs on it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from random import Random
from uuid import UUID

from conduct.demo.seed.duties import Duties, Duty, Moment
from conduct.demo.seed.house import House
from conduct.demo.seed.topics import FOR_THE_CEO, TOPICS, Routed, Topic, routed
from conduct.rules.lifecycle import stage
from conduct.rules.vocabulary import Body, CaseState, DeadlineKind, Kind, QuestionState, Stage


class Fate(StrEnum):
    """How far it got."""

    NEW = "new"
    ARRIVING = "arriving"
    TO_HAND_ON = "to_hand_on"
    LATE = "late"
    READ = "read"
    INVESTIGATED = "investigated"
    RESTING = "resting"
    CONCLUDED = "concluded"


@dataclass(frozen=True, slots=True)
class Course:
    """Of a hundred records `often` go this way; youngest and oldest in days; the duty that is told."""

    often: int
    youngest: float
    oldest: float
    duty: DeadlineKind


COURSES = {
    Fate.NEW: Course(6, 0, 4, DeadlineKind.TRIAGE),
    Fate.ARRIVING: Course(1, 0, 4, DeadlineKind.TRIAGE),
    Fate.TO_HAND_ON: Course(1, 0, 0.9, DeadlineKind.HAND_ON),
    Fate.LATE: Course(3, 16, 60, DeadlineKind.TRIAGE),
    Fate.READ: Course(6, 1, 80, DeadlineKind.FEEDBACK),
    Fate.INVESTIGATED: Course(5, 5, 80, DeadlineKind.FEEDBACK),
    Fate.RESTING: Course(3, 120, 400, DeadlineKind.FEEDBACK),
    Fate.CONCLUDED: Course(75, 20, 1000, DeadlineKind.TRIAGE),
}
BACKLOG, WAITING = 10_000, (Fate.ARRIVING, Fate.TO_HAND_ON)  # what must be done within days does not grow for ever
BEFORE_THE_BOARD = {Fate.ARRIVING: 1.0, Fate.LATE: 1.0, Fate.TO_HAND_ON: 0.0}
USUALLY = 0.4
NAMED, ASIDE, LET_IN, TOLD = 0.3, 0.02, 0.05, 0.1
BOTH = {
    CaseState.RECEIVED: QuestionState.RECEIVED,
    CaseState.TRIAGE: QuestionState.TRIAGE,
    CaseState.INVESTIGATING: QuestionState.TRIAGE,
    CaseState.CLOSED: QuestionState.ANSWERED,
}
STATES = {
    Fate.READ: CaseState.TRIAGE,
    Fate.INVESTIGATED: CaseState.INVESTIGATING,
    Fate.RESTING: CaseState.INVESTIGATING,
    Fate.CONCLUDED: CaseState.CLOSED,
}
BY_COURSE = [course.often for course in COURSES.values()]
BY_TOPIC = [topic.often for topic in TOPICS]
BY_TOPIC_FOR_THE_CEO = [topic.often for topic in FOR_THE_CEO]


@dataclass(frozen=True, slots=True, kw_only=True)
class Life:
    """One record's whole story, before anything is sealed or written."""

    fate: Fate
    topic: Topic
    route: Routed
    body: Body
    state: CaseState | QuestionState
    opened_at: datetime
    duty: Duty
    moments: tuple[Moment, ...]
    named: UUID | None
    aside: UUID | None
    handler: UUID | None
    let_in: UUID | None
    told: UUID | None
    handed_at: datetime | None

    @property
    def stage(self) -> Stage:
        return stage(self.state)

    @property
    def provisional(self) -> bool:
        """At the CEO's desk an investigation, or an end, needs a matter that two people found not material."""
        settled = self.body is Body.CEO and self.stage in (Stage.ADDRESSING, Stage.CONCLUDED)
        return self.route.provisional and not settled

    @property
    def next_due_at(self) -> datetime | None:
        return min((each.due_at for each in self.moments if each.is_owed), default=None)


class Fortune:
    """Draws lives, one after another, from one source of chance."""

    def __init__(self, house: House, duties: Duties, chance: Random) -> None:
        self.house, self.duties, self.chance = house, duties, chance
        self.routes = {topic: routed(topic, house.under) for topic in TOPICS}

    def life(self, number: int) -> Life:
        fate = self.fate(number)
        topic = self.topic(fate)
        route = self.routes[topic]
        body = self.body(fate, route)
        course, age = COURSES[fate], self.age(fate)
        opened_at = self.house.now - age
        duty = self.duties.started(course.duty, opened_at)
        named, aside = self.named(topic), self.aside(body)
        at_the_desk = [each for each in self.house.desks[body] if each not in (named, aside)]
        return Life(
            fate=fate,
            topic=topic,
            route=route,
            body=body,
            state=self.state(fate, topic),
            opened_at=opened_at,
            duty=duty,
            moments=self.moments(fate, duty),
            named=named,
            aside=aside,
            handler=self.one_of(at_the_desk, 1.0 if fate in STATES else 0.0),
            let_in=self.let_in(named),
            told=self.one_of(at_the_desk, TOLD),
            handed_at=opened_at + age * 0.05 if body is not route.intake else None,
        )

    def fate(self, number: int) -> Fate:
        fate = self.chance.choices(list(COURSES), BY_COURSE)[0]
        return Fate.NEW if fate in WAITING and number >= BACKLOG else fate

    def topic(self, fate: Fate) -> Topic:
        if fate in BEFORE_THE_BOARD:
            return self.chance.choices(FOR_THE_CEO, BY_TOPIC_FOR_THE_CEO)[0]
        return self.chance.choices(TOPICS, BY_TOPIC)[0]

    def body(self, fate: Fate, route: Routed) -> Body:
        """What came to the CEO's desk and was not only for him has been handed on to the Board."""
        handed_on = route.intake is Body.CEO and self.chance.random() < BEFORE_THE_BOARD.get(fate, USUALLY)
        return Body.BOARD if handed_on else route.intake

    def age(self, fate: Fate) -> timedelta:
        days = self.chance.uniform(COURSES[fate].youngest, COURSES[fate].oldest)
        return timedelta(seconds=round(days * 86_400))

    def state(self, fate: Fate, topic: Topic) -> CaseState | QuestionState:
        state = STATES.get(fate, CaseState.RECEIVED)
        return BOTH[state] if topic.kind is Kind.QUESTION else state

    def moments(self, fate: Fate, duty: Duty) -> tuple[Moment, ...]:
        if fate in (Fate.RESTING, Fate.CONCLUDED):
            return duty.met(duty.started_at + (duty.due_at - duty.started_at) * self.chance.random())
        return duty.running(self.house.now)

    def named(self, topic: Topic) -> UUID | None:
        return self.one_of(self.house.classes.get(topic.about, ()), NAMED)

    def aside(self, body: Body) -> UUID | None:
        """Somebody of the body who stepped aside; a desk of one would be empty."""
        members = self.house.desks[body]
        return self.one_of(members if len(members) > 1 else (), ASIDE)

    def let_in(self, named: UUID | None) -> UUID | None:
        """Now and then somebody of the staff, unless a wall stands there."""
        person = self.one_of(self.house.staff, LET_IN)
        return None if person == named else person

    def one_of(self, people: "list[UUID] | tuple[UUID, ...]", often: float) -> UUID | None:
        return self.chance.choice(people) if people and self.chance.random() < often else None
