"""`route`: where each matter goes. Answers to the same facts are written once and used again."""

from collections.abc import Sequence
from typing import IO

from conduct.rules import before_act
from conduct.rules.commands.japanese import japanese
from conduct.rules.commands.lines import Fields, Look, Shape, answer_lines, one_of, refuse, written
from conduct.rules.decision import Decision, Step
from conduct.rules.facts import Matter, Subject
from conduct.rules.overlays import OVERLAYS
from conduct.rules.readings import RECOMMENDED, Readings
from conduct.rules.route import Route, route
from conduct.rules.routing import Row
from conduct.rules.vocabulary import Authority, Channel, Kind, Materiality, MatterType, PersonClass

LINE = Shape(needed=("id", "kind", "subjects", "materiality", "matter", "channel"))
SUBJECT = Shape(needed=("class",), optional=("materiality",))
KEPT = 100_000
Key = tuple[Kind, tuple[Subject, ...], MatterType | None, Channel] | None
KINDS: dict[object, Kind] = {word.value: word for word in Kind}
GRAVITIES: dict[object, Materiality] = {word.value: word for word in Materiality}
CHANNELS: dict[object, Channel] = {word.value: word for word in Channel}
SUBJECTS: dict[object, Subject] = {
    words: Subject(person, own)
    for person in PersonClass
    for own in Materiality
    for words in ((person.value, own.value), (person.value, own.value, len(("class", "materiality"))))
}


def rules_about(matter: MatterType | None) -> tuple[object, ...]:
    """The rules that look at a matter; matters with the same ones get the same answer."""
    asked = matter if matter in before_act.MATTERS else None
    return (asked, *(each.id for each in OVERLAYS if each.matters and matter in each.matters))


EVERY_MATTER = (None, *MatterType)
FIRST_ALIKE = {rules_about(matter): matter for matter in reversed(EVERY_MATTER)}
ALIKE: dict[object, MatterType | None] = {
    matter and matter.value: FIRST_ALIKE[rules_about(matter)] for matter in EVERY_MATTER
}
NOWHERE = frozenset({Authority.IMPOSSIBLE, Authority.NOT_APPLICABLE})


def run(stdin: IO[bytes], out: IO[str], errors: IO[str], *, under: Readings = RECOMMENDED) -> int:
    """Answer every line of `stdin`, under the recommended readings; 0, or 2 and nothing on `out`."""
    return answer_lines(Answering(under), stdin, out, errors, lambda broken: "subjects")


class Answering:
    """Answers one line after another and remembers what was written for the same facts."""

    def __init__(self, under: Readings) -> None:
        self.under = under
        self.kept: dict[object, str] = {}
        self.steps: dict[int, tuple[Step, str, str]] = {}
        self.rows: dict[tuple[PersonClass, str, Authority], str] = {}
        self.japanese = japanese()

    def __call__(self, given: Fields) -> str:
        key = facts_key(given)
        found = self.kept.get(key) if key else None
        if found is None:
            matter = quick_matter(key) or read_matter(given)
            found = self.write(matter, route(matter, under=self.under))
            if len(self.kept) >= KEPT:
                self.kept.clear()
            self.kept[key or matter] = found
        return found

    def write(self, matter: Matter, decision: Decision[Route]) -> str:
        answer = decision.answer
        intake = None if answer.intake in NOWHERE else answer.intake
        subjects = ", ".join(
            self.subject(each.person_class, row) for each, row in zip(matter.subjects, answer.cells, strict=True)
        )
        defaults = [reading for reading in decision.readings if reading.startswith("A")]
        return (
            f'"lead": "{answer.lead}", "intake": {written(intake)}, "provisional": {written(answer.provisional)}, '
            f'"ceo_notice": "{answer.ceo_notice}", "excluded": {words(answer.excluded)}, '
            f'"informed": {words(answer.informed)}, "subjects": [{subjects}], "rules": {words(decision.rules)}, '
            f'"cites": {words(decision.paragraphs)}, "defaults": {words(defaults)}, "why": {self.why(decision.steps)}'
        )

    def subject(self, person: PersonClass, row: Row) -> str:
        key = (person, row.id, row.interprets)
        if key not in self.rows:
            cell = {
                "class": person,
                "interprets": row.interprets,
                "investigates": row.investigates,
                "consulted_on_discipline": row.consulted,
                "waives": row.waives,
                "waiver_consults": row.waiver_consults,
            }
            self.rows[key] = written(cell)
        return self.rows[key]

    def why(self, steps: tuple[Step, ...]) -> str:
        told = [self.told(step) for step in steps]
        return f'{{"en": "{" ".join(en for _, en, _ in told)}", "ja": "{"".join(ja for _, _, ja in told)}"}}'

    def told(self, step: Step) -> tuple[Step, str, str]:
        found = self.steps.get(id(step))
        if found is None:
            found = (step, written(str(step.why))[1:-1], written(step.why.told(self.japanese))[1:-1])
            self.steps[id(step)] = found
        return found


