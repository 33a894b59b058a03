"""The answers to a question on its page: what was answered and asked again, opened or sealed."""

from cases.models import Case
from cases.presenters import language_of
from conduct.answers.models import Answer, FollowUp, Interpretation
from conduct.answers.notes import note_of
from conduct.answers.presenters import number_url
from conduct.answers.queries import answers_on
from conduct.answers.reply import told
from conduct.desks.presenters.names import name_of
from conduct.desks.reading import Opened
from conduct.desks.standing import Standing


def answers_part(here: Standing, case: Case, opened: Opened, *, needs_waiver: bool) -> dict[str, object] | None:
    """What was answered and asked again, newest first; the words only where they have just been opened."""
    given = list(answers_on(here.actor, case.record))
    again = list(FollowUp.objects.filter(record=case.record))
    if not (given or again or needs_waiver):
        return None
    texts = opened.dialogue or {}
    rows = [answer_row(answer, texts.get(answer.text_id)) for answer in given]
    rows += [asked_row(one, texts.get(one.text_id, "")) for one in again]
    return {
        "rows": sorted(rows, key=lambda row: row["at"], reverse=True),
        "is_open": opened.dialogue is not None,
        "needs_waiver": needs_waiver,
    }


def asked_row(one: FollowUp, text: str) -> dict[str, object]:
    return {"at": one.asked_at, "asked": text, "lang": language_of(text)}


def answer_row(answer: Answer, text: str | None) -> dict[str, object]:
    public = Interpretation.objects.filter(answer=answer).first()
    note = note_of(answer, told(text)) if text else None
    return {
        "at": answer.answered_at,
        "answer": answer,
        "who": name_of(answer.answered_by),
        "note": note,
        "lang": language_of(note.told.text) if note else "",
        "number": str(public) if public else "",
        "public_url": number_url(public) if public else "",
        "withdrawn": bool(public and public.withdrawn_on),
    }
