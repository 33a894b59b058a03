"""JSON Lines: every line is read before anything is printed. One faulty line, and nothing is answered."""

import json
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import IO, NoReturn, TypeVar

from conduct.rules.errors import RuleBroken

Word = TypeVar("Word", bound=StrEnum)
Read = TypeVar("Read")
Fields = dict[str, object]
Pieces = tuple[str, ...]
WORKED, REFUSED = 0, 2
LONGEST = 500


def no_constant(name: str) -> NoReturn:
    """NaN and its like are not JSON."""
    raise ValueError(f"{name} is not a number")


def a_float(digits: str) -> float:
    """A number with a point or an exponent that can be written down again; ValueError for one beyond every double."""
    number = float(digits)
    if math.isinf(number):
        raise ValueError(f"{digits} is too large a number")
    return number


READER = json.JSONDecoder(parse_constant=no_constant, parse_float=a_float)
written = json.JSONEncoder(ensure_ascii=False).encode  # a value as JSON, Japanese left readable


def on_one_line(fault: str) -> str:
    """A fault as one line of bounded length, whatever was quoted in it."""
    return " ".join(fault.split())[:LONGEST]


class Refused(Exception):
    """A line cannot be answered: each fault in one sentence that names its field."""

    def __init__(self, *faults: str) -> None:
        super().__init__(*map(on_one_line, faults))
        self.faults: tuple[str, ...] = self.args


def refuse(field: str, why: str) -> NoReturn:
    """Refuse one field."""
    raise Refused(f"{field}: {why}" if field else why)


class Look:
    """Reads field after field of a line and remembers every fault, so that one run shows them all."""

    def __init__(self) -> None:
        self.faults: list[str] = []

    def at(self, read: Callable[..., Read], *given: object) -> Read:
        """What `read` answers; where it refuses, the fault is kept and None stands in until `check` refuses."""
        try:
            return read(*given)
        except Refused as refused:
            self.faults += refused.faults
            return None  # type: ignore[return-value]

    def check(self) -> None:
        """Refuse the line if anything was wrong with it."""
        if self.faults:
            raise Refused(*self.faults)


@dataclass(frozen=True, slots=True)
class Shape:
    """The fields an object must have, and those it may have."""

    needed: tuple[str, ...]
    optional: tuple[str, ...] = ()

    @property
    def known(self) -> tuple[str, ...]:
        return (*self.needed, *self.optional)

    def check(self, given: Fields, where: str = "") -> None:
        """Refuse missing fields, and fields that nobody knows."""
        missing = [f"{where}{field}: this field is missing" for field in self.needed if field not in given]
        unknown = [f"{where}{field}: there is no such field" for field in given if field not in self.known]
        if missing or unknown:
            raise Refused(*missing, *unknown)


def answer_lines(
    answer: Callable[[Fields], Pieces],
    lines: Iterable[bytes],
    out: IO[str],
    errors: IO[str],
    field_of: Callable[[RuleBroken], str],
) -> int:
    """Answer each line with its `id` and the pieces of `answer`; 0, or 2 and nothing on `out`. Passes empty lines over.

    `field_of` names the field of a line that a broken rule speaks of. Pieces that answers share are held once.
    """
    answers: list[tuple[object, Pieces]] = []
    refused = False
    for number, line in enumerate(lines, start=1):
        try:
            if given := read_line(line):
                answers.append((given["id"], answer(given)))
        except (Refused, RuleBroken) as fault:
            refused = True
            errors.writelines(f"line {number}: {each}\n" for each in faults_of(fault, field_of))
    if refused:
        return REFUSED
    out.writelines(f'{{"id": {json.dumps(name)}, {"".join(pieces)}}}\n' for name, pieces in answers)
    return WORKED


def faults_of(fault: Refused | RuleBroken, field_of: Callable[[RuleBroken], str]) -> tuple[str, ...]:
    """Each fault with its field."""
    return fault.faults if isinstance(fault, Refused) else (on_one_line(f"{field_of(fault)}: {fault}"),)


def read_line(line: bytes) -> Fields | None:
    """One JSON object with an `id`, None for an empty line; `Refused` for anything else."""
    if not line.strip():
        return None
    given = _parsed(line)
    if not isinstance(given, dict):
        refuse("", "this is not a JSON object")
    if "id" not in given:
        refuse("id", "this field is missing")
    return given


def _parsed(line: bytes) -> object:
    try:
        return READER.decode(line.decode("utf-8"))
    except UnicodeDecodeError:
        refuse("", "this is not UTF-8")
    except RecursionError:
        refuse("", "this is nested too deeply")
    except ValueError as fault:
        refuse("", f"this is not JSON ({fault})")


def one_of(words: type[Word], field: str, value: object) -> Word:
    """A word of the rulebook; `Refused` names the field and the words there are."""
    if not isinstance(value, str):
        refuse(field, f"this must be a word, not {written(value)}")
    if value not in words.__members__.values():
        refuse(field, f"{written(value)} is not one of: {', '.join(words)}")
    return words(value)
