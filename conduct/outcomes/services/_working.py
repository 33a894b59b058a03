"""When a case may be worked on, and by whom it may be judged."""

from datetime import datetime

from cases.models import Case
from cases.services._competence import check_may_decide
from conduct.answers.services._competence import answering_body
from conduct.people.actor import Actor
from conduct.provisions.models import CodeVersion
from conduct.provisions.queries import paragraph
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Body, CaseState, Kind


class NotBeingLookedInto(RuleBroken):
    """Allegations are written and answered while somebody looks into a report."""

    sentence = gettext_noop("This is possible while the report is looked into. Open the investigation first.")


class NotYoursToFind(RuleBroken):
    """III ¶1: only the competent body interprets the Code."""

    sentence = gettext_noop("This desk may not interpret the Code here, so it finds nothing. Hand the matter on.")


class NoParagraph(RuleBroken):
    """The version of the Code that judges the conduct has no such paragraph (A40)."""

    sentence = gettext_noop("Choose a paragraph of the Code as it was on the day of the conduct.")


ALLEGED_WHILE = frozenset({CaseState.TRIAGE, CaseState.INVESTIGATING})
FOUND_WHILE = frozenset({CaseState.INVESTIGATING, CaseState.FOUND, CaseState.ACTING})
ACTED_WHILE = frozenset({CaseState.FOUND, CaseState.ACTING})


def check_at_work(case: Case, states: frozenset[CaseState]) -> None:
    """Raises NotBeingLookedInto, or what keeps the CEO's desk from deciding (A4)."""
    if case.record.kind != Kind.REPORT or case.state not in states:
        raise NotBeingLookedInto
    check_may_decide(case)


def check_may_find(actor: Actor, case: Case, *, now: datetime) -> None:
    """Raises NotYoursToFind. Where the Code binds nobody concerned, the desk that holds the matter may say so."""
    body = answering_body(actor, case.record, now=now)
    if body not in {None, Body(case.record.body)}:
        raise NotYoursToFind


def check_paragraph(key: str, version: CodeVersion) -> None:
    if paragraph(key, version) is None:
        raise NoParagraph
