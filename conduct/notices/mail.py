"""One mail to one person: that there is news, and nothing else. The same words for every event."""

from datetime import datetime, timedelta
from email.utils import make_msgid

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.template.loader import render_to_string
from django.utils.translation import override

from conduct.notices.models import Notice
from conduct.notices.queries import inbox
from conduct.people.models import Person

BACK_OFF = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=30))
LATER = timedelta(hours=2)


@transaction.atomic
def send_to(person_id: int, *, now: datetime) -> bool:
    """Send what is owed to one person, as one mail. False when another sender got there first.

    The rows are held while the mail leaves. A crash in between sends it once more, under the same Message-ID.
    """
    held = Notice.objects.select_for_update(skip_locked=True).filter(person=person_id, mailed_at=None, mail_at__lte=now)
    owed = list(held.order_by("owed_at", "id"))
    if not owed:
        return False
    person = Person.objects.only("email", "language", "mail_wanted", "is_active").get(pk=person_id)
    visible = inbox(person, now=now).filter(pk__in=[notice.pk for notice in owed]).exists()
    if visible and person.email and person.mail_wanted and person.is_active:
        news_mail(person, owed[0]).send()
    Notice.objects.filter(pk__in=[notice.pk for notice in owed]).update(mailed_at=now)
    return True


def news_mail(person: Person, notice: Notice) -> EmailMessage:
    """The mail itself: no name, number, body or kind; no deep link."""
    with override(person.language):
        subject = render_to_string("emails/news_subject.txt").strip()
        text = render_to_string("emails/news.txt", {"address": f"{settings.PORTAL_ADDRESS}/w/"})
    domain = make_msgid().rpartition("@")[2].rstrip(">")
    headers = {"Message-ID": f"<{notice.pk.hex}@{domain}>", "Auto-Submitted": "auto-generated"}
    return EmailMessage(subject, text, None, [person.email], headers=headers)


def put_off(person_id: int, *, now: datetime) -> None:
    """The mail server said no. Try again after a while that grows; the inbox holds the news meanwhile."""
    for notice in Notice.objects.filter(person=person_id, mailed_at=None, mail_at__lte=now):
        notice.mail_at = now + (BACK_OFF[notice.tries] if notice.tries < len(BACK_OFF) else LATER)
        notice.tries += 1
        notice.save(update_fields=["mail_at", "tries"])
