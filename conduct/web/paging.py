"""Long lists in pages by position, not by number: what is added or hidden meanwhile moves nothing else."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.core import signing
from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import ValidationError
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from conduct.web.fields import refuse_unknown
from conduct.web.keyset import Beyond

USUAL, MOST = 50, 100
OWN = ("cursor", "limit")
Place = list[str | int]


class KeysetPagination(BasePagination):
    """Pages of a view that names its order in `keyset`, such as ("record__queue_at", "record__reference").

    A cursor is the place of the last row, signed, so that it fits its own list only.
    """

    def paginate_queryset(self, queryset: QuerySet[Any], request: Request, view: APIView | None = None) -> list[Any]:
        refuse_unknown(request.query_params, [*OWN, *getattr(view, "filters", ())])
        keys, size = view.keyset, asked_size(request)  # type: ignore[union-attr]
        if cursor := request.query_params.get("cursor"):
            queryset = queryset.filter(behind(keys, place_of(cursor, request.path)))
        rows = list(queryset.order_by(*keys)[: size + 1])
        self.next = signing.dumps(place(rows[size - 1], keys), salt=request.path) if len(rows) > size else None
        return rows[:size]

    def get_paginated_response(self, data: object) -> Response:
        return Response({"results": data, "next": self.next})

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        properties = {
            "results": schema,
            "next": {"type": ["string", "null"], "description": "The cursor of the next page; null on the last."},
        }
        return {"type": "object", "required": list(properties), "properties": properties}

    def get_schema_operation_parameters(self, view: APIView) -> list[dict[str, Any]]:
        size = {"type": "integer", "minimum": 1, "maximum": MOST, "default": USUAL}
        return [
            {
                "name": "cursor",
                "in": "query",
                "schema": {"type": "string"},
                "description": "Of the page before.",
            },
            {"name": "limit", "in": "query", "schema": size, "description": "How many at most."},
        ]


def asked_size(request: Request) -> int:
    asked = request.query_params.get("limit", str(USUAL))
    if not (asked.isascii() and asked.isdecimal() and len(asked) <= 3 and 1 <= int(asked) <= MOST):
        raise ValidationError({"limit": [_("A number from 1 to 100.")]})
    return int(asked)


def place_of(cursor: str, path: str) -> Place:
    try:
        return list(signing.loads(cursor, salt=path))
    except signing.BadSignature as fault:
        raise ValidationError({"cursor": [_("This cursor does not belong to this list.")]}) from fault


def place(row: Model, keys: Iterable[str]) -> Place:
    return [written(reduce(getattr, key.removeprefix("-").split("__"), row)) for key in keys]


def written(value: datetime | UUID | str | int) -> str | int:
    if isinstance(value, datetime):
        return value.isoformat()
    return value if isinstance(value, int) else str(value)


def behind(keys: Sequence[str], at: Place) -> Q | Beyond:
    """Rows after that place, by one comparison where the keys run in one direction.

    Else the bound on the first key stands alone as well, so that an index can begin there.
    """
    if len({key.startswith("-") for key in keys}) == 1:
        return Beyond([key.removeprefix("-") for key in keys], at, before=keys[0].startswith("-"))
    steps = []
    for depth, key in enumerate(keys):
        same = {key.removeprefix("-"): at[rank] for rank, key in enumerate(keys[:depth])}
        steps.append(Q(**same, **beyond(key, at[depth])))
    return Q(**beyond(keys[0], at[0], or_same=True)) & reduce(or_, steps)


def beyond(key: str, value: str | int, *, or_same: bool = False) -> dict[str, str | int]:
    side = "lt" if key.startswith("-") else "gt"
    return {f"{key.removeprefix('-')}__{side}{'e' if or_same else ''}": value}
