"""Everything that can happen to a record on its way between bodies, whatever its kind."""

from conduct.handoffs.services.decide_lateness import decide_lateness
from conduct.handoffs.services.hand_on import hand_on
from conduct.handoffs.services.receive import receive
from conduct.handoffs.services.recuse import recuse
from conduct.handoffs.services.return_record import return_record
from conduct.handoffs.services.show_lateness import show_lateness

__all__ = ["decide_lateness", "hand_on", "receive", "recuse", "return_record", "show_lateness"]
