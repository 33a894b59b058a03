"""`deadline`: when each duty is due, with the whole computation."""

from datetime import datetime
from typing import IO

from conduct.rules.calendar import DateNotLoaded
from conduct.rules.calendars import CALENDARS
from conduct.rules.clock_facts import moment
from conduct.rules.clocks import CLOCKS, Due, UnknownClock, due
from conduct.rules.commands.lines import Fields, Look, Pieces, Shape, answer_lines, refuse, written
from conduct.rules.decision import Decision
from conduct.rules.errors import RuleBroken
from conduct.rules.readings import RECOMMENDED, Readings

LINE = Shape(needed=("id", "clock", "start"), optional=("facts",))
EPOCH = "1970-01-01T00:00Z"


def run(stdin: IO[bytes], out: IO[str], errors: IO[str], *, under: Readings = RECOMMENDED) -> int:
    """Answer every line of `stdin` on the committed calendars; 0, or 2 and nothing on `out`."""
    return answer_lines(lambda given: answer(given, under), stdin, out, errors, field_of)


def answer(given: Fields, under: Readings) -> Pieces:
    """One line's answer, as the rest of a JSON object."""
    look = Look()
    look.at(LINE.check, given)
    clock = look.at(read_clock, given.get("clock", ""))
    facts = look.at(read_facts, given.get("facts", {}))
    start = look.at(read_start, given.get("start", EPOCH))
    look.check()
    return (write(clock, due(clock, start=start, facts=facts, calendars=CALENDARS, under=under)),)


def read_clock(given: object) -> str:
    """The id of a clock."""
    if not isinstance(given, str):
        refuse("clock", f"this must be a word, not {written(given)}")
    return given


def read_facts(given: object) -> Fields:
    """The facts that came along."""
    if not isinstance(given, dict):
        refuse("facts", "this must be an object")
    return given


def read_start(given: object) -> datetime:
    """The moment at which the clock starts."""
    try:
        return moment("start", given)
    except RuleBroken as broken:
        refuse("start", str(broken))


def write(clock: str, decision: Decision[Due]) -> str:
    """An answer as the rest of a JSON object."""
    answer = decision.answer
    whole = {
        "due": _iso(answer.at),
        "zone": answer.zone,
        "law": answer.law,
        "stages": [{"label": label, "due": _iso(at)} for label, at in answer.stages],
        "steps": [str(step.why) for step in decision.steps],
        "source": CLOCKS[clock].source,
    }
    return written(whole)[1:-1]


def field_of(broken: RuleBroken) -> str:
    """The field of a line that a broken rule speaks of."""
    if isinstance(broken, UnknownClock):
        return "clock"
    fact = broken.told.gaps.get("fact", broken.told.gaps.get("key"))
    if isinstance(broken, DateNotLoaded):
        return "start"
    return f"facts.{fact}" if fact else "facts"


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
