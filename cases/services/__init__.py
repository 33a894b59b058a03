"""Everything that can be done to a report or a question."""

from cases.services._entry import Entry, told_entries
from cases.services._report import About, Report
from cases.services.add_note import add_note
from cases.services.answer_keeping import answer_keeping
from cases.services.close_case import close_case
from cases.services.file_report import file_report
from cases.services.find_material import find_material
from cases.services.keep_number import keep_number
from cases.services.make_question import make_question
from cases.services.open_derived_case import open_derived_case
from cases.services.open_investigation import open_investigation
from cases.services.pass_on_report import pass_on_report
from cases.services.propose_keeping import propose_keeping
from cases.services.reopen_case import reopen_case
from cases.services.state_no_conflict import state_no_conflict
from cases.services.take_case import take_case

__all__ = [
    "About",
    "Entry",
    "Report",
    "add_note",
    "answer_keeping",
    "close_case",
    "file_report",
    "find_material",
    "keep_number",
    "make_question",
    "open_derived_case",
    "open_investigation",
    "pass_on_report",
    "propose_keeping",
    "reopen_case",
    "state_no_conflict",
    "take_case",
    "told_entries",
]
