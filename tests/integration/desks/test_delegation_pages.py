"""The pages of a delegation, in both languages: asked for, authorised by two, worked under, taken back, overseen."""

import re
from datetime import timedelta

import pytest

from conduct.audit.models import AuditEvent
from conduct.office.services import authorise_delegation, draft_delegation, record_resolution
from conduct.people.models import Appointment, Delegation, Person
from conduct.people.vocabulary import Office
from conduct.rules.vocabulary import Channel, PersonClass, Power
from tests.integration.office.arrange import leaves

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("secretary")]
GIVEN = {"powers": ["triage", "investigate"], "first_on": "2026-11-25", "last_on": "2027-03-31"}
SAID = {"number": "B-26-07", "resolved_on": "2026-11-20", "ends_on": ""}
PAGES = (("delegation",), ("board_delegations",), ("bosa_delegations",))
REACH = {
    "ceo": {"delegation", "board_delegations"}, "director1": {"board_delegations"},
    "secretary1": {"board_delegations"}, "auditor1": {"bosa_delegations"}, "controls": set(), "employee1": set(),
    "manager1": set(), "officer1": set(),
}  # fmt: skip

TAG, ENGLISH = re.compile("<[^>]*>"), re.compile(r"\b[a-z]{4,}\b")


@pytest.fixture
def given(staff):
    return GIVEN | {"delegate": str(staff.person("controls").pk)}


@pytest.fixture
def drafted(at, page, given):
    assert at("ceo").post(page("delegation"), given).status_code == 302
    return Delegation.objects.get()


@pytest.fixture
def recorded(drafted, at, page):
    assert at("secretary1").post(page("record_resolution", drafted.pk), SAID).status_code == 302
    return drafted


@pytest.fixture
def running(recorded, at, page):
    answer = at("director1").post(page("authorise_delegation", recorded.pk), {"number": "B-26-07"})
    assert answer.status_code == 302
    return recorded


def in_japanese(*names):
    Person.objects.filter(username__in=names).update(language="ja")


@pytest.mark.norm("N012", "N013")
def test_the_whole_way(at, page, words, given, moment):
    ceo, secretary, director, delegate = (at(name) for name in ("ceo", "secretary1", "director1", "controls"))
    assert "You have delegated nothing." in words(ceo.get(page("delegation")))
    asked = ceo.post(page("delegation"), given, follow=True)
    assert "The Board is asked." in words(asked) and "Draft" in words(asked)
    key = Delegation.objects.get().pk
    assert delegate.get(page("delegation")).status_code == 404

    assert "Record the Board's resolution" in words(secretary.get(page("show_delegation", "board", key)))
    assert "Recorded." in words(secretary.post(page("record_resolution", key), SAID, follow=True))
    assert delegate.get(page("delegation")).status_code == 404

    shown = words(director.get(page("authorise_delegation", key)))
    assert 'name="number" value="B-26-07"' in shown
    confirmed = words(director.post(page("authorise_delegation", key), {"number": "B-26-07"}, follow=True))
    assert "Confirmed." in confirmed and "In force" in confirmed

    assert delegate.get(page("first")).url == page("today")
    ribbon = "Acting for the CEO under Board resolution B-26-07, until 31 Mar 2027"
    for where in (("today",), ("triage",), ("me",), ("notices",), ("account",), ("delegation",)):
        assert ribbon in words(delegate.get(page(*where))), where
    assert ribbon not in words(ceo.get(page("today")))

    assert "Take the delegation back?" in words(ceo.get(page("revoke_delegation", "desk", key)))
    assert "Taken back." in words(ceo.post(page("revoke_delegation", "desk", key), follow=True))
    assert delegate.get(page("today")).status_code == 404
    assert ribbon not in words(delegate.get(page("me")))


def test_everything_reads_in_japanese_too(recorded, at, page, words):
    in_japanese("ceo", "secretary1", "director1", "auditor1", "controls")
    for who, where in (
        ("ceo", ("delegation",)), ("secretary1", ("record_resolution", recorded.pk)),
        ("director1", ("authorise_delegation", recorded.pk)), ("director1", ("board_delegations",)),
        ("auditor1", ("bosa_delegations",)), ("auditor1", ("show_delegation", "bosa", recorded.pk)),
        ("ceo", ("revoke_delegation", "desk", recorded.pk)),
    ):  # fmt: skip
        shown = TAG.sub("", words(at(who).get(page(*where))).split('class="page">', 1)[1].split("</main")[0])
        assert "委任" in shown and not ENGLISH.search(shown), (where, ENGLISH.search(shown))
    at("director1").post(page("authorise_delegation", recorded.pk), {"number": "B-26-07"})
    assert "取締役会決議B-26-07により" in words(at("controls").get(page("today")))


