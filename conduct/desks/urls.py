"""Addresses of the workspace, below /w/."""

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import path, register_converter

from conduct.desks.acts import ACTS, Act
from conduct.desks.places import BOARD, BOSA, CEO, AnyDeskInAddress, DeskInAddress
from conduct.desks.views import (
    answering,
    delegations,
    desks,
    erasures,
    holds,
    oversight,
    own,
    people,
    protection,
    records,
    retention,
    walls,
    weight,
)

register_converter(DeskInAddress, "desk")
register_converter(AnyDeskInAddress, "anydesk")

VIEWS = {"answer_question": answering.answer, "decide_wording": answering.decide}  # in more than one step


def view_of(act: Act) -> Callable[..., HttpResponse]:
    return VIEWS.get(act.name, records.act_on)


app_name = "desks"
urlpatterns = [
    path("", desks.first, name="first"),
    path("account/", own.account, name="account"),
    path("me/", own.me, name="me"),
    path("me/reports/", own.reports, name="own_reports"),
    path("me/reports/<slug:reference>/", own.report, name="own_report"),
    path("me/pass-on/", own.to_pass_on, name="to_pass_on"),
    path("me/pass-on/<slug:reference>/", own.pass_on, name="pass_on_report"),
    path("me/confirm/<slug:reference>/", own.confirm, name="answer_keeping"),
    path("me/notices/", own.notices, name="notices"),
    path("me/notices/read/", own.read_notices, name="read_notices"),
    path("desk/", desks.today, name="today"),
    path("desk/triage/", desks.queue, {"desk": CEO}, name="triage"),
    path("desk/cases/", desks.shelf, {"desk": CEO}, name="cases"),
    path("board/", desks.queue, {"desk": BOARD}, name="board"),
    path("board/matters/", desks.shelf, {"desk": BOARD}, name="matters"),
    path("bosa/", desks.queue, {"desk": BOSA}, name="bosa"),
    path("bosa/cases/", desks.shelf, {"desk": BOSA}, name="bosa_cases"),
    path("<desk:desk>/consistency/", answering.dispersion, name="dispersion"),
    path("bosa/oversight/", oversight.late_duties, name="oversight"),
    path("bosa/oversight/<slug:reference>/<slug:duty>/", oversight.decide, name="decide_lateness"),
    path("desk/delegation/", delegations.own, name="delegation"),
    path("board/delegations/", delegations.register, {"desk": BOARD}, name="board_delegations"),
    path("bosa/delegations/", delegations.register, {"desk": BOSA}, name="bosa_delegations"),
    path("board/delegations/<int:key>/resolution/", delegations.record, name="record_resolution"),
    path("board/delegations/<int:key>/confirm/", delegations.authorise, name="authorise_delegation"),
    path("<desk:desk>/delegations/<int:key>/", delegations.show, name="show_delegation"),
    path("<desk:desk>/delegations/<int:key>/revoke/", delegations.revoke, name="revoke_delegation"),
    path("bosa/erasures/", erasures.people, name="erasures"),
    path("bosa/erasures/<uuid:key>/", erasures.answer, name="erasure"),
    path("<desk:desk>/retention/", retention.due, name="retention"),
    path("<desk:desk>/retention/preview/", retention.preview, name="retention_preview"),
    path("<desk:desk>/retention/batches/<uuid:key>/", retention.batch, name="retention_batch"),
    path("<desk:desk>/retention/holds/", holds.holds, name="holds"),
    path("<desk:desk>/retention/holds/<uuid:key>/", holds.hold, name="hold"),
    path("<desk:desk>/retention/schedules/", retention.schedules, name="schedules"),
    path("me/check-in/", protection.own, name="check_in"),
    path("bosa/protection/", protection.overview, name="protection"),
    path("bosa/protection/alerts/<uuid:key>/", protection.alert, name="alert"),
    path("bosa/protection/check-ins/<uuid:key>/", protection.told, name="check_in_told"),
    path("bosa/determinations/", weight.determinations, name="determinations"),
    path("bosa/determinations/<slug:reference>/", weight.read_grounds, name="read_grounds"),
    path("bosa/walls/", walls.shut_out, name="walls"),
    path("bosa/walls/<slug:reference>/<uuid:key>/", walls.lift, name="lift_wall"),
    path("<desk:desk>/call-in/", weight.call_in_matter, name="call_in"),
    path("<desk:desk>/hand-ons/", desks.hand_ons, name="hand_ons"),
    path("<desk:desk>/views/", desks.save_view, name="save_view"),
    path("<desk:desk>/views/<uuid:view>/drop/", desks.drop_view, name="drop_view"),
    path("<anydesk:desk>/cases/<slug:reference>/", records.show_record, name="record"),
    path("<anydesk:desk>/cases/<slug:reference>/before/", records.state_no_conflict, name="state_no_conflict"),
    path("<anydesk:desk>/cases/<slug:reference>/read/", records.read_sealed, name="read_sealed"),
    path("<anydesk:desk>/cases/<slug:reference>/people/", people.people, name="people"),
    path("<anydesk:desk>/cases/<slug:reference>/people/<int:place>/", people.correct, name="correct_party"),
    *(
        path(f"<anydesk:desk>/cases/<slug:reference>/{act.slug}/", view_of(act), {"act": act}, name=act.name)
        for act in ACTS
    ),
]
