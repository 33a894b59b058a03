from conduct import clock
from conduct.access import acting
from conduct.inquiries import sweeping
from conduct.worker import app


@app.task(name="inquiries.sweep")
@acting.sweeper()
def sweep(**_later_arguments: object) -> int:
    """Once a minute: write down what has ended by itself, and tell what is late. No access waits for it to end."""
    now = clock.now()
    return sweeping.close_what_is_over(now=now) + sweeping.tell_what_is_late(now=now)
