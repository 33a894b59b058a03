"""Which stages a clock has under the readings of the day; the table's own in all cases but two."""

from dataclasses import replace

from conduct.rules.clock_parts import Clock, Stage
from conduct.rules.readings import Readings
from conduct.rules.vocabulary import Unit


def stages_of(clock: Clock, under: Readings) -> tuple[Stage, ...]:
    """The stages in order. C32 tells within a number of days where one was chosen; C33 may come every month (A4)."""
    if clock.id == "C32":
        return _promptly(under) + (clock.stages if under.coi_annual_declaration else ())
    if clock.id == "C33" and under.materiality_bosa_list == "monthly":
        return (replace(clock.stages[0], amount=1),)
    return clock.stages


def _promptly(under: Readings) -> tuple[Stage, ...]:
    if under.coi_sla == "promptly":
        return ()
    return (Stage(label="tell", unit=Unit.BUSINESS_DAY, key="coi_sla"),)
