"""Which class of a person counts: the one at the time of conduct (A13), and that of an affiliate's people (A15)."""

from conduct.rules.lead import RANK
from conduct.rules.readings import Readings
from conduct.rules.routing import competent
from conduct.rules.vocabulary import Materiality, PersonClass

BINDS = {PersonClass.STATUTORY_AUDITOR: 2, PersonClass.CEO: 1}  # that auditor takes no part; the CEO learns nothing


def class_that_counts(*, at_conduct: PersonClass, at_report: PersonClass, under: Readings) -> PersonClass:
    """The class that routes a matter: at the conduct; the higher of the two where the company reads it so (A13).

    Of two that the same body decides on, the one that keeps more people out counts; else the one at the conduct.
    """
    if under.class_at == "conduct_time":
        return at_conduct
    return max(at_conduct, at_report, key=lambda person: (_rank(person, under), BINDS.get(person, 0)))


def class_in_affiliate(*, leads: bool, has_adopted: bool, under: Readings) -> PersonClass:
    """An affiliate's director or officer (`leads`) or employee: as in a subsidiary once it adopted the Code (A15)."""
    if not (has_adopted and under.affiliate == "as_subsidiary_once_adopted"):
        return PersonClass.AFFILIATE_PERSON
    return PersonClass.SUB_OFFICER if leads else PersonClass.SUB_EMPLOYEE


def _rank(person: PersonClass, under: Readings) -> int:
    return RANK[competent(person, Materiality.UNKNOWN, under=under).answer.interprets]
