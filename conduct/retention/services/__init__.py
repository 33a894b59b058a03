"""Everything that keeps records, holds them, or lets them go."""

from conduct.retention.services.answer_lift import answer_lift
from conduct.retention.services.ask_lift import ask_lift
from conduct.retention.services.confirm_disposal import confirm_disposal
from conduct.retention.services.dispose import dispose
from conduct.retention.services.place_hold import place_hold
from conduct.retention.services.postpone_disposal import postpone_disposal
from conduct.retention.services.propose_disposal import propose_disposal
from conduct.retention.services.reject_disposal import reject_disposal

__all__ = [
    "answer_lift",
    "ask_lift",
    "confirm_disposal",
    "dispose",
    "place_hold",
    "postpone_disposal",
    "propose_disposal",
    "reject_disposal",
]
