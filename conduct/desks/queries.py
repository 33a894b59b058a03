"""What a desk asks. Whatever returns records or cases goes through `scope`, and names the body beside it."""

from collections import Counter

from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Subquery, Value

from cases.models import Case, Keeping
from cases.queries import find_case, visible_cases
from conduct.access import grants, statements
from conduct.access.check import scope
from conduct.access.permissions import Permission
from conduct.deadlines.models import Deadline
from conduct.desks.filters import Chosen, View
from conduct.desks.standing import Standing
from conduct.handoffs.models import WAITING, HandOff
from conduct.handoffs.queries import open_latenesses
from conduct.notices.queries import inbox
from conduct.people.actor import Actor
from conduct.records.models import Copy, Record
from conduct.rules.vocabulary import Body, DeadlineKind, Stage
from conduct.web.keyset import Beyond

CAP = 9
RIGHTS = (
    Permission.RECORD_VIEW,
    Permission.RECORD_WORK,
    Permission.RECORD_HAND_ON,
    Permission.RECORD_HOLD,
    Permission.READ_SEALED,
)
HANDED_HERE = HandOff.objects.filter(record=OuterRef("pk"), body=OuterRef("body"))
MUST_HAND_ON = Exists(Deadline.objects.owed().filter(record=OuterRef("pk"), kind=DeadlineKind.HAND_ON.value))
ARRIVES = Exists(HANDED_HERE.filter(WAITING))
VIEWS = {View.MINE: ~MUST_HAND_ON, View.TO_HAND_ON: MUST_HAND_ON, View.TO_RECEIVE: ARRIVES, View.ALL: Q()}


def desk_records(here: Standing) -> QuerySet[Record]:
    """Every record in the hands of this desk's body that its holder may know about."""
    body = here.desk.body or Body.SUPERVISOR
    return scope(here.actor, Permission.RECORD_VIEW).filter(body=body.value)


def queue(here: Standing, chosen: Chosen) -> QuerySet[Record]:
    """What is open at this desk and fits the filter. The order is the caller's: by due date, on the index."""
    records = desk_records(here).open().filter(VIEWS[View(chosen.view)])
    if chosen.kind:
        records = records.filter(kind=chosen.kind)
    if chosen.stage:
        records = records.filter(stage=chosen.stage)
    if chosen.late:
        records = records.filter(queue_at__lt=here.now)
    return records.filter(reference__startswith=chosen.reference) if chosen.reference else records


def with_signs(records: QuerySet[Record]) -> QuerySet[Record]:
    """Each record with what is going on around it: arriving, to be handed on, waiting for a second person."""
    asked = Keeping.objects.waiting().filter(case=OuterRef("pk"))
    way = HANDED_HERE.filter(returned_at=None).order_by("-handed_at").values("paragraph")[:1]
    back = HandOff.objects.filter(record=OuterRef("pk"), origin=OuterRef("body"), returned_at__isnull=False)
    return records.annotate(
        was_report=F("case__was_report"),
        came_back=Exists(back),
        arrives=ARRIVES,
        must_hand_on=MUST_HAND_ON,
        asked=Exists(asked),
        came_by=Subquery(way),
    )


def leaf_with_signs(leaf: QuerySet[Record]) -> QuerySet[Record]:
    """The rows of one leaf with their signs. Asked of the whole list, PostgreSQL would read whole tables for them."""
    return with_signs(Record.objects.filter(pk__in=leaf.values("pk")))


def case_at(here: Standing, reference: str) -> Case:
    """A case for an act on it, without a line on the ledger. Http404 for what is hidden or missing alike.

    Raises StatementWanted where the reader has not said to know of no conflict.
    """
    case = find_case(here.actor, reference)
    statements.check(here.actor, case.record)
    return case


def signs_of(here: Standing, case: Case) -> Record:
    """The record of a case with its signs."""
    return with_signs(scope(here.actor, Permission.RECORD_VIEW)).get(pk=case.pk)


def shelf(here: Standing, chosen: Chosen, *, copies: bool) -> QuerySet[Record]:
    """Everything at this desk, finished matters as well; or the copies that its body reads along."""
    records = copied_records(here) if copies else desk_records(here)
    if chosen.kind:
        records = records.filter(kind=chosen.kind)
    if chosen.stage:
        records = records.filter(stage=chosen.stage)
    return records.filter(reference__startswith=chosen.reference) if chosen.reference else records


def copied_records(here: Standing) -> QuerySet[Record]:
    """What this desk's body reads along without holding it."""
    body = here.desk.body or Body.SUPERVISOR
    copies = Copy.objects.filter(body=body.value).values("record")
    return scope(here.actor, Permission.RECORD_VIEW).filter(pk__in=copies).exclude(body=body.value)


def admitted_cases(actor: Actor) -> QuerySet[Case]:
    """The open cases on which this person was let in, apart from what is to be passed on or confirmed."""
    let_in = Record.objects.filter(grants.admitted_to(actor.person)).exclude(body=Body.SUPERVISOR.value)
    cases = visible_cases(actor).filter(record__in=let_in).exclude(record__stage=Stage.CONCLUDED.value)
    to_answer = Keeping.objects.waiting().filter(second_person=actor.person)
    return cases.exclude(pk__in=to_answer.values("case"))


def rights_on(actor: Actor, record: Record) -> frozenset[Permission]:
    """Everything a desk asks about one record, each right by `scope`, in one query."""
    asked = [scope(actor, right).filter(pk=record.pk).order_by() for right in RIGHTS]
    first, *rest = [named(right.value, rows) for right, rows in zip(RIGHTS, asked, strict=True)]
    return frozenset(Permission(word) for (word,) in first.union(*rest))


def counts(here: Standing) -> Counter[str]:
    """What asks for an act, each up to one more than the cap, in one query: due by now, news, latenesses."""
    asked = {"notices": inbox(here.person, now=here.now).filter(read_at=None)}
    if here.decides:
        asked["due"] = desk_records(here).open().filter(queue_at__lte=here.now)
    if here.desk.body is Body.BOSA:
        asked["oversight"] = open_latenesses(here.actor)
    first, *rest = [named(word, rows.order_by())[: CAP + 1] for word, rows in asked.items()]
    return Counter(word for (word,) in first.union(*rest, all=True))


def named(word: str, rows: QuerySet) -> QuerySet:
    """That word once for each row, so that several lists fit into one union."""
    return rows.values_list(Value(word, output_field=CharField()))


def neighbours(here: Standing, chosen: Chosen, record: Record) -> tuple[str, str]:
    """The references before and after this record in the filtered queue, or empty, in one query."""
    rows = queue(here, chosen)
    at, key = record.queue_at, record.reference
    before = rows.filter(Beyond(("queue_at", "reference"), (at, key), before=True))
    after = rows.filter(Beyond(("queue_at", "reference"), (at, key)))
    found = dict(
        beside("before", before.order_by("-queue_at", "-reference")).union(
            beside("after", after.order_by("queue_at", "reference")), all=True
        )
    )
    return found.get("before", ""), found.get("after", "")


def beside(side: str, rows: QuerySet[Record]) -> QuerySet:
    """The reference of the first of these, with the side on which it lies."""
    return rows.values_list(Value(side, output_field=CharField()), "reference")[:1]
