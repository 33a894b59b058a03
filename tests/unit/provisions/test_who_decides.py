"""What the pages say about a paragraph is what the rulebook says."""

from datetime import date

import pytest

from conduct.provisions.by_when import by_when
from conduct.provisions.exhibit import read
from conduct.provisions.who_decides import who_decides
from conduct.rules import before_act, overlays, routing
from conduct.rules.clocks import CLOCKS, SAYS
from conduct.rules.readings import RECOMMENDED
from conduct.rules.vocabulary import Authority, CeoNotice, Materiality, PersonClass

DAY = date(2026, 11, 25)
ALL = [("III ¶1", 2), ("III ¶4", 2), ("I ¶4", 2), ("I ¶6", 3), ("I ¶1", 3)]


def cells(key, under=RECOMMENDED):
    return {
        (who, how): line for line in who_decides(key, under=under).cells for who in line.who for how in everyone(line)
    }


def everyone(line):
    return line.how_serious or tuple(Materiality)


@pytest.mark.parametrize(("key", "columns"), ALL)
def test_every_row_has_an_answer_for_every_heading(key, columns):
    decides = who_decides(key, under=RECOMMENDED)

    assert len(decides.headings) == columns
    assert decides.cells
    assert all(len(line.answers) == columns for line in decides.cells)


@pytest.mark.parametrize(
    ("key", "fields"),
    [("III ¶1", ("interprets", "notice")), ("III ¶4", ("investigates", "consulted")), ("I ¶4", ("waives",))],
)
def test_each_cell_answers_as_the_routing_does(key, fields):
    for (who, how), line in cells(key).items():
        row = routing.competent(who, how, under=RECOMMENDED).answer
        assert line.answers[: len(fields)] == tuple(getattr(row, field) for field in fields)


def test_who_may_waive_depends_on_the_person_and_on_nothing_else_for_an_officer():
    waivers = cells("I ¶4")

    assert waivers[PersonClass.OFFICER, Materiality.NON_MATERIAL].answers == (Authority.BOARD, Authority.BOSA)
    assert waivers[PersonClass.EMPLOYEE, Materiality.NON_MATERIAL].answers == (Authority.CEO, None)


def test_a_row_that_another_reading_needs_is_left_out():
    other = RECOMMENDED.changed(ceo_subject_notice="after_bosa_release")
    notice = {
        under: cells("III ¶1", under)[PersonClass.CEO, Materiality.MATERIAL].answers[1]
        for under in (RECOMMENDED, other)
    }

    assert notice == {RECOMMENDED: CeoNotice.BYPASS, other: CeoNotice.HOLD}


def test_an_item_is_decided_about_as_its_paragraph_is():
    assert who_decides("III ¶3(2)", under=RECOMMENDED) == who_decides("III ¶3", under=RECOMMENDED)
    assert by_when("III ¶3(2)", under=RECOMMENDED, on=DAY) == by_when("III ¶3", under=RECOMMENDED, on=DAY)


def test_nothing_rests_on_a_paragraph_that_no_rule_cites():
    assert not who_decides("VII ¶1", under=RECOMMENDED)
    assert by_when("VII ¶1", under=RECOMMENDED, on=DAY) == ()


def test_every_paragraph_that_a_rule_cites_stands_in_the_sample(sample):
    code = read(sample)
    keys = {text.key for text in (*code.paragraphs, *code.list_items)}
    rules = (*routing.TABLE, *before_act.TABLE, *overlays.OVERLAYS, *CLOCKS.values())

    assert {paragraph for rule in rules for paragraph in rule.paragraphs} <= keys


def test_time_limits_are_told_with_the_numbers_of_the_day():
    (waiting,) = [limit for limit in by_when("III ¶1", under=RECOMMENDED, on=DAY) if limit.clock == "C28"]
    chosen = RECOMMENDED.changed(sla_answer_question_bd=5)
    (answer,) = [limit for limit in by_when("III ¶1", under=chosen, on=DAY) if limit.clock == "C28"]

    assert str(waiting.moments[0].within) == "The company has not chosen a number yet."
    assert str(answer.moments[0].within) == "business days: 5"
    assert str(answer.moments[0].does) == "answer"


def test_a_clock_that_is_switched_off_is_not_shown():
    shown = {limit.clock for limit in by_when("I ¶4", under=RECOMMENDED, on=DAY)}

    assert "C01" in shown
    assert "C02" not in shown  # the shorter time of C01 contains it


def test_only_a_law_is_named_as_a_source():
    limits = {limit.clock: limit.source for limit in by_when("III ¶4", under=RECOMMENDED, on=DAY)}

    assert limits["C08"] == "Whistleblower Protection Act Art. 3(iii)"
    assert limits["C15"] == ""


def test_a_law_says_how_it_was_checked_and_since_when_it_holds():
    def watch(day):
        (found,) = [limit for limit in by_when("III ¶3", under=RECOMMENDED, on=day) if limit.clock == "C09"]
        return found.kind, found.source, str(found.known[1])

    assert watch(date(2026, 11, 30)) == (
        "default", "", "The rule holds only since 2026-12-01; before that the number is the company's own.",
    )  # fmt: skip
    assert watch(date(2026, 12, 1)) == (
        "law", "2025 amendment of the Whistleblower Protection Act", "The rule holds since 2026-12-01.",
    )  # fmt: skip
    known = {limit.clock: [str(each) for each in limit.known] for limit in by_when("III ¶4", under=RECOMMENDED, on=DAY)}
    assert known["C15"] == []
    assert known["C08"] == [
        "How the source was checked: read in what others write, in part from memory. Counsel must confirm it.",
        "Since when the rule holds has not been written down yet.",
    ]


def test_every_stage_of_every_clock_can_be_told():
    assert {stage.label for clock in CLOCKS.values() for stage in clock.stages} <= set(SAYS)
