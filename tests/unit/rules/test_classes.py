"""The class that counts: at the conduct, and that of an affiliate's people."""

import pytest

from conduct.rules.classes import class_in_affiliate, class_that_counts
from conduct.rules.readings import RECOMMENDED
from conduct.rules.vocabulary import PersonClass

HIGHEST = RECOMMENDED.changed(class_at="highest_of_conduct_and_report")
ADOPTED = RECOMMENDED.changed(affiliate="as_subsidiary_once_adopted")


@pytest.mark.norm("N001")
@pytest.mark.parametrize(
    ("at_conduct", "at_report", "under", "counts"),
    [
        ("officer", "third_party", RECOMMENDED, "officer"),
        ("employee", "officer", RECOMMENDED, "employee"),
        ("employee", "officer", HIGHEST, "officer"),
        ("officer", "employee", HIGHEST, "officer"),
        ("employee", "employee", HIGHEST, "employee"),
        ("officer", "ceo", HIGHEST, "ceo"),
        ("ceo", "officer", HIGHEST, "ceo"),
        ("director", "statutory_auditor", HIGHEST, "statutory_auditor"),
        ("ceo", "statutory_auditor", HIGHEST, "statutory_auditor"),
        ("statutory_auditor", "ceo", HIGHEST, "statutory_auditor"),
        ("director", "officer", HIGHEST, "director"),
        ("officer", "director", HIGHEST, "officer"),
    ],
)
def test_leaving_or_rising_does_not_move_a_matter_unless_the_company_reads_it_so(at_conduct, at_report, under, counts):
    found = class_that_counts(at_conduct=PersonClass(at_conduct), at_report=PersonClass(at_report), under=under)

    assert found == counts


@pytest.mark.norm("N017")
def test_people_of_an_affiliate_stay_outside_until_it_adopts_the_code():
    def found(under, *, leads, has_adopted):
        return class_in_affiliate(leads=leads, has_adopted=has_adopted, under=under)

    assert found(RECOMMENDED, leads=True, has_adopted=True) == "affiliate_person"
    assert found(ADOPTED, leads=True, has_adopted=False) == "affiliate_person"
    assert found(ADOPTED, leads=True, has_adopted=True) == "sub_officer"
    assert found(ADOPTED, leads=False, has_adopted=True) == "sub_employee"
