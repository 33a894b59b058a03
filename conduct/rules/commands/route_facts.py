"""Reading a line of `route`: quickly where every word is known, field by field where something is wrong."""

from conduct.rules import before_act
from conduct.rules.commands.lines import Fields, Look, Shape, one_of, refuse
from conduct.rules.facts import Matter, Subject
from conduct.rules.overlays import OVERLAYS
from conduct.rules.vocabulary import Channel, Kind, Materiality, MatterType, PersonClass

LINE = Shape(needed=("id", "kind", "subjects", "materiality", "matter", "channel"))
SUBJECT = Shape(needed=("class",), optional=("materiality",))
Known = tuple[Kind, list[int], MatterType | None, Channel]  # people by their number in PEOPLE
KINDS: dict[object, Kind] = {word.value: word for word in Kind}
GRAVITIES: dict[object, Materiality] = {word.value: word for word in Materiality}
CHANNELS: dict[object, Channel] = {word.value: word for word in Channel}
PEOPLE = tuple(Subject(person, gravity) for person in PersonClass for gravity in Materiality)
NUMBERS: dict[object, int] = {
    words: number
    for number, each in enumerate(PEOPLE)
    for words in ((each.person_class, each.materiality), (each.person_class, each.materiality, len(SUBJECT.known)))
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


def known_facts(given: Fields) -> Known | None:
    """The facts of a line of which every word is known; None where a closer look is needed.

    A matter stands for all that no rule tells apart from it.
    """
    people = given.get("subjects")
    if len(given) != len(LINE.needed) or not isinstance(people, list) or not people:
        return None
    try:
        whole = GRAVITIES[given["materiality"]]
        subjects = [known_person(each, whole) for each in people]
        kind = KINDS[given["kind"]]
        one_too_many = kind is Kind.WAIVER and len(subjects) > 1
        return None if one_too_many else (kind, subjects, ALIKE[given["matter"]], CHANNELS[given["channel"]])
    except (KeyError, TypeError, AttributeError):
        return None


def known_person(given: Fields, whole: object) -> int:
    """The number of a person whose fields and words are all known; KeyError otherwise."""
    if len(given) == 1:
        return NUMBERS[given["class"], whole]
    own = given["materiality"]
    return NUMBERS[given["class"], whole if own is None else own, len(given)]


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
