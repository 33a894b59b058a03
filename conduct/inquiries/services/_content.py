"""What may be written into an investigation, and where it is found again."""

from datetime import datetime

from cases.models import Case
from conduct import clock
from conduct.inquiries.models import Exhibit, Inquiry, Interview
from conduct.inquiries.queries import audiences_of
from conduct.inquiries.services._standing import investigator, mandate_of
from conduct.people.actor import Actor
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Audience


class NotFoundHere(RuleBroken):
    """There is no such item, or none that this reader may open."""

    sentence = gettext_noop("There is no such item here. Look at the list again.")


class StillToCome(RuleBroken):
    """Nothing is written down before it happened."""

    sentence = gettext_noop("This day is still to come.")


def writable(actor: Actor, case: Case, *, now: datetime) -> Inquiry:
    """The mandate under which the actor writes. Raises NoMandate or NotOnTheTeam."""
    inquiry = mandate_of(case)
    investigator(actor, inquiry, now=now)
    return inquiry


def interview_of(actor: Actor, case: Case, number: int, *, now: datetime) -> Interview:
    """An interview that the actor may open. Raises NotFoundHere."""
    found = case.record.interviews.filter(number=number).first()
    if found is None or Audience(found.audience) not in audiences_of(actor, case, on=now):
        raise NotFoundHere
    return found


def exhibit_of(actor: Actor, case: Case, number: int, *, now: datetime) -> Exhibit:
    """A piece of evidence of which the actor may open at least one version. Raises NotFoundHere."""
    audiences = [each.value for each in audiences_of(actor, case, on=now)]
    found = case.record.exhibits.filter(number=number, versions__audience__in=audiences).first()
    if found is None:
        raise NotFoundHere
    return found


def check_past(day: str, *, now: datetime) -> None:
    """Raises StillToCome for a day, written as year, month and day, after today."""
    if day > clock.day(now).isoformat():
        raise StillToCome
