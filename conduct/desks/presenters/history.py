"""What happened to a matter, as far as the reader's logs go, with the reasons and notes that belong to each line."""

from collections.abc import Collection, Mapping
from datetime import date

from django.utils import formats
from django.utils.translation import gettext

from conduct.audit import ledger
from conduct.audit.domains import Domain
from conduct.audit.events import Event
from conduct.audit.phrases import Line, phrase
from conduct.desks.presenters.names import name_of
from conduct.people.delegations import numbers_of
from conduct.records.models import Record
from conduct.rules.labels import gettext_noop
from conduct.rules.sentence import Sentence
from conduct.rules.vocabulary import DeadlineStep
from conduct.vault.papers import WITH_TEXT

LONGEST = 200
DAYS = {"due", "until"}
LOOKS = frozenset({Event.RECORD_VIEWED, Event.TEXT_OPENED})
CLOCKWORK = frozenset({Event.DEADLINE_STARTED, Event.DEADLINE_MET})
TONES = {Event.DEADLINE_PASSED: "late", Event.LATENESS_SHOWN: "late", Event.DEADLINE_MET: "done"}
PASSED = {
    DeadlineStep.REMINDER: gettext_noop("Half of the time was gone: {duty}"),
    DeadlineStep.DUE: gettext_noop("Not done in time: {duty}"),
    DeadlineStep.AGAIN: gettext_noop("Not done after as long again: {duty}"),
}


def timeline(
    record: Record, domains: Collection[Domain], notes: Mapping[object, str] | None, *, everything: bool
) -> list[dict[str, object]]:
    """The latest lines, newest first. Without `everything`, openings of pages and the clockwork are left out."""
    told = ledger.timeline(record, domains)
    if not everything:
        told = told.exclude(event__in=[event.value for event in LOOKS | CLOCKWORK])
        told = told.exclude(event=Event.DEADLINE_PASSED.value, facts__step=DeadlineStep.REMINDER.value)
    lines = list(told)[-LONGEST:]
    stamps = stamps_of(lines)
    return [entry_of(line, (notes or {}).get(line.pk, ""), stamps.get(line.pk, "")) for line in reversed(lines)]


def stamps_of(lines: Collection[Line]) -> dict[object, str]:
    """For whom, and on which word of the Board, a delegate did what stands there."""
    under = {line.pk: int(str(line.facts["delegation"])) for line in lines if "delegation" in line.facts}
    numbers = numbers_of(under.values()) if under else {}
    return {key: gettext("for the CEO, resolution %(number)s") % {"number": numbers[of]} for key, of in under.items()}


def entry_of(line: Line, note: str, stamp: str) -> dict[str, object]:
    told = sentence_of(line).told(gettext)
    event = Event(line.event)
    is_reminder = line.facts.get("step") == DeadlineStep.REMINDER
    tone = "" if is_reminder else TONES.get(event) or ("decision" if event in WITH_TEXT else "")
    return {
        "at": line.happened_at,
        "text": told[:1].upper() + told[1:],
        "who": stamp,
        "note": note,
        "tone": tone,
        "paragraphs": (),
    }


def sentence_of(line: Line) -> Sentence:
    """The ledger's own phrase, names and dates as the reader's language writes them."""
    told = phrase(line)
    gaps = dict(told.gaps)
    if line.actor:
        gaps["who"] = name_of(line.actor)
    for day in DAYS & gaps.keys():
        gaps[day] = formats.date_format(date.fromisoformat(str(gaps[day])), "DATE_FORMAT")
    text = PASSED[DeadlineStep(str(line.facts["step"]))] if line.event == Event.DEADLINE_PASSED else told.text
    return Sentence(text, gaps)
