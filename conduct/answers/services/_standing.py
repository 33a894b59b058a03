"""The answer to a question that holds now."""

from conduct.answers.models import Answer, Interpretation
from conduct.records.models import Record
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop


class NothingAnswered(RuleBroken):
    """There is no answer, or the last one has lapsed."""

    sentence = gettext_noop("There is no answer here that still holds.")


class NothingPublic(RuleBroken):
    """Nothing of it is public, or it was withdrawn."""

    sentence = gettext_noop("Nothing of this answer is public now.")


def standing_answer(record: Record) -> Answer:
    """The last answer. Raises NothingAnswered where it has lapsed, or where there is none."""
    answer = record.answers.order_by("-answered_at", "-pk").first()
    if answer is None or answer.lapsed_at is not None:
        raise NothingAnswered
    return answer


def public_part(record: Record) -> Interpretation:
    """The interpretation published last from this question. Raises NothingPublic."""
    published = Interpretation.objects.filter(answer__record=record, withdrawn_on=None)
    one = published.order_by("-answer__answered_at", "-pk").first()
    if one is None:
        raise NothingPublic
    return one
