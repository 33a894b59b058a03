"""`quorum`: whether a vote is quorate and carried, with the arithmetic."""

from dataclasses import asdict
from typing import IO

from conduct.rules.commands.japanese import japanese
from conduct.rules.commands.lines import Fields, Look, Pieces, Shape, answer_lines, one_of, refuse, written
from conduct.rules.errors import RuleBroken
from conduct.rules.readings import RECOMMENDED, Readings
from conduct.rules.vocabulary import Body
from conduct.rules.votes import Count, tally

NUMBERS = ("members", "recused", "present", "for", "against")
LINE = Shape(needed=("id", "body", *NUMBERS))
SPELT = {"in_favour": "for"}


def run(stdin: IO[bytes], out: IO[str], errors: IO[str], *, under: Readings = RECOMMENDED) -> int:
    """Answer every line of `stdin`; 0, or 2 and nothing on `out`."""
    return answer_lines(lambda given: answer(given, under), stdin, out, errors, field_of)


def answer(given: Fields, under: Readings) -> Pieces:
    """One line's answer, as the rest of a JSON object."""
    decision = tally(read_count(given), under=under)
    why = {
        "en": " ".join(str(step.why) for step in decision.steps),
        "ja": "".join(step.why.told(japanese()) for step in decision.steps),
    }
    return (written(asdict(decision.answer) | {"why": why})[1:-1],)


def read_count(given: Fields) -> Count:
    """What was counted; `Refused` names every field that is wrong."""
    look = Look()
    look.at(LINE.check, given)
    body = look.at(one_of, Body, "body", given.get("body", Body.BOARD))
    members, recused, present, in_favour, against = (look.at(number, field, given.get(field, 0)) for field in NUMBERS)
    look.check()
    return Count(body=body, members=members, recused=recused, present=present, in_favour=in_favour, against=against)


def number(field: str, value: object) -> int:
    """A whole number; `Refused` for anything else."""
    if isinstance(value, bool) or not isinstance(value, int):
        refuse(field, f"this must be a whole number, not {written(value)}")
    return value


def field_of(broken: RuleBroken) -> str:
    """The field of a line that a broken rule speaks of."""
    field = str(broken.told.gaps.get("field", "body"))
    return SPELT.get(field, field)
