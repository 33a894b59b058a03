"""The map of the API. The same services, walls and ledger as behind the pages; tokens only, JSON only."""

from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularJSONAPIView
from rest_framework.routers import SimpleRouter

from cases.api.casework import CaseworkViewSet
from cases.api.notes import NotesViewSet
from cases.api.queues import CopiesViewSet, QueueViewSet
from cases.api.records import RecordViewSet
from conduct.answers.api import AnsweringViewSet, RegisterViewSet
from conduct.api.code import CodeView, ParagraphView
from conduct.api.delegations import DelegationViewSet
from conduct.api.me import MeView
from conduct.api.missing import MissingView
from conduct.api.notices import NoticeViewSet
from conduct.api.own import OwnReportViewSet, PassedOnViewSet, ToConfirmViewSet, ToPassOnViewSet
from conduct.api.receipts import AskAgainView, ReceiptView
from conduct.api.reports import ReportView
from conduct.api.retention import DisposalViewSet, DueViewSet, HoldViewSet, KeepingViewSet
from conduct.api.who_sees import WhoSeesView
from conduct.handoffs.api import HandedOnViewSet, HandOverViewSet, LatenessViewSet
from conduct.handoffs.facts_api import CriteriaViewSet, DeterminationViewSet, FactsViewSet

LIST = {"get": "list"}
DESK = "(?P<desk>ceo|board|bosa)"

router = SimpleRouter()
router.register("records", RecordViewSet, basename="record")
router.register("records", CaseworkViewSet, basename="casework")
router.register("records", HandOverViewSet, basename="hand-over")
router.register("records", KeepingViewSet, basename="keeping")
router.register("holds", HoldViewSet, basename="hold")
router.register("disposals", DisposalViewSet, basename="disposal")
router.register("records", AnsweringViewSet, basename="answering")
router.register("records", FactsViewSet, basename="facts")
router.register("determinations", DeterminationViewSet, basename="determination")
router.register("latenesses", LatenessViewSet, basename="lateness")
router.register("delegations", DelegationViewSet, basename="delegation")
router.register("notices", NoticeViewSet, basename="notice")

app_name = "api"
urlpatterns = [
    path("schema/", SpectacularJSONAPIView.as_view(), name="schema"),
    path("me/", MeView.as_view(), name="me"),
    path("me/pass-on/", ToPassOnViewSet.as_view(LIST), name="to-pass-on"),
    path("me/passed-on/", PassedOnViewSet.as_view(LIST), name="passed-on"),
    path("me/confirm/", ToConfirmViewSet.as_view(LIST), name="to-confirm"),
    path("me/reports/", OwnReportViewSet.as_view(LIST), name="own-reports"),
    path("reports/", ReportView.as_view(), name="reports"),
    path("receipts/open/", ReceiptView.as_view(), name="open-receipt"),
    path("receipts/ask-again/", AskAgainView.as_view(), name="ask-again"),
    path("answers/", RegisterViewSet.as_view(LIST), name="answers"),
    path("answers/<str:number>/", RegisterViewSet.as_view({"get": "retrieve"}), name="answer"),
    path("who-sees/", WhoSeesView.as_view(), name="who-sees"),
    path("criteria/", CriteriaViewSet.as_view(LIST), name="criteria"),
    path("code/", CodeView.as_view(), name="code"),
    path("code/<str:key>/", ParagraphView.as_view(), name="paragraph"),
    re_path(f"^queues/{DESK}/$", QueueViewSet.as_view(LIST), name="queue"),
    re_path(f"^queues/{DESK}/copies/$", CopiesViewSet.as_view(LIST), name="copies"),
    re_path(f"^queues/{DESK}/handed-on/$", HandedOnViewSet.as_view(LIST), name="handed-on"),
    re_path(f"^queues/{DESK}/due-to-go/$", DueViewSet.as_view(LIST), name="due-to-go"),
    re_path(
        "^records/(?P<reference>[A-Z0-9]{8,12})/notes/$",
        NotesViewSet.as_view({"get": "list", "post": "create"}),
        name="notes",
    ),
    path("", include(router.urls)),
    re_path("", MissingView.as_view(), name="missing"),
]
