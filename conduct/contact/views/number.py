"""I have a number: entering it, and what it opens."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from conduct import clock
from conduct.access import acting
from conduct.answers.notes import dialogue
from conduct.answers.services import ask_again
from conduct.contact import doors
from conduct.contact.forms import NumberEntry
from conduct.contact.forms.ask_again import AskAgain
from conduct.contact.presenters.promises import promises, standing
from conduct.contact.services import open_number
from conduct.contact.sessions import record_of
from conduct.contact.views.live import Live, looking, new_nonce, see, with_visit
from conduct.contact.visit import Visit
from conduct.people.actor import REPORTER
from conduct.protection.forms import CheckInAnswer
from conduct.protection.services import answer_check_in
from conduct.protection.watching import check_in_by_number
from conduct.web.errors import form_too_old


@login_not_required
@csrf_exempt  # the page sets no cookie; the browser's word on where the form came from is the guard
@require_http_methods(["GET", "HEAD", "POST"])
@acting.reporter()
def number(request: HttpRequest) -> HttpResponse:
    """Three different mistakes, all answered alike; only a number that could exist is looked for."""
    if request.method != "POST":
        return render(request, "contact/number.html", {"form": NumberEntry(nonce=new_nonce())})
    if not doors.sent_from_here(request):
        return form_too_old(request)
    visit = Visit(nonce=new_nonce(), language=get_language() or "en")
    form = NumberEntry(request.POST, nonce=visit.nonce)
    if form.is_valid():
        before, typed = doors.secret_in(request), form.cleaned_data["number"]
        secret = open_number(number=typed, visit=visit, instead_of=before, now=clock.now())
        if secret:
            return doors.give_cookie(see("contact:status"), secret)
        form.reject()
    return render(request, "contact/number.html", {"form": form}, status=422)


@login_not_required
@require_safe
@with_visit(looking)
@acting.reporter()
def status(request: HttpRequest, *, live: Live) -> HttpResponse:
    """How far it is, who has it, what was promised. Days only, no names."""
    return render(request, "contact/status.html", status_page(live))


@login_not_required
@require_POST
@with_visit(looking)
@acting.reporter()
def ask_more(request: HttpRequest, *, live: Live) -> HttpResponse:
    """Ask again about one's own question. What was typed survives a mistake."""
    form = AskAgain(request.POST, nonce=live.visit.nonce)
    if not form.is_valid():
        return render(request, "contact/status.html", status_page(live, form), status=422)
    ask_again(actor=REPORTER, record=record_of(live.visit), text=form.cleaned_data["text"], now=live.now)
    return see("contact:status")


@login_not_required
@require_POST
@with_visit(looking)
def how(request: HttpRequest, *, live: Live) -> HttpResponse:
    """The monthly question, answered by number. What was typed survives a mistake."""
    waiting = check_in_by_number(record_of(live.visit).pk, live.day)
    if waiting is None:
        return see("contact:status")
    form = CheckInAnswer(request.POST, nonce=live.visit.nonce)
    if not form.is_valid():
        return render(request, "contact/status.html", status_page(live) | {"how": form}, status=422)
    answer_check_in(actor=REPORTER, check_in=waiting, now=live.now, **form.cleaned_data)
    return see("contact:status")


def status_page(live: Live, form: AskAgain | None = None) -> dict[str, object]:
    record = record_of(live.visit)
    asked = check_in_by_number(record.pk, live.day)
    return {
        "how": CheckInAnswer(nonce=live.visit.nonce) if asked else None,
        "standing": standing(record),
        "promises": promises(record, now=live.now),
        "dialogue": dialogue(record),
        "form": form or AskAgain(nonce=live.visit.nonce),
        "now": live.now,
    }
