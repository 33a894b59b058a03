"""Everything that keeps records, holds them, or lets them go."""

from conduct.retention.services.answer_erasure import answer_erasure
from conduct.retention.services.answer_lift import answer_lift
from conduct.retention.services.ask_erasure import ask_erasure
from conduct.retention.services.ask_lift import ask_lift
from conduct.retention.services.change_schedule import change_schedule
from conduct.retention.services.confirm_disposal import confirm_disposal
from conduct.retention.services.dispose import dispose
from conduct.retention.services.place_hold import place_hold
from conduct.retention.services.postpone_disposal import postpone_disposal
from conduct.retention.services.propose_disposal import propose_disposal
from conduct.retention.services.reject_disposal import reject_disposal

__all__ = [
    "answer_erasure",
    "answer_lift",
    "ask_erasure",
    "ask_lift",
    "change_schedule",
    "confirm_disposal",
    "dispose",
    "place_hold",
    "postpone_disposal",
    "propose_disposal",
    "reject_disposal",
]
