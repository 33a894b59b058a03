"""Everything that protects those who told us."""

from conduct.protection.services._custody import WithoutGround
from conduct.protection.services.answer_alert import answer_alert
from conduct.protection.services.answer_check_in import answer_check_in
from conduct.protection.services.answer_request import answer_request
from conduct.protection.services.ask_identity import ask_identity
from conduct.protection.services.consent_to_reveal import consent_to_reveal
from conduct.protection.services.designate_person import designate_person
from conduct.protection.services.end_designation import end_designation
from conduct.protection.services.import_hr_events import import_hr_events
from conduct.protection.services.note_probe import note_probe
from conduct.protection.services.note_wrong_number import note_wrong_number
from conduct.protection.services.open_retaliation import open_retaliation
from conduct.protection.services.see_check_in import see_check_in
from conduct.protection.services.show_identity import show_identity
from conduct.protection.services.start_watch import start_watch
from conduct.protection.services.stop_watch import stop_watch
from conduct.protection.services.tell_retaliation import tell_retaliation

__all__ = [
    "WithoutGround",
    "answer_alert",
    "answer_check_in",
    "answer_request",
    "ask_identity",
    "consent_to_reveal",
    "designate_person",
    "end_designation",
    "import_hr_events",
    "note_probe",
    "note_wrong_number",
    "open_retaliation",
    "see_check_in",
    "show_identity",
    "start_watch",
    "stop_watch",
    "tell_retaliation",
]
