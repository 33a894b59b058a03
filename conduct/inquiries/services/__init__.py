"""Everything that can be done in an investigation."""

from conduct.inquiries.asked import Asked
from conduct.inquiries.services._evidence import Piece
from conduct.inquiries.services.add_exhibit_version import add_exhibit_version
from conduct.inquiries.services.add_task import add_task
from conduct.inquiries.services.answer_read_back import answer_read_back
from conduct.inquiries.services.ask_member import ask_member
from conduct.inquiries.services.ask_read_back import ask_read_back
from conduct.inquiries.services.assign_task import assign_task
from conduct.inquiries.services.edit_interview import edit_interview
from conduct.inquiries.services.enter_happening import enter_happening
from conduct.inquiries.services.escalate_task import escalate_task
from conduct.inquiries.services.excuse_task import excuse_task
from conduct.inquiries.services.finish_task import finish_task
from conduct.inquiries.services.give_mandate import give_mandate
from conduct.inquiries.services.keep_exhibit import keep_exhibit
from conduct.inquiries.services.note_custody import note_custody
from conduct.inquiries.services.note_read_back import note_read_back
from conduct.inquiries.services.open_exhibit import open_exhibit
from conduct.inquiries.services.remove_member import remove_member
from conduct.inquiries.services.sign_review import sign_review
from conduct.inquiries.services.sign_statement import sign_statement
from conduct.inquiries.services.write_interview import write_interview
from conduct.inquiries.wording import About, Doing, Line, Talk, What

__all__ = [
    "About",
    "Asked",
    "Doing",
    "Line",
    "Piece",
    "Talk",
    "What",
    "add_exhibit_version",
    "add_task",
    "answer_read_back",
    "ask_member",
    "ask_read_back",
    "assign_task",
    "edit_interview",
    "enter_happening",
    "escalate_task",
    "excuse_task",
    "finish_task",
    "give_mandate",
    "keep_exhibit",
    "note_custody",
    "note_read_back",
    "open_exhibit",
    "remove_member",
    "sign_review",
    "sign_statement",
    "write_interview",
]
