import structlog

from conduct import clock
from conduct.access import acting
from conduct.notices import mail
from conduct.notices.queries import waiting_mail
from conduct.worker import app

log = structlog.get_logger(__name__)


@app.task(name="notices.deliver")
@acting.sender()
def deliver(**_later_arguments: object) -> int:
    """Once a minute: send whatever mail is owed. One address that fails does not stop the others."""
    return sum(_delivered(person_id) for person_id in waiting_mail(clock.now()))


def _delivered(person_id: int) -> bool:
    try:
        return mail.send_to(person_id, now=clock.now())
    except OSError:
        log.warning("mail_failed", person=person_id)
        mail.put_off(person_id, now=clock.now())
        return False
