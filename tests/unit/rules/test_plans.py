"""The steps of an investigation: common ones around those of the matter, each with its paragraph and its day."""

import pytest

from conduct.rules.plans import BEGINNING, END, OWN, VERSION, plan_for, step_called
from conduct.rules.vocabulary import MatterType

EVERY_MATTER = (None, *MatterType)


@pytest.mark.parametrize("matter", EVERY_MATTER)
def test_every_matter_has_a_plan_that_begins_and_ends_alike(matter):
    plan = plan_for(matter)

    assert (plan.matter, plan.version) == (matter, VERSION)
    assert plan.steps[: len(BEGINNING)] == BEGINNING and plan.steps[-len(END) :] == END
    assert plan.steps[len(BEGINNING) : -len(END)] == (OWN.get(matter, ()) if matter else ())


@pytest.mark.parametrize("matter", EVERY_MATTER)
def test_no_key_stands_twice_in_a_plan_and_every_step_has_words_a_paragraph_and_a_day(matter):
    steps = plan_for(matter).steps

    assert len({step.key for step in steps}) == len(steps)
    assert all(step.title and "¶" in step.paragraph and step.days > 0 for step in steps)


def test_hearing_the_person_and_the_review_by_somebody_else_are_mandatory_everywhere():
    assert {"heard", "review", "preserve"} <= {step.key for step in (*BEGINNING, *END) if step.mandatory}


def test_a_step_is_found_again_by_its_key():
    assert step_called("heard") in END
    assert step_called("no_such_step") is None
