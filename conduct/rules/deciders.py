"""Who acts when whoever is competent cannot: D1 to D8 (A2, A2b, A6, A16, A17, A42, S5).

One truth table for each body; exactly one row covers every state of the offices. `stands_in` follows the table
until it ends at somebody who can act; it never ends nowhere.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from conduct.rules.decision import Decision, Rule, spoke
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.readings import Readings
from conduct.rules.routing import Row
from conduct.rules.vocabulary import Authority, Body, Holder, Relation


class ImpossibleOffices(RuleBroken):
    """More people are out than there are."""

    sentence = gettext_noop("Of {members} members, {recused} cannot be recused and {implicated} implicated.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chief:
    """The CEO's office and the delegate's, for one matter."""

    present: bool = True
    conflicted: bool = False
    delegate_active: bool = False
    delegate_conflicted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Members:
    """The seats in office, those who take no part (the implicated included), and the implicated."""

    members: int
    recused: int = 0
    implicated: int = 0

    def __post_init__(self) -> None:
        if not 0 <= self.implicated <= self.recused <= self.members:
            raise ImpossibleOffices(members=self.members, recused=self.recused, implicated=self.implicated)

    @property
    def eligible(self) -> int:
        return self.members - self.recused

    @property
    def majority_of_all(self) -> int:
        return self.members // 2 + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Offices:
    """Everything the succession looks at. `outside_directors`: those who are eligible."""

    chief: Chief = field(default_factory=Chief)
    board: Members
    bosa: Members
    outside_directors: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """One row: for which body, when, and who acts then."""

    rule: Rule
    body: Body
    holds: Callable[[Offices, Readings], bool]
    passes_to: Body | Holder


def _rule(rule: str, why: str, paragraphs: tuple[str, ...], *readings: str) -> Rule:
    return Rule(id=rule, why=why, paragraphs=paragraphs, readings=readings)


def _ceo_acts(offices: Offices, under: Readings) -> bool:
    return offices.chief.present and not offices.chief.conflicted


def _ceo_conflicted(offices: Offices, under: Readings) -> bool:
    return offices.chief.conflicted


def _delegate_acts(offices: Offices, under: Readings) -> bool:
    chief = offices.chief
    fit = chief.delegate_active and not chief.delegate_conflicted and under.ceo_absent == "delegate_else_board"
    return fit and not chief.present and not chief.conflicted


def _ceo_absent(offices: Offices, under: Readings) -> bool:
    chief = offices.chief
    return not chief.present and not chief.conflicted and not _delegate_acts(offices, under)


def _board_acts(offices: Offices, under: Readings) -> bool:
    return offices.board.eligible > under.stop_eligible_directors


def _board_stops(offices: Offices, under: Readings) -> bool:
    return 0 < offices.board.eligible <= under.stop_eligible_directors


def _board_implicated(offices: Offices, under: Readings) -> bool:
    return offices.board.eligible == 0


def _bosa_acts(offices: Offices, under: Readings) -> bool:
    return offices.bosa.eligible >= offices.bosa.majority_of_all


def _auditors_left(offices: Offices, under: Readings) -> bool:
    most_implicated = offices.bosa.implicated >= offices.bosa.majority_of_all
    return not _bosa_acts(offices, under) and offices.bosa.eligible > 0 and not most_implicated


def _each_auditor(offices: Offices, under: Readings) -> bool:
    return _auditors_left(offices, under) and under.bosa_fallback.startswith("individual_auditors")


def _directors_for_auditors(offices: Offices, under: Readings) -> bool:
    chosen = under.bosa_fallback if _auditors_left(offices, under) else under.bosa_disabled_fallback
    named = chosen.startswith("outside_directors") and offices.outside_directors > 0
    return named and not _bosa_acts(offices, under)


def _counsel_alone(offices: Offices, under: Readings) -> bool:
    others = (_bosa_acts, _each_auditor, _directors_for_auditors)
    return not any(holds(offices, under) for holds in others)


# fmt: off
TABLE = (
    Succession(
        body=Body.CEO, holds=_ceo_acts, passes_to=Holder.CEO,
        rule=_rule("D0", gettext_noop("The CEO is in office and not conflicted."), ("III ¶1",)),
    ),
    Succession(
        body=Body.CEO, holds=_ceo_conflicted, passes_to=Body.BOARD,
        rule=_rule("D4", gettext_noop("The CEO is conflicted; the Board acts instead."), (), "S5", "A6", "A16"),
    ),
    Succession(
        body=Body.CEO, holds=_delegate_acts, passes_to=Holder.DELEGATE,
        rule=_rule("D5", gettext_noop("The CEO is absent; the active delegate acts."), ("I ¶5",), "A17", "A16"),
    ),
    Succession(
        body=Body.CEO, holds=_ceo_absent, passes_to=Body.BOARD,
        rule=_rule("D5b", gettext_noop("The CEO is absent and no delegate can act; the Board does."), (), "A17"),
    ),
    Succession(
        body=Body.BOARD, holds=_board_acts, passes_to=Holder.BOARD,
        rule=_rule("D2", gettext_noop("Enough directors are free of any interest; interested ones count nowhere."),
                   ("III ¶1",), "A6", "A7", "A8"),
    ),
    Succession(
        body=Body.BOARD, holds=_board_stops, passes_to=Body.BOSA,
        rule=_rule("D2b", gettext_noop("With a single director left the Board stops; there is no waiver either."),
                   (), "A7", "A42"),
    ),
    Succession(
        body=Body.BOARD, holds=_board_implicated, passes_to=Body.BOSA,
        rule=_rule("D8", gettext_noop("The whole Board is concerned; no waiver is possible meanwhile."), (), "A42"),
    ),
    Succession(
        body=Body.BOSA, holds=_bosa_acts, passes_to=Holder.BOSA,
        rule=_rule("D3", gettext_noop("The statutory auditors who take part are a majority of all of them."),
                   ("III ¶1",), "A2"),
    ),
    Succession(
        body=Body.BOSA, holds=_each_auditor, passes_to=Holder.AUDITORS_WITH_COUNSEL,
        rule=_rule("D3b", gettext_noop("Too few statutory auditors are left; each acts alone and tells the Board."),
                   (), "A2"),
    ),
    Succession(
        body=Body.BOSA, holds=_directors_for_auditors, passes_to=Holder.OUTSIDE_DIRECTORS,
        rule=_rule("D3c", gettext_noop("The Code names nobody here; by company rule outside directors act."),
                   (), "A2", "A2b"),
    ),
    Succession(
        body=Body.BOSA, holds=_counsel_alone, passes_to=Holder.OUTSIDE_COUNSEL,
        rule=_rule("D3d", gettext_noop("The Code names nobody here; by company rule outside counsel acts."), (), "A2b"),
    ),
)
# fmt: on
INVESTIGATOR = _rule("D6", gettext_noop("A conflicted investigator is replaced, and that is written down."), ("V ¶1",))
SECTION = _rule("D7", gettext_noop("Where the section itself is conflicted, outside counsel acts."), ("V ¶1",))
TIED = _rule("D1", gettext_noop("This person may not decide here, being {relation}."), ("V ¶1",), "A6", "A8", "A48")
FREE = _rule("D1b", gettext_noop("Nothing known ties this person to the matter."), ("V ¶1",), "A6")
RULES = (*(row.rule for row in TABLE), INVESTIGATOR, SECTION, TIED, FREE)
WITH_COUNSEL = {Holder.BOSA: Holder.BOSA_WITH_COUNSEL, Holder.OUTSIDE_DIRECTORS: Holder.OUTSIDE_COUNSEL}
ASKED = {Body.OUTSIDE_CODE: Body.CEO, Body.SUPERVISOR: Body.CEO}  # as management (A12b); on the way to the CEO (A38)
STOPPED = frozenset({"D2b", "D8"})


def stands_in(body: Body, *, offices: Offices, under: Readings) -> Decision[Holder]:
    """Who acts for a body in these offices. Never nobody."""
    rows = [_row(ASKED.get(body, body), offices, under)]
    while isinstance(rows[-1].passes_to, Body):
        rows.append(_row(rows[-1].passes_to, offices, under))
    holder = Holder(rows[-1].passes_to)
    stopped = any(row.rule.id in STOPPED for row in rows)
    asked = {row.body for row in rows}
    return Decision(
        answer=WITH_COUNSEL.get(holder, holder) if stopped else holder,
        facts={"body": body},
        steps=tuple(spoke(row.rule) for row in rows),
        passed_over={row.rule.id: "holds" for row in TABLE if row.body in asked and row not in rows},
    )


def _row(body: Body, offices: Offices, under: Readings) -> Succession:
    (row,) = [row for row in TABLE if row.body is body and row.holds(offices, under)]
    return row


def replaces(*, section: bool) -> Decision[Holder]:
    """Who comes for a conflicted section (legal, investor relations): counsel. For an investigator: somebody else."""
    rule, other = (SECTION, INVESTIGATOR) if section else (INVESTIGATOR, SECTION)
    answer = Holder.OUTSIDE_COUNSEL if section else Holder.REPLACEMENT
    return Decision(answer=answer, facts={"section": section}, steps=(spoke(rule),), passed_over={other.id: "section"})


def conflict(relations: frozenset[Relation], *, as_ceo: bool = False, under: Readings) -> Decision[bool]:
    """Whether somebody with these ties may not decide (D1). A mere witness may, except as CEO (D4) or by reading."""
    witness_out = as_ceo or Relation.WITNESS in under.auto_recusal
    out = sorted(each for each in relations if each is not Relation.WITNESS or witness_out)
    return Decision(
        answer=bool(out),
        facts={"relations": ", ".join(sorted(relations))},
        steps=tuple(spoke(TIED, relation=each) for each in out) or (spoke(FREE),),
        passed_over={str(each): "relation" for each in Relation if each not in out},
    )


def consulted(row: Row, *, ceo_concerned: bool) -> Authority:
    """Who is consulted before discipline: the cell's body, but the Board where the CEO is one of the people (D4)."""
    return Authority.BOARD if ceo_concerned and row.consulted is Authority.CEO else row.consulted
