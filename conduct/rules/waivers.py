"""The nine gates of a waiver, in order (I ¶4). A waiver waits at the first one that is shut; none can be skipped."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from conduct.rules.decision import Decision, spoke
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.publication import Flags
from conduct.rules.readings import Readings
from conduct.rules.routing import competent
from conduct.rules.vocabulary import Authority, Holder, Materiality, PersonClass

FORMS = {
    "body_opinion": frozenset({"body_opinion", "body_resolution"}),
    "body_resolution": frozenset({"body_resolution"}),
}


class NotWaivable(RuleBroken):
    """Nobody may waive this provision (A23)."""

    sentence = gettext_noop("{norm} cannot be waived by anybody.")


class GateShut(RuleBroken):
    """A step of the waiver's path is still open."""

    sentence = gettext_noop("Not yet: {gate}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """What the Statutory Auditors said, in which form, and when."""

    at: datetime
    form: str
    objects: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """Who decided, when, and whether it was carried by a quorate vote without the person who gains (A7, A8)."""

    at: datetime
    by: Holder
    carried: bool
    beneficiary_out: bool = True
    second_reading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Conditions, how long, and who watches (A25)."""

    conditions: bool
    months: int
    monitor: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """The proof that a notice went out: where, when, and the dates that follow from it."""

    channel: str
    at: datetime
    proof: bool
    take_down_on: date
    archive_until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiverFacts:
    """Everything the gates look at. None means: not known yet."""

    norms: frozenset[str]
    looks_forward: bool | None = None
    person_class: PersonClass | None = None
    flags: Flags | None = None
    materiality: Materiality = Materiality.UNKNOWN
    consultation: Consultation | None = None
    vote: Vote | None = None
    terms: Terms | None = None
    publication_due: bool | None = None  # the answer of the publication test
    posting: Posting | None = None
    logged: bool = False
    already_happened: bool = False
    review_opened: bool = False  # the violation case and the review for an implicit waiver


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """One question; the waiver passes when the answer is yes."""

    id: str
    is_open: Callable[[WaiverFacts, Readings], bool]
    why: str
    paragraphs: tuple[str, ...] = ("I ¶4",)
    readings: tuple[str, ...] = ()
    clocks: tuple[str, ...] = ()


def is_waivable(facts: WaiverFacts, under: Readings) -> bool:
    return bool(facts.looks_forward) and bool(facts.norms) and not facts.norms & under.non_waivable


def is_person_fixed(facts: WaiverFacts, under: Readings) -> bool:
    return facts.person_class not in (None, PersonClass.UNKNOWN) and facts.flags is not None


def needs_opinion(facts: WaiverFacts, under: Readings) -> bool:
    return facts.person_class is not None and _consults(facts, facts.person_class, under) is not None


def is_voted_after_opinion(facts: WaiverFacts, under: Readings) -> bool:
    if not needs_opinion(facts, under):
        return True
    return _is_consulted_first(facts, under) and _is_granted(facts, under) and _is_read_again(facts, under)


def is_decided_for_staff(facts: WaiverFacts, under: Readings) -> bool:
    return needs_opinion(facts, under) or _is_granted(facts, under)


def has_terms(facts: WaiverFacts, under: Readings) -> bool:
    terms = facts.terms
    return terms is not None and terms.conditions and terms.monitor and 0 < terms.months <= under.waiver_max_months


def is_tested(facts: WaiverFacts, under: Readings) -> bool:
    return facts.publication_due is not None


def is_proved(facts: WaiverFacts, under: Readings) -> bool:
    return not facts.publication_due or (facts.posting is not None and facts.posting.proof)


def is_logged(facts: WaiverFacts, under: Readings) -> bool:
    return facts.logged


def is_reviewed(facts: WaiverFacts, under: Readings) -> bool:
    return facts.review_opened or not facts.already_happened


def _consults(facts: WaiverFacts, person: PersonClass, under: Readings) -> Authority | None:
    return competent(person, facts.materiality, under=under).answer.waiver_consults


def _is_consulted_first(facts: WaiverFacts, under: Readings) -> bool:
    opinion, vote = facts.consultation, facts.vote
    if opinion is None or vote is None or opinion.form not in FORMS[under.bosa_consult_form]:
        return False
    return opinion.at < vote.at and (vote.at - opinion.at).days >= under.bosa_consult_min_gap_days


def _is_granted(facts: WaiverFacts, under: Readings) -> bool:
    if facts.vote is None or facts.person_class is None:
        return False
    body = competent(facts.person_class, facts.materiality, under=under).answer.waives
    return facts.vote.by in granted_by(body, under) and facts.vote.carried and facts.vote.beneficiary_out


def granted_by(body: Authority, under: Readings) -> frozenset[Holder]:
    """Who can grant what this body may waive: the whole Board and no committee; for the CEO also the delegate (A16)."""
    if body is Authority.CEO:
        delegated = {Holder.DELEGATE} if under.delegation_defaults.may_include_waiver else set()
        return frozenset({Holder.CEO} | delegated)
    return frozenset({Holder.BOARD} if body is Authority.BOARD else ())


def _is_read_again(facts: WaiverFacts, under: Readings) -> bool:
    objected = facts.consultation is not None and facts.consultation.objects
    return not objected or under.bosa_objection == "warn" or (facts.vote is not None and facts.vote.second_reading)


GATES = (
    Gate(
        id="W1", is_open=is_waivable, readings=("A23", "A24"),
        why=gettext_noop("The provision can be waived, and the request looks forward."),
    ),
    Gate(
        id="W2", is_open=is_person_fixed, readings=("A26",),
        why=gettext_noop("The person, the class on the date and the three flags for publication are fixed."),
    ),
    Gate(
        id="W3", is_open=is_voted_after_opinion, readings=("A7", "A8", "A9", "A9b"),
        why=gettext_noop("The Statutory Auditors were consulted first, and then the Board carried it with a quorum."),
    ),
    Gate(
        id="W4", is_open=is_decided_for_staff, readings=("A4", "A16"),
        why=gettext_noop("For an employee: the CEO or delegate decided what is not material, the Board all else."),
    ),
    Gate(
        id="W5", is_open=has_terms, readings=("A25",), clocks=("C31",),
        why=gettext_noop("Conditions, an end and somebody who watches are set."),
    ),
    Gate(
        id="W6", is_open=is_tested, readings=("A26b", "A26c"), clocks=("C01", "C02"),
        why=gettext_noop("It is settled whether the public must be told, and by when."),
    ),
    Gate(
        id="W7", is_open=is_proved, clocks=("C04", "C05"),
        why=gettext_noop("Where the public must be told, the proof of it is kept."),
    ),
    Gate(id="W8", is_open=is_logged, why=gettext_noop("The log has its row; a refusal has one as well.")),
    Gate(
        id="W9", is_open=is_reviewed, readings=("A24", "A46"), clocks=("C07",),
        why=gettext_noop("If the departure already happened, a case and a review for an implicit waiver are open."),
    ),
)  # fmt: skip
BEFORE_GRANT = GATES[:5]


def gate(facts: WaiverFacts, *, under: Readings) -> Decision[Gate | None]:
    """The gate at which a waiver waits; None when all nine are open."""
    shut = next((each for each in GATES if not each.is_open(facts, under)), None)
    passed = GATES[: GATES.index(shut)] if shut else GATES
    waiting = [each for each in GATES if each not in passed]
    return Decision(
        answer=shut,
        facts={"norms": ", ".join(sorted(facts.norms)), "person": facts.person_class or PersonClass.UNKNOWN},
        steps=tuple(spoke(each) for each in passed),
        passed_over={each.id: "is_open" if each is shut else "asked later" for each in waiting},
    )


def check_grant(facts: WaiverFacts, *, under: Readings) -> None:
    """Refuse a grant while any of the first five gates is shut; `GateShut` says which."""
    check_waivable(facts.norms, under=under)
    for each in BEFORE_GRANT:
        if not each.is_open(facts, under):
            raise GateShut(gate=each.why)


def check_waivable(norms: frozenset[str], *, under: Readings) -> None:
    """Refuse provisions that nobody may waive (A23), with the first of them."""
    for norm in sorted(norms & under.non_waivable):
        raise NotWaivable(norm=norm)
