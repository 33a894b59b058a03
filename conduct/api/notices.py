"""The inbox of the person to whom the token belongs."""

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.decorators import action
from rest_framework.mixins import ListModelMixin
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from conduct.access.check import scope
from conduct.access.permissions import Permission
from conduct.notices.models import Notice
from conduct.notices.news import SENTENCES, WITHOUT_LINK, News
from conduct.notices.queries import inbox
from conduct.notices.services import mark_read
from conduct.web.endpoints import Endpoint
from conduct.web.fields import Word
from conduct.web.paging import KeysetPagination


class NoticeOut(serializers.Serializer):
    id = serializers.UUIDField()
    news = Word(News)
    told = serializers.SerializerMethodField()
    owed_at = serializers.DateTimeField()
    read_at = serializers.DateTimeField(allow_null=True)
    reference = serializers.SerializerMethodField()

    def get_told(self, notice: Notice) -> str:
        return gettext(SENTENCES[News(notice.news)])

    def get_reference(self, notice: Notice) -> str | None:
        """The record, where the reader may open it today."""
        return None if News(notice.news) in WITHOUT_LINK else notice.visible_reference


class NoticeViewSet(Endpoint, ListModelMixin, GenericViewSet):
    """What you were told, newest first. Nothing about a record from which you are shut out."""

    serializer_class = NoticeOut
    pagination_class = KeysetPagination
    keyset = ("-owed_at", "id")

    def get_queryset(self) -> QuerySet[Notice]:
        seen = scope(self.actor, Permission.RECORD_VIEW).filter(pk=OuterRef("record")).values("reference")
        return inbox(self.actor.person, now=self.now).annotate(visible_reference=Subquery(seen[:1]))

    @extend_schema(request=None, responses={204: None}, operation_id="read_notices")
    @action(detail=False, methods=["post"])
    def read(self, request: Request) -> Response:
        """Mark everything as read. Doing it twice changes nothing more."""
        mark_read(self.actor.person, now=self.now)
        return Response(status=204)
