"""The questions on materiality that hold on a day: as the Board adopted them, else as we recommend them (A4)."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language, gettext

from conduct.provisions.models import CriteriaVersion
from conduct.rules import criteria


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as it is put to somebody: its number on the page, its key, its words in the reader's language."""

    number: int
    key: str
    text: str


def criteria_on(day: date) -> CriteriaVersion | None:
    """The version of the Board in force that day; None while none has been adopted."""
    return CriteriaVersion.objects.filter(effective_on__lte=day).order_by("-effective_on", "-number").first()


def questions(version: CriteriaVersion | None) -> list[Asked]:
    """The questions of a version, or the recommended ones without a version, in order."""
    if version is None:
        return [Asked(number, each.key, gettext(each.text)) for number, each in enumerate(criteria.RECOMMENDED, 1)]
    japanese = get_language() == "ja"
    return [
        Asked(each.position, each.key, each.text_ja if japanese else each.text)
        for each in version.questions.order_by("position")
    ]
