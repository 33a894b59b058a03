"""The Code for programs, by version and paragraph. For everybody, as its pages are."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from conduct import clock
from conduct.provisions import queries
from conduct.provisions.keys import parts_of, parts_of_slug, slug_of
from conduct.provisions.models import CodeVersion, Paragraph
from conduct.web.endpoints import PublicEndpoint, asked
from conduct.web.fields import Day, Form

PARAGRAPH = OpenApiParameter("key", str, OpenApiParameter.PATH, description="iii-3-1, or III ¶3(1).")


class VersionIn(Form):
    version = Day(required=False, help_text="The day on which the version was in force; today without it.")


class ParagraphOut(serializers.Serializer):
    key = serializers.CharField()
    slug = serializers.SerializerMethodField()
    section = serializers.CharField(source="section.numeral")
    title = serializers.CharField(source="section.title")
    title_ja = serializers.CharField(source="section.title_ja")
    text = serializers.CharField()
    text_ja = serializers.CharField()
    page = serializers.IntegerField()
    line_first = serializers.IntegerField()
    line_last = serializers.IntegerField()

    def get_slug(self, paragraph: Paragraph) -> str:
        return slug_of(paragraph.key)


class CodeOut(serializers.Serializer):
    title = serializers.CharField()
    sha256 = serializers.CharField()
    adopted_on = serializers.DateField()
    effective_on = serializers.DateField()
    paragraphs = ParagraphOut(many=True)


class CodeView(PublicEndpoint):
    @extend_schema(parameters=[VersionIn], responses=CodeOut, operation_id="code")
    def get(self, request: Request) -> Response:
        """A version of the Code with all its paragraphs."""
        version = version_asked(request)
        return Response(CodeOut(shown(version, queries.paragraphs_of(version))).data)


class ParagraphView(PublicEndpoint):
    @extend_schema(parameters=[PARAGRAPH, VersionIn], responses=ParagraphOut, operation_id="paragraph")
    def get(self, request: Request, key: str) -> Response:
        """One paragraph, or one item of its list."""
        version, parts = version_asked(request), parts_of_slug(key) or parts_of(key)
        paragraph = queries.paragraph(parts.key, version) if parts else None
        if paragraph is None:
            raise Http404
        return Response(ParagraphOut(paragraph).data)


def version_asked(request: Request) -> CodeVersion:
    """Http404 for a day on which none was in force, and for days to come."""
    today = clock.day(clock.now())
    day: date = asked(VersionIn, request).get("version", today)
    version = queries.versions_until(day).first() if day <= today else None
    if version is None:
        raise Http404
    return version


def shown(version: CodeVersion, paragraphs: Iterable[Paragraph]) -> dict[str, Any]:
    names = ("title", "sha256", "adopted_on", "effective_on")
    return {name: getattr(version, name) for name in names} | {"paragraphs": paragraphs}
