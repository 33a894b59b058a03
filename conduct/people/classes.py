"""What a person counts as under the Code, from what the person is in the companies of the group on one day."""

from collections.abc import Iterable

from conduct.people.vocabulary import Office, Relation
from conduct.rules.vocabulary import PersonClass, Role

Post = tuple[Office, Relation]

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
LEADERS = (PersonClass.CEO, PersonClass.STATUTORY_AUDITOR, PersonClass.DIRECTOR, PersonClass.OFFICER)
ROLE_OF_OFFICE = {
    Office.CEO: Role.CEO,
    Office.DIRECTOR: Role.DIRECTOR,
    Office.STATUTORY_AUDITOR: Role.STATUTORY_AUDITOR,
    Office.INTERNAL_CONTROLS: Role.INTERNAL_CONTROLS,
}
STAFF = (Office.EMPLOYEE, Office.OFFICER, Office.INTERNAL_CONTROLS)


def class_of_post(office: Office, relation: Relation) -> PersonClass:
    """What one post makes of its holder."""
    if relation == Relation.ISSUER:
        return IN_ISSUER[office]
    if relation == Relation.AFFILIATE:
        return PersonClass.AFFILIATE_PERSON
    return PersonClass.SUB_EMPLOYEE if office == Office.EMPLOYEE else PersonClass.SUB_OFFICER


def class_of_posts(posts: Iterable[Post]) -> PersonClass:
    """The first of the classes in order of precedence; a person without a post is a third party."""
    classes = [class_of_post(office, relation) for office, relation in posts]
    return min(classes, key=PRECEDENCE.index, default=PersonClass.THIRD_PARTY)


def roles_of_posts(posts: Iterable[Post]) -> set[Role]:
    """What the posts let a person do in this app. Offices of other companies than the issuer give no desk."""
    roles = set()
    for office, relation in posts:
        if relation == Relation.ISSUER and office in ROLE_OF_OFFICE:
            roles.add(ROLE_OF_OFFICE[office])
        if relation != Relation.AFFILIATE and office in STAFF:
            roles.add(Role.EMPLOYEE)
    return roles
