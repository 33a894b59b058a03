"""The demo's records: about sixty, in every state that an act leads to, some late; and one that the CEO never sees."""

from collections import Counter
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client, override_settings

from cases.models import Case
from cases.queries import visible_cases
from conduct import clock
from conduct.contact.readers import WAYS
from conduct.deadlines.models import Deadline
from conduct.demo.cast import DOES
from conduct.demo.records import STORIES, play
from conduct.handoffs.models import HandOff, Lateness
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.provisions.queries import readings_on
from conduct.records.models import Record
from conduct.rules.vocabulary import Body, CaseState, DeadlineStep, Kind, QuestionState

pytestmark = pytest.mark.django_db
NO_ACT_LEADS_THERE = {CaseState.FOUND, CaseState.ACTING}


@pytest.fixture(scope="module", autouse=True)
def demo(django_db_setup, django_db_blocker):
    """The whole demo, loaded once for this module and taken back afterwards. What the command told."""
    told = StringIO()
    with django_db_blocker.unblock(), override_settings(DEMO=True):
        try:
            call_command("load_demo", stdout=told)
            yield told.getvalue()
        finally:
            call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def acting():
    return lambda username: Actor.of(Person.objects.get(username=username), clock.day(clock.now()))


@pytest.fixture
def derived():
    """The case that followed because the CEO did not hand on in time."""
    return Lateness.objects.get(derived__isnull=False).derived


def states(kind):
    return set(Case.objects.filter(record__kind=kind.value).values_list("state", flat=True))


def test_there_are_about_sixty_and_the_command_says_how_many(demo):
    assert 55 <= Record.objects.count() <= 65
    assert demo == f"loaded the demo company and {Record.objects.count()} records\n"


def test_a_second_load_changes_nothing():
    before = Record.objects.count()
    call_command("load_demo")

    assert Record.objects.count() == before


@override_settings(DEMO=False)
def test_elsewhere_it_is_not_loaded():
    with pytest.raises(CommandError, match="CONDUCT_DEMO"):
        call_command("load_demo")


def test_reports_and_questions_are_in_every_state_that_an_act_leads_to():
    assert states(Kind.REPORT) == {state.value for state in set(CaseState) - NO_ACT_LEADS_THERE}
    assert states(Kind.QUESTION) == {state.value for state in QuestionState}


def test_every_way_to_tell_us_was_taken_and_every_desk_has_matters():
    assert {story.channel for story in STORIES} == {way.value for way in WAYS}
    assert set(Record.objects.values_list("body", flat=True)) == {
        body.value for body in set(Body) - {Body.OUTSIDE_CODE}
    }
    assert Case.objects.filter(relay__passed_on_at=None, record__body=Body.SUPERVISOR.value).exists()


def test_some_matters_are_on_their_way_some_came_back_and_some_were_decided_by_two():
    ways = HandOff.objects.all()

    assert ways.filter(received_at=None, returned_at=None).exists()
    assert ways.filter(received_at__isnull=False).exists() and ways.filter(returned_at__isnull=False).exists()
    assert set(Case.objects.values_list("keepings__confirmed", flat=True)) == {None, True, False}


def test_several_clocks_run_and_several_are_late():
    duties = Deadline.objects.owed()
    kinds = Counter(duties.filter(passed_at=None).values_list("kind", flat=True))

    assert sum(kinds.values()) >= 10 and len(kinds) >= 4
    assert duties.filter(passed_at__isnull=False).count() >= 5
    assert not Deadline.objects.filter(step=DeadlineStep.DUE.value).due(clock.now()).exists()
    assert Lateness.objects.filter(decided_at=None).count() >= 3


def test_the_rules_of_the_united_states_are_switched_on():
    assert readings_on(clock.day(clock.now())).pack_us


def test_the_auditors_opened_a_case_about_the_ceos_lateness_and_another_they_did_not(derived, acting):
    assert derived.case.derived_from_id and derived.body == Body.BOSA
    assert derived in {case.record for case in visible_cases(acting("auditor1"))}
    assert Lateness.objects.filter(decided_at__isnull=False, derived=None).exists()


def test_the_ceo_finds_that_case_nowhere(derived, acting, client):
    assert derived not in {case.record for case in visible_cases(acting("ceo"))}

    client.force_login(acting("ceo").person)
    for page in ("desk/", "desk/triage/", "desk/cases/", "desk/hand-ons/", "board/", "me/notices/"):
        answer = client.get(f"/w/{page}", secure=True)
        assert (answer.status_code, derived.reference in answer.content.decode()) == (200, False), page
    for desk in ("desk", "board"):
        assert client.get(f"/w/{desk}/cases/{derived.reference}/", secure=True).status_code == 404


def test_an_auditor_finds_it(derived, acting, client):
    client.force_login(acting("auditor1").person)

    shown = client.get(f"/w/bosa/cases/{derived.reference}/", secure=True, follow=True)
    assert shown.status_code == 200 and derived.reference in shown.content.decode()


@pytest.mark.parametrize(("month", "day"), [(1, 2), (1, 10), (1, 18), (5, 5), (5, 13), (5, 21), (9, 28), (10, 6)])
def test_what_is_decided_about_lateness_is_late_after_holidays_as_well(month, day):
    """Days on which nobody works put off what is due: the demo is loaded on any day of the year."""
    this_year = clock.now().replace(month=month, day=day)
    told = [story for story in STORIES if any(act.verb == "decide_lateness" for act in story.acts)]

    assert len(told) == 2
    for story in told:
        case = play(story, now=min(this_year, this_year.replace(year=this_year.year - 1), key=not_yet))
        assert Lateness.objects.filter(record=case.record, decided_at__isnull=False).count() == 1


def not_yet(moment):
    """A moment that lies ahead comes last."""
    return moment > clock.now()


@pytest.mark.parametrize("username", DOES)
def test_everybody_whom_one_may_be_arrives_at_a_page(username, acting):
    browser = Client()
    browser.force_login(acting(username).person)

    assert browser.get("/w/", follow=True, secure=True).status_code == 200
