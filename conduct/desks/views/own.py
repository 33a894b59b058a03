"""One's own matters: tasks, own reports, passing on, answering as second person, notices, the account."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from cases.forms import AnswerKeeping
from cases.services import pass_on_report
from conduct.access import statements
from conduct.desks import reading, services
from conduct.desks.forms import Account
from conduct.desks.places import OWN
from conduct.desks.presenters import own
from conduct.desks.standing import stand
from conduct.handoffs.services import answer_determination
from conduct.notices.services import mark_read


@require_GET
def me(request: HttpRequest) -> HttpResponse:
    return render(request, "desks/me.html", own.own_page(stand(request, OWN)))


@require_GET
def reports(request: HttpRequest) -> HttpResponse:
    return render(request, "desks/own_reports.html", own.own_reports_page(stand(request, OWN)))


@require_GET
def report(request: HttpRequest, reference: str) -> HttpResponse:
    return render(request, "desks/own_report.html", own.own_report_page(stand(request, OWN), reference))


@require_GET
def to_pass_on(request: HttpRequest) -> HttpResponse:
    return render(request, "desks/to_pass_on.html", own.to_pass_on_page(stand(request, OWN)))


@require_http_methods(["GET", "POST"])
def pass_on(request: HttpRequest, reference: str) -> HttpResponse:
    """Read the report, and pass it on unchanged: two buttons of one page."""
    here = stand(request, OWN)
    case = own.case_to_pass_on(here, reference)
    if "pass_on" in request.POST:
        pass_on_report(actor=here.actor, case=case, now=here.now)
        messages.success(request, _("Passed on. You have done your duty; thank you."))
        return redirect("desks:to_pass_on")
    opened = reading.open_report(here, case) if request.method == "POST" else reading.NOTHING
    return render(request, "desks/pass_on.html", own.pass_on_page(here, case, opened))


@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, reference: str) -> HttpResponse:
    """Read what is proposed, and answer as second person."""
    here = stand(request, OWN)
    case, keeping = own.case_to_confirm(here, reference)
    statements.check(here.actor, case.record)
    reads = "read" in request.POST
    form = AnswerKeeping(request.POST if request.method == "POST" and not reads else None)
    if form.is_valid():
        answer_determination(actor=here.actor, case=case, now=here.now, **form.cleaned_data)
        messages.success(request, _("Your answer is kept. Nothing more is asked of you here."))
        return redirect("desks:me")
    opened = reading.open_proposal(here, case, keeping) if reads else reading.NOTHING
    page = own.confirm_page(here, case, keeping, opened) | {"form": form}
    return render(request, "desks/confirm.html", page, status=422 if form.is_bound else 200)


@require_GET
def notices(request: HttpRequest) -> HttpResponse:
    return render(request, "desks/notices.html", own.notices_page(stand(request), request.GET))


@require_POST
def read_notices(request: HttpRequest) -> HttpResponse:
    here = stand(request)
    mark_read(here.person, now=here.now)
    return redirect("desks:notices")


@require_http_methods(["GET", "POST"])
def account(request: HttpRequest) -> HttpResponse:
    """How this person wants the workspace."""
    here = stand(request)
    wishes = {name: getattr(here.person, name) for name in Account.base_fields}
    form = Account(request.POST if request.method == "POST" else None, initial=wishes)
    if form.is_valid():
        person = services.keep_account(here.person, **form.cleaned_data)
        with override(person.language):
            messages.success(request, _("Saved."))
        return redirect("desks:account")
    return render(request, "desks/account.html", {"here": here, "form": form}, status=422 if form.is_bound else 200)
