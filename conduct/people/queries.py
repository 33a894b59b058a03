"""What can be asked of the register. A day is a day of the company's calendar; `known_at` asks as it was known then."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from conduct.people.classes import LEADERS, ROLE_OF_OFFICE, STAFF, Post, class_of_posts, roles_of_posts
from conduct.people.delegations import Mandate, delegation_on, mandate_of
from conduct.people.models import Appointment, Company, Delegation, Function, Ownership, Person, Seat, Supervision
from conduct.people.vocabulary import FunctionName, Office, Relation
from conduct.rules.readings import RECOMMENDED, Readings
from conduct.rules.vocabulary import Body, PersonClass, Role

OFFICE_OF_ROLE = {role: office for office, role in ROLE_OF_OFFICE.items()}


@dataclass(frozen=True, slots=True)
class Leader:
    """One of the persons about whom the CEO does not decide, and as what."""

    person: Person
    person_class: PersonClass


def person_class(
    person: Person, day: date, known_at: datetime | None = None, *, under: Readings = RECOMMENDED
) -> PersonClass:
    """What the person counted as on the day of the conduct (A13). Nobody known that day is a third party."""
    posts, delegation = _posts(day, known_at, person=person)[person.pk], delegation_on(day, known_at)
    acts = delegation is not None and delegation.delegate_id == person.pk
    return class_of_posts(posts, under, acts_for_ceo=acts)


def person_classes(people: Iterable[Person], day: date, *, under: Readings = RECOMMENDED) -> Mapping[UUID, PersonClass]:
    """The class of each of these people on one day, in two questions; more while there is a delegate."""
    keys = [person.pk for person in people]
    posts, delegation = _posts(day, None, person__in=keys), delegation_on(day)
    delegate = delegation.delegate_id if delegation else None
    return {key: class_of_posts(posts[key], under, acts_for_ceo=key == delegate) for key in keys}


def roles_on(person: Person, day: date) -> frozenset[Role]:
    """What the person does in this app that day."""
    return capacity_on(person, day)[0]


def capacity_on(person: Person, day: date) -> tuple[frozenset[Role], Mandate | None]:
    """What the person does in this app that day, and what for the CEO: offices, seats, functions and people led, in
    two questions; a third only for somebody to whom something is delegated.
    """
    roles = _held_roles(person, day)
    delegation = delegation_on(day) if Role.DELEGATE in roles else None
    if delegation is None or delegation.delegate_id != person.pk:
        return roles - {Role.DELEGATE}, None
    return roles, mandate_of(delegation)


def _held_roles(person: Person, day: date) -> frozenset[Role]:
    """With the delegate's among them wherever one was authorised: whether it still holds is another question."""
    posts = _posts(day, None, person=person)[person.pk]
    functions = Function.objects.on(day).filter(person=person).values_list("function")
    presiding = Seat.objects.on(day).filter(person=person, body=Body.BOSA.value, presides=True)
    leading = Supervision.objects.on(day).filter(supervisor=person)
    delegated = Delegation.objects.on(day).filter(delegate=person, resolution__confirmed_at__isnull=False)
    held = functions.union(
        delegated.values_list(Value(Role.DELEGATE.value)),
        presiding.values_list(Value(Role.PRESIDING_AUDITOR.value)),
        leading.values_list(Value(Role.SUPERVISOR.value)),
    )
    return frozenset(roles_of_posts(posts) | {Role(word) for (word,) in held})


def staff_holding(role: Role, day: date) -> QuerySet[Person]:
    """Everybody who holds that role on that day and can sign in."""
    return Person.objects.filter(is_active=True, pk__in=_holders(role, day)).order_by("username")


def members_on(body: Body, day: date) -> QuerySet[Person]:
    """Who sits on the Board or on the Board of Statutory Auditors that day."""
    return Person.objects.filter(pk__in=Seat.objects.on(day).filter(body=body.value).values("person")).order_by(
        "username"
    )


def presiding_auditor_on(day: date) -> Person | None:
    """The statutory auditor who presides that day."""
    return staff_holding(Role.PRESIDING_AUDITOR, day).first()


def presiding_on(body: Body, day: date) -> Person | None:
    """Who presides over the Board, or over the statutory auditors, that day."""
    return Person.objects.filter(
        pk__in=Seat.objects.on(day).filter(body=body.value, presides=True).values("person")
    ).first()


def ceo_on(day: date) -> Person | None:
    """The CEO of the issuer that day; None while the post is vacant (A17)."""
    return _in_office(Office.CEO, day).first()


def internal_controls_on(day: date) -> Person | None:
    """The officer in charge of internal controls that day, the first by name where there are several."""
    return _in_office(Office.INTERNAL_CONTROLS, day).first()


