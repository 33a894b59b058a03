"""While a delegation is in force, the simulator and question 2 say that two people read at the CEO's desk (I ¶5, A16).

What they say is held against who can really open the same matter once it is filed.
"""

import re
from html import unescape

import pytest

from cases.services import file_report
from conduct.access.check import can
from conduct.access.permissions import Permission
from conduct.contact.presenters.ways import ways
from conduct.contact.readers import Group, Sight
from conduct.contact.reports import report_of
from conduct.contact.simulator import Question, simulate
from conduct.contact.visit import Visit
from conduct.office.services import authorise_delegation, draft_delegation, record_resolution
from conduct.people.vocabulary import FunctionName
from conduct.rules.vocabulary import Channel, Kind, Materiality, Power
from tests.integration.conftest import NOON
from tests.integration.contact.conftest import Reporter, text

DAY = NOON.date()


@pytest.fixture(autouse=True)
def stands_still(monkeypatch):
    monkeypatch.setattr("conduct.clock.now", lambda: NOON)


@pytest.fixture
def delegated(staff):
    """delegated(powers…): in force on the day."""
    secretary = staff.function("secretary1", FunctionName.SECRETARY).username

    def make(*powers):
        days = {"first_on": DAY, "last_on": DAY.replace(year=2027)}
        words = {"delegate": staff.person("controls"), "powers": powers or tuple(Power), "now": NOON}
        delegation = draft_delegation(actor=staff.actor("ceo"), **words, **days)
        said = {"delegation": delegation, "number": "B-26-07", "now": NOON}
        record_resolution(actor=staff.actor(secretary), resolved_on=DAY, **said)
        authorise_delegation(actor=staff.actor("director1"), **said)

    return make


def asked(about="employee", kind=Kind.REPORT):
    return Question(kind=kind, about=about, accounts=False, weight=Materiality.UNKNOWN, sender="employee")


def sights(question):
    return {each.channel: each.sights.get(Group.DELEGATE) for each in simulate(question, day=DAY).audiences}


def hints(about="employee"):
    visit = Visit(nonce="n", kind="report", answers={"about": about})
    return {way.channel: way.hint for way in ways(visit, sender=None, day=DAY)}


def test_without_a_delegation_there_is_one(staff):
    assert set(sights(asked()).values()) == {None}
    assert "Reads it: the CEO's desk." in hints()[Channel.CEO] and "delegate" not in "".join(hints().values())


def test_with_one_there_are_two(delegated):
    delegated()

    assert sights(asked()) == {
        Channel.ANONYMOUS: Sight.NOTHING, Channel.BOSA_NAMED: Sight.NOTHING, Channel.CEO: Sight.READS,
        Channel.SUPERVISOR: Sight.NEXT,
    }  # fmt: skip
    assert "two people: the CEO and the CEO's delegate." in hints()[Channel.CEO]
    assert "to the CEO and the CEO's delegate." in hints()[Channel.SUPERVISOR]
    assert "Does not read it: " in hints()[Channel.BOSA_NAMED] and "CEO's delegate" in hints()[Channel.BOSA_NAMED]


@pytest.mark.parametrize("about", ["ceo", "officer", "director", "statutory_auditor"])
def test_what_is_not_the_ceos_is_not_the_delegates(delegated, about):
    delegated()

    assert set(sights(asked(about)).values()) == {Sight.NOTHING}


def test_powers_that_do_not_reach_reports_show_one(delegated):
    delegated(Power.INTERPRETATION)

    assert set(sights(asked()).values()) == {Sight.NOTHING}
    assert sights(asked(kind=Kind.QUESTION))[Channel.CEO] is Sight.READS
    assert "Reads it: the CEO's desk." in hints()[Channel.CEO]


@pytest.mark.parametrize("powers", [(Power.TRIAGE,), (Power.INTERPRETATION,), (Power.EMPLOYEE_WAIVERS,)])
@pytest.mark.parametrize("kind", [Kind.REPORT, Kind.QUESTION])
@pytest.mark.parametrize("about", ["employee", "officer", "ceo"])
def test_what_is_said_is_what_holds_once_it_is_filed(staff, delegated, powers, kind, about):
    delegated(*powers)
    visit = Visit(nonce="n", kind=kind.value, answers={"about": about, "channel": "ceo", "what": "It happened."})
    report = report_of(visit, sender=staff.person("employee1"), day=DAY)
    case = file_report(actor=staff.actor("employee1"), report=report, now=NOON)

    opens = can(staff.actor("controls"), Permission.READ_SEALED, case.record)
    assert (sights(asked(about, kind))[Channel.CEO] is Sight.READS) is opens


@pytest.mark.parametrize(("language", "row"), [("en", "The CEO's delegate"), ("ja", "社長の受任者")])
def test_the_page_has_a_row_for_the_delegate_only_while_there_is_one(delegated, language, row):
    given = {"kind": "report", "about": "employee", "weight": "unknown", "sender": "employee"}

    def shown():
        page = unescape(text(reporter.post("who-sees/result/", given, headers={})))
        return re.findall(r'<th scope="row">([^<]*)</th>', page)

    reporter = Reporter(language)
    assert row not in shown()
    delegated()
    rows = shown()
    assert rows.index(row) == 2 and len(rows) >= 8
