"""Where Continue and Back lead."""

import pytest

from conduct.contact import steps
from conduct.contact.steps import Step
from conduct.contact.visit import Visit


def visit(*, kind="report", is_checked=False, **answers):
    return Visit(nonce="n", kind=kind, is_checked=is_checked, answers=answers)


def test_a_report_has_six_pages_and_a_question_four():
    assert len(steps.path_of(visit())) == 6
    assert len(steps.path_of(visit(kind="question"))) == 4


def test_a_question_about_somebody_has_one_more_page():
    assert steps.path_of(visit(kind="question", about="officer"))[0] is Step.ABOUT


def test_only_three_answers_are_needed():
    assert steps.unanswered(visit(about="officer", channel="ceo", what="It happened.")) is None
    assert steps.unanswered(visit(about="officer", channel="ceo")) is Step.WHAT
    assert steps.unanswered(visit(kind="question", channel="ceo", what="May I?")) is None


@pytest.mark.parametrize(("step", "following"), list(zip(steps.REPORT[:-1], steps.REPORT[1:], strict=True)))
def test_continue_leads_to_the_next_page(step, following):
    assert steps.after(visit(about="officer", channel="ceo", what="It happened."), step) is following


def test_nobody_gets_past_a_missing_answer():
    assert steps.after(visit(), Step.MORE) is Step.ABOUT
    assert steps.detour(visit(about="officer"), Step.CHECK) is Step.WAY
    assert steps.detour(visit(about="officer"), Step.WAY) is None


def test_a_change_leads_back_to_the_check_page():
    whole = visit(is_checked=True, about="officer", channel="ceo", what="It happened.")

    assert steps.after(whole, Step.ABOUT) is Step.CHECK
    assert steps.before(whole, Step.WHAT) is Step.CHECK


def test_a_change_that_closes_the_chosen_way_leads_to_choosing_anew():
    assert steps.after(visit(is_checked=True, about="ceo", what="It happened."), Step.ABOUT) is Step.WAY


def test_a_question_may_still_say_who_it_is_about():
    asked = visit(kind="question")

    assert steps.detour(asked, Step.ABOUT) is None
    assert steps.detour(asked, Step.MORE) is Step.WAY
    assert steps.after(asked, Step.ABOUT) is Step.WAY
    assert steps.before(asked, Step.WAY) is None
