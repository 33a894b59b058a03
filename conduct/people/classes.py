"""What a person counts as under the Code, from what the person is in the companies of the group on one day."""

from collections.abc import Iterable
from typing import NamedTuple

from conduct.people.vocabulary import Office, Relation
from conduct.rules.classes import class_in_affiliate
from conduct.rules.readings import Readings
from conduct.rules.vocabulary import PersonClass, Role


class Post(NamedTuple):
    """An office in a company, what the company was to the issuer then, and whether it had adopted the Code."""

    office: Office
    relation: Relation
    has_adopted: bool = False


IN_ISSUER = {
    Office.CEO: PersonClass.CEO,
    Office.STATUTORY_AUDITOR: PersonClass.STATUTORY_AUDITOR,
    Office.DIRECTOR: PersonClass.DIRECTOR,
    Office.OFFICER: PersonClass.OFFICER,
    Office.INTERNAL_CONTROLS: PersonClass.OFFICER,
    Office.EMPLOYEE: PersonClass.EMPLOYEE,
}
PRECEDENCE = (
    PersonClass.CEO,
    PersonClass.STATUTORY_AUDITOR,
    PersonClass.DIRECTOR,
    PersonClass.DELEGATE,
    PersonClass.OFFICER,
    PersonClass.EMPLOYEE,
    PersonClass.SUB_OFFICER,
    PersonClass.SUB_EMPLOYEE,
    PersonClass.AFFILIATE_PERSON,
    PersonClass.THIRD_PARTY,
)
LEADERS = (
    PersonClass.CEO,
    PersonClass.STATUTORY_AUDITOR,
    PersonClass.DIRECTOR,
    PersonClass.DELEGATE,
    PersonClass.OFFICER,
)
ROLE_OF_OFFICE = {
    Office.CEO: Role.CEO,
    Office.DIRECTOR: Role.DIRECTOR,
    Office.STATUTORY_AUDITOR: Role.STATUTORY_AUDITOR,
    Office.INTERNAL_CONTROLS: Role.INTERNAL_CONTROLS,
}
STAFF = (Office.EMPLOYEE, Office.OFFICER, Office.INTERNAL_CONTROLS)


def class_of_post(post: Post, under: Readings) -> PersonClass:
    """What one post makes of its holder; in an affiliate that is a matter of how the company reads it (A15)."""
    if post.relation == Relation.ISSUER:
        return IN_ISSUER[post.office]
    leads = post.office != Office.EMPLOYEE
    if post.relation == Relation.AFFILIATE:
        return class_in_affiliate(leads=leads, has_adopted=post.has_adopted, under=under)
    return PersonClass.SUB_OFFICER if leads else PersonClass.SUB_EMPLOYEE


def class_of_posts(posts: Iterable[Post], under: Readings, *, acts_for_ceo: bool = False) -> PersonClass:
    """The first of the classes in order of precedence; a person without a post is a third party."""
    classes = [class_of_post(post, under) for post in posts]
    classes += [PersonClass.DELEGATE] if acts_for_ceo else []
    return min(classes, key=PRECEDENCE.index, default=PersonClass.THIRD_PARTY)


def roles_of_posts(posts: Iterable[Post]) -> set[Role]:
    """What the posts let a person do in this app. Offices of other companies than the issuer give no desk."""
    roles = set()
    for office, relation, _ in posts:
        if relation == Relation.ISSUER and office in ROLE_OF_OFFICE:
            roles.add(ROLE_OF_OFFICE[office])
        if relation != Relation.AFFILIATE and office in STAFF:
            roles.add(Role.EMPLOYEE)
    return roles
