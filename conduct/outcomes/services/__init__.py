"""Everything that can be done about an outcome, from the first allegation to the last check."""

from conduct.outcomes.services.add_allegation import add_allegation
from conduct.outcomes.services.ask_consultation import ask_consultation
from conduct.outcomes.services.assign_measure import assign_measure
from conduct.outcomes.services.check_measure import check_measure
from conduct.outcomes.services.conclude_investigation import conclude_investigation
from conduct.outcomes.services.correct_allegation import correct_allegation
from conduct.outcomes.services.decide_measure import decide_measure
from conduct.outcomes.services.finish_measure import finish_measure
from conduct.outcomes.services.make_finding import make_finding
from conduct.outcomes.services.propose_measure import propose_measure
from conduct.outcomes.services.take_back_measure import take_back_measure
from conduct.outcomes.services.tell_reporter import tell_reporter
from conduct.outcomes.services.withdraw_allegation import withdraw_allegation
from conduct.outcomes.services.write_opinion import write_opinion

__all__ = [
    "add_allegation",
    "ask_consultation",
    "assign_measure",
    "check_measure",
    "conclude_investigation",
    "correct_allegation",
    "decide_measure",
    "finish_measure",
    "make_finding",
    "propose_measure",
    "take_back_measure",
    "tell_reporter",
    "withdraw_allegation",
    "write_opinion",
]
