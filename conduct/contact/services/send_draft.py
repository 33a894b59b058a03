from datetime import datetime

from django.db import transaction

from cases.services import file_report
from conduct import clock
from conduct.contact.reports import report_of
from conduct.contact.sessions import locked
from conduct.contact.visit import Visit
from conduct.people.actor import Actor
from conduct.protection.services import start_watch
from conduct.vault import drafts
from conduct.vault.receipts import Drawn


class NothingToSend(Exception):
    """The visit was ended, or lay idle too long, before Send was pressed."""


@transaction.atomic
def send_draft(*, actor: Actor, secret: str, receipt: Drawn, now: datetime) -> Visit:
    """Turn the draft into a report, once. Whoever presses Send again gets what the first press made.

    The receipt is drawn before, because that is slow. Raises NothingToSend and what `file_report` raises.
    """
    row, visit = locked(secret, now=now)
    if row is None or visit is None:
        raise NothingToSend
    if not visit.is_draft:
        return visit

    report = report_of(visit, sender=actor.person, day=clock.day(now))
    case = file_report(actor=actor, report=report, receipt=receipt, now=now)
    if visit.answers.get("watch") and not visit.is_question:
        start_watch(actor=actor, case=case, now=now)

    number = receipt.number.grouped()
    sent = visit.sent(number=number, record=str(case.pk), sender=str(actor.who.pk))
    row.sealed, row.used_at = drafts.seal_draft(secret, sent.to_text()), now
    row.save(update_fields=["sealed", "used_at"])
    return sent
