"""The dates on the public page of rules."""

import pytest

from conduct.contact.vectors import VECTORS, given
from conduct.rules.calendars import CALENDARS
from conduct.rules.readings import RECOMMENDED


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: f"{vector.clock} {vector.start:%Y-%m-%d}")
def test_the_clocks_give_the_dates_worked_out_by_hand(vector):
    assert given(vector, CALENDARS, RECOMMENDED) == vector.due_on


def test_a_wrong_date_would_be_seen():
    assert given(VECTORS[0], CALENDARS, RECOMMENDED.changed(waiver_clock_mode="strict_either_open")) is not None
    assert (
        given(VECTORS[2], CALENDARS, RECOMMENDED.changed(waiver_clock_mode="strict_either_open")) != VECTORS[2].due_on
    )