@pytest.mark.parametrize("who", list(REACH))
def test_each_page_opens_to_its_desk_alone(running, at, page, who):
    at_desks = {route[0] for route in PAGES if at(who).get(page(*route)).status_code == 200}

    assert at_desks == (REACH[who] | ({"delegation"} if who == "controls" else set()))


@pytest.mark.parametrize("who", ["employee1", "controls", "auditor1", "secretary1", "ceo", "director1"])
def test_no_act_opens_to_another_office(recorded, at, page, who):
    may = {
        ("record_resolution", recorded.pk): {"secretary1"},
        ("authorise_delegation", recorded.pk): {"director1", "ceo"},
        ("revoke_delegation", "desk", recorded.pk): {"ceo"},
        ("revoke_delegation", "board", recorded.pk): {"director1", "ceo"},
        ("revoke_delegation", "bosa", recorded.pk): set(),
    }
    for route, offices in may.items():
        for method in ("get", "post"):
            status = getattr(at(who), method)(page(*route), {"number": "x"}).status_code
            assert (status == 404) is (who not in offices), (route, method)
        if who == "ceo" and route[0] == "revoke_delegation":
            break


@pytest.mark.parametrize(("wrong", "told"), [
    ({"powers": []}, "Tick at least one"),
    ({"powers": ["everything"]}, "Tick what is listed"),
    ({"delegate": ""}, "Choose to whom"),
    ({"delegate": "00000000-0000-4000-8000-000000000000"}, "Choose somebody from the list"),
    ({"first_on": ""}, "Give the first day"),
    ({"last_on": "tomorrow"}, "Write the day like 2026-11-25"),
    ({"last_on": "2026-11-24"}, "within three years"),
    ({"first_on": "2026-11-24"}, "within three years"),
    ({"last_on": "9999-12-31"}, "within three years"),
])  # fmt: skip
def test_a_wrong_draft_keeps_what_was_typed_and_says_why(at, page, words, given, wrong, told):
    answer = at("ceo").post(page("delegation"), given | wrong)

    shown = words(answer)
    assert answer.status_code == 422 and told in shown
    assert "2027-03-31" in shown or "last_on" in wrong
    assert not Delegation.objects.exists()


@pytest.mark.parametrize(("wrong", "told"), [
    ({"number": ""}, "Give the number"),
    ({"number": "b 26"}, "Capital letters, digits and hyphens"),
    ({"number": "B" * 21}, "at most 20"),
    ({"resolved_on": "2026-11-26"}, "The Board has resolved today or before"),
    ({"ends_on": "2026-11-01"}, "the resolution lasts into the delegation"),
    ({"resolved_on": "x"}, "Write the day like 2026-11-25"),
])  # fmt: skip
def test_a_wrong_resolution_keeps_what_was_typed_and_says_why(drafted, at, page, words, wrong, told):
    answer = at("secretary1").post(page("record_resolution", drafted.pk), SAID | wrong)

    assert answer.status_code == 422 and told in words(answer)
    assert "B-26-07" in words(answer) or "number" in wrong


def test_a_second_one_on_the_same_days_is_refused_at_the_field(drafted, at, page, words, given):
    answer = at("ceo").post(page("delegation"), given)

    assert answer.status_code == 422 and "Take that one back first." in words(answer)


def test_what_was_corrected_meanwhile_is_not_confirmed(recorded, at, page, words):
    at("secretary1").post(page("record_resolution", recorded.pk), SAID | {"number": "B-26-08"})

    answer = at("director1").post(page("authorise_delegation", recorded.pk), {"number": "B-26-07"})

    assert answer.status_code == 422 and "Look at it again." in words(answer)
    assert 'name="number" value="B-26-08"' in words(answer)


def test_the_ceo_as_a_director_is_told_why_there_is_no_button(recorded, at, page, words):
    shown = words(at("ceo").get(page("show_delegation", "board", recorded.pk)))

    assert "take no part in authorising" in shown and "Confirm the resolution" not in shown
    assert at("ceo").get(page("authorise_delegation", recorded.pk)).status_code == 409


def test_what_has_moved_on_says_so(running, at, page, words):
    for who, route in (("secretary1", "record_resolution"), ("director2", "authorise_delegation")):
        answer = at(who).get(page(route, running.pk))
        assert answer.status_code == 409 and "This delegation is now: In force." in words(answer)


def test_the_notices_lead_to_the_register(running, at, page, words):
    assert f'href="{page("bosa_delegations")}"' in words(at("auditor1").get(page("notices")))
    assert f'href="{page("board_delegations")}"' in words(at("director2").get(page("notices")))
    assert f'href="{page("delegation")}"' in words(at("controls").get(page("notices")))


def test_a_delegates_act_stands_in_the_history_with_its_stamp(running, filed, at, page, words):
    case = filed("employee2")
    delegate, reference = at("controls"), case.record.reference
    delegate.post(page("take_case", "desk", reference))

    for who in ("controls", "ceo"):
        shown = words(at(who).get(page("record", "desk", reference)))
        assert "Controls took it" in shown and "for the CEO, resolution B-26-07" in shown


