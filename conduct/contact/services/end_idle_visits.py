from datetime import datetime

from conduct.contact.models import ContactSession
from conduct.contact.sessions import IDLE


def end_idle_visits(*, now: datetime) -> int:
    """Delete the visits that nobody came back to within the hour. Answers how many."""
    ended, _ = ContactSession.objects.filter(used_at__lte=now - IDLE).delete()
    return ended
