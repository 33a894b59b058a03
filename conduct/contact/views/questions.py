"""The questions, one on each page, and the page that shows all answers."""

from dataclasses import replace

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from conduct.contact import steps
from conduct.contact.addresses import address
from conduct.contact.forms import FORMS, Page
from conduct.contact.presenters.check import checked
from conduct.contact.presenters.ways import open_channels
from conduct.contact.steps import Step
from conduct.contact.views.live import Live, draft, see, with_visit
from conduct.contact.visit import Visit

TEMPLATES = {
    Step.ABOUT: "contact/question.html",
    Step.WAY: "contact/way.html",
    Step.WHAT: "contact/question.html",
    Step.MORE: "contact/more.html",
    Step.REACH: "contact/reach.html",
}


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@with_visit(draft)
def question(request: HttpRequest, page: str, *, live: Live) -> HttpResponse:
    """Typed text survives every mistake; Continue leads on, or back to the check page."""
    step = Step(page)
    if elsewhere := steps.detour(live.visit, step):
        return see(elsewhere)
    typed = request.POST if request.method == "POST" else None
    form = FORMS[step](typed, visit=live.visit, day=live.day)
    if "skip" in request.POST:
        return see(steps.after(live.visit, step))
    if form.is_bound and form.is_valid():
        visit = kept(live, form)
        return see(steps.after(visit, step))
    status = 422 if form.is_bound else 200
    return render(request, TEMPLATES[step], shown(live.visit, step) | {"form": form}, status=status)


def kept(live: Live, form: Page) -> Visit:
    """With the new answers; a way that they close has to be chosen anew."""
    visit = live.visit.answered(form.answers())
    if visit.channel and visit.channel not in open_channels(visit, live.day):
        visit = visit.without("channel")
    live.keep(visit)
    return visit


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
@with_visit(draft)
def check(request: HttpRequest, *, live: Live) -> HttpResponse:
    """Everything once more, with a way back to each page; then on to signing in."""
    if missing := steps.unanswered(live.visit):
        return see(missing)
    live.keep(replace(live.visit, is_checked=True, language=get_language() or "en"))
    if request.method == "POST":
        return see("send:check")
    page = checked(live.visit, day=live.day)
    return render(request, "contact/check.html", shown(live.visit, Step.CHECK) | {"page": page})


def shown(visit: Visit, step: Step) -> dict[str, object]:
    """Where the page stands, and where Back leads."""
    place, back = steps.place_of(visit, step), steps.before(visit, step)
    back_url = address(back) if back else reverse("contact:start")
    words = _("Question %(number)s of %(total)s") % {"number": place.number, "total": place.total}
    return {"visit": visit, "step": step, "step_line": words, "back_url": back_url}
