"""How long papers are kept, and that a legal hold beats everything."""

from datetime import date

import pytest

from conduct.rules.readings import RECOMMENDED
from conduct.rules.retention import PAPERS, NoSuchPaper, keep_until, ledger_until

START = date(2026, 11, 20)
UNTIL = {
    "R01": "2036-11-20", "R02": "2032-11-20", "R03": "2033-11-20", "R04": "2033-11-20", "R05": "2031-11-20",
    "R05b": "2036-11-20", "R06": "2036-11-20", "R07": "None", "R08": "2027-11-20", "R09": "2027-11-20",
}  # fmt: skip


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.id)
def test_each_paper_is_kept_as_long_as_its_rule_says_and_under_a_hold_without_end(paper):
    decision = keep_until(paper.id, start=START, under=RECOMMENDED)
    held = keep_until(paper.id, start=START, on_hold=True, under=RECOMMENDED)

    assert str(decision.answer) == UNTIL[paper.id]
    assert (held.answer, held.rules, held.passed_over) == (None, ["R11"], {paper.id: "on_hold"})


def test_the_numbers_of_the_company_count():
    under = RECOMMENDED.changed(retention_unsubstantiated_years=2, retaliation_label_years=3)

    assert str(keep_until("R08", start=START, under=under).answer) == "2028-11-20"
    assert str(keep_until("R09", start=START, under=under).answer) == "2029-11-20"


def test_the_ledger_outlives_every_record_it_speaks_of():
    assert ledger_until([START, date(2031, 1, 1)]).answer == date(2031, 1, 1)
    assert ledger_until([START, None]).answer is None
    assert ledger_until([]).answer is None


def test_an_unknown_paper_is_refused():
    with pytest.raises(NoSuchPaper, match="R99"):
        keep_until("R99", start=START, under=RECOMMENDED)
