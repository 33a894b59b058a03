"""The queue: what is due first, first; filters that the address keeps; leafing without totals."""

import re

import pytest

from cases.services import close_case, find_material, make_question, propose_keeping, take_case
from conduct.desks import paging
from conduct.desks.filters import Chosen
from conduct.desks.models import SavedView
from conduct.handoffs.services import hand_on
from conduct.records.spine import copy_to
from conduct.rules.vocabulary import Body, Channel, Kind, PersonClass

pytestmark = pytest.mark.django_db
ROW = re.compile(r'<th scope="row"><a href="([^"]+)" class="reference">(\w+)</a>')


def references(text):
    return [reference for _, reference in ROW.findall(text)]


def test_what_is_due_first_stands_first_and_late_is_said_in_words(at, page, words, taken, filed, moment):
    """What is taken has been acknowledged, so its next date is a later one."""
    new = filed("employee2").record.reference
    assert references(words(at("ceo").get(page("triage")))) == [new, taken.record.reference]

    moment.later(days=30)
    shown = words(at("ceo").get(page("triage")))
    assert "days late" in shown and 'class="row-late"' in shown


def test_a_row_says_class_reason_paragraph_and_whose_it_is_but_no_content(at, page, words, filed):
    filed("employee2")
    row = words(at("ceo").get(page("triage"))).split("<tbody>")[1]

    assert "Employee</td>" in row and "Assess whether it is material." in row and "III ¶1" in row
    assert "Board of Directors" in row and "for now" in row and "today</td>" in row
    assert "I saw it" not in row and "Employee2" not in row


def test_the_reason_follows_what_stands_open(at, page, words, filed, actor, now):
    ceo = actor("ceo")
    cases = [take_case(actor=ceo, case=filed("employee2"), now=now) for _ in range(4)]
    propose_keeping(actor=ceo, case=cases[0], reason="Small.", now=now)
    find_material(actor=ceo, case=cases[1], reason="Large.", now=now)
    make_question(actor=ceo, case=cases[2], reason="It asks.", now=now)
    filed("employee2", kind=Kind.QUESTION)
    hand_on(actor=ceo, case=cases[3], body=Body.BOARD, paragraph="III ¶4", reason="Theirs.", now=now)

    shown = words(at("ceo").get(page("triage"), {"view": "all"}))
    for sentence in (
        "The second person has not answered yet.",
        "You must hand this on.",
        "Assess whether it is material.",
        "It asks what the Code means.",
    ):
        assert sentence in shown
    assert "It was handed on to you. Please receive it." in words(at("director1").get(page("board")))


def test_each_part_of_the_queue_holds_its_own(at, page, words, filed, actor, now):
    ceo = actor("ceo")
    mine, material = (take_case(actor=ceo, case=filed("employee2"), now=now) for _ in range(2))
    find_material(actor=ceo, case=material, reason="Large.", now=now)
    arriving = filed(PersonClass.EMPLOYEE, channel=Channel.BOSA_NAMED)
    hand_on(actor=actor("auditor1"), case=arriving, body=Body.CEO, paragraph="III ¶1", reason="Yours.", now=now)
    browser = at("ceo")

    found = {
        view: set(references(words(browser.get(page("triage"), {"view": view}))))
        for view in ("mine", "to_hand_on", "to_receive", "all")
    }

    names = {case.record.reference for case in (mine, material, arriving)}
    assert found["all"] == names and found["to_hand_on"] == {material.record.reference}
    assert found["to_receive"] == {arriving.record.reference} and material.record.reference not in found["mine"]


def test_filters_narrow_and_stay_in_the_address(at, page, words, filed, actor, now):
    report, question = filed("employee2"), take_case(actor=actor("ceo"), case=filed("employee2"), now=now)
    make_question(actor=actor("ceo"), case=question, reason="It asks.", now=now)
    browser = at("ceo")

    def found(**asked):
        return references(words(browser.get(page("triage"), asked)))

    assert found(kind="question") == [question.record.reference]
    assert found(stage="received") == [report.record.reference]
    assert found(late="on") == []
    typed = " ".join(report.record.reference[:4].lower())
    assert found(reference=typed) == [report.record.reference]
    link = ROW.search(words(browser.get(page("triage"), {"kind": "question"})))[1]
    assert link.endswith("?kind=question")
    assert set(found(kind="nonsense", view="nonsense")) == {report.record.reference, question.record.reference}


def test_leafing_reaches_every_row_once_in_both_directions(at, page, words, filed, monkeypatch):
    monkeypatch.setattr(paging, "SIZE", 2)
    names = {filed("employee2").record.reference for _ in range(5)}
    browser, address, seen, way = at("ceo"), page("triage"), [], []
    while address:
        way.append(address)
        shown = words(browser.get(address))
        seen.append(references(shown))
        link = re.search(r'href="([^"]+)" rel="next"', shown)
        address = page("triage") + link[1].replace("&amp;", "&").removeprefix(page("triage")) if link else ""

    assert [len(leaf) for leaf in seen] == [2, 2, 1] and {name for leaf in seen for name in leaf} == names
    back = re.search(r'href="([^"]+)" rel="prev"', words(browser.get(way[-1])))[1].replace("&amp;", "&")
    assert references(words(browser.get(back))) == seen[1]
    assert 'rel="prev"' not in words(browser.get(way[0]))


