"""Keeping records still while something is decided about several of them."""

from collections.abc import Iterable

from conduct.records.models import Record
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop


class ChosenNone(RuleBroken):
    """A list without a row was sent."""

    sentence = gettext_noop("Choose at least one record.")


def locked_all(records: Iterable[Record]) -> list[Record]:
    """These records, read again and held until the transaction ends, always in the same order. Raises ChosenNone."""
    keys = [record.pk for record in records]
    found = list(Record.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk"))
    if not found:
        raise ChosenNone
    return found
