from datetime import datetime

from django.db import transaction

from cases.models import Case
from conduct import clock
from conduct.access import grants
from conduct.access.check import held, require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.inquiries.asked import Asked, end_of
from conduct.inquiries.models import Inquiry, Member
from conduct.inquiries.queries import INVESTIGATING, in_team
from conduct.inquiries.services._standing import check_apart, check_not_shut_out, mandate_of
from conduct.notices.news import News
from conduct.notices.services import owe_digest
from conduct.people.actor import Actor
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import TeamPart
from conduct.vault import vault
from conduct.vault.kinds import Sealed


class NoPlaceInTheTeam(RuleBroken):
    """One part each, one lead, a reviewer who never investigated it, and a guest with an end and a scope."""

    sentence = gettext_noop(
        "Each person has one part, there is one lead investigator, and the reviewer never investigated this matter."
    )


class GuestWithoutEnd(RuleBroken):
    """Counsel is let in for a scope and a time; nobody's time ends before it begins."""

    sentence = gettext_noop("Counsel needs the scope of the engagement and a last day, and no last day is in the past.")


@transaction.atomic
def ask_member(*, actor: Actor, case: Case, asked: Asked, now: datetime) -> Case:
    """Ask somebody into the team. Nothing is shown before the no-conflict statement is signed."""
    require(actor, Permission.RECORD_WORK, case.record)
    case = held(actor, Permission.RECORD_WORK, case)

    inquiry = mandate_of(case)
    check_not_shut_out(asked.person, case)
    check_apart(actor, asked.person, case, now=now)
    check_place(inquiry, asked, now=now)
    check_time(asked, now=now)

    engagement = asked.engagement.strip()
    Member.objects.create(
        record=case.record,
        inquiry=inquiry,
        person=asked.person,
        part=asked.part.value,
        engagement=vault.seal(case.record, Sealed.ENGAGEMENT, engagement, now=now) if engagement else None,
        asked_by=actor.who,
        asked_at=now,
        ends_on=asked.ends_on,
    )
    until = end_of(asked.ends_on)
    grants.admit(asked.person, Permission.SIGN_STATEMENT, case.record, now=now, by=actor.person, until=until)
    owe_digest(News.STATEMENT_ASKED, to=[asked.person], now=now)

    ledger.record(actor, Event.MEMBER_ASKED, case.record, at=now, part=asked.part)
    return case


def check_place(inquiry: Inquiry, asked: Asked, *, now: datetime) -> None:
    """Raises NoPlaceInTheTeam."""
    team = in_team(inquiry, on=now)
    has_lead = asked.part is TeamPart.LEAD and team.filter(part=TeamPart.LEAD.value).exists()
    before = inquiry.record.team.filter(person=asked.person, statement__no_conflict=True)
    investigates = asked.part in INVESTIGATING
    mixed = any((TeamPart(member.part) in INVESTIGATING) is not investigates for member in before)
    if has_lead or mixed or team.filter(person=asked.person).exists():
        raise NoPlaceInTheTeam


def check_time(asked: Asked, *, now: datetime) -> None:
    """Raises GuestWithoutEnd."""
    is_open = asked.part is TeamPart.COUNSEL and not (asked.ends_on and asked.engagement.strip())
    if is_open or (asked.ends_on and asked.ends_on < clock.day(now)):
        raise GuestWithoutEnd
