from conduct.contact.models import ContactSession
from conduct.vault import drafts


def end_visit(*, secret: str) -> None:
    """Delete the row. What the cookie could open is gone."""
    ContactSession.objects.filter(place=drafts.place_of(secret)).delete()
