"""What other rooms read off an answer: who holds the record, whether it can be the CEO's, what is proved."""

import pytest

from conduct.rules.facts import Matter, Subject
from conduct.rules.readings import RECOMMENDED
from conduct.rules.route import route
from conduct.rules.routing import competent
from conduct.rules.vocabulary import Authority, Body, Kind, Materiality, PersonClass
from conduct.rules.waiver_facts import WaiverFacts
from conduct.rules.waivers import is_proved, is_tested


@pytest.mark.parametrize(
    ("person", "materiality", "beyond"),
    [
        (PersonClass.OFFICER, Materiality.NON_MATERIAL, True),
        (PersonClass.EMPLOYEE, Materiality.MATERIAL, True),
        (PersonClass.EMPLOYEE, Materiality.NON_MATERIAL, False),
        (PersonClass.EMPLOYEE, Materiality.UNKNOWN, False),
    ],
)
def test_what_is_certainly_another_bodys_is_beyond_the_ceo(person, materiality, beyond):
    found = route(Matter(Kind.REPORT, (Subject(person),), materiality=materiality), under=RECOMMENDED).answer

    assert found.beyond_ceo is beyond


@pytest.mark.parametrize(("person", "body"), [(PersonClass.OFFICER, Body.BOSA), (PersonClass.EMPLOYEE, Body.CEO)])
def test_the_body_that_interprets_holds_the_record(person, body):
    assert competent(person, Materiality.NON_MATERIAL, under=RECOMMENDED).answer.body == body


def test_without_the_auditor_concerned_it_is_the_same_body():
    row = competent(PersonClass.STATUTORY_AUDITOR, Materiality.NON_MATERIAL, under=RECOMMENDED).answer

    assert (row.interprets, row.body) == (Authority.BOSA_LESS_SUBJECT, Body.BOSA)


@pytest.mark.parametrize("person", [None, PersonClass.OFFICER])
def test_without_a_person_and_flags_nothing_counts_as_tested_or_proved(person):
    """Each gate says so by itself, although an earlier one is shut already."""
    facts = WaiverFacts(norms=frozenset({"N057"}), person_class=person)

    assert not is_tested(facts, RECOMMENDED) and not is_proved(facts, RECOMMENDED)
