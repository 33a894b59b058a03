"""Quorum and majority. An interested director counts nowhere; every statutory auditor counts, recused or not."""

from dataclasses import dataclass, fields

from conduct.rules.decision import Decision, Rule, Step, spoke
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.readings import Readings
from conduct.rules.vocabulary import Body

VOTING = frozenset({Body.BOARD, Body.BOSA})
FREE_OF_INTEREST = Rule(
    id="V1",
    readings=("A6", "A7", "A8"),
    why=gettext_noop("Directors in office: {members}. Out for an interest: {recused}. So {eligible} count."),
)
BOARD_QUORUM = Rule(
    id="V2",
    readings=("A7",),
    why=gettext_noop("More than half of them must be present: {quorum_needed}. Present: {present}."),
)
BOARD_MAJORITY = Rule(
    id="V3",
    readings=("A7",),
    why=gettext_noop("More than half of those present must be in favour: {needed_for}. In favour: {in_favour}."),
)
BOARD_STOPS = Rule(
    id="V4",
    readings=("A7", "A42"),
    why=gettext_noop("With {eligible} eligible the Board cannot decide at all; counsel is asked."),
)
BOARD_WARNS = Rule(
    id="V5",
    readings=("A7",),
    why=gettext_noop("Fewer than {min_eligible} directors are eligible; look at this with care."),
)
ALL_AUDITORS = Rule(
    id="V6",
    readings=("A2",),
    why=gettext_noop("Statutory auditors in office: {members}. Recused: {recused}; they still count in the base."),
)
BOSA_MAJORITY = Rule(
    id="V7",
    readings=("A2",),
    why=gettext_noop(
        "More than half of all of them is needed: {needed_for}. Present: {present}, in favour: {in_favour}."
    ),
)
CARRIED = Rule(id="V8", why=gettext_noop("It is carried."))
NOT_CARRIED = Rule(id="V9", why=gettext_noop("It is not carried."))
RULES = (
    FREE_OF_INTEREST, BOARD_QUORUM, BOARD_MAJORITY, BOARD_STOPS, BOARD_WARNS,
    ALL_AUDITORS, BOSA_MAJORITY, CARRIED, NOT_CARRIED,
)  # fmt: skip


class ImpossibleCount(RuleBroken):
    """Numbers that cannot be: below zero, more recused than members, more present than eligible, too many votes."""

    sentence = gettext_noop("“{field}” cannot be {number} here.")


class NoVotingBody(RuleBroken):
    """Only the Board and the Statutory Auditors vote."""

    sentence = gettext_noop("“{body}” does not vote.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """What was counted in a sitting. `members`: all seats in office; `present`: without the recused."""

    body: Body
    members: int
    recused: int
    present: int
    in_favour: int
    against: int

    def __post_init__(self) -> None:
        if self.body not in VOTING:
            raise NoVotingBody(body=self.body)
        most = {
            "recused": self.members,
            "present": self.eligible,
            "in_favour": self.present,
            "against": self.present - self.in_favour,
        }
        for each in fields(self)[1:]:
            number = getattr(self, each.name)
            if not (each.name == "members") <= number <= most.get(each.name, number):
                raise ImpossibleCount(field=each.name, number=number)

    @property
    def eligible(self) -> int:
        return self.members - self.recused


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What follows from the count."""

    eligible: int
    quorum_needed: int
    quorate: bool
    needed_for: int
    carried: bool


def tally(count: Count, *, under: Readings) -> Decision[Tally]:
    """Quorum and majority of a vote (Companies Act 369(1)-(2), 393(1); A2, A7), and the arithmetic."""
    answer = _bosa(count) if count.body is Body.BOSA else _board(count, under)
    rules = _rules(count, answer, under)
    steps = tuple(_step(rule, count, answer, under) for rule in rules)
    return Decision(
        answer=answer,
        facts={each.name: getattr(count, each.name) for each in fields(count)},
        steps=steps,
        passed_over={rule.id: "body" if _of_other(rule, count) else "numbers" for rule in RULES if rule not in rules},
    )


def _bosa(count: Count) -> Tally:
    majority = count.members // 2 + 1
    quorate = count.present >= majority
    carried = quorate and count.in_favour >= majority
    return _tally(count, majority, quorate, majority, carried)


def _board(count: Count, under: Readings) -> Tally:
    quorum, majority = count.eligible // 2 + 1, count.present // 2 + 1
    quorate = count.eligible > under.stop_eligible_directors and count.present >= quorum
    return _tally(count, quorum, quorate, majority, quorate and count.in_favour >= majority)


def _tally(count: Count, quorum: int, quorate: bool, needed: int, carried: bool) -> Tally:
    return Tally(eligible=count.eligible, quorum_needed=quorum, quorate=quorate, needed_for=needed, carried=carried)


def _rules(count: Count, answer: Tally, under: Readings) -> tuple[Rule, ...]:
    result = CARRIED if answer.carried else NOT_CARRIED
    if count.body is Body.BOSA:
        return ALL_AUDITORS, BOSA_MAJORITY, result
    if count.eligible <= under.stop_eligible_directors:
        return FREE_OF_INTEREST, BOARD_STOPS, result
    warned = (BOARD_WARNS,) if count.eligible < under.min_eligible_directors else ()
    return FREE_OF_INTEREST, *warned, BOARD_QUORUM, BOARD_MAJORITY, result


def _of_other(rule: Rule, count: Count) -> bool:
    return (rule in (ALL_AUDITORS, BOSA_MAJORITY)) is (count.body is Body.BOARD)


def _step(rule: Rule, count: Count, answer: Tally, under: Readings) -> Step:
    gaps = {each.name: getattr(count, each.name) for each in fields(count)}
    gaps |= {each.name: getattr(answer, each.name) for each in fields(answer)}
    return spoke(rule, **gaps, min_eligible=under.min_eligible_directors)
