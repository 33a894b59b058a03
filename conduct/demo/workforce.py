"""Everybody else: departments and teams of each company, and who leads whom, as a tree with the CEO at its root."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from random import Random

from conduct.demo.chart import Chart
from conduct.demo.leaders import ISSUER, Meetings
from conduct.demo.names import name_of
from conduct.people.models import Person

PEOPLE = 1953
LEFT = 24  # have left the group
TEAM = 10
HEADCOUNT = {
    **{"momijiba-care": 228, "edawakare-cabling": 164, "kaede-america": 38, "komorebi-home": 86},
    **{"kaede-institute": 17, "kaede-trunk": 236, "donguri-machines": 29},
}
AFFILIATES = {"yadorigi-exchange": 5, "wakaba-gate": 4, "kinomi-points": 4}
OPERATIONS = ("Network operations", "ネットワーク運用部")
DEPARTMENTS = {
    OPERATIONS: 24,
    ("Systems integration", "システム構築部"): 26,
    ("Cloud services", "クラウドサービス部"): 14,
    ("Sales", "営業部"): 16,
    ("Research and development", "研究開発部"): 6,
    ("Finance", "財務部"): 4,
    ("Human resources", "人事部"): 3,
    ("Legal", "法務部"): 2,
    ("General affairs", "総務部"): 2,
    ("Corporate secretariat", "秘書室"): 1,
    ("Internal audit", "内部監査室"): 1,
    ("Information systems", "情報システム部"): 2,
}
IN_SUBSIDIARY = {("Operations", "業務部"): 6, ("Sales", "営業部"): 3, ("Administration", "管理部"): 1}
PLACES = {
    **{"designee": "Legal", "secretary": "Corporate secretariat", "assurance": "Internal audit"},
    **{"custodian1": "Human resources", "custodian2": "Legal", "custodian3": "General affairs"},
    "admin": "Information systems",
}
STAFF, TEAM_LEADER = ("Staff", "担当"), ("Team leader", "課長")
HEAD, PRESIDENT = ("Head of department", "部長"), ("President", "社長")
OFFICERS = 5
MOVED = 0.04  # share of the people who came from a subsidiary
NO_PASSWORD = "!made-up-people-without-an-account"


Naming = tuple[str, str]


class Workforce:
    """Draws people one after another from the names that the cast has left over."""

    def __init__(self, chart: Chart, meetings: Meetings, mail: str) -> None:
        self.chart, self.meetings, self.mail = chart, meetings, mail
        self.chance = Random(2006)
        self.since: dict[str, date] = {}
        self.newcomers: Iterator[Person] = map(self._person, range(len(chart.people), PEOPLE))

    def add(self) -> None:
        """All the companies, those who have left, and last the listed company with everybody who remains."""
        for company, count in HEADCOUNT.items():
            self._subsidiary(company, self._next(count))
        for company, count in AFFILIATES.items():
            for person in self._next(count):
                self._employ(person, company, STAFF, ("Operations", "業務部"))
        for person in self._next(LEFT):
            last_on = self.meetings.ago(self.chance.randint(1, 3)) - timedelta(days=self.chance.randint(1, 300))
            self._employ(person, ISSUER, STAFF, OPERATIONS, last_on)
        self._former_ceo(next(self.newcomers))
        self._issuer([*self._chiefs(), *self._officers()], list(self.newcomers))

    def _former_ceo(self, person: Person) -> None:
        days = (self.meetings.ago(12), self.meetings.ago(4) - timedelta(days=1))
        for office in ("ceo", "director"):
            self._hold(person, office, ISSUER, days, ("Chief executive officer", "代表取締役社長"))

    def _chiefs(self) -> list[Person]:
        return [self.chart.people[username] for username in ("director2", "director3", "delegate")]

    def _officers(self) -> list[Person]:
        """Officers who do not sit on the Board; until their appointment they were employees."""
        officers = self._next(OFFICERS)
        for person in officers:
            appointed_on = self.meetings.ago(self.chance.randint(1, 3))
            self._employ(person, ISSUER, HEAD, OPERATIONS, appointed_on - timedelta(days=1))
            title = ("Executive officer", "執行役員")
            self._hold(person, "officer", ISSUER, (appointed_on, None), title, nasdaq_executive_officer=True)
            self.since[person.username] = appointed_on
        return officers

    def _issuer(self, chiefs: list[Person], people: list[Person]) -> None:
        cast = self.chart.people
        self._lead(cast["ceo"], chiefs)
        shares = self._shares(people, list(DEPARTMENTS.values()))
        for number, (department, (head, first, *others)) in enumerate(zip(DEPARTMENTS, shares, strict=True)):
            placed = [cast[username] for username, place in PLACES.items() if place == department[0]]
            team = [cast["manager"], cast["employee"], cast["employee2"]] if department == OPERATIONS else []
            members = [*team, first, *placed, *others]
            self._department(ISSUER, department, [chiefs[number % len(chiefs)], head], members)

    def _subsidiary(self, company: str, people: list[Person]) -> None:
        president, director, *others = people
        days = (self.meetings.ago(3), None)
        for office in ("ceo", "director"):
            self._hold(president, office, company, days, PRESIDENT)
        self._hold(director, "director", company, days, ("Director", "取締役"))
        self.since |= {president.username: days[0], director.username: days[0]}
        self._lead(self.chart.people["ceo"], [president])
        self._lead(president, [director])
        shares = self._shares(others, list(IN_SUBSIDIARY.values()))
        for department, (head, *members) in zip(IN_SUBSIDIARY, shares, strict=True):
            self._department(company, department, [president, head], members)

    def _department(self, company: str, department: Naming, heads: list[Person], members: list[Person]) -> None:
        """A head under a chief, and under the head teams of ten, each with a leader."""
        chief, head = heads
        self._employ(head, company, HEAD, department)
        self._lead(chief, [head])
        for start in range(0, len(members), TEAM):
            leader, *team = members[start : start + TEAM]
            self._employ(leader, company, TEAM_LEADER, department)
            self._lead(head, [leader])
            for person in team:
                self._employ(person, company, STAFF, department)
            self._lead(leader, team)

    def _employ(
        self, person: Person, company: str, title: Naming, department: Naming, last_on: date | None = None
    ) -> None:
        joined_on = date(self.meetings.last.year - self.chance.randint(5, 24), 4, 1)
        if company == ISSUER and self.chance.random() < MOVED:
            before = (joined_on, date(self.meetings.last.year - 4, 3, 31))
            self._hold(
                person, "employee", "kaede-trunk", before, STAFF, department="Operations", department_ja="業務部"
            )
            joined_on = before[1] + timedelta(days=1)
        names = {"department": department[0], "department_ja": department[1]}
        self._hold(person, "employee", company, (joined_on, last_on), title, **names)
        self.since.setdefault(person.username, joined_on)

    def _hold(
        self, person: Person, office: str, company: str, days: tuple[date, date | None], title: Naming, **more: object
    ) -> None:
        self.chart.appoint(person, office, company, days, title=title[0], title_ja=title[1], **more)

    def _lead(self, supervisor: Person, people: list[Person]) -> None:
        """From the day on which both are there, at most as long as the teams have been drawn up like this."""
        for person in people:
            days = [self.since.get(one.username, date.min) for one in (supervisor, person)]
            self.chart.lead(supervisor, person, max(*days, self.meetings.ago(3)))

    def _next(self, count: int) -> list[Person]:
        return list(islice(self.newcomers, count))

    def _person(self, number: int) -> Person:
        name, name_ja = name_of(number)
        username = name.lower().replace(" ", ".")
        return self.chart.person(username, name, name_ja, email=f"{username}@{self.mail}", password=NO_PASSWORD)

    @staticmethod
    def _shares(people: list[Person], weights: list[int]) -> list[list[Person]]:
        """The people in as many parts as there are weights, nobody left over; at least five in each."""
        spare, parts, start = len(people) - 5 * len(weights), [], 0
        for number in range(len(weights)):
            end = 5 * (number + 1) + spare * sum(weights[: number + 1]) // sum(weights)
            parts.append(people[start:end])
            start = end
        return parts
