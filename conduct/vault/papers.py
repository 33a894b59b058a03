"""The reasons and notes that belong to the lines of a record's logs: whoever reads the line may ask for its paper."""

from collections import defaultdict
from collections.abc import Collection

from conduct.audit import ledger
from conduct.audit.domains import Domain
from conduct.audit.events import Event
from conduct.records.models import Record
from conduct.vault import vault
from conduct.vault.kinds import Sealed
from conduct.vault.models import SealedItem

WITH_TEXT = {
    Event.NOTE_ADDED: Sealed.NOTE,
    **dict.fromkeys(
        (
            Event.RECORD_HANDED_ON,
            Event.RECORD_RETURNED,
            Event.RECORD_CLOSED,
            Event.RECORD_REOPENED,
            Event.RECORD_BECAME_QUESTION,
            Event.KEEPING_PROPOSED,
            Event.KEEPING_CONFIRMED,
            Event.KEEPING_REFUSED,
            Event.MATERIAL_FOUND,
            Event.HOLD_PLACED,
            Event.HOLD_LIFT_ASKED,
            Event.QUESTION_ANSWERED,
            Event.WAIVER_NEEDED,
            Event.ANSWER_LAPSED,
            Event.WORDING_REFUSED,
            Event.INTERPRETATION_WITHDRAWN,
            Event.ALLEGATION_WITHDRAWN,
            Event.FINDING_REPLACED,
            Event.MEASURE_TAKEN_BACK,
            Event.MEMBER_LEFT,
            Event.TASK_EXCUSED,
        ),
        Sealed.REASON,
    ),
}


def papers(record: Record, domains: Collection[Domain]) -> dict[object, SealedItem]:
    """The sealed reason or note of each line that these logs show: it was sealed at the moment of the act."""
    waiting = defaultdict(list)
    for item in vault.lying(record, Sealed.REASON, Sealed.NOTE):
        waiting[Sealed(item.kind), item.sealed_at].append(item)
    lines = ledger.timeline(record, domains).filter(event__in=[event.value for event in WITH_TEXT])
    found = {line.pk: waiting[WITH_TEXT[Event(line.event)], line.happened_at] for line in lines}
    return {key: items.pop(0) for key, items in found.items() if items}
