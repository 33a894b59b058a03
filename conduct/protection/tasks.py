from conduct import clock
from conduct.access import acting
from conduct.protection import sweeping
from conduct.worker import app


@app.task(name="protection.sweep")
@acting.sweeper()
def sweep(**_later_arguments: object) -> int:
    """Once an hour: put the monthly question where it is due. Answers how many were asked."""
    day, asked = clock.day(clock.now()), 0
    while found := sweeping.ask(day):
        asked += found
    return asked
