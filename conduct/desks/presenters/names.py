"""Names as the reader's language writes them."""

from django.utils.translation import get_language

from conduct.people.models import Person


def name_of(person: Person) -> str:
    return (person.name_ja if get_language() == "ja" else "") or person.name
