from conduct import clock
from conduct.access import acting
from conduct.retention import sweeping
from conduct.worker import app


@app.task(name="retention.sweep")
@acting.disposer()
def sweep(**_later_arguments: object) -> int:
    """Once an hour: count what is not counted today, tell what is due, carry out what two people agreed on.

    May run twice at once or not at all for a night. Answers how many dates were counted.
    """
    now, counted = clock.now(), 0
    sweeping.forget_reopened()
    while keys := sweeping.uncounted(clock.day(now)):
        counted += sweeping.count(keys, now=now)
    sweeping.announce(now=now)
    sweeping.carry_out(sweeping.to_carry_out(), now=now)
    return counted
