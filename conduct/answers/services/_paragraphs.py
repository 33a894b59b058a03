"""The paragraphs that an answer names stand in the version of the Code under which the question was asked."""

from collections.abc import Collection

from conduct.provisions.queries import paragraphs_of
from conduct.records.models import Record
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop


class NoSuchParagraph(RuleBroken):
    """None is named, or one that this version of the Code does not have."""

    sentence = gettext_noop("Name the paragraphs of the Code that the answer is about.")


def check_known(record: Record, keys: Collection[str]) -> None:
    known = set(paragraphs_of(record.code_version).values_list("key", flat=True))
    if not keys or set(keys) - known:
        raise NoSuchParagraph
