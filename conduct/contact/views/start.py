"""The first page, leaving, and staying."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from conduct import clock
from conduct.contact import doors, steps
from conduct.contact.forms.start import Beginning
from conduct.contact.presenters.after import contents
from conduct.contact.services import end_visit, start_visit
from conduct.contact.views.live import Live, anything, new_nonce, see, with_visit
from conduct.contact.visit import Visit
from conduct.web.errors import form_too_old


@login_not_required
@csrf_exempt  # it opens an empty visit and nothing else; the browser's word on where it came from is the guard
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """No cookie before Start is pressed."""
    if request.method != "POST":
        return render(request, "contact/start.html")
    if not doors.sent_from_here(request):
        return form_too_old(request)
    visit = beginning(request)
    secret = start_visit(visit=visit, instead_of=doors.secret_in(request), now=clock.now())
    page = steps.unanswered(visit) or steps.Step.CHECK
    return doors.give_cookie(see(page), secret)


def beginning(request: HttpRequest) -> Visit:
    """A new draft; with what was chosen in the simulator, so that nothing is asked twice."""
    form = Beginning(request.POST)
    return Visit(nonce=new_nonce(), language=get_language() or "en", **form.begun())


@login_not_required
@csrf_exempt  # leaving must work from every page, also from those that set no cookie
@require_POST
def leave(request: HttpRequest) -> HttpResponse:
    """Row and cookie are gone, the browser's copies as well; on to a page that says nothing."""
    answer = see("contact:after")
    if doors.sent_from_here(request):
        if secret := doors.secret_in(request):
            end_visit(secret=secret)
        doors.take_cookie(answer)
        answer.headers["Clear-Site-Data"] = '"cache"'
    return answer


@login_not_required
@require_safe
@with_visit(anything)
def stay(request: HttpRequest, *, live: Live) -> HttpResponse:
    """The hour has begun anew, by asking; there is nothing to show."""
    return HttpResponse(status=204)


@login_not_required
@require_safe
def after(request: HttpRequest) -> HttpResponse:
    """The contents of the Code, as anybody might be reading them."""
    return render(request, "contact/after.html", {"sections": contents(clock.day(clock.now()))})
