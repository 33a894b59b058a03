"""Everything that can happen to a record on its way between bodies, whatever its kind; and what puts it on its way."""

from conduct.handoffs.services.answer_determination import answer_determination
from conduct.handoffs.services.answer_lifting import answer_lifting
from conduct.handoffs.services.call_in import call_in
from conduct.handoffs.services.correct_party import correct_party
from conduct.handoffs.services.decide_lateness import decide_lateness
from conduct.handoffs.services.determine_materiality import determine_materiality
from conduct.handoffs.services.exclude_member import exclude_member
from conduct.handoffs.services.hand_on import hand_on
from conduct.handoffs.services.link_records import link_records
from conduct.handoffs.services.name_party import name_party
from conduct.handoffs.services.open_linked_case import open_linked_case
from conduct.handoffs.services.propose_lifting import propose_lifting
from conduct.handoffs.services.receive import receive
from conduct.handoffs.services.recuse import recuse
from conduct.handoffs.services.reexamine_routing import reexamine_routing
from conduct.handoffs.services.return_record import return_record
from conduct.handoffs.services.show_lateness import show_lateness
from conduct.handoffs.services.split_case import split_case

__all__ = [
    "answer_determination",
    "answer_lifting",
    "call_in",
    "correct_party",
    "decide_lateness",
    "determine_materiality",
    "exclude_member",
    "hand_on",
    "link_records",
    "name_party",
    "open_linked_case",
    "propose_lifting",
    "receive",
    "recuse",
    "reexamine_routing",
    "return_record",
    "show_lateness",
    "split_case",
]
