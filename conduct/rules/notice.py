"""What the CEO must pass on, or must not learn (III ¶1): the strongest notice among the people concerned."""

from functools import lru_cache
from itertools import zip_longest

from conduct.rules.decision import Decision, Rule, spoke
from conduct.rules.facts import Matter
from conduct.rules.faults import ASKED_LATER
from conduct.rules.labels import gettext_noop
from conduct.rules.lead import Lead
from conduct.rules.overlays import Overlay
from conduct.rules.vocabulary import CeoNotice, Kind

STRONGEST_FIRST = (
    CeoNotice.BYPASS_LESS_SUBJECT,
    CeoNotice.BYPASS,
    CeoNotice.HOLD,
    CeoNotice.TO_BOSA,
    CeoNotice.TO_BOARD,
    CeoNotice.INFORMED,
    CeoNotice.NONE,
)
SILENT = frozenset({Kind.WAIVER, Kind.CONSULTATION})
NO_DUTY = Rule(
    id="P1",
    why=gettext_noop("A waiver or a question before an act makes no duty of the CEO to pass it on."),
)
HELD = Rule(
    id="P2",
    paragraphs=("III ¶3",),
    readings=("A10",),
    why=gettext_noop("Whatever the person concerned, the notice to the CEO waits for the Statutory Auditors."),
)
BY_PEOPLE = Rule(id="P3", paragraphs=("III ¶1",), why=gettext_noop("Notice by the CEO: {notice}."))
RULES = (NO_DUTY, HELD, BY_PEOPLE)


def noticed(matter: Matter, lead: Lead, overlays: tuple[Overlay, ...]) -> Decision[CeoNotice]:
    """The strongest notice of the cells, at least `HOLD` where an overlay says so; `NONE` for waivers."""
    if matter.kind in SILENT:
        return _decided(NO_DUTY, CeoNotice.NONE, ())
    strongest = min((row.notice for row in lead.cells), key=STRONGEST_FIRST.index)
    if not any(each.holds_notice for each in overlays):
        return _decided(BY_PEOPLE, strongest, ("kind", "held"))
    if STRONGEST_FIRST.index(strongest) < STRONGEST_FIRST.index(CeoNotice.HOLD):
        return _decided(BY_PEOPLE, strongest, ("kind", "notice"))
    return _decided(HELD, CeoNotice.HOLD, ("kind",))


@lru_cache(maxsize=64)
def _decided(rule: Rule, notice: CeoNotice, faults: tuple[str, ...]) -> Decision[CeoNotice]:
    step = spoke(rule, notice=notice) if "{notice}" in rule.why else spoke(rule)
    words = zip_longest((each.id for each in RULES if each is not rule), faults, fillvalue=ASKED_LATER)
    return Decision(answer=notice, facts={"notice": notice}, steps=(step,), passed_over=dict(words))
