"""Names as the reader's language writes them."""

from django.utils.translation import get_language

from conduct.people.models import Company, Person


def name_of(named: Person | Company) -> str:
    return (named.name_ja if get_language() == "ja" else "") or named.name
