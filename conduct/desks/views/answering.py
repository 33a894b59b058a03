"""Answering a question in two steps, approving public words, and how evenly different people are answered."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from conduct.answers.forms import Concerned, DecideWording
from conduct.answers.queries import waiver_need_of
from conduct.answers.services import answer_question, decide_wording, show_precedents
from conduct.desks import queries
from conduct.desks.acts import Act
from conduct.desks.places import OWN, Desk
from conduct.desks.presenters import answering
from conduct.desks.presenters.dispersion import dispersion_page
from conduct.desks.standing import stand
from conduct.desks.views.records import way_after

PAGE = "cases/answer.html"


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, desk: Desk, reference: str, act: Act) -> HttpResponse:
    """First the paragraphs; then what was answered before, and the answer. What was typed survives every mistake."""
    here = stand(request, desk)
    case = queries.case_at(here, reference)
    answering.check_now(here, act, case)
    form = Concerned(request.POST if request.method == "POST" else None, paragraphs=answering.paragraphs_for(case))
    if not form.is_valid():
        page = answering.answer_page(here, act, case, form)
        return render(request, PAGE, page, status=422 if form.is_bound else 200)
    keys = tuple(form.cleaned_data["paragraphs"])
    sent = answering.answer_form(here, case, keys, request.POST if "text" in request.POST else None)
    shown = answering.were_shown(here, case, keys)
    if shown and sent.is_valid():
        return answered(request, desk, answer_question(actor=here.actor, case=case, reply=sent.reply(), now=here.now))
    if not shown or not sent.is_bound:
        show_precedents(actor=here.actor, case=case, paragraphs=keys, now=here.now)
    if sent.is_bound and not shown:
        sent.add_error(None, _("There are earlier answers that you have not seen yet. They stand here now."))
    page = answering.answer_page(here, act, case, sent, keys=keys)
    return render(request, PAGE, page, status=422 if sent.is_bound else 200)


def answered(request: HttpRequest, desk: Desk, case: object) -> HttpResponse:
    """Back to the matter, with what came of it."""
    record = case.record
    if waiver_need_of(record):
        messages.warning(request, _("Not answered: it needs a waiver. The person who asked can read that."))
    else:
        messages.success(request, _("Answered. The person who asked can read it by the number."))
    return redirect("desks:record", desk, record.reference)


@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, desk: Desk, reference: str, act: Act) -> HttpResponse:
    """Read the words that are to be public, and answer as second person."""
    here = stand(request, desk)
    case = queries.case_at(here, reference)
    answering.check_now(here, act, case)
    waiting = answering.waiting_at(here, case)
    sent = request.POST if request.method == "POST" and "read" not in request.POST else None
    form = DecideWording(sent, initial={"proposal": waiting.pk})
    if form.is_valid():
        decide_wording(actor=here.actor, case=case, now=here.now, **form.cleaned_data)
        messages.success(request, act.done)
        return redirect("desks:me") if desk is OWN else redirect(way_after(act, desk, reference))
    words = answering.read_words(here, waiting) if request.method == "POST" else None
    page = answering.decide_page(here, act, case, waiting, words) | {"form": form}
    return render(request, "cases/approve_words.html", page, status=422 if form.is_bound else 200)


@require_GET
def dispersion(request: HttpRequest, desk: Desk) -> HttpResponse:
    """How the questions of different people came out, for the Board and the statutory auditors."""
    return render(request, "desks/dispersion.html", dispersion_page(stand(request, desk)))
