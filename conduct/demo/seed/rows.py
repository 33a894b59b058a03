"""The rows of each record, table by table. What stands in them is what the services would have written."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from uuid import UUID

from cases.services import About, Report
from conduct.audit.bulk import Line, row_of
from conduct.audit.domains import OF_BODY, Domain
from conduct.audit.events import Event
from conduct.demo.seed.house import House
from conduct.demo.seed.lives import Fate, Life
from conduct.demo.seed.topics import PLACES
from conduct.notices.news import News
from conduct.people.models import Person
from conduct.rules.vocabulary import Body, DeadlineStep, Stage
from conduct.rulings.services import Question
from conduct.vault.bulk import Seals
from conduct.vault.keys import FIRST
from conduct.vault.kinds import Purpose, Sealed

COLUMNS = {
    "records_record": "id reference kind body stage provisional beyond_ceo code_version_id opened_at next_due_at",
    "vault_datakey": "record_id purpose epoch wrapped",
    "vault_sealeditem": "id record_id kind epoch sealed sealed_at",
    "cases_case": "record_id state told_id facts_id handler_id",
    "rulings_ruling": "id record_id question explanation_id made_at",
    "records_copy": "record_id body since",
    "deadlines_deadline": "record_id kind step started_at due_at try_at computation_id met_at passed_at settled_at",
    "access_wall": "record_id person_id reason_id since",
    "access_recordgrant": "record_id user_id permission_id granted_at",
    "handoffs_handoff": "record_id origin body paragraph by_id reason_id handed_at received_by_id received_at",
    "handoffs_lateness": "record_id duty body due_at shown_at",
    "notices_notice": "id person_id record_id news owed_at read_at mail_at tries mailed_at",
    "audit_auditevent": "domain event acts_as actor_id record_id facts happened_at entry leaf",
}
RULINGS_EACH = 2
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Filed:
    """A record that is being written: its life, its key in the table, and the key of its sealed texts."""

    life: Life
    record: UUID
    key: bytes


class Writer:
    """Collects rows by table. `rulings` is the first of the keys reserved for rulings."""

    def __init__(self, house: House, seals: Seals, chance: Random, rulings: int) -> None:
        self.house, self.seals, self.chance, self.next_ruling = house, seals, chance, rulings
        self.rows: defaultdict[str, list[tuple[object, ...]]] = defaultdict(list)

    def add(self, life: Life, reference: str) -> None:
        """Everything about one record."""
        record = self.new_id()
        key, wrapped = self.seals.new_key(record, Purpose.CONTENT)
        filed = Filed(life, record, key)
        shown = life.topic.kind, life.body, life.stage, life.provisional, life.route.beyond_ceo
        self.put("records_record", record, reference, *shown, self.house.code, life.opened_at, life.next_due_at)
        self.put("vault_datakey", record, Purpose.CONTENT, FIRST, wrapped)
        self.add_case(filed)
        self.add_duty(filed)
        self.add_way(filed)
        self.add_people(filed)
        self.add_lines(filed)

    def add_case(self, filed: Filed) -> None:
        life, told = filed.life, self.report(filed.life)
        texts = [
            self.seal(filed, Sealed.REPORT, told.told_text()),
            self.seal(filed, Sealed.SUBJECTS, told.facts_text()),
        ]
        self.put("cases_case", filed.record, life.state, *texts, life.handler)
        self.ruling(filed, Question.ROUTING, life.route.trace, life.opened_at)
        for body in set(life.route.informed) - {life.body}:
            self.put("records_copy", filed.record, body, life.opened_at)

    def report(self, life: Life) -> Report:
        words = {"place": self.chance.choice(PLACES), "amount": f"{self.chance.randrange(1, 500) * 100:,}"}
        return Report(
            channel=life.topic.channel,
            about=(About(person_class=life.topic.about, person=Person(pk=life.named) if life.named else None),),
            told={"what": life.topic.what.format(**words)},
            kind=life.topic.kind,
            matter=life.topic.matter,
        )

    def add_duty(self, filed: Filed) -> None:
        duty = filed.life.duty
        computation = self.ruling(filed, Question.CLOCK, duty.trace, duty.started_at)
        for at in filed.life.moments:
            ends = at.met_at, at.passed_at, at.met_at
            begun = duty.started_at, at.due_at, at.due_at
            self.put("deadlines_deadline", filed.record, duty.kind, at.step, *begun, computation, *ends)
            if at.is_owed and at.passed_at:
                self.put("handoffs_lateness", filed.record, duty.kind, filed.life.body, at.due_at, at.due_at)

    def add_way(self, filed: Filed) -> None:
        """How it came from the CEO's desk to the Board, and whether it has been received there."""
        life, at = filed.life, filed.life.handed_at
        if at:
            reason = self.seal(filed, Sealed.REASON, "More than one department is concerned.", at)
            arrived = (None, None) if life.fate is Fate.ARRIVING else (self.house.desks[life.body][0], at + HOUR)
            by = self.house.desks[Body.CEO][0]
            self.put("handoffs_handoff", filed.record, Body.CEO, life.body, "III ¶1", by, reason, at, *arrived)

    def add_people(self, filed: Filed) -> None:
        life = filed.life
        for person in {life.named, life.aside} - {None}:
            reason = self.seal(filed, Sealed.WALL_REASON, "subject" if person == life.named else "stepped aside")
            self.put("access_wall", filed.record, person, reason, life.opened_at)
        if life.let_in:
            self.put("access_recordgrant", filed.record, life.let_in, self.house.to_view, life.opened_at)
        if life.told:
            at = life.duty.started_at
            read_at = at + HOUR if life.stage is Stage.CONCLUDED or self.chance.random() < 0.5 else None
            news = self.new_id(), life.told, filed.record, News.RECORD_ARRIVED
            self.put("notices_notice", *news, at, read_at, at + HOUR / 2, 0, at + HOUR / 2)

    def add_lines(self, filed: Filed) -> None:
        """The ledger, in the order of time."""
        life, intake = filed.life, filed.life.route.intake
        later = life.opened_at + (self.house.now - life.opened_at) * 0.9
        due_on = {"duty": life.duty.kind, "due": life.duty.due_at.date().isoformat()}
        self.line(filed, Event.REPORT_FILED, None, life.opened_at, intake, body=intake)
        if life.handed_at:
            by = self.house.desks[intake][0]
            self.line(filed, Event.RECORD_HANDED_ON, by, life.handed_at, intake, origin=intake, body=life.body)
        self.line(filed, Event.DEADLINE_STARTED, None, life.duty.started_at, **due_on)
        if life.handler:
            done = Event.RECORD_CLOSED if life.stage is Stage.CONCLUDED else Event.RECORD_TAKEN
            self.line(filed, done, life.handler, later)
        if life.fate is Fate.LATE:
            duty = life.duty.kind
            self.line(filed, Event.DEADLINE_PASSED, None, life.duty.due_at, duty=duty, step=DeadlineStep.DUE)
            self.line(filed, Event.LATENESS_SHOWN, None, life.duty.due_at, Body.BOSA, duty=duty)

    def line(
        self, filed: Filed, event: Event, actor: UUID | None, at: datetime, log: Body | None = None, **facts: str
    ) -> None:
        domain: Domain = OF_BODY[log or filed.life.body]
        self.put("audit_auditevent", *row_of(Line(domain, event, actor, filed.record, at, facts)))

    def ruling(self, filed: Filed, question: Question, trace: str, at: datetime) -> int:
        number, self.next_ruling = self.next_ruling, self.next_ruling + 1
        self.put("rulings_ruling", number, filed.record, question, self.seal(filed, Sealed.EXPLANATION, trace, at), at)
        return number

    def seal(self, filed: Filed, kind: Sealed, text: str, at: datetime | None = None) -> UUID:
        place = self.new_id()
        sealed = self.seals.seal(filed.key, filed.record, place, kind, text)
        self.put("vault_sealeditem", place, filed.record, kind, FIRST, sealed, at or filed.life.opened_at)
        return place

    def put(self, table: str, *row: object) -> None:
        self.rows[table].append(row)

    def new_id(self) -> UUID:
        return UUID(int=self.chance.getrandbits(128), version=4)
