"""Why a record is not disposed of now, as words and as whole sentences."""

from enum import StrEnum

from conduct.rules.labels import gettext_noop
from conduct.rules.retention import PAPERS

Schedule = StrEnum("Schedule", {paper.id: paper.id for paper in PAPERS})  # type: ignore[misc]  # as the ledger takes it
SCHEDULE_OF = {paper.key: Schedule(paper.id) for paper in PAPERS if paper.key and "S10" in paper.readings}


class Why(StrEnum):
    """What keeps a record from being disposed of; the first that holds is told."""

    GONE = "gone"
    HELD = "held"
    OPEN = "open"
    NOT_DUE = "not_due"
    POSTPONED = "postponed"
    CLOCK_RUNS = "clock_runs"
    DIALOGUE = "dialogue"
    NOT_ANNOUNCED = "not_announced"
    PROPOSED = "proposed"


SENTENCES = {
    Why.GONE: gettext_noop("It was disposed of. Only its tombstone stays."),
    Why.HELD: gettext_noop("A legal hold lies on it, so nothing is deleted."),
    Why.OPEN: gettext_noop("It is not finished."),
    Why.NOT_DUE: gettext_noop("Its time has not ended."),
    Why.POSTPONED: gettext_noop("It was postponed."),
    Why.CLOCK_RUNS: gettext_noop("A time still runs on it."),
    Why.DIALOGUE: gettext_noop("Somebody wrote or read something about it in the last 30 days."),
    Why.NOT_ANNOUNCED: gettext_noop("It was not announced 30 days ago. Nothing goes unannounced."),
    Why.PROPOSED: gettext_noop("It is proposed already and waits for the second person."),
}
