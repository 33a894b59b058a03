"""Every address that is none: the same answer as for a record that is hidden."""

from typing import Any

from django.http import Http404
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request

from conduct.web.endpoints import PublicEndpoint


@extend_schema(exclude=True)
class MissingView(PublicEndpoint):
    """Stands last on the map."""

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        raise Http404
