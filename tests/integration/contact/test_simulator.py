"""Who would see this? The table on the page against who can really open the same matter once it is filed."""

import itertools
import random
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.services import file_report, pass_on_report
from conduct.access.check import can
from conduct.access.permissions import Permission
from conduct.contact.presenters.open_points import SILENT
from conduct.contact.presenters.simulated import SIGHTS
from conduct.contact.readers import WAYS, Group
from conduct.contact.reports import report_of
from conduct.contact.simulator import Question, simulate
from conduct.contact.visit import ABOUT, Visit
from conduct.notices.models import Notice
from conduct.people.dated import span
from conduct.people.models import Supervision
from conduct.people.vocabulary import FunctionName
from conduct.provisions.models import Paragraph, Section
from conduct.rules.vocabulary import Channel, Kind, Materiality
from tests.conftest import FULL
from tests.integration.conftest import SINCE
from tests.integration.contact.conftest import Reporter, main, text

SENDERS = {"employee": "employee1", "leader": "officer1", "outside": None}
NAMES = ("kind", "about", "accounts", "weight", "sender")
ALL = list(itertools.product(Kind, ABOUT, (False, True), Materiality, SENDERS))
SEES = {
    Group.AUDITORS: "auditor1",
    Group.CEO: "ceo",
    Group.BOARD: "director1",
    Group.SUPERVISOR: {"employee": "manager1", "leader": "director2"},
    Group.HUMAN_RESOURCES: "employee2",
    Group.ADMINISTRATORS: "admin1",
    Group.DELEGATE: "controls",
}


def every_pair_once():
    """Rows of answers in which every two answers meet at least once; the same rows each time."""
    shuffled, seen, kept = random.Random(5610).sample(ALL, len(ALL)), set(), []
    for row in shuffled:
        pairs = set(itertools.combinations(enumerate(map(str, row)), 2))
        if pairs - seen:
            seen |= pairs
            kept.append(row)
    return kept


ASKED = [dict(zip(NAMES, row, strict=True)) for row in (ALL if FULL else every_pair_once())]
FILED = [asked for asked in ASKED if asked["kind"] in (Kind.REPORT, Kind.QUESTION) and asked["sender"] != "outside"]


@pytest.fixture
def house(staff):
    """Everybody the table speaks of."""
    staff.function("admin1", FunctionName.ADMIN)
    Supervision.objects.create(
        employee=staff.person("officer1"), supervisor=staff.person("director2"), valid=span(SINCE)
    )
    return staff


def answers(asked):
    given = {name: str(asked[name].value if hasattr(asked[name], "value") else asked[name]) for name in NAMES}
    return given | ({} if asked["accounts"] else {"accounts": ""})


def table_of(page):
    """What stands in each cell of the page: {(channel, group): words}."""
    channels = re.findall(r'data-channel="(\w+)"', text(page))
    rows = re.findall(r"<tr><th scope=\"row\">[^<]*</th>(.*?)</tr>", text(page), re.S)
    cells = [re.findall(r"<td class=\"sight[^>]*>([^<]*)</td>", row) for row in rows]
    return {
        (Channel(channel), group): words
        for group, row in zip(Group, cells, strict=False)
        for channel, words in zip(channels, row, strict=True)
    }


def shown(asked):
    page = Reporter().post("who-sees/result/", answers(asked), headers={})
    assert page.status_code == 200
    return table_of(page)


def filed(house, asked, channel, now):
    """The same matter through the real intake; the statutory auditor concerned is named."""
    people = [str(house.person("auditor3").pk)] if asked["about"] == "statutory_auditor" else []
    said = {"about": asked["about"], "accounts": asked["accounts"], "channel": channel.value, "people": people}
    sender = house.person(SENDERS[asked["sender"]])
    visit = Visit(nonce="n", kind=asked["kind"].value, answers=said | {"what": "It happened."})
    report = report_of(visit, sender=sender, day=now.date())
    return file_report(actor=house.actor(sender.username), report=report, now=now)


def seen_by(house, asked, case, group):
    name = SEES[group] if isinstance(SEES[group], str) else SEES[group][asked["sender"]]
    return can(house.actor(name), Permission.READ_SEALED, case.record)


def really(house, asked, channel, now):
    """What each group sees: at once, once the supervisor has passed it on, or that there was something."""
    case = filed(house, asked, channel, now)
    at_once = {group for group in Group if seen_by(house, asked, case, group)}
    later = set()
    if channel is Channel.SUPERVISOR:
        supervisor = SEES[Group.SUPERVISOR][asked["sender"]]
        pass_on_report(actor=house.actor(supervisor), case=case, now=now)
        case.refresh_from_db()
        later = {group for group in Group if seen_by(house, asked, case, group)} - at_once
    noticed = Notice.objects.filter(record=case.record, person=house.person("ceo")).exists()
    return at_once, later, {Group.CEO} - at_once - later if noticed else set()


def words_of(*sights):
    return {str(words) for sight, words in SIGHTS.items() if sight in sights}


