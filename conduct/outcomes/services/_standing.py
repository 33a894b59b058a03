"""What stands in a case: its allegations, what was found, and the measures."""

from django.db.models import Max

from cases.models import Case
from conduct.outcomes.models import STANDS, Allegation, Finding, Measure
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop


class NoSuchAllegation(RuleBroken):
    """It was withdrawn or corrected meanwhile."""

    sentence = gettext_noop("This allegation no longer stands. Look at the list again.")


class NoSuchMeasure(RuleBroken):
    """It was taken back meanwhile, or never was."""

    sentence = gettext_noop("This measure no longer stands. Look at the list again.")


def allegation_of(case: Case, number: int) -> Allegation:
    found = case.allegations.filter(STANDS, number=number).first()
    if found is None:
        raise NoSuchAllegation
    return found


def finding_on(allegation: Allegation) -> Finding | None:
    return allegation.findings.filter(STANDS).first()


def unanswered(case: Case) -> list[Allegation]:
    """The allegations that nobody has answered."""
    answered = Finding.objects.filter(STANDS, allegation__case=case).values("allegation")
    return list(case.allegations.filter(STANDS).exclude(pk__in=answered).order_by("number"))


def measure_of(case: Case, number: int) -> Measure:
    found = case.measures.filter(STANDS, number=number).select_related("finding__allegation__party").first()
    if found is None:
        raise NoSuchMeasure
    return found


def next_number(rows: object) -> int:
    """Numbers are given once, in order."""
    return 1 + (rows.aggregate(last=Max("number"))["last"] or 0)  # type: ignore[attr-defined]
