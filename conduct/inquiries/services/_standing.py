"""What must hold before anything is done in an investigation, whoever does it."""

from datetime import datetime

from cases.models import Case
from conduct.access import wall
from conduct.access.check import can
from conduct.access.permissions import Permission
from conduct.handoffs.services._facts import known
from conduct.inquiries.models import Inquiry, Member
from conduct.inquiries.queries import INVESTIGATING, inquiry_in_force, signed_member
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import TeamPart


class NoMandate(RuleBroken):
    """Nothing is looked into without a mandate of the competent body."""

    sentence = gettext_noop("No mandate to investigate is in force here. The body gives it first.")


class NotOnTheTeam(RuleBroken):
    """Only the team writes into an investigation, each after the no-conflict statement."""

    sentence = gettext_noop("Only the team does this, and each of them signs the no-conflict statement first.")


class NotToBeAsked(RuleBroken):
    """Somebody shut out, gone, or in the matter itself. Which of them, is not said."""

    sentence = gettext_noop("This person cannot take part here. Choose somebody else.")


def mandate_of(case: Case) -> Inquiry:
    """The mandate in force. Raises NoMandate."""
    inquiry = inquiry_in_force(case)
    if inquiry is None:
        raise NoMandate
    return inquiry


def investigator(actor: Actor, inquiry: Inquiry, *, now: datetime) -> Member:
    """The actor as one of those who investigate. Raises NotOnTheTeam, also for the reviewer."""
    member = signed_member(actor, inquiry, on=now)
    if member is None or TeamPart(member.part) not in INVESTIGATING:
        raise NotOnTheTeam
    return member


def check_may_plan(actor: Actor, inquiry: Inquiry, *, now: datetime) -> None:
    """The body as well as the team gives tasks. Raises NotOnTheTeam."""
    if not can(actor, Permission.RECORD_WORK, inquiry.record):
        investigator(actor, inquiry, now=now)


def check_not_shut_out(person: Person, case: Case) -> None:
    """Raises NotToBeAsked for somebody walled off or gone."""
    if not person.is_active or wall.is_walled(person, case.record):
        raise NotToBeAsked


def check_apart(actor: Actor, person: Person, case: Case, *, now: datetime) -> None:
    """Nobody who is in a matter investigates it, in whatever role. Raises NotToBeAsked."""
    if person.pk in {entry.person_id for entry in known(actor, case, now=now).entries}:
        raise NotToBeAsked
