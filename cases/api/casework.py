"""What the body with which a record rests can do to it."""

from rest_framework.request import Request
from rest_framework.response import Response

from cases import services
from cases.api.acts import RecordEndpoint, act
from cases.api.shapes import DoneOut, ReasonIn


class CaseworkViewSet(RecordEndpoint):
    """Everything that can be done to a record by the body with which it rests."""

    serializer_class = DoneOut

    @act("pass-on")
    def pass_on(self, request: Request, reference: str) -> Response:
        """Pass a report on as the supervisor through whom it came, unchanged."""
        return self.done(services.pass_on_report)

    @act("state-no-conflict")
    def state_no_conflict(self, request: Request, reference: str) -> Response:
        """Say that you know of no conflict of interest in it. Until then nothing of it is shown; else step aside."""
        return self.done(services.state_no_conflict)

    @act("take")
    def take(self, request: Request, reference: str) -> Response:
        """Take it, so that others know who looks at it."""
        return self.done(services.take_case)

    @act("propose-keeping", ReasonIn)
    def propose_keeping(self, request: Request, reference: str) -> Response:
        """Propose to keep it as not material. It takes effect when a second person confirms."""
        return self.done(services.propose_keeping, ReasonIn)

    @act("find-material", ReasonIn)
    def find_material(self, request: Request, reference: str) -> Response:
        """Find it material. The time to hand it on begins."""
        return self.done(services.find_material, ReasonIn)

    @act("make-question", ReasonIn)
    def make_question(self, request: Request, reference: str) -> Response:
        """Find that it only asks what the Code means."""
        return self.done(services.make_question, ReasonIn)

    @act("open-investigation")
    def open_investigation(self, request: Request, reference: str) -> Response:
        """Open an investigation."""
        return self.done(services.open_investigation)

    @act("close", ReasonIn)
    def close(self, request: Request, reference: str) -> Response:
        """Close it, or declare a question answered, with a reason."""
        return self.done(services.close_case, ReasonIn)

    @act("reopen", ReasonIn)
    def reopen(self, request: Request, reference: str) -> Response:
        """Open it again, because something new is known."""
        return self.done(services.reopen_case, ReasonIn)
