"""Why a matter lies where it lies: one short sentence for a list, the kept rules for its own page."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from conduct.records.models import Record
from conduct.rules.facts import Matter, Subject
from conduct.rules.labels import gettext_noop
from conduct.rules.lead import JOINT, RANK
from conduct.rules.readings import Readings
from conduct.rules.route import route
from conduct.rules.sentence import Sentence
from conduct.rules.vocabulary import Authority, Body, Channel, Kind, Materiality, MatterType, PersonClass
from conduct.rulings.services import Explanation

SUBJECT = re.compile(r"(\w+) \((\w+)\)")
HOLDS = {
    Authority.BOSA_LESS_SUBJECT: Body.BOSA,
    Authority.PENDING_IDENTIFICATION: Body.BOSA,
    Authority.PENDING_MATERIALITY: Body.BOARD,
    Authority.CEO_AS_MANAGEMENT: Body.CEO,
}
ARRIVES = gettext_noop("It was handed on to you. Please receive it.")
MUST = gettext_noop("You must hand this on.")
ASKED = gettext_noop("The second person has not answered yet.")
ASSESS = gettext_noop("Assess whether it is material.")
BACK = gettext_noop("It came back to you. Settle whose it is.")
QUESTION_FIRST = gettext_noop("It asks what the Code means. Assess it before you answer, or hand it on.")
QUESTION = gettext_noop("It asks what the Code means. Answer it, or hand it on.")
CAME = gettext_noop("It was handed on to you.")
KEPT = gettext_noop("Two people found it not material, so it is yours.")
SEALED = gettext_noop("The reasons are sealed.")
BEING_ASSESSED = gettext_noop("It is being assessed and counts as material until then.")
IF_MATERIALITY = gettext_noop("Found {fact}: {body}.")
IF_PERSON = gettext_noop("About another person ({fact}): {body}.")
JOINTLY = {rule.id for rule in JOINT.values()}
OTHER_PEOPLE = (PersonClass.EMPLOYEE, PersonClass.OFFICER)


@dataclass(frozen=True, slots=True)
class Short:
    """A sentence and the paragraph it rests on."""

    why: Sentence
    paragraph: str = ""


@dataclass(frozen=True, slots=True)
class Proposed:
    """Whose a matter is by the rules, and whether that may still change."""

    authority: str
    provisional: bool


def short_reason(record: Record, told: Explanation | None) -> Short:
    """The one thing to know in a list. What stands open beside the record comes before what the rules said once."""
    signs = (
        (record.arrives, ARRIVES, record.came_by),
        (record.must_hand_on, MUST, "III ¶1"),
        (record.asked, ASKED, "III ¶1"),
        (record.came_back, BACK, "III ¶1"),
        (
            is_being_assessed(record) and record.kind == Kind.QUESTION and not record.was_report,
            QUESTION_FIRST,
            "III ¶1",
        ),
        (is_being_assessed(record), ASSESS, "III ¶1"),
        (record.body == Body.CEO and record.kind == Kind.QUESTION, QUESTION, "III ¶2"),
        (bool(record.came_by), CAME, record.came_by),
    )
    for holds, sentence, paragraph in signs:
        if holds:
            return Short(Sentence(sentence), paragraph or "")
    return by_rule(record, told)


def by_rule(record: Record, told: Explanation | None) -> Short:
    if told is None:
        return Short(Sentence(SEALED))
    if is_for_another_body(record, told):
        return Short(Sentence(MUST), "III ¶1")
    if was_kept(record, told):
        return Short(Sentence(KEPT), "III ¶4")
    opened = [step for step in told.steps if step.rule.startswith("E") and lead_body(told) != record.body]
    joint = [step for step in told.steps if step.rule in JOINTLY]
    spoke = next(iter(opened + joint), told.steps[0])
    return Short(spoke.why, next(iter(spoke.paragraphs), ""))


def is_being_assessed(record: Record) -> bool:
    """At the CEO's desk with its weight undecided: the Board's until then (A4)."""
    return record.provisional and record.body == Body.CEO and not record.must_hand_on


def only_asks(record: Record) -> bool:
    return record.kind == Kind.QUESTION and not record.was_report


def was_kept(record: Record, told: Explanation) -> bool:
    """Two people have found it not material; since when the rules are asked again, the ruling says so itself."""
    found = bool(told.answer["provisional"]) or set(weighs(told)) == {Materiality.NON_MATERIAL}
    return record.body == Body.CEO and not record.provisional and found


def weighs(told: Explanation) -> tuple[Materiality, ...]:
    """How grave the rules took it to be for each person concerned."""
    return tuple(dict.fromkeys(subject.materiality or Materiality.UNKNOWN for subject in subjects_of(told)))


def is_for_another_body(record: Record, told: Explanation) -> bool:
    """The rule was certain from the start, and names a body above the CEO."""
    return record.body == Body.CEO and not record.provisional and lead_body(told) is Body.BOSA


def lead_body(told: Explanation) -> Body | None:
    """The body that can hold what this authority leads; None where the Code names none."""
    lead = Authority(told.answer["lead"])
    return HOLDS.get(lead) or (Body(lead.value) if lead.value in set(Body) else None)


def proposed(record: Record, told: Explanation | None) -> Proposed | None:
    """The mark in the list and on the page; None for readers from whom the reasons are sealed."""
    if told is None:
        return None
    if was_kept(record, told):
        return Proposed(Body.CEO.value, False)
    return Proposed(told.answer["lead"], record.provisional)


def people_of(told: Explanation | None) -> tuple[PersonClass, ...]:
    """The classes of the people concerned, as the rules saw them."""
    return tuple(subject.person_class for subject in subjects_of(told)) if told else ()


def subjects_of(told: Explanation) -> tuple[Subject, ...]:
    found = SUBJECT.findall(told.facts["subjects"])
    return tuple(Subject(PersonClass(person), Materiality(weight)) for person, weight in found)


def otherwise(told: Explanation, *, under: Readings) -> list[Sentence]:
    """What would change the lead: another weight, or another person, asked of the very rules that routed it."""
    subjects, matter = subjects_of(told), told.facts["matter"]
    facts = {
        "kind": Kind(told.facts["kind"]),
        "matter": None if matter == "-" else MatterType(matter),
        "channel": Channel(told.facts["channel"]),
    }

    def lead(people: Iterable[Subject]) -> Authority:
        return route(Matter(subjects=tuple(people), **facts), under=under).answer.lead

    now = Authority(told.answer["lead"])
    weights = (Materiality.NON_MATERIAL, Materiality.MATERIAL)
    by_weight = [(weight, lead(Subject(each.person_class, weight) for each in subjects)) for weight in weights]
    by_person = [(person, lead([Subject(person)])) for person in OTHER_PEOPLE] if len(subjects) == 1 else []
    lines = [Sentence(IF_MATERIALITY, {"fact": fact, "body": body}) for fact, body in by_weight if body is not now]
    lines += [Sentence(IF_PERSON, {"fact": fact, "body": body}) for fact, body in by_person if RANK[body] != RANK[now]]
    return lines[:4]
