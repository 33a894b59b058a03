"""What the Code does not say, and how the company reads it, for every reading that the simulator can meet."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext, gettext_noop

from conduct.rules.decision import Decision
from conduct.rules.readings import Readings
from conduct.rules.route import Route

PROMPTLY = "A18"
SILENT = {
    "A1": gettext_noop("whether the CEO is told of a matter about the CEO"),
    "A2": gettext_noop("who acts when it is about a statutory auditor"),
    "A2b": gettext_noop("who acts when most statutory auditors are concerned"),
    "A3b": gettext_noop("who acts while nobody is identified"),
    "A4": gettext_noop("who decides what is material"),
    "A6": gettext_noop("whether the CEO votes with the Board in an own matter"),
    "A8": gettext_noop("whether somebody votes on an own waiver"),
    "A9": gettext_noop("how the Statutory Auditors are consulted"),
    "A10": gettext_noop("who reads anonymous submissions and matters of accounting first"),
    "A11": gettext_noop("which way a confidential submission with a name goes"),
    "A18": gettext_noop("how long “promptly” is"),
    "A22": gettext_noop("whether an answer may allow what the Code forbids"),
    "A26c": gettext_noop("whether a statutory auditor's waiver becomes public"),
    "A33": gettext_noop("whom officers and directors ask"),
    "A38": gettext_noop("whether telling the supervisor is enough"),
    "A48": gettext_noop("whether the CEO and the Board see a reporter's name"),
}
READ = {
    "A2": gettext_noop("The other statutory auditors, with counsel from outside."),
    "A3b": gettext_noop("The Statutory Auditors, for now."),
    "A4": gettext_noop("It counts as material until two people have said that it is not."),
    "A6": gettext_noop("No. The CEO only answers questions there."),
    "A8": gettext_noop("No."),
    "A10": gettext_noop("The Statutory Auditors alone."),
    "A22": gettext_noop("No. That would be a waiver, and is decided as one."),
    "A48": gettext_noop("No. They know the person by a pseudonym."),
}
CHOSEN: dict[str, tuple[str, Mapping[object, str]]] = {
    "A1": (
        "ceo_subject_notice",
        {
            "bypass": gettext_noop("No."),
            "after_bosa_release": gettext_noop("Only when the Statutory Auditors say so."),
        },
    ),
    "A2b": (
        "bosa_disabled_fallback",
        {
            "outside_directors": gettext_noop("Outside directors, with counsel from outside."),
            "outside_counsel_only": gettext_noop("Counsel from outside."),
        },
    ),
    "A9": (
        "bosa_consult_form",
        {
            "body_opinion": gettext_noop("They give an opinion as a body before the vote."),
            "body_resolution": gettext_noop("They pass a resolution before the vote."),
        },
    ),
    "A11": (
        "confidential_named",
        {
            "bosa": gettext_noop("To the Statutory Auditors alone; the name lies in a vault."),
            "reporter_chooses": gettext_noop("The one that the reporter chooses."),
        },
    ),
    "A26c": (
        "auditor_waiver_disclose",
        {True: gettext_noop("Yes."), False: gettext_noop("No, by advice of counsel.")},
    ),
    "A33": (
        "officer_question",
        {
            "bosa": gettext_noop("The Statutory Auditors."),
            "ceo_then_auto_forward": gettext_noop("The CEO's desk, which hands it on by itself."),
        },
    ),
    "A38": (
        "supervisor_notice",
        {
            "discharges_reporter": gettext_noop("Yes. From then on the supervisor has the duty to pass it on."),
            "reminder_until_relayed": gettext_noop("Yes, but whoever told is reminded until it is passed on."),
        },
    ),
}
DAYS = gettext_noop(
    "%(hand_on)s business days to hand on, %(pass_on)s for a supervisor, and at most %(read)s days until you see "
    "that it was read."
)


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """One thing on which the Code is silent, the reading's number, and the reading."""

    reading: str
    silent: str
    read: str


def open_points(decisions: Iterable[Decision[Route]], under: Readings) -> list[OpenPoint]:
    """Those on which these answers rest, each once, and how long “promptly” is."""
    met = dict.fromkeys(reading for decision in decisions for reading in decision.readings)
    keys = [key for key in met if key in SILENT and key != PROMPTLY]
    return [OpenPoint(key, gettext(SILENT[key]), read_as(key, under)) for key in (*keys, PROMPTLY)]


def read_as(key: str, under: Readings) -> str:
    """The company's reading of that point on the day."""
    if key == PROMPTLY:
        days = {
            "hand_on": under.sla_ceo_notice_bd,
            "pass_on": under.sla_supervisor_relay_bd,
            "read": under.sla_acknowledge_max_days,
        }
        return gettext(DAYS) % days
    if key in READ:
        return gettext(READ[key])
    setting, words = CHOSEN[key]
    return gettext(words[getattr(under, setting)])
