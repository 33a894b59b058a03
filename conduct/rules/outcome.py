"""What may be found and what may follow: findings, whom to consult first, who decides for the company (III ¶4)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from conduct.rules.decision import Decision
from conduct.rules.disposal import Outcome
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.norms import TABLE
from conduct.rules.readings import Readings
from conduct.rules.routing import HOLDS, competent
from conduct.rules.vocabulary import (
    Authority,
    Found,
    Materiality,
    MeasureKind,
    NormType,
    Organ,
    PersonClass,
    RootCause,
    Taken,
    View,
)

VIOLATIONS = frozenset({Found.CONFIRMED, Found.PARTLY})
BINDING = frozenset({NormType.OBLIGATION, NormType.PROHIBITION})
FOLLOWS = frozenset({(View.FOR, Taken.ADOPTED), (View.OTHERWISE, Taken.CHANGED), (View.AGAINST, Taken.DROPPED)})


class WaitsForWeight(RuleBroken):
    """III ¶4 names another body for what is material."""

    sentence = gettext_noop(
        "Whom to consult depends on how grave it is. Determine that first; nothing can be decided before."
    )


class WaitsForName(RuleBroken):
    """Nobody knows whom to consult about somebody who is not identified."""

    sentence = gettext_noop("Whom to consult depends on the person. Identify the person in this matter first.")


class NoGrounds(RuleBroken):
    """A finding rests on something that can be read again."""

    sentence = gettext_noop("Write what the finding rests on.")


class NotHeard(RuleBroken):
    """The person concerned was heard, or it is written down why not."""

    sentence = gettext_noop("Write what the person concerned answered, or why nobody could be heard.")


class NoCause(RuleBroken):
    """A confirmed violation has a cause from which the company can learn."""

    sentence = gettext_noop("Choose why the violation could happen.")


class OnlyAdvice(RuleBroken):
    """Under the reading of the company an expectation of the Code is advice (A43)."""

    sentence = gettext_noop(
        "The company reads “should” and “expected” as advice, so that this cannot be found a violation (A43)."
    )


class NoViolation(RuleBroken):
    """III ¶4: measures follow "once a violation has occurred"."""

    sentence = gettext_noop("A measure follows a violation that was found, and none was found here.")


class OnlyCivil(RuleBroken):
    """Whom the Code does not bind, it cannot discipline (A12b, A15)."""

    sentence = gettext_noop("The Code does not bind this person. Only a civil or contract step is open.")


class NoDisciplineAnyMore(RuleBroken):
    """Somebody who has left cannot be disciplined (A13)."""

    sentence = gettext_noop("This person has left. Only preventive or civil steps are open (A13).")


class OnlyWhenAggravated(RuleBroken):
    """A breach of an expectation is graded soft; a sanction needs more than that (A43)."""

    sentence = gettext_noop(
        "The norm is worded as an expectation. Write which facts make it so grave that discipline is called for (A43)."
    )


class OtherOrgan(RuleBroken):
    """Somebody else acts for the company here."""

    sentence = gettext_noop("This is not theirs to decide. For the company acts: {organ}")


class NeverBosa(RuleBroken):
    """Kansayaku are auditors, not managers (A47)."""

    sentence = gettext_noop("The Statutory Auditors give an opinion. They decide no measure and carry none out (A47).")


class NoReasonToDiverge(RuleBroken):
    """The company may depart from the opinion, and says why (A21)."""

    sentence = gettext_noop("The decision departs from the opinion of the body consulted. Write why (A21).")


WAITS: Mapping[Authority, type[RuleBroken]] = {
    Authority.PENDING_MATERIALITY: WaitsForWeight,
    Authority.PENDING_IDENTIFICATION: WaitsForName,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """What a measure answers to: who, how grave, what was found of it. `former`: the person has left."""

    person: PersonClass
    materiality: Materiality
    found: Found
    soft: bool = False
    former: bool = False


def consulted(person: PersonClass, materiality: Materiality, *, under: Readings) -> Decision[Authority]:
    """The body to consult before discipline or prevention for this person's violation (III ¶4 (i) to (iii)).

    `OUTSIDE_CODE`: the Code asks for nobody's opinion. Raises WaitsForWeight and WaitsForName.
    """
    decision = competent(person, materiality, under=under)
    body = decision.answer.consulted
    if body in WAITS:
        raise WAITS[body]
    return replace(decision, answer=HOLDS.get(body, body))  # type: ignore[arg-type,return-value]


def check_finding(
    found: Found, *, grounds: str, answer: str, soft: bool, cause: RootCause | None, under: Readings
) -> None:
    """`answer`: what the person concerned said, or why nobody was heard. Raises the first thing that is missing."""
    violated = found in VIOLATIONS
    faults: tuple[tuple[bool, type[RuleBroken]], ...] = (
        (not grounds.strip(), NoGrounds),
        (not answer.strip(), NotHeard),
        (violated and cause is None, NoCause),
        (violated and soft and under.soft_norms == "advisory_only", OnlyAdvice),
    )
    _refuse_first(faults)


def is_soft(paragraph: str, norm: str = "") -> bool:
    """Whether a breach is graded soft (A43): the norm that is named, or without one every duty of the paragraph."""
    duties = [row for row in TABLE if row.paragraph == paragraph and row.type in BINDING]
    named = [row for row in duties if row.id == norm] or duties
    return bool(named) and all(row.soft for row in named)


def check_measure(kind: MeasureKind, about: Violation, *, aggravating: str, under: Readings) -> None:
    """Raises what stands against such a measure after such a finding (III ¶4, A12b, A13, A43)."""
    disciplines = kind is MeasureKind.DISCIPLINARY
    unbound = consulted(about.person, about.materiality, under=under).answer is Authority.OUTSIDE_CODE
    faults: tuple[tuple[bool, type[RuleBroken]], ...] = (
        (unbound and kind is not MeasureKind.CIVIL, OnlyCivil),
        (about.found not in VIOLATIONS and not (unbound and about.found is Found.OUTSIDE), NoViolation),
        (disciplines and about.former, NoDisciplineAnyMore),
        (disciplines and about.soft and not aggravating.strip(), OnlyWhenAggravated),
    )
    _refuse_first(faults)


def _refuse_first(faults: tuple[tuple[bool, type[RuleBroken]], ...]) -> None:
    for holds, fault in faults:
        if holds:
            raise fault


OWNERS: Mapping[PersonClass, Callable[[Readings], str]] = {
    PersonClass.EMPLOYEE: lambda under: under.discipline_owner.employee,
    PersonClass.SUB_EMPLOYEE: lambda under: under.discipline_owner.employee,
    PersonClass.OFFICER: lambda under: under.discipline_owner.officer,
    PersonClass.DELEGATE: lambda under: under.discipline_owner.officer,
    PersonClass.CEO: lambda under: under.discipline_owner.officer,
    PersonClass.DIRECTOR: lambda under: under.discipline_owner.director,
    PersonClass.STATUTORY_AUDITOR: lambda under: under.discipline_owner.statutory_auditor,
    PersonClass.SUB_OFFICER: lambda under: Organ.SUBSIDIARY.value,
}


def decides(kind: MeasureKind, person: PersonClass, *, under: Readings) -> str:
    """Who decides for the company: on discipline the organ of the reading (A20, A14), else the management.

    A word of `Organ`, or the company's own word where its reading names one. Never the Statutory Auditors (A47).
    """
    if kind is not MeasureKind.DISCIPLINARY:
        return Organ.MANAGEMENT.value
    return OWNERS[person](under)


def check_organ(organ: str, kind: MeasureKind, person: PersonClass, *, under: Readings) -> None:
    """Raises NeverBosa, or OtherOrgan where the company's rules name another one."""
    if organ == Authority.BOSA and not under.bosa_executes:
        raise NeverBosa
    named = decides(kind, person, under=under)
    if organ != named:
        raise OtherOrgan(organ=Organ(named) if named in set(Organ) else named)


def departs(view: View | None, taken: Taken) -> bool:
    """Whether the company decided otherwise than it was advised. Without an opinion there is nothing to depart from."""
    return view is not None and (view, taken) not in FOLLOWS


def check_divergence(view: View | None, taken: Taken, *, reason: str) -> bool:
    """Whether it departs. Raises NoReasonToDiverge where it does and nobody says why (A21)."""
    diverges = departs(view, taken)
    if diverges and not reason.strip():
        raise NoReasonToDiverge
    return diverges


GRAVEST_FIRST = (
    (Found.CONFIRMED, Outcome.CONFIRMED),
    (Found.PARTLY, Outcome.PARTLY),
    (Found.INCONCLUSIVE, Outcome.INCONCLUSIVE),
    (Found.NOT_CONFIRMED, Outcome.NOT_CONFIRMED),
    (Found.OUTSIDE, Outcome.OUTSIDE),
)


def ending(found: Iterable[Found]) -> Outcome:
    """How a matter with these findings ended, for retention: the one that is kept longest counts (R05, R08)."""
    said = set(found)
    return next((outcome for word, outcome in GRAVEST_FIRST if word in said), Outcome.UNKNOWN)
