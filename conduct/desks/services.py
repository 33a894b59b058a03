"""What a person keeps at a desk for himself or herself: views of a queue, and how the workspace looks."""

from uuid import UUID

from conduct.desks.filters import Chosen
from conduct.desks.models import SavedView
from conduct.people.models import Person


def save_view(person: Person, *, desk: str, name: str, chosen: Chosen) -> SavedView:
    """Keep a filter under a name. The same name again replaces it."""
    view, _ = SavedView.objects.update_or_create(person=person, desk=desk, name=name, defaults=chosen.words())
    return view


def drop_view(person: Person, view: UUID) -> None:
    """Forget one's own saved view; anybody else's stays."""
    SavedView.objects.filter(person=person, pk=view).delete()


def keep_account(person: Person, **wishes: object) -> Person:
    """Write down how the person wants the workspace."""
    for name, wish in wishes.items():
        setattr(person, name, wish)
    person.save(update_fields=list(wishes))
    return person
