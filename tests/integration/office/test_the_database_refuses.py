"""What no program can write: a chain, a delegation to oneself, an authorisation by one person, another end."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, InternalError, transaction

from conduct.people.dated import span
from conduct.people.models import Delegation, Resolution
from conduct.people.vocabulary import Office
from tests.integration.office.arrange import appointed
from tests.integration.office.conftest import LAST, NUMBER, TODAY

REFUSED = (IntegrityError, InternalError)


@pytest.fixture
def refused(staff):
    """refused(delegate="officer1"): that this delegation cannot be written."""

    def written(message, **words):
        who = {name: staff.person(words.pop(name, usual)) for name, usual in (("ceo", "ceo"), ("delegate", "controls"))}
        row = {"powers": ["triage"], "valid": span(TODAY, LAST)} | who | words
        with pytest.raises(REFUSED, match=message), transaction.atomic():
            Delegation.objects.create(**row)

    return written


@pytest.mark.norm("N012")
def test_a_chain_cannot_be_written(staff, in_force, refused):
    """A delegate is not the CEO, and no column says that one delegation follows from another."""
    in_force(last_on=TODAY)
    appointed(staff, "officer1", Office.INTERNAL_CONTROLS, TODAY)

    refused("Only the CEO delegates", ceo="controls", delegate="officer1", valid=span(TODAY + timedelta(days=1), LAST))
    links = {field.name for field in Delegation._meta.get_fields() if field.related_model is Delegation}
    assert links == set()


@pytest.mark.norm("N012")
def test_only_between_the_two_offices(refused):
    refused("A delegate is in charge of internal controls", delegate="officer1")
    refused("Only the CEO delegates", ceo="director1")
    refused("Only the CEO delegates", valid=span(TODAY.replace(year=2019), LAST))


def test_only_what_is_listed_and_with_both_days(staff, refused):
    refused("delegation_powers_are_known", powers=["publish"])
    refused("delegation_powers_are_known", powers=[])
    refused("delegation_has_first_and_last_day", valid=span(TODAY))
    refused("delegation_end_is_whole", ended_on=TODAY)
    appointed(staff, "ceo", Office.INTERNAL_CONTROLS, TODAY)
    refused("delegation_to_somebody_else", delegate="ceo")


def test_one_at_a_time(in_force, refused):
    in_force()

    refused("delegation_one_at_a_time", valid=span(LAST, LAST + timedelta(days=1)))


def test_what_was_given_stays_and_so_does_its_end(in_force):
    delegation = in_force()
    rows = Delegation.objects.filter(pk=delegation.pk)
    ended = {"ended_on": TODAY, "ended_at": delegation.known_from, "ended_why": "revoked_by_ceo"}

    for change in ({"powers": ["interpretation"]}, {"valid": span(TODAY, TODAY)}):
        with pytest.raises(REFUSED), transaction.atomic():
            rows.update(**change)
    rows.update(**ended)
    with pytest.raises(REFUSED), transaction.atomic():
        rows.update(ended_on=None, ended_at=None, ended_why="")
    with pytest.raises(REFUSED), transaction.atomic():
        rows.delete()


@pytest.mark.norm("N013")
def test_the_board_resolves_through_two_who_are_neither_ceo_nor_delegate(staff, draft, record, now):
    delegation = draft()
    said = {"delegation": delegation, "number": NUMBER, "resolved_on": TODAY, "recorded_at": now}
    for by in ("ceo", "controls"):
        with pytest.raises(REFUSED, match="Neither the CEO nor the delegate"), transaction.atomic():
            Resolution.objects.create(recorded_by=staff.person(by), **said)
    record(delegation)
    rows = Resolution.objects.filter(delegation=delegation)
    for by, message in (
        ("ceo", "Neither"), ("controls", "Neither"), ("secretary1", "resolution_takes_two_people"),
    ):  # fmt: skip
        with pytest.raises(REFUSED, match=message), transaction.atomic():
            rows.update(confirmed_by=staff.person(by), confirmed_at=now)
    with pytest.raises(REFUSED, match="resolution_is_confirmed_by_somebody"), transaction.atomic():
        rows.update(confirmed_at=now)
    with pytest.raises(REFUSED, match="resolution_has_a_number"), transaction.atomic():
        rows.update(number="")


def test_what_was_confirmed_stays(in_force):
    resolution = in_force().resolution
    rows = Resolution.objects.filter(pk=resolution.pk)

    for change in ({"number": "B-1"}, {"ends_on": LAST}, {"confirmed_by": None, "confirmed_at": None}):
        with pytest.raises(REFUSED), transaction.atomic():
            rows.update(**change)
    with pytest.raises(REFUSED), transaction.atomic():
        rows.delete()
