"""What must stand before the company decides on a measure, and what follows once it has."""

from datetime import date, datetime

from cases.models import Case
from conduct.deadlines.services import meet
from conduct.outcomes.models import STANDS, CompanyDecision, Consultation, Finding, Measure
from conduct.outcomes.words import view_of
from conduct.people.actor import Actor
from conduct.records.spine import move
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.outcome import VIOLATIONS
from conduct.rules.vocabulary import Body, CaseState, DeadlineKind, Taken, View
from conduct.vault import vault


class AlreadyDecided(RuleBroken):
    """The company decides once on a proposal."""

    sentence = gettext_noop("The company has decided on this measure. Propose another one where more is needed.")


class NotYetHappened(RuleBroken):
    """What is written down here has happened."""

    sentence = gettext_noop("This day has not come. Write down what has happened, not what will.")


class NotConsulted(RuleBroken):
    """III ¶4: after consultation."""

    sentence = gettext_noop("Before the company decides, this body is consulted and its opinion written down: {body}")


class ConsultedLater(RuleBroken):
    """The opinion comes first."""

    sentence = gettext_noop("The opinion comes before the decision, but was given after this day by: {body}")


def check_undecided(measure: Measure) -> None:
    if CompanyDecision.objects.filter(measure=measure).exists():
        raise AlreadyDecided


def opinion_before(measure: Measure, body: Body, decided_on: date) -> Consultation | None:
    """The opinion of the body that the rule names. Raises NotConsulted or ConsultedLater. None where none is needed."""
    if body is Body.OUTSIDE_CODE:
        return None
    given = measure.consultations.filter(body=body.value, given_at__isnull=False).select_related("opinion__record")
    found = given.first()
    if found is None or found.given_on is None:
        raise NotConsulted(body=body)
    if found.given_on > decided_on:
        raise ConsultedLater(body=body)
    return found


def view_in(actor: Actor, consultation: Consultation | None) -> View | None:
    """What the body thought, for the rule and for nobody's eyes."""
    if consultation is None or consultation.opinion is None:
        return None
    (text,) = vault.open_facts(actor, [consultation.opinion])
    return view_of(text)


def follow(actor: Actor, case: Case, taken: Taken, *, now: datetime) -> None:
    """The first measure that is adopted makes the case one that is acted on. With every violation answered for, the
    time to act is met (C16)."""
    if taken is not Taken.DROPPED and case.state == CaseState.FOUND:
        move(case, CaseState.ACTING)
    found = Finding.objects.filter(STANDS, allegation__case=case, outcome__in=[word.value for word in VIOLATIONS])
    if not found.filter(measures__decision=None).exists():
        meet(case.record, DeadlineKind.ACT, actor=actor, now=now)