@pytest.mark.parametrize(
    "asked", ["after=nonsense", "before=1.", "after=99999999999999999999.AB", "after=-1.AB", "after="]
)
def test_an_unreadable_place_means_the_beginning(asked, at, page, words, filed):
    reference = filed("employee2").record.reference

    assert references(words(at("ceo").get(page("triage") + f"?{asked}"))) == [reference]


def test_the_page_of_a_matter_walks_through_the_filtered_list(at, page, words, filed, moment):
    cases = []
    for _ in range(3):
        cases.append(filed("employee2").record.reference)
        moment.later(days=3)
    browser = at("ceo")
    order = references(words(browser.get(page("triage"), {"view": "all"})))
    middle = words(browser.get(page("record", "desk", order[1]) + "?view=all"))

    assert f'{page("record", "desk", order[0])}?view=all" rel="prev"' in middle
    assert f'{page("record", "desk", order[2])}?view=all" rel="next"' in middle
    assert 'rel="prev"' not in words(browser.get(page("record", "desk", order[0]) + "?view=all"))


def test_a_view_is_kept_replaced_and_removed_by_its_owner_alone(at, page, words, staff):
    browser = at("ceo")
    asked = {"name": "Late ones", "view": "all", "late": "on", "kind": "report", "stage": "", "reference": ""}
    assert browser.post(page("save_view", "desk"), asked).url == page("triage") + "?view=all&kind=report&late=on"
    browser.post(page("save_view", "desk"), asked | {"kind": ""})

    view = SavedView.objects.get()
    assert (view.person, view.kind, view.late) == (staff.person("ceo"), "", True)
    assert 'href="/w/desk/triage/?view=all&amp;late=on">Late ones</a>' in words(browser.get(page("triage")))
    assert "Late ones" not in words(browser.get(page("board")))
    at("director1").post(page("drop_view", "board", view.pk))
    assert SavedView.objects.exists()
    browser.post(page("drop_view", "desk", view.pk))
    assert not SavedView.objects.exists()


def test_a_view_without_a_name_is_asked_for_one_and_keeps_the_filter(at, page, words):
    answer = at("ceo").post(page("save_view", "desk"), {"name": "", "view": "all", "late": "on"})

    shown = words(answer)
    assert answer.status_code == 422 and shown.count("Give the view a name") == 2
    assert 'name="late" value="on"' in shown and '<details class="fold" open>' in shown


def test_an_empty_queue_says_what_would_be_here_and_that_nothing_is_wrong(at, page, words):
    browser = at("ceo")
    for view, sentence in (("mine", "The queue is empty."), ("to_receive", "Nothing waits to be received.")):
        shown = words(browser.get(page("triage"), {"view": view}))
        assert sentence in shown and "Nothing is wrong" in shown
    assert "Show the whole queue" in words(browser.get(page("triage"), {"kind": "waiver"}))


def test_the_badge_counts_only_what_is_due_and_stops_at_nine(at, page, words, filed, moment):
    for _ in range(11):
        filed("employee2")
    browser = at("ceo")
    bar = words(browser.get(page("triage"))).split("</nav>")[0]
    assert "Triage</a>" in bar

    moment.later(days=30)
    assert 'Triage <span class="count">9+<' in words(browser.get(page("triage"))).split("</nav>")[0]


def test_the_shelf_keeps_finished_matters_and_the_copies_are_a_list_of_their_own(at, page, words, at_bosa, actor, now):

    take_case(actor=actor("auditor1"), case=at_bosa, now=now)
    close_case(actor=actor("auditor1"), case=at_bosa, reason="Nothing in it.", now=now)
    copy_to(at_bosa.record, [Body.BOARD], now=now)

    assert at_bosa.record.reference not in words(at("auditor1").get(page("bosa"), {"view": "all"}))
    assert references(words(at("auditor1").get(page("bosa_cases")))) == [at_bosa.record.reference]
    assert references(words(at("director1").get(page("matters"), {"copies": "on"}))) == [at_bosa.record.reference]
    assert references(words(at("director1").get(page("matters")))) == []


def test_keys_are_there_only_for_whoever_switched_them_on(at, page, words, staff):
    assert "data-keys" not in words(at("ceo").get(page("triage")))
    person = staff.person("ceo")
    person.keys = True
    person.save()

    shown = words(at("ceo").get(page("triage")))
    assert '<body data-keys="on"' in shown and "keys.js" in shown


def test_a_filter_writes_only_what_differs_from_the_usual_view():
    assert Chosen().query() == ""
    assert Chosen.read({"late": "on", "view": "all"}).query(after="1.A") == "view=all&late=on&after=1.A"
