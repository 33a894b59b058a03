"""Directors, statutory auditors, officers and the people with functions: the cast of the demo and their terms."""

from dataclasses import dataclass
from datetime import date, timedelta

from conduct.demo.cast import demo_people
from conduct.demo.chart import Chart
from conduct.people.models import Person

ISSUER = "kaede"
MEETING = (6, 27)  # the day of the general meeting of shareholders
DIRECTOR_YEARS, AUDITOR_YEARS = 2, 4
FUNCTIONS = {
    **{"designee": "designee", "secretary": "secretary", "assurance": "assurance", "admin": "admin"},
    **{f"custodian{number}": "custodian" for number in (1, 2, 3)},
}


OFFICES = {"board": "director", "bosa": "statutory_auditor"}
INSIDE, OUTSIDE = ("Director", "取締役"), ("Outside director", "社外取締役")
FULL_TIME, OUTSIDE_AUDITOR = ("Full-time statutory auditor", "常勤監査役"), ("Outside statutory auditor", "社外監査役")


@dataclass(frozen=True, slots=True)
class Sitting:
    """Since how many general meetings somebody sits, and after how many more the present term ends."""

    body: str
    title: tuple[str, str]
    since: int
    ends: int = 2
    presides: bool = False

    @property
    def outside(self) -> bool:
        return self.title in (OUTSIDE, OUTSIDE_AUDITOR)


SITTING = {
    "ceo": Sitting("board", INSIDE, 6),
    "director1": Sitting("board", OUTSIDE, 8, presides=True),
    "director2": Sitting("board", INSIDE, 4),
    "director3": Sitting("board", INSIDE, 2),
    "director4": Sitting("board", OUTSIDE, 4),
    "director5": Sitting("board", OUTSIDE, 0),
    "auditor1": Sitting("bosa", FULL_TIME, 6, presides=True),
    "auditor2": Sitting("bosa", OUTSIDE_AUDITOR, 6),
    "auditor3": Sitting("bosa", OUTSIDE_AUDITOR, 2),
    "auditor4": Sitting("bosa", OUTSIDE_AUDITOR, 0, ends=4),
}


@dataclass(frozen=True, slots=True)
class Meetings:
    """The general meetings, counted back from the last one."""

    last: date

    @classmethod
    def before(cls, day: date) -> "Meetings":
        this_year = date(day.year, *MEETING)
        return cls(this_year if this_year <= day else date(day.year - 1, *MEETING))

    def ago(self, years: int) -> date:
        return self.last.replace(year=self.last.year - years)

    def terms(self, since: int, years: int, ends: int) -> list[tuple[date, date]]:
        """Terms of so many years without a gap from the meeting `since` years ago to the one in `ends` years."""
        starts = range(since, -ends, -years)
        return [(self.ago(start), self.ago(max(start - years, -ends)) - timedelta(days=1)) for start in starts]


def add_leaders(chart: Chart, meetings: Meetings, password: str, mail: str) -> None:
    """The cast, with passwords that work only in the demo."""
    people = {
        one.username: chart.person(
            one.username, one.name, one.name_ja, email=f"{one.username}@{mail}", password=password
        )
        for one in demo_people()
    }
    people["admin"].is_staff = True
    for username, sitting in SITTING.items():
        _sit(chart, meetings, people[username], sitting)
    _officers(chart, meetings, people)
    for username, function in FUNCTIONS.items():
        chart.give(people[username], function, (meetings.ago(1), None))


def _sit(chart: Chart, meetings: Meetings, person: Person, sitting: Sitting) -> None:
    years = AUDITOR_YEARS if sitting.body == "bosa" else DIRECTOR_YEARS
    for term in meetings.terms(sitting.since, years, sitting.ends):
        _hold(chart, person, OFFICES[sitting.body], term, sitting.title, outside=sitting.outside)
        chart.seat(person, sitting.body, term, sitting.presides)


def _officers(chart: Chart, meetings: Meetings, people: dict[str, Person]) -> None:
    flags = {"sec_16b": True, "nasdaq_executive_officer": True}
    _hold(chart, people["ceo"], "ceo", (meetings.ago(4), None), ("Chief executive officer", "代表取締役社長"), **flags)
    finance, technology = ("Chief financial officer", "最高財務責任者"), ("Officer for technology", "技術担当執行役員")
    controls = ("Officer in charge of internal controls", "内部統制担当執行役員")
    _hold(chart, people["director2"], "officer", (meetings.ago(5), None), finance, **flags)
    _hold(chart, people["director3"], "officer", (meetings.ago(4), None), technology, **flags)
    _hold(chart, people["delegate"], "officer", (meetings.ago(2), None), controls, nasdaq_executive_officer=True)
    _hold(chart, people["delegate"], "internal_controls", (meetings.ago(2), None), controls)
    once = ("Head of the finance department", "財務部長")
    _hold(chart, people["auditor1"], "employee", (date(1999, 4, 1), meetings.ago(7)), once)
    before = (date(2004, 4, 1), meetings.ago(2) - timedelta(days=1))
    _hold(chart, people["delegate"], "employee", before, ("Head of the legal department", "法務部長"))


def _hold(
    chart: Chart,
    person: Person,
    office: str,
    days: tuple[date, date | None],
    title: tuple[str, str],
    **more: object,
) -> None:
    chart.appoint(person, office, ISSUER, days, title=title[0], title_ja=title[1], **more)
