"""Why a rule of the routing did not speak: the first of its conditions that failed, as a word and as a sentence.

Explanations keep the words, so a word that was once given stays in the table.
"""

from collections.abc import Mapping, Sequence

from conduct.rules.labels import gettext_noop as _

ASKED_LATER = "asked later"
FAULTS: dict[str, str] = {
    "who": _("It speaks of other people."),
    "how_serious": _("It speaks of another weight."),
    "kind": _("It speaks of another kind of matter."),
    "matter": _("It speaks of something else."),
    "channel": _("It speaks of another way to tell us."),
    "number": _("It speaks of another number of people."),
    "under": _("The company reads the Code otherwise."),
    "provisional": _("Nothing is open that could change who leads."),
    "consulted": _("The body that it speaks of is not consulted here."),
    "lead": _("It speaks of another body that leads."),
    "held": _("Nothing holds the notice to the CEO back."),
    "notice": _("The notice about these people is stronger."),
    ASKED_LATER: _("Another rule had spoken before."),
    "intake": _("Another desk opens it."),
    "settled": _("Nothing is open any more."),
    "body": _("It is not being assessed there."),
    "holds": _("Its condition does not hold."),
}


def nearest(faults: Sequence[Mapping[str, str]], order: Sequence[str]) -> Mapping[str, str]:
    """For several people: the rules that speak for none of them, each with the fault of whoever came furthest."""
    if len(faults) == 1:
        return faults[0]
    silent = frozenset.intersection(*(frozenset(each) for each in faults))
    return {rule: max((each[rule] for each in faults), key=order.index) for rule in faults[0] if rule in silent}
