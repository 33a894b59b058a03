"""The nine gates of a waiver, in order (I ¶4). A waiver waits at the first one that is shut; none can be skipped."""

from collections.abc import Callable
from dataclasses import dataclass

from conduct.rules.clock_facts import CHANNELS
from conduct.rules.clocks import due
from conduct.rules.decision import Decision, spoke
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.norms import NORMS
from conduct.rules.publication import Publication, publication
from conduct.rules.readings import Readings
from conduct.rules.routing import competent
from conduct.rules.vocabulary import Authority, Holder, PersonClass
from conduct.rules.waiver_facts import Posting, Vote, WaiverFacts

FORMS = {
    "body_opinion": frozenset({"body_opinion", "body_resolution"}),
    "body_resolution": frozenset({"body_resolution"}),
}

BY_CEO, BY_DELEGATE, BY_BOARD = frozenset({Holder.CEO}), frozenset({Holder.DELEGATE}), frozenset({Holder.BOARD})
FOR_CEO: dict[Holder | None, frozenset[Holder]] = {
    Holder.CEO: BY_CEO | BY_DELEGATE, Holder.DELEGATE: BY_DELEGATE, Holder.BOARD: BY_BOARD,
}  # fmt: skip
WITHOUT_DELEGATE: dict[Holder | None, frozenset[Holder]] = {
    Holder.CEO: BY_CEO, Holder.DELEGATE: BY_BOARD, Holder.BOARD: BY_BOARD,
}  # fmt: skip


class NotWaivable(RuleBroken):
    """Nobody may waive this provision (A23)."""

    sentence = gettext_noop("{norm} cannot be waived by anybody.")


class GateShut(RuleBroken):
    """A step of the waiver's path is still open."""

    sentence = gettext_noop("Not yet: {gate}")


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
    known = bool(facts.norms) and facts.norms <= NORMS.keys()
    return bool(facts.looks_forward) and known and not facts.norms & under.non_waivable


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
    return facts.publication is not None and facts.publication == _to_publish(facts, under)


def is_proved(facts: WaiverFacts, under: Readings) -> bool:
    due_to_public = _to_publish(facts, under)
    if due_to_public is None or not due_to_public.public:
        return due_to_public is not None
    return facts.posting is not None and _is_found(facts.posting, facts.vote) and _stays(facts.posting, under)


def is_logged(facts: WaiverFacts, under: Readings) -> bool:
    return facts.logged


def is_reviewed(facts: WaiverFacts, under: Readings) -> bool:
    return facts.review_opened or not facts.already_happened


def _consults(facts: WaiverFacts, person: PersonClass, under: Readings) -> Authority | None:
    return competent(person, facts.materiality, under=under).answer.waiver_consults


def _to_publish(facts: WaiverFacts, under: Readings) -> Publication | None:
    if facts.person_class is None or facts.flags is None:
        return None
    return publication(facts.person_class, facts.flags, under=under).answer


def _is_found(posting: Posting, vote: Vote | None) -> bool:
    told = posting.channel in CHANNELS and bool(posting.link.strip()) and posting.proof
    return told and vote is not None and posting.at >= vote.at


def _stays(posting: Posting, under: Readings) -> bool:
    """Whether the notice stays up as long as C04 says and is kept as long as C05 says, where these clocks run."""
    up = due("C04", start=posting.at, calendars={}, under=under).answer.at
    kept = up and due("C05", start=up, calendars={}, under=under).answer.at
    long_enough = not (up and kept) or (posting.take_down_on >= up.date() and posting.archive_until >= kept.date())
    return long_enough and posting.archive_until >= posting.take_down_on


def _is_consulted_first(facts: WaiverFacts, under: Readings) -> bool:
    opinion, vote = facts.consultation, facts.vote
    if opinion is None or vote is None or opinion.form not in FORMS[under.bosa_consult_form]:
        return False
    return opinion.at < vote.at and (vote.at - opinion.at).days >= under.bosa_consult_min_gap_days


def _is_granted(facts: WaiverFacts, under: Readings) -> bool:
    if facts.vote is None or facts.person_class is None:
        return False
    body = competent(facts.person_class, facts.materiality, under=under).answer.waives
    return (
        facts.vote.by in granted_by(body, facts.stands_in, under) and facts.vote.carried and facts.vote.beneficiary_out
    )


def granted_by(body: Authority, for_ceo: Holder | None, under: Readings) -> frozenset[Holder]:
    """Who can grant what this body may waive: the whole Board and no committee; for the CEO whoever stands in (A17).

    While the CEO acts, so may the delegate, if the delegation covers waivers (A16). A conflicted CEO grants nothing.
    """
    if body is Authority.BOARD:
        return BY_BOARD
    if body is not Authority.CEO:
        return frozenset()
    if not under.delegation_defaults.may_include_waiver:
        return WITHOUT_DELEGATE.get(for_ceo, frozenset())
    return FOR_CEO.get(for_ceo, frozenset())


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