def supervisor_on(person: Person, day: date) -> Person | None:
    """The person's supervisor that day."""
    supervisions = Supervision.objects.on(day).filter(employee=person)
    return Person.objects.filter(pk__in=supervisions.values("supervisor")).first()


def custodians_on(day: date) -> QuerySet[Person]:
    """The custodians of names that day, by user name."""
    held = Function.objects.on(day).filter(function=FunctionName.CUSTODIAN.value)
    return Person.objects.filter(pk__in=held.values("person"), is_active=True).order_by("username")


def called(name: str) -> list[Person]:
    """Everybody whose user name or whole name this is, in either language; a user name alone decides."""
    said = " ".join(name.split())
    if exact := Person.objects.filter(username__iexact=said).first():
        return [exact]
    return list(Person.objects.filter(Q(name__iexact=said) | Q(name_ja=said)).order_by("username")[:10])


def issuer() -> Company | None:
    """The listed company itself."""
    return Company.objects.filter(relation=Relation.ISSUER.value).first()


def person_named(username: str) -> Person | None:
    """Whoever signs in with this name."""
    return Person.objects.filter(username=username.strip()).first()


def last_day_of(person: Person) -> date | None:
    """The last day of the last post that is known of a person; None where one has no end, or there is none."""
    return _last_day(Appointment.objects.known().filter(person=person))


def left_office_on(person: Person) -> date | None:
    """The last day of the last post above that of an employee; None for somebody who never held one."""
    offices = [office.value for office in Office if office != Office.EMPLOYEE]
    return _last_day(Appointment.objects.known().filter(person=person, office__in=offices))


def _last_day(posts: QuerySet[Appointment]) -> date | None:
    days = [post.last_on for post in posts]
    return max((day for day in days if day), default=None) if None not in days else None


def leaders_on(day: date) -> list[Leader]:
    """CEO, statutory auditors, directors and officers of the issuer that day, highest class first."""
    held = _in_office([office for office in Office if office != Office.EMPLOYEE], day)
    classes = person_classes(held, day)
    leaders = [Leader(person, classes[person.pk]) for person in held if classes[person.pk] in LEADERS]
    return sorted(leaders, key=lambda leader: LEADERS.index(leader.person_class))


def _posts(day: date, known_at: datetime | None, **whose: object) -> dict[UUID, list[Post]]:
    """The posts of these people that day, each with what its company was to the issuer on that day."""
    posts = defaultdict(list)
    rows = Appointment.objects.on(day, known_at).filter(**whose).annotate(then=_relation(day, known_at))
    for person, office, relation, adopted_on in rows.values_list(
        "person", "office", "then", "company__code_adopted_on"
    ):
        if relation:
            has_adopted = adopted_on is not None and adopted_on <= day
            posts[person].append(Post(Office(office), Relation(relation), has_adopted))
    return posts


def _relation(day: date, known_at: datetime | None) -> Coalesce:
    """As the ownership of that day says; where no ownership is dated at all, as the company stands now."""
    owned = Ownership.objects.known(known_at).filter(company=OuterRef("company"))
    dated = Exists(owned)
    return Coalesce(Subquery(owned.filter(valid__contains=day).values("relation")[:1]), _unless(dated), Value(""))


def _unless(dated: Exists) -> Case:
    return Case(When(dated, then=Value("")), default=F("company__relation"))


def _in_office(office: Office | list[Office], day: date) -> QuerySet[Person]:
    offices = [office] if isinstance(office, Office) else office
    held = Appointment.objects.on(day).filter(office__in=[word.value for word in offices], company__relation="issuer")
    return Person.objects.filter(pk__in=held.values("person")).order_by("name", "username")


def _holders(role: Role, day: date) -> QuerySet:
    if role in OFFICE_OF_ROLE:
        return _in_office(OFFICE_OF_ROLE[role], day).values("pk")
    if role == Role.EMPLOYEE:
        offices = [office.value for office in STAFF]
        group = [Relation.ISSUER.value, Relation.SUBSIDIARY.value]
        posts = Appointment.objects.on(day).annotate(then=_relation(day, None))
        return posts.filter(office__in=offices, then__in=group).values("person")
    if role == Role.DELEGATE:
        delegation = delegation_on(day)
        return Person.objects.filter(pk=delegation.delegate_id if delegation else None).values("pk")
    if role == Role.PRESIDING_AUDITOR:
        return Seat.objects.on(day).filter(body=Body.BOSA.value, presides=True).values("person")
    if role == Role.SUPERVISOR:
        return Supervision.objects.on(day).values("supervisor")
    return Function.objects.on(day).filter(function=FunctionName(role.value).value).values("person")