def words(values: Sequence[str]) -> str:
    """A JSON list of words that need no escaping."""
    return '["' + '", "'.join(values) + '"]' if values else "[]"


def facts_key(given: Fields) -> Key:
    """What the answer depends on, alike for lines that must be answered alike; None where a closer look is needed."""
    whole, people = given.get("materiality"), given.get("subjects")
    if whole not in GRAVITIES or len(given) != len(LINE.needed) or not isinstance(people, list):
        return None
    try:
        subjects = tuple([known_subject(each, whole) for each in people])
        return KINDS[given["kind"]], subjects, ALIKE[given["matter"]], CHANNELS[given["channel"]]
    except (KeyError, TypeError, AttributeError):
        return None


def known_subject(given: Fields, whole: object) -> Subject:
    """A person concerned whose fields and words are all known; KeyError otherwise."""
    if len(given) == 1:
        return SUBJECTS[given["class"], whole]
    own = given["materiality"]
    return SUBJECTS[given["class"], whole if own is None else own, len(given)]


def quick_matter(key: Key) -> Matter | None:
    """The facts of a line of which every word is known and no field is missing or too many."""
    if key is None or not key[1] or (key[0] is Kind.WAIVER and len(key[1]) > 1):
        return None
    kind, people, matter, channel = key
    return Matter(kind, people, Materiality.UNKNOWN, matter, channel)


def read_matter(given: Fields) -> Matter:
    """The facts of one line; `Refused` or a broken rule says what is wrong with which field."""
    look = Look()
    look.at(LINE.check, given)
    facts = {
        "kind": look.at(one_of, Kind, "kind", given.get("kind", Kind.REPORT)),
        "subjects": look.at(read_subjects, given.get("subjects", ())),
        "materiality": look.at(one_of, Materiality, "materiality", given.get("materiality", Materiality.UNKNOWN)),
        "matter": None if given.get("matter") is None else look.at(one_of, MatterType, "matter", given["matter"]),
        "channel": look.at(one_of, Channel, "channel", given.get("channel", Channel.CEO)),
    }
    look.check()
    return Matter(**facts)


def read_subjects(given: object) -> tuple[Subject, ...]:
    """The people concerned, in order."""
    if not isinstance(given, list | tuple):
        refuse("subjects", "this must be a list")
    look = Look()
    people = tuple(look.at(read_subject, number, each) for number, each in enumerate(given))
    look.check()
    return people


def read_subject(number: int, given: object) -> Subject:
    """One person concerned, with an own materiality where one is given."""
    where = f"subjects[{number}]"
    if not isinstance(given, dict):
        refuse(where, "this must be an object")
    SUBJECT.check(given, f"{where}.")
    own = given.get("materiality")
    return Subject(
        one_of(PersonClass, f"{where}.class", given["class"]),
        None if own is None else one_of(Materiality, f"{where}.materiality", own),
    )
