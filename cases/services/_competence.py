"""What the CEO's desk may not do while another body may be the competent one (III ¶1, III ¶4, A4)."""

from cases.models import Case
from cases.queries import is_only_assessed
from conduct.deadlines.services import is_owed
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Body, DeadlineKind


class MustBeHandedOn(RuleBroken):
    """The time to hand on runs (C14): nothing but handing on ends it."""

    sentence = gettext_noop("You must hand this on. Nothing else can be done about it here.")


class NotYetYours(RuleBroken):
    """While nobody has decided on materiality, the CEO may only preserve evidence and ask for facts (A4)."""

    sentence = gettext_noop(
        "Until two people have found it not material, nobody here may look into it, answer it or close it."
    )


def check_not_owed(case: Case) -> None:
    """Raises MustBeHandedOn while the CEO owes it to another body to hand the matter on."""
    if Body(case.record.body) is Body.CEO and is_owed(case.record, DeadlineKind.HAND_ON):
        raise MustBeHandedOn


def check_may_decide(case: Case) -> None:
    """Raises MustBeHandedOn, or NotYetYours while two people have not found it not material."""
    check_not_owed(case)
    if is_only_assessed(case):
        raise NotYetYours
