"""The signed note: what the asker was told, on which facts, and a mark that only the company can make and check."""

import hmac
from base64 import b32encode
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from django.db.models import Q

from conduct import clock
from conduct.answers.models import Answer, FollowUp
from conduct.answers.queries import waiver_need_of
from conduct.answers.reply import Told, told
from conduct.records.models import Record
from conduct.rules.vocabulary import Body, Kind, Stage
from conduct.vault import vault
from conduct.web.secrecy import derived

SIGNS, GROUP = 20, 4
THERE = Q(text__destroyed_at=None)  # until the time of the record has ended


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One answer as the asker may read, print and show it."""

    note: str
    mark: str
    body: Body
    paragraphs: tuple[str, ...]
    on: date
    told: Told
    lapsed_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialogue:
    """What the number shows of a question: answers and further questions by day, and whether a waiver is needed."""

    notes: tuple[Note, ...]
    asked: tuple[tuple[date, str], ...]
    needs_waiver_since: date | None
    is_closed_unanswered: bool


def dialogue(record: Record) -> Dialogue:
    """For whoever holds the number. Nothing is written down about the reading."""
    answers = list(record.answers.filter(THERE).select_related("text__record").order_by("answered_at", "pk"))
    again = list(
        FollowUp.objects.filter(THERE, record=record).select_related("text__record").order_by("asked_at", "pk")
    )
    texts = vault.open_for_teller([answer.text for answer in answers])
    words = vault.open_for_teller([one.text for one in again])
    need = waiver_need_of(record)
    return Dialogue(
        notes=tuple(note_of(answer, told(text)) for answer, text in zip(answers, texts, strict=True)),
        asked=tuple((clock.day(one.asked_at), text) for one, text in zip(again, words, strict=True)),
        needs_waiver_since=clock.day(need.found_at) if need else None,
        is_closed_unanswered=is_over(record) and not (answers or need),
    )


def is_over(record: Record) -> bool:
    return record.kind == Kind.QUESTION and record.stage == Stage.CONCLUDED


def note_of(answer: Answer, said: Told) -> Note:
    return Note(
        note=answer.note,
        mark=mark_of(answer, said),
        body=Body(answer.body),
        paragraphs=tuple(answer.paragraphs),
        on=clock.day(answer.answered_at),
        told=said,
        lapsed_on=clock.day(answer.lapsed_at) if answer.lapsed_at else None,
    )


def mark_of(answer: Answer, said: Told) -> str:
    """Keyed over everything that stands on the note; another word in it gives another mark."""
    day, keys = clock.day(answer.answered_at).isoformat(), ", ".join(answer.paragraphs)
    signs = b32encode(derived("answer", answer.note, answer.body, day, keys, said.text, *said.facts)).decode()[:SIGNS]
    return " ".join(signs[place : place + GROUP] for place in range(0, SIGNS, GROUP))


def checked(note: str, mark: str) -> Note | None:
    """The note with this number and this mark, or None. For anybody to whom a note is shown."""
    answer = Answer.objects.select_related("text__record").filter(THERE, note=plain(note)).first()
    if answer is None:
        return None
    found = note_of(answer, told(vault.open_for_teller([answer.text])[0]))
    return found if hmac.compare_digest(plain(found.mark).encode(), plain(mark).encode()) else None


def plain(typed: str) -> str:
    """Without spaces and dashes, full-width signs as plain ones, in capitals."""
    return "".join(sign for sign in normalize("NFKC", typed).upper() if sign.isascii() and sign.isalnum())