@pytest.mark.parametrize("asked", FILED, ids=lambda asked: "-".join(map(str, asked.values())))
def test_the_table_says_who_can_open_it(house, now, asked):
    table = shown(asked)
    told = {channel: {group: table[channel, group] for group in Group} for channel in WAYS}
    for channel in WAYS:
        at_once, later, noticed = really(house, asked, channel, now)
        assert {group for group, said in told[channel].items() if said in words_of("reads")} == at_once, channel
        assert {group for group, said in told[channel].items() if said in words_of("next")} == later, channel
        assert {group for group, said in told[channel].items() if said in words_of("notice")} == noticed, channel


@pytest.mark.parametrize("asked", [asked for asked in ASKED if asked["sender"] == "outside"][:8], ids=str)
def test_from_outside_no_way_with_a_name_is_open(house, asked):
    table = shown(asked)

    assert {table[channel, group] for channel in WAYS for group in Group} == words_of(None)


def test_it_writes_nothing_and_sets_no_cookie(house):
    with CaptureQueriesContext(connection) as queries:
        page = Reporter().post("who-sees/result/", answers(ASKED[0]), headers={})

    assert not page.cookies
    assert {query["sql"].split()[0] for query in queries} <= {"SELECT", "(SELECT"}


@pytest.mark.parametrize("asked", ASKED if FULL else ASKED[::4], ids=lambda asked: "-".join(map(str, asked.values())))
def test_every_answer_names_who_decides_and_why(house, asked):
    for language in ("en", "ja"):
        page = main(Reporter(language).post("who-sees/result/", answers(asked), headers={}))
        said = {"en": ("Who decides", "within 7 days", "Why"), "ja": ("判断する機関", "7日以内", "理由")}
        assert [words for words in said[language] if words not in page] == []


def test_every_company_reading_it_can_meet_is_explained(house, now):
    met = {
        reading
        for row in ALL
        for each in simulate(Question(**dict(zip(NAMES, row, strict=True))), day=now.date()).audiences
        for reading in each.decision.readings
    }

    assert met <= set(SILENT)


def test_what_would_change_it_is_told(house):
    asked = {
        "kind": Kind.REPORT,
        "about": "officer",
        "accounts": False,
        "weight": Materiality.UNKNOWN,
        "sender": "employee",
    }
    page = main(Reporter().post("who-sees/result/", answers(asked)))

    assert "If it were about an employee: Board of Directors." in page


def test_a_way_can_be_started_with_the_same_answers(house, reporter):
    asked = {
        "kind": Kind.REPORT,
        "about": "officer",
        "accounts": True,
        "weight": Materiality.UNKNOWN,
        "sender": "employee",
    }
    page = text(reporter.post("who-sees/result/", answers(asked)))
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="(\w+)"', page))
    answer = reporter.post("contact/", hidden | {"channel": "ceo"})

    assert answer["Location"] == "/en/contact/3"
    assert re.search(r'value="officer"[^>]*checked', text(reporter.get("contact/1")))


@pytest.mark.parametrize("wrong", [{}, {"about": "nobody"}, {"kind": ""}, {"weight": "heavy"}])
def test_an_answer_that_is_missing_or_unknown_is_told(either, wrong):
    given = answers(ASKED[0]) | wrong if wrong else {}
    page = either.post("who-sees/result/", given)

    assert page.status_code == 422 and "error-summary" in text(page)


def test_the_result_has_no_address_of_its_own(either):
    assert either.get("who-sees/result/")["Location"] == f"/{either.language}/who-sees/"


def test_the_page_names_nobody(house):
    page = main(Reporter().post("who-sees/result/", answers(ASKED[0])))

    assert [person.name for person in house.made.values() if person.name in page and person.name != "Ceo"] == []


def test_the_rules_page_shows_every_row_and_tries_the_clocks(either):
    page = main(either.get("who-sees/rules/"))

    said = {
        "en": "The engine gives every one of these dates today.",
        "ja": "今日、システムはこのすべてと同じ日付を出します。",
    }
    assert said[either.language] in page
    assert [f"R{number}" for number in range(1, 18) if f" R{number} " not in page] == []


@pytest.fixture
def paragraph(code):
    """III ¶1, which every answer rests on."""
    section = Section.objects.create(version=code, ordinal=3, numeral="III", title="C", heading="C", page=1, line=1)
    places = {"page": 1, "line_first": 1, "line_last": 2, "offset_first": 0, "offset_last": 9}
    words = {"text": "The one who presides over the firm " * 9, "text_ja": ""}
    return Paragraph.objects.create(version=code, section=section, key="III ¶1", ordinal=1, number=1, **words, **places)


def quoted(either):
    asked = {"kind": "report", "about": "officer", "weight": "unknown", "sender": "employee"}
    return re.findall(r"<q([^>]*)>(.*?)</q>", text(either.post("who-sees/result/", asked)))


def test_a_quotation_speaks_the_readers_language_where_the_code_does(either, paragraph):
    Paragraph.objects.filter(pk=paragraph.pk).update(text_ja="会社を率いる者がこの規範に責任を負う。" * 9)
    [(lang, words)] = quoted(either)

    assert lang == ""
    assert words.startswith({"en": "The one who", "ja": "会社を率いる者"}[either.language])
    assert len(words) < 200 and words.endswith("…")


def test_a_quotation_in_another_language_says_which(either, paragraph):
    [(lang, words)] = quoted(either)

    assert lang == {"en": "", "ja": ' lang="en"'}[either.language]
    assert words.startswith("The one who")
