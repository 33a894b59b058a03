"""Matters of three years ago, whose time has ended: one is due, one waits for an auditor, one is held, one is gone."""

from datetime import datetime, timedelta

from cases.models import Case
from conduct import clock
from conduct.demo.stories.plot import Story, close, keep, second, take
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.retention import services, sweeping

DAYS = 1180  # the company keeps them three years from closing
WORK = (take(1, "ceo"), keep(2, "Once, and small."), second(3, "Agreed.", by="auditor1"), close(20, "ceo", "Settled."))
OLD = {
    "due": Story(days=DAYS, about=("employee",), what="A parking place was used without a permit.", acts=WORK),
    "proposed": Story(days=DAYS + 4, about=("employee",), what="Lunch was booked as travel.", acts=WORK),
    "held": Story(days=DAYS + 9, about=("employee",), what="A ladder came back broken.", acts=WORK),
    "gone": Story(days=DAYS + 14, about=("employee",), what="同僚が社用の切手を使っているのを見ました。", acts=WORK),
}


def let_go(cases: dict[str, Case], *, now: datetime) -> None:
    """What the desks did about them: announced, held, proposed by the CEO, agreed to by a statutory auditor."""
    records = {name: case.record for name, case in cases.items()}
    held_at = now - timedelta(days=90)
    services.place_hold(
        actor=_acting("ceo", held_at),
        records=[records["held"]],
        reason="A suit of the owner is announced.",
        now=held_at,
    )
    for moment in (now - timedelta(days=31), now):
        sweeping.count(sweeping.uncounted(clock.day(moment)), now=moment)
        sweeping.announce(now=moment)
    gone = services.propose_disposal(actor=_acting("ceo", now), records=[records["gone"]], now=now)
    rows = list(gone.rows.select_related("record"))
    services.confirm_disposal(actor=_acting("auditor1", now), rows=rows, now=now)
    sweeping.carry_out(rows, now=now)
    services.propose_disposal(actor=_acting("ceo", now), records=[records["proposed"]], now=now)


def _acting(username: str, at: datetime) -> Actor:
    return Actor.of(Person.objects.get(username=username), clock.day(at))
