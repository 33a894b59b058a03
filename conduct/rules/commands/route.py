"""`route`: where each matter goes. Answers that must be alike are written once and used again."""

from collections.abc import Sequence
from typing import IO, NamedTuple

from conduct.rules.before_act import MATTERS, answers
from conduct.rules.commands.japanese import japanese
from conduct.rules.commands.lines import Fields, Pieces, answer_lines, written
from conduct.rules.commands.route_facts import NUMBERS, PEOPLE, Known, known_facts, read_matter
from conduct.rules.decision import Step
from conduct.rules.facts import Matter, Subject
from conduct.rules.overlays import FINANCE
from conduct.rules.readings import RECOMMENDED, Readings
from conduct.rules.route import route
from conduct.rules.routing import Row, competent
from conduct.rules.vocabulary import Authority, Materiality, MatterType, PersonClass

NOWHERE = frozenset({Authority.IMPOSSIBLE, Authority.NOT_APPLICABLE})


def run(stdin: IO[bytes], out: IO[str], errors: IO[str], *, under: Readings = RECOMMENDED) -> int:
    """Answer every line of `stdin`, under the recommended readings; 0, or 2 and nothing on `out`."""
    return answer_lines(Answering(under), stdin, out, errors, lambda broken: "subjects")


class Written(NamedTuple):
    """An answer as text, with a gap where the people stand in their own order."""

    head: str
    cells: dict[int, str]
    tail: str


class Answering:
    """Answers one line after another and remembers what was written for the same facts."""

    def __init__(self, under: Readings) -> None:
        self.under = under
        self.kept: dict[object, Written] = {}
        self.steps: dict[int, tuple[Step, str, str]] = {}
        self.cells: dict[tuple[int, str, Authority], str] = {}
        self.stands_for = alike_people(under)
        self.japanese = japanese()

    def __call__(self, given: Fields) -> Pieces:
        kind, people, matter, channel = known_facts(given) or closer_look(given)
        material = matter in FINANCE
        people = [self.stands_for[each, material] for each in people]
        key = (kind, frozenset(people), len(people) > 1, matter, channel)
        found = self.kept.get(key)
        if found is None:
            subjects = tuple([PEOPLE[each] for each in people])
            found = self.kept[key] = self.write(Matter(kind, subjects, Materiality.UNKNOWN, matter, channel), people)
        if len(people) == 1:
            return found.head, found.cells[people[0]], found.tail
        return found.head, ", ".join([found.cells[each] for each in people]), found.tail

    def write(self, matter: Matter, people: list[int]) -> Written:
        decision = route(matter, under=self.under)
        answer = decision.answer
        intake = "null" if answer.intake in NOWHERE else f'"{answer.intake}"'
        defaults = [reading for reading in decision.readings if reading.startswith("A")]
        head = (
            f'"lead": "{answer.lead}", "intake": {intake}, "provisional": {"true" if answer.provisional else "false"}, '
            f'"ceo_notice": "{answer.ceo_notice}", "excluded": {words(answer.excluded)}, '
            f'"informed": {words(answer.informed)}, "subjects": ['
        )
        tail = (
            f'], "rules": {words(decision.rules)}, "cites": {words(decision.paragraphs)}, '
            f'"defaults": {words(defaults)}, "why": {self.why(decision.steps)}'
        )
        cells = {each: self.cell(each, row) for each, row in zip(people, answer.cells, strict=True)}
        return Written(head, cells, tail)

    def cell(self, person: int, row: Row) -> str:
        key = (person, row.id, row.interprets)
        if key not in self.cells:
            cell = {
                "class": PEOPLE[person].person_class,
                "interprets": row.interprets,
                "investigates": row.investigates,
                "consulted_on_discipline": row.consulted,
                "waives": row.waives,
                "waiver_consults": row.waiver_consults,
            }
            self.cells[key] = written(cell)
        return self.cells[key]

    def why(self, steps: tuple[Step, ...]) -> str:
        told = [self.told(step) for step in steps]
        english, japanese = " ".join([each[1] for each in told]), "".join([each[2] for each in told])
        return f'{{"en": "{english}", "ja": "{japanese}"}}'

    def told(self, step: Step) -> tuple[Step, str, str]:
        found = self.steps.get(id(step))
        if found is None:  # the step is kept beside its texts, so that no other can take its id
            found = (step, written(str(step.why))[1:-1], written(step.why.told(self.japanese))[1:-1])
            self.steps[id(step)] = found
        return found


def closer_look(given: Fields) -> Known:
    """The same facts read field by field: says what is wrong, or finds that all is well."""
    matter = read_matter(given)
    people = [Subject(each.person_class, each.materiality or matter.materiality) for each in matter.subjects]
    return matter.kind, [NUMBERS[each.person_class, each.materiality] for each in people], matter.matter, matter.channel


def alike_people(under: Readings) -> dict[tuple[int, bool], int]:
    """For each person (and whether the matter counts as material) one whom every table answers in the same way."""
    first: dict[object, int] = {}
    stands_for: dict[tuple[int, bool], int] = {}
    for number, each in enumerate(PEOPLE):
        for material in (True, False):
            gravity = Materiality.MATERIAL if material else each.materiality or Materiality.UNKNOWN
            row = competent(each.person_class, gravity, under=under).answer.id
            answered = (each.person_class, row, *asked(each.person_class, gravity, under))
            stands_for[number, material] = first.setdefault(answered, NUMBERS[each.person_class, gravity])
    return stands_for


def asked(person: PersonClass, gravity: Materiality, under: Readings) -> list[str]:
    """The rows that answer such a person's questions before an act."""
    matters: list[MatterType] = sorted(MATTERS)
    return [answers(matter, person, gravity, under=under).answer.id for matter in matters]


def words(values: Sequence[str]) -> str:
    """A JSON list of words that need no escaping."""
    return '["' + '", "'.join(values) + '"]' if values else "[]"
