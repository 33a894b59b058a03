"""What can be asked about reports and questions. Whatever returns cases goes through `scope`."""

from datetime import datetime

from django.db.models import QuerySet
from django.http import Http404

from cases.models import Case, Determination, Keeping, KeptNumber, Party, Relay
from conduct.access import statements
from conduct.access.check import log_of, scope
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.rules.vocabulary import Body


def visible_cases(actor: Actor) -> QuerySet[Case]:
    """Every case this actor may know about, what is due first, first."""
    cases = Case.objects.filter(record__in=scope(actor, Permission.RECORD_VIEW))
    return cases.select_related("record", "handler").order_by("record__queue_at", "record__reference")


def find_case(actor: Actor, reference: str) -> Case:
    """One case of which nothing is shown yet. Http404 for what is hidden or missing alike."""
    case = visible_cases(actor).filter(record__reference=reference).first()
    if case is None:
        raise Http404
    return case


def open_case(actor: Actor, reference: str, *, now: datetime) -> Case:
    """Fetch one case for reading, and write down that it was read. Http404 for what is hidden or missing alike.

    Raises StatementWanted, before anything is written down, where the reader has not said to know of no conflict.
    """
    case = find_case(actor, reference)
    statements.check(actor, case.record)
    reader = actor.at(Body(case.record.body))
    ledger.record(reader, Event.RECORD_VIEWED, case.record, at=now, domain=log_of(actor, case.record))
    return case


def cases_to_pass_on(actor: Actor) -> QuerySet[Case]:
    """Reports in this supervisor's hands that are not passed on yet."""
    return visible_cases(actor).filter(relay__supervisor=actor.person, relay__passed_on_at=None).select_related("relay")


def cases_to_confirm(actor: Actor) -> QuerySet[Case]:
    """Proposals to keep a matter that wait for this person as second person."""
    asked = Keeping.objects.waiting().filter(second_person=actor.person)
    return visible_cases(actor).filter(pk__in=asked.values("case"))


def is_only_assessed(case: Case) -> bool:
    """At the CEO's desk with its weight open (A4): a report as well as a question about an employee's situation."""
    return case.record.body == Body.CEO and case.record.provisional


def own_reports(person: Person) -> QuerySet[KeptNumber]:
    """The reports that this person chose to keep in the own list. No other link from a person to a report exists."""
    return KeptNumber.objects.filter(person=person).select_related("record").order_by("-kept_at", "pk")


def passed_on_by(person: Person) -> QuerySet[Relay]:
    """What a supervisor passed on: that it happened, and when. Never what came of it."""
    return Relay.objects.filter(supervisor=person, passed_on_at__isnull=False).order_by("-passed_on_at", "pk")


def parties_of(case: Case) -> QuerySet[Party]:
    """The people of a case as they stand, in the order in which they came in. Empty until somebody changed them."""
    return case.parties.filter(ended_at=None).select_related("entry__record").order_by("pk")


def determination_of(case: Case) -> Determination | None:
    """How grave the case was found to be; None while nobody has, or after it was called in."""
    return case.determinations.filter(ended_at=None).first()
