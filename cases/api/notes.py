"""What members wrote down about a record."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from cases import services
from cases.api.acts import REFERENCE, RecordEndpoint
from cases.api.records import logs_of
from cases.api.shapes import DoneOut, NoteIn, NoteOut
from cases.models import Case, Note
from conduct.people.actor import Actor
from conduct.vault import vault
from conduct.vault.papers import papers
from conduct.web.endpoints import KEY


class NotesViewSet(RecordEndpoint):
    """Notes for those who work on a record. None is ever changed."""

    @extend_schema(parameters=[REFERENCE], responses=NoteOut(many=True), operation_id="notes")
    def list(self, request: Request, reference: str) -> Response:
        """The notes that belong to the logs of your body, oldest first. That each was read stands on the ledger."""
        notes = notes_for(self.actor, self.get_object())
        texts = vault.open_all(self.actor, [note.text for note in notes], now=self.now)
        return Response([shown(note, text) for note, text in zip(notes, texts, strict=True)])

    @extend_schema(parameters=[REFERENCE, KEY], request=NoteIn, responses={201: DoneOut}, operation_id="add_note")
    def create(self, request: Request, reference: str) -> Response:
        """Write something down."""
        return self.done(services.add_note, NoteIn, status=201)


def notes_for(actor: Actor, case: Case) -> QuerySet[Note]:
    found = papers(case.record, logs_of(actor, case.record)).values()
    notes = case.notes.filter(text__in=[item.pk for item in found])
    return notes.select_related("author", "text__record").order_by("written_at", "pk")


def shown(note: Note, text: str) -> dict[str, Any]:
    return dict(NoteOut({"author": note.author.username, "written_at": note.written_at, "text": text}).data)
