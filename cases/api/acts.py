"""An act on a record: the same service as behind the page, once for each Idempotency-Key."""

from collections.abc import Callable

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.decorators import action
from rest_framework.response import Response
from rest_framework.serializers import Serializer
from rest_framework.viewsets import GenericViewSet

from cases import queries
from cases.api.shapes import DoneOut
from cases.models import Case
from conduct.rules.vocabulary import Body
from conduct.web.endpoints import KEY, Endpoint, given
from conduct.web.idempotency import once

SHAPE = "[A-Z0-9]{8,12}"
REFERENCE = OpenApiParameter("reference", {"type": "string", "pattern": f"^{SHAPE}$"}, OpenApiParameter.PATH)
Method = Callable[..., Response]
Service = Callable[..., Case]


class RecordEndpoint(Endpoint, GenericViewSet):
    """One record, by its reference. Whatever is done with it, that it was opened is on the ledger first."""

    lookup_field = "reference"
    lookup_value_regex = SHAPE

    unread = frozenset({"recuse", "state_no_conflict"})  # what is said before anything is read

    def get_object(self) -> Case:
        case = (
            queries.find_case(self.actor, self.kwargs["reference"])
            if self.action in self.unread
            else queries.open_case(self.actor, self.kwargs["reference"], now=self.now)
        )
        self.actor = self.actor.at(Body(case.record.body))
        return case

    def done(self, service: Service, form: type[Serializer] | None = None, *, status: int = 200) -> Response:
        """Do it, or tell again that it was done. The answer names the record and nothing of what became of it."""
        words = given(form, self.request.data) if form else {}

        def act(case: Case) -> str:
            return str(service(actor=self.actor, case=case, now=self.now, **words).record.reference)

        reference = once(self.request, prepare=self.get_object, act=act, now=self.now)
        return Response({"reference": reference}, status=status)


def act(path: str, form: type[Serializer] | None = None) -> Callable[[Method], Method]:
    """A POST below the record's address."""

    def around(method: Method) -> Method:
        posted = action(detail=True, methods=["post"], url_path=path)(method)
        return extend_schema(request=form, responses=DoneOut, parameters=[REFERENCE, KEY])(posted)

    return around
