"""What an act would do, told before it is done. Asked of the same services, which then do it."""

from collections.abc import Mapping
from typing import Any

from cases.models import Case
from cases.services._second_person import second_person
from conduct.desks.presenters.names import name_of
from conduct.desks.standing import Standing
from conduct.handoffs.preview import apart, effect_of_materiality, effect_of_naming
from conduct.rules.labels import gettext_noop
from conduct.rules.materiality import proposed
from conduct.rules.sentence import Sentence
from conduct.rules.vocabulary import Body, Materiality

MOVES = gettext_noop("It leaves this desk now and goes to: {body}. Your reason goes along as the hand-over note.")
STAYS = gettext_noop("It stays at this desk.")
SHUT_OUT = gettext_noop("Shut out of it at once and for good: {names}.")
APART = gettext_noop(
    "This person sees the matter. A matter of its own is opened instead, sealed from this person. Here nothing changes."
)
ASKED = gettext_noop("Asked to confirm as second person: {names}. Until there is an answer nothing changes.")
ON_THE_LIST = gettext_noop("If it is confirmed, it appears in the Statutory Auditors' list of such decisions.")
STILL_OPEN = gettext_noop("It counts as material until somebody can say. The time to assess it runs on.")


def of_naming(here: Standing, case: Case, said: Mapping[str, Any]) -> list[Sentence]:
    """Naming a person: whether the matter moves, and who is shut out."""
    if apart(here.actor, case, said["entry"], now=here.now):
        return [Sentence(APART)]
    return told(effect_of_naming(here.actor, case, said["entry"], now=here.now))


def of_materiality(here: Standing, case: Case, said: Mapping[str, Any]) -> list[Sentence]:
    """Saying how grave it is: what the answers propose, and what then follows. Raises NoSecondPerson."""
    numbered = {str(number): reply for number, reply in enumerate(said["replies"].values(), 1)}
    because = [step.why for step in proposed(numbered).steps]
    if said["outcome"] is Materiality.NON_MATERIAL:
        second = name_of(second_person(here.actor, case, now=here.now))
        return [*because, Sentence(ASKED, {"names": second}), Sentence(ON_THE_LIST)]
    if said["outcome"] is Materiality.UNKNOWN:
        return [*because, Sentence(STILL_OPEN)]
    return [*because, *told(effect_of_materiality(here.actor, case, said["outcome"], now=here.now))]


def told(effect: Any) -> list[Sentence]:
    moves = Sentence(MOVES, {"body": Body(effect.body)}) if effect.moves else Sentence(STAYS)
    names = ", ".join(name_of(person) for person in effect.shut_out)
    return [moves, *([Sentence(SHUT_OUT, {"names": names})] if names else [])]
