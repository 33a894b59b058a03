"""How evenly questions are answered, by the rank of the people concerned."""

from django.http import Http404
from django.utils.translation import gettext_lazy

from conduct import clock
from conduct.answers.dispersion import dispersion, quarter_of
from conduct.desks.places import BOARD, BOSA
from conduct.desks.presenters.sheet import CONFIDENTIAL
from conduct.desks.standing import Standing
from conduct.rules.dispersion import FEWEST, Outcome, Rank

RANKS = {
    Rank.STAFF: gettext_lazy("Employees"),
    Rank.OFFICERS: gettext_lazy("Officers"),
    Rank.LEADERS: gettext_lazy("Directors, the CEO and statutory auditors"),
    Rank.OTHERS: gettext_lazy("Others, or not known"),
}
OUTCOMES = {
    Outcome.ANSWERED: gettext_lazy("Answered"),
    Outcome.OTHERWISE: gettext_lazy("Answered differently from an earlier answer"),
    Outcome.NEEDS_WAIVER: gettext_lazy("Needs a waiver"),
    Outcome.UNANSWERED: gettext_lazy("Closed without an answer"),
}


def dispersion_page(here: Standing) -> dict[str, object]:
    """For those who decide at the Board's or the statutory auditors' desk. Http404 for everybody else."""
    if here.desk not in (BOARD, BOSA) or not here.decides:
        raise Http404
    day = clock.day(here.now)
    counted = dispersion(here.actor, day)
    return {
        "here": here,
        "now": here.now,
        "until": quarter_of(day),
        "fewest": FEWEST,
        "heads": list(OUTCOMES.values()),
        "rows": [(RANKS[rank], list(cells.values())) for rank, cells in counted.items()],
        "is_empty": not any(count for cells in counted.values() for count in cells.values()),
        "for_whom": CONFIDENTIAL[here.desk.body],
    }