@pytest.fixture
def only(staff, actor, now):
    """only("triage"): a delegation of these powers, in force."""

    def make(*powers):
        days = {"first_on": now.date(), "last_on": now.date() + timedelta(days=90)}
        delegation = draft_delegation(
            actor=actor("ceo"), delegate=staff.person("controls"), powers=[Power(each) for each in powers], now=now,
            **days,
        )  # fmt: skip
        record_resolution(
            actor=actor("secretary1"), delegation=delegation, number="B-1", resolved_on=now.date(), now=now
        )
        return authorise_delegation(actor=actor("director1"), delegation=delegation, number="B-1", now=now)

    return make


@pytest.mark.norm("N012")
def test_outside_the_powers_there_is_no_button_and_the_act_is_refused_in_words_and_logged(only, filed, at, page, words):
    delegation = only("investigate")
    reference = filed("employee2").record.reference
    delegate = at("controls")
    delegate.post(page("take_case", "desk", reference))

    shown = words(delegate.get(page("record", "desk", reference)))
    assert "Determine how grave it is" not in shown and "Hand on" in shown

    for method in ("get", "post"):
        answer = getattr(delegate, method)(page("determine_materiality", "desk", reference), {"reason": "Small."})
        assert answer.status_code == 409
        assert "Your delegation does not cover this: assess a matter." in words(answer)
    lines = AuditEvent.objects.filter(event="act:not_delegated")
    assert [line.facts for line in lines] == [{"deed": "assess", "tried_under": delegation.pk}] * 2
    assert {line.actor.username for line in lines} == {"controls"}


def test_what_the_powers_do_not_reach_is_not_there(only, filed, at, page):
    only("interpretation")
    reference = filed("employee2").record.reference

    assert at("controls").get(page("record", "desk", reference)).status_code == 404
    assert at("controls").get(page("record", "desk", "ZZZZZZZZ")).status_code == 404


def test_the_auditors_see_whether_it_was_used_outside_its_dates(staff, running, filed, at, page, words, moment):
    """A term that is shortened with effect for the past: the register catches what was done in good faith."""
    reference = filed("employee2").record.reference
    moment.later(days=3)
    at("controls").post(page("take_case", "desk", reference))
    shown = words(at("auditor1").get(page("show_delegation", "bosa", running.pk)))
    assert "All lie within its dates." in shown

    leaves(staff, "controls", Office.INTERNAL_CONTROLS, moment.now.date() - timedelta(days=2))

    shown = words(at("auditor1").get(page("show_delegation", "bosa", running.pk)))
    assert "These acts stand outside its dates." in shown and reference in shown
    assert "yes (" in words(at("auditor1").get(page("bosa_delegations")))
    assert "These acts" not in words(at("director1").get(page("show_delegation", "board", running.pk)))


@pytest.mark.parametrize("ends", ["revoked", "dates"])
def test_what_is_done_until_the_moment_of_its_end_is_within(running, filed, at, page, words, moment, ends):
    reference = filed("employee2").record.reference
    moment.later(minutes=1)
    at("controls").post(page("take_case", "desk", reference))
    if ends == "revoked":
        moment.later(minutes=1)
        at("director1").post(page("revoke_delegation", "board", running.pk))
    else:
        moment.later(days=200)

    shown = words(at("auditor1").get(page("show_delegation", "bosa", running.pk)))
    assert "All lie within its dates." in shown and "It has not counted since" in shown


def test_where_nobody_is_in_charge_of_internal_controls_the_form_says_so(staff, at, page, words):
    Appointment.objects.filter(office="internal_controls").update(known_until=Appointment.objects.last().known_from)

    assert "there is nobody to whom the CEO could delegate" in words(at("ceo").get(page("delegation")))


@pytest.mark.parametrize("about", ["ceo", "controls", PersonClass.CEO, PersonClass.DELEGATE])
@pytest.mark.parametrize("channel", [Channel.CEO, Channel.BOSA_NAMED])
def test_what_is_about_the_ceo_or_the_delegate_leaves_no_trace_on_the_delegates_pages(running, filed, at, page, words,
                                                                                      about, channel):  # fmt: skip
    filed("employee2")
    delegate = at("controls")
    pages = ("today",), ("triage",), ("cases",), ("hand_ons", "desk"), ("delegation",), ("me",), ("notices",)
    before = {route: words(delegate.get(page(*route))) for route in pages}

    case = filed(about, channel=channel)

    assert {route: words(delegate.get(page(*route))) for route in pages} == before
    hidden, missing = (
        words(delegate.get(page("record", "desk", key))).replace(key, "") for key in (case.record.reference, "ZZZZZZZZ")
    )
    assert hidden == missing
