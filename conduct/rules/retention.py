"""How long each kind of paper is kept (R01 to R11). A legal hold beats every other rule."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from conduct.rules.calendar import add_months
from conduct.rules.decision import Decision, Rule, spoke
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop as _
from conduct.rules.readings import Readings

MONTHS = 12
HELD = Rule(id="R11", why=_("A legal hold lies on it, so nothing is deleted (18 USC 1519)."))
LONGEST = Rule(id="R10", why=_("The ledger is kept as long as the longest record it speaks of."))


class NoSuchPaper(RuleBroken):
    """There is no retention rule of that id."""

    sentence = _("There is no retention rule “{rule}”.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One kind of paper, the day its time starts, and how long. `key`: the reading that holds the years."""

    id: str
    name: str
    starts: str
    why: str
    basis: str
    years: int | None = None
    key: str | None = None
    paragraphs: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()


PAPERS = (
    Paper(
        id="R01", name=_("Minutes of the Board and the Statutory Auditors"), starts=_("meeting"), years=10,
        basis="Companies Act 371, 394", why=_("Minutes are kept for ten years from the meeting."),
    ),
    Paper(
        id="R02", name=_("Public notice of a waiver"), starts=_("posting"), years=6,
        basis="Form 20-F Item 16B Instr. 4", paragraphs=("I ¶4",),
        why=_("A notice stays up for twelve months and is kept for five more years."),
    ),
    Paper(
        id="R03", name=_("Papers of the accounting auditor"), starts=_("end of the audit"), years=7,
        basis="Regulation S-X 2-06", why=_("Seven years, a rule for accounting auditors only."),
    ),
    Paper(
        id="R04", name=_("Complaints about accounting"), starts=_("closing"),
        key="retention_accounting_complaint_years", basis="Rule 10A-3", readings=("S10",),
        why=_("No rule gives a number; the company keeps them as long as accounting papers."),
    ),
    Paper(
        id="R05", name=_("Reports, questions and disclosures"), starts=_("closing"),
        key="retention_report_japan_years", basis="-", readings=("S10",),
        why=_("No law gives a number; this is the company's."),
    ),
    Paper(
        id="R05b", name=_("Reports on which the Board or the Statutory Auditors decided"), starts=_("closing"),
        key="retention_report_decided_by_organ_years", basis="-", readings=("S10",),
        why=_("A report that led to a decision of a body is kept as long as its minutes."),
    ),
    Paper(
        id="R06", name=_("Books of account"), starts=_("end of the fiscal year"), years=10,
        basis="Companies Act 432", why=_("Books of account are kept for ten years."),
    ),
    Paper(
        id="R07", name=_("Reports under the rules of the European Union"), starts=_("closing"),
        basis="Directive 2019/1937 Art. 18",
        why=_("No longer than necessary; each country has its own number, so a person decides."),
    ),
    Paper(
        id="R08", name=_("Reports that were not confirmed or not covered"), starts=_("closing"),
        key="retention_unsubstantiated_years", basis="-", readings=("S10",),
        why=_("After this time only numbers without names stay."),
    ),
    Paper(
        id="R09", name=_("Watch for retaliation"), starts=_("report"), key="retaliation_label_years", basis="-",
        paragraphs=("III ¶3",), readings=("A45",), why=_("The watch is kept at least as long as it runs."),
    ),
)  # fmt: skip
BY_ID = {paper.id: paper for paper in PAPERS}


def keep_until(paper_id: str, *, start: date, on_hold: bool = False, under: Readings) -> Decision[date | None]:
    """The first day on which a paper may be disposed of; None under a legal hold, or where a person decides."""
    if paper_id not in BY_ID:
        raise NoSuchPaper(rule=paper_id)
    paper = BY_ID[paper_id]
    years = under.number(paper.key) if paper.key else paper.years
    until = None if on_hold or years is None else add_months(start, years * MONTHS)
    return Decision(
        answer=until,
        facts={"paper": paper_id, "start": start, "on_hold": on_hold},
        steps=(spoke(HELD if on_hold else paper),),
        passed_over={paper.id: "on_hold"} if on_hold else {HELD.id: "on_hold"},
    )


def ledger_until(records: Iterable[date | None]) -> Decision[date | None]:
    """Until when lines of the ledger stay: the latest of the records they speak of; None while one has no end."""
    ends = list(records)
    until = None if None in ends else max((end for end in ends if end), default=None)
    return Decision(answer=until, facts={"records": len(ends)}, steps=(spoke(LONGEST),), passed_over={})
