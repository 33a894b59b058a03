"""What the database refused, as a fault of the line that asked for it."""

from django.db import IntegrityError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from conduct.people.imports.faults import Fault
from conduct.people.imports.lines import Line

EARLIER = gettext_noop("overlaps with a row that is already there or in this file; give the earlier one its last day")
BY_CONSTRAINT = {
    "appointment_same_office_once": ("from", EARLIER),
    "supervision_one_at_a_time": ("from", EARLIER),
    "function_once": ("from", EARLIER),
    "seat_once": ("from", EARLIER),
    "ownership_one_at_a_time": ("from", EARLIER),
    "appointment_one_ceo": (
        "office",
        gettext_noop("the company has another CEO on some of these days; give the earlier one the last day"),
    ),
    "appointment_auditor_does_not_manage": (
        "office",
        gettext_noop(
            "a statutory auditor cannot at the same time be director, officer or employee of the listed company "
            "or of a subsidiary; end one of the two"
        ),
    ),
    "appointment_auditor_not_of_own_house": (
        "office",
        gettext_noop("nobody audits the company in which he or she holds another office; end one of the two"),
    ),
    "appointment_outside_fits_office": (
        "outside",
        gettext_noop("only directors and statutory auditors are outside ones"),
    ),
    "seat_one_presides": ("presides", gettext_noop("somebody else presides on some of these days; end that first")),
    "supervision_of_somebody_else": ("supervisor", gettext_noop("nobody is his or her own supervisor; name another")),
    "ownership_relation_is_a_word": (
        "ownership_pct",
        gettext_noop("the listed company is held by nobody in the group; leave this cell empty"),
    ),
    "company_one_issuer": ("relation", gettext_noop("there is another listed company already; only one can be")),
}


def fault_of(line: Line, error: IntegrityError) -> Fault:
    """The line's fault in a sentence; an unforeseen constraint speaks in the database's own words."""
    said = error.__cause__.diag
    column, text = BY_CONSTRAINT.get(said.constraint_name, ("", said.message_primary))
    return Fault(line.number, column, _(text))
