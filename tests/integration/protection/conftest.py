"""Reports whose reporters are watched over, and files of personnel."""

import json
from datetime import timedelta

import pytest
from django.core.management import call_command

from conduct import clock
from conduct.protection import sweeping
from conduct.protection.account import Account
from conduct.protection.services import start_watch
from conduct.rules.vocabulary import Measure, PersonClass
from tests.integration.desks.conftest import at, moment, page, words

__all__ = ["at", "moment", "page", "words"]

HEAD = "username,event,on\n"


@pytest.fixture
def watched(filed, actor, moment):
    """watched("officer1"): a report by employee1, who agreed to be watched over."""

    def make(*about, by="employee1", **more):
        case = filed(*about, by=by, **more)
        return start_watch(actor=actor(by), case=case, now=moment.now)

    return make


@pytest.fixture
def personnel(tmp_path, capsys):
    """personnel("employee1,dismissal,2027-01-01"): exit status, what was printed, what was complained about."""

    def run(*lines, options=(), text=None):
        path = tmp_path / "events.csv"
        path.write_text(HEAD + "".join(f"{line}\n" for line in lines) if text is None else text)
        capsys.readouterr()
        try:
            call_command("import_hr_events", str(path), *options)
            status = 0
        except SystemExit as left:
            status = left.code
        out, err = capsys.readouterr()
        return status, out, err.splitlines()

    run.told = lambda *lines, **more: json.loads(run(*lines, **more)[1])
    return run


@pytest.fixture
def months_pass(moment):
    """months_pass(3): each day the sweep runs."""

    def wait(days):
        for _ in range(days):
            moment.later(days=1)
            sweeping.ask(clock.day(moment.now))

    return wait


def after(now, **by):
    return clock.day(now + timedelta(**by))


@pytest.fixture
def account(now):
    """account(person=…): a dismissal of today by that person."""

    def make(measure=Measure.DISMISSAL, on=None, what="I was let go.", **who):
        who = who or {"person_class": PersonClass.EMPLOYEE}
        return Account(measure=measure, measure_on=on or clock.day(now), what=what, **who)

    return make
