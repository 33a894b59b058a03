"""What somebody counts as, from posts alone: every post by itself, and the order of precedence for several."""

from itertools import product

import pytest

from conduct.people import classes
from conduct.people.classes import PRECEDENCE, Post, roles_of_posts
from conduct.people.vocabulary import FunctionName, Office, Relation
from conduct.rules.readings import RECOMMENDED
from conduct.rules.vocabulary import PersonClass, Role

POSTS = list(product(Office, Relation))
ADOPTED = RECOMMENDED.changed(affiliate="as_subsidiary_once_adopted")
BY_POST = {
    ("employee", "issuer"): "employee",
    ("officer", "issuer"): "officer",
    ("internal_controls", "issuer"): "officer",
    ("director", "issuer"): "director",
    ("statutory_auditor", "issuer"): "statutory_auditor",
    ("ceo", "issuer"): "ceo",
    ("employee", "subsidiary"): "sub_employee",
    **{(office.value, "subsidiary"): "sub_officer" for office in Office if office != Office.EMPLOYEE},
    **{(office.value, "affiliate"): "affiliate_person" for office in Office},
}


def class_of_post(*post, under=RECOMMENDED):
    return classes.class_of_post(Post(*post), under)


def class_of_posts(posts):
    return classes.class_of_posts([Post(*post) for post in posts], RECOMMENDED)


@pytest.mark.norm("N001")
def test_each_post_alone():
    assert {
        (office.value, relation.value): class_of_post(office, relation).value for office, relation in POSTS
    } == BY_POST


def test_nobody_in_the_register_is_a_third_party():
    assert class_of_posts([]) == PersonClass.THIRD_PARTY


@pytest.mark.parametrize("pair", list(product(POSTS, POSTS)))
def test_of_two_posts_the_higher_class_counts_in_either_order(pair):
    found = [class_of_post(*post) for post in pair]

    assert class_of_posts(pair) == class_of_posts(pair[::-1]) == min(found, key=PRECEDENCE.index)


def test_the_order_of_precedence_knows_every_class_that_a_post_can_give():
    assert set(PRECEDENCE) == set(PersonClass) - {PersonClass.UNKNOWN}


def test_an_employee_lent_to_an_affiliate_stays_an_employee():
    lent = [(Office.EMPLOYEE, Relation.ISSUER), (Office.DIRECTOR, Relation.AFFILIATE)]

    assert class_of_posts(lent) == PersonClass.EMPLOYEE


@pytest.mark.parametrize("office", [Office.CEO, Office.DIRECTOR, Office.STATUTORY_AUDITOR])
@pytest.mark.parametrize("relation", [Relation.SUBSIDIARY, Relation.AFFILIATE])
def test_an_office_elsewhere_opens_no_desk(office, relation):
    assert roles_of_posts([Post(office, relation)]) == set()


def test_staff_of_issuer_and_subsidiaries_are_employees_here():
    assert roles_of_posts([Post(Office.EMPLOYEE, Relation.SUBSIDIARY)]) == {Role.EMPLOYEE}
    assert roles_of_posts([Post(Office.OFFICER, Relation.ISSUER)]) == {Role.EMPLOYEE}


def test_functions_are_spelt_as_roles():
    assert {Role(function.value).value for function in FunctionName} == {function.value for function in FunctionName}


@pytest.mark.norm("N017")
@pytest.mark.parametrize("office", Office)
def test_in_an_affiliate_that_adopted_the_code_people_count_as_in_a_subsidiary_where_the_company_reads_it_so(office):
    def found(has_adopted, under):
        return class_of_post(office, Relation.AFFILIATE, has_adopted, under=under)

    assert found(True, RECOMMENDED) == found(False, ADOPTED) == "affiliate_person"
    assert found(True, ADOPTED) == class_of_post(office, Relation.SUBSIDIARY)
