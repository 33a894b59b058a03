"""What changes a visit. One verb per file; nothing here writes who the visitor is."""

from conduct.contact.services.end_idle_visits import end_idle_visits
from conduct.contact.services.end_visit import end_visit
from conduct.contact.services.keep_visit import keep_visit, touch_visit
from conduct.contact.services.open_number import open_number
from conduct.contact.services.put_on_list import may_be_listed, put_on_list
from conduct.contact.services.send_draft import NothingToSend, send_draft
from conduct.contact.services.start_visit import start_visit

__all__ = [
    "NothingToSend",
    "end_idle_visits",
    "end_visit",
    "keep_visit",
    "may_be_listed",
    "open_number",
    "put_on_list",
    "send_draft",
    "start_visit",
    "touch_visit",
]
