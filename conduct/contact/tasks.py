from conduct import clock
from conduct.access import acting
from conduct.contact import services
from conduct.worker import app


@app.task(name="contact.end_idle_visits")
@acting.app()
def end_idle_visits(**_later_arguments: object) -> int:
    """Once a minute: a draft that was left behind is gone, whether or not anybody starts another."""
    return services.end_idle_visits(now=clock.now())
