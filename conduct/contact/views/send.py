"""Under /w/: whoever has signed in sends the draft, sees the number, and may keep it."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from conduct.contact import steps
from conduct.contact.forms import NumberEntry
from conduct.contact.forms.start import Beginning
from conduct.contact.presenters.promises import promises, standing
from conduct.contact.presenters.sending import sending
from conduct.contact.presenters.ways import open_channels
from conduct.contact.services import NothingToSend, may_be_listed, put_on_list, send_draft
from conduct.contact.sessions import record_of
from conduct.contact.views.live import Live, draft, see, sent, with_visit
from conduct.people.actor import Actor
from conduct.rules.vocabulary import Channel
from conduct.vault import receipts


def as_typed(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """In the language in which the draft was written, not in that of the profile."""

    @wraps(view)
    def around(request: HttpRequest, *, live: Live) -> HttpResponse:
        with translation.override(live.visit.language):
            return view(request, live=live)

    return around


@require_http_methods(["GET", "HEAD", "POST"])
@with_visit(lambda visit: visit.is_draft or visit.is_sent)
@as_typed
def check(request: HttpRequest, *, live: Live) -> HttpResponse:
    """As whom and to whom; then Send. A second press of Send leads to the number of the first."""
    if live.visit.is_sent:
        return see("send:done")
    if missing := steps.unanswered(live.visit):
        return see(missing)
    page = sending(live.visit, sender=request.user, day=live.day)
    if request.method == "POST" and page.can_send:
        return send(request, live)
    return render(request, "contact/send.html", {"page": page, "visit": live.visit})


def send(request: HttpRequest, live: Live) -> HttpResponse:
    """The number is drawn before the transaction, because that is slow."""
    receipt = receipts.draw()
    actor = Actor.of(request.user, live.day)
    try:
        send_draft(actor=actor, secret=live.secret, receipt=receipt, now=live.now)
    except NothingToSend:
        return see("contact:after")
    return see("send:done")


@require_POST
@with_visit(draft)
@as_typed
def switch(request: HttpRequest, *, live: Live) -> HttpResponse:
    """Another way, chosen on the last page."""
    chosen = Beginning(request.POST).begun()["answers"].get("channel", "")
    if chosen and Channel(chosen) in open_channels(live.visit, live.day):
        live.keep(live.visit.answered({"channel": chosen}))
    return see("send:check")


@require_safe
@with_visit(sent)
@as_typed
def done(request: HttpRequest, *, live: Live) -> HttpResponse:
    """The number, once: until this visit ends, and to its sender alone."""
    if live.visit.sender != str(request.user.pk):
        return see("contact:after")
    record = record_of(live.visit)
    context = {
        "visit": live.visit,
        "standing": standing(record),
        "promises": promises(record, now=live.now),
        "may_list": may_be_listed(live.visit) and not live.visit.is_kept,
        "form": NumberEntry(nonce=live.visit.nonce),
    }
    return render(request, "contact/done.html", context)


@require_POST
@with_visit(sent)
@as_typed
def keep(request: HttpRequest, *, live: Live) -> HttpResponse:
    """Into the own list, after the warning on the page."""
    put_on_list(actor=Actor.of(request.user, live.day), secret=live.secret, visit=live.visit, now=live.now)
    return see("send:done")
