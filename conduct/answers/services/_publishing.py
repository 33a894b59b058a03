"""From approved words to a numbered interpretation, or to the next version of its words."""

from datetime import datetime

from conduct import clock
from conduct.access import grants
from conduct.answers.models import NOBODY_YET, Interpretation, Proposal, Wording
from conduct.answers.reply import Words
from conduct.records.models import Record
from conduct.vault import vault


def publish(proposal: Proposal, *, now: datetime) -> Interpretation:
    """The interpretation with these words. The database gives a new one its number."""
    answer, day = proposal.answer, clock.day(now)
    one, _new = Interpretation.objects.get_or_create(
        answer=answer,
        defaults={
            "year": day.year, "body": answer.body, "paragraphs": answer.paragraphs, "published_on": day,
        },
    )  # fmt: skip
    one.refresh_from_db()
    words = Words.from_text(vault.make_public(proposal.words))
    Wording.objects.create(
        interpretation=one,
        version=one.wordings.count() + 1,
        proposal=proposal,
        asked_en=words.asked_en,
        asked_ja=words.asked_ja,
        answer_en=words.answer_en,
        answer_ja=words.answer_ja,
        published_on=day,
    )
    return one


def leave(proposal: Proposal, record: Record) -> None:
    """Whoever was let in to approve has no way in any longer."""
    if proposal.second_person is not None:
        grants.withdraw_all(proposal.second_person, record)


def end_waiting(record: Record, *, now: datetime) -> None:
    """What waits for a second person waits no longer: the answer has lapsed, or the question is open again."""
    for proposal in Proposal.objects.filter(NOBODY_YET, answer__record=record).select_related("second_person"):
        proposal.ended_at = now
        proposal.save(update_fields=["ended_at"])
        leave(proposal, record)
