from datetime import datetime

from conduct.contact.services.start_visit import start_visit
from conduct.contact.visit import Visit
from conduct.people.actor import REPORTER
from conduct.protection.services import note_wrong_number
from conduct.vault import receipts
from conduct.vault.digits import Number


def open_number(*, number: Number, visit: Visit, instead_of: str, now: datetime) -> str | None:
    """The secret of a visit that shows where a report stands, or None where no report has that number.

    Slow on purpose, and the same time for both answers. Raises TooManyTries.
    """
    record = receipts.find(number)
    if record is None:
        note_wrong_number(actor=REPORTER, now=now)
        return None
    opening = Visit(nonce=visit.nonce, language=visit.language, record=str(record.pk))
    return start_visit(visit=opening, instead_of=instead_of, now=now)
