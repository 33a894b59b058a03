"""What is about the CEO changes no byte of any page of the CEO's, at one frozen moment."""

import pytest

from conduct.deadlines.models import Deadline
from conduct.desks.acts import ACTS
from conduct.handoffs.models import Lateness
from conduct.notices.models import Notice
from conduct.records.models import Record
from conduct.records.spine import copy_to
from conduct.rules.vocabulary import Body, Channel, PersonClass

pytestmark = pytest.mark.django_db
PAGES = (
    ("today",), ("triage",), ("cases",), ("hand_ons", "desk"),
    ("retention", "desk"), ("holds", "desk"), ("schedules", "desk"), ("board",), ("matters",), ("hand_ons", "board"),
    ("me",), ("own_reports",), ("notices",), ("to_pass_on",), ("account",),
)  # fmt: skip


@pytest.fixture
def seen(at, page, words):
    """Everything the CEO can look at, as it looks now."""
    browser = at("ceo")

    def look():
        shown = {route: words(browser.get(page(*route))) for route in PAGES}
        sought = {view: words(browser.get(page("triage"), {"view": view})) for view in ("mine", "to_hand_on", "all")}
        matters = {
            record.reference: words(browser.get(page("record", "desk", record.reference), {"timeline": "decisions"}))
            for record in Record.objects.filter(body="ceo").order_by("reference")
        }
        return shown, sought, matters

    return look


@pytest.mark.parametrize("about", ["ceo", PersonClass.CEO, PersonClass.STATUTORY_AUDITOR, "auditor1"])
@pytest.mark.parametrize("channel", [Channel.CEO, Channel.BOSA_NAMED])
def test_a_report_about_the_ceo_or_an_auditor_leaves_no_trace(about, channel, seen, filed, at, page, words):
    filed("employee2")
    before = seen()

    case = filed(about, channel=channel)

    assert seen() == before
    assert not Notice.objects.filter(record=case.record, person__username="ceo").exists()  # nor later, with the batch
    browser = at("ceo")
    for route in ("record", *(act.name for act in ACTS)):
        hidden = words(browser.get(page(route, "desk", case.record.reference)))
        assert hidden.replace(case.record.reference, "ZZZZZZZZ") == words(browser.get(page(route, "desk", "ZZZZZZZZ")))


@pytest.mark.parametrize("open_case", ["yes", "no"])
def test_a_decision_about_the_ceos_lateness_leaves_no_trace(open_case, seen, late, at, page):
    before = seen()

    decided = at("auditor1").post(
        page("decide_lateness", late.record.reference, "hand_on"), {"open_case": open_case, "reason": "It was kept."}
    )

    assert decided.status_code == 302
    assert Lateness.objects.get(record=late.record, duty="hand_on").derived_id or open_case == "no"
    assert seen() == before


def test_the_copy_that_goes_to_the_auditors_leaves_no_trace(seen, late, moment, at, page, words):
    assert Deadline.objects.filter(record=late.record, kind="copy_to_bosa").exists()
    before = seen()

    copy_to(late.record, [Body.BOSA], now=moment.now)

    assert seen() == before
    assert (
        "copy" not in words(at("ceo").get(page("record", "desk", late.record.reference), {"timeline": "all"})).lower()
    )
    auditor, reference = at("auditor1"), late.record.reference
    assert reference in words(auditor.get(page("bosa_cases"), {"copies": "on"}))
    for what in ("report", "notes"):
        assert auditor.post(page("read_sealed", "bosa", reference), {"what": what}).status_code == 200
    at("auditor2").post(page("recuse", "bosa", reference), {"reason": ""})
    seen_by_the_ceo = words(at("ceo").get(page("record", "desk", reference), {"timeline": "all"}))
    assert not [name for name in ("Auditor1", "Auditor2") if name in seen_by_the_ceo]
