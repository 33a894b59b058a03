from conduct import clock
from conduct.contact import services
from conduct.worker import app


@app.task(name="contact.end_idle_visits")
def end_idle_visits(**_later_arguments: object) -> int:
    """Once a minute: a draft that was left behind is gone, whether or not anybody starts another."""
    return services.end_idle_visits(now=clock.now())
