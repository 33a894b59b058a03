"""Taking a person's name and addresses out of the register. The row stays, because decisions point to it."""

from conduct.people.models import Person

BLANK = {"name": "Erased person", "name_ja": "消去された人", "email": ""}


def erase_from_register(person: Person) -> Person:
    """Nothing is left by which the person could be told, now or in the history of the row. Cannot be undone."""
    unknown = BLANK | {"username": f"erased-{person.pk.hex[:12]}"}
    for name, value in unknown.items():
        setattr(person, name, value)
    person.is_active = person.is_staff = person.mail_wanted = False
    person.set_unusable_password()
    person.save()
    person.events.update(**unknown)
    return person
