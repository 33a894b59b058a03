"""Everything that can be done to an answer and to its public part."""

from conduct.answers.reply import Reply, Words
from conduct.answers.services.answer_question import answer_question
from conduct.answers.services.ask_again import ask_again
from conduct.answers.services.decide_wording import decide_wording
from conduct.answers.services.mark_lapsed import mark_lapsed
from conduct.answers.services.propose_wording import propose_wording
from conduct.answers.services.show_precedents import show_precedents
from conduct.answers.services.withdraw_interpretation import withdraw_interpretation

__all__ = [
    "Reply",
    "Words",
    "answer_question",
    "ask_again",
    "decide_wording",
    "mark_lapsed",
    "propose_wording",
    "show_precedents",
    "withdraw_interpretation",
]
