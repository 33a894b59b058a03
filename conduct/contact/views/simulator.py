"""Who would see this? Public, without cookie, token or log; the answers travel in the body and are kept nowhere."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import translate_url
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from conduct import clock
from conduct.contact.forms.asked import EMPLOYEE, Asked
from conduct.contact.presenters.rulebook import rulebook
from conduct.contact.presenters.simulated import shown
from conduct.contact.simulator import Question, simulate
from conduct.contact.views.live import new_nonce, see
from conduct.rules.vocabulary import Kind, Materiality
from conduct.web.templatetags.ui.frame import OTHER

USUAL = {"kind": Kind.REPORT.value, "weight": Materiality.UNKNOWN.value, "sender": EMPLOYEE}


@login_not_required
@require_safe
def ask(request: HttpRequest) -> HttpResponse:
    form = Asked(nonce=new_nonce(), initial=USUAL)
    return render(request, "contact/who_sees.html", {"form": form})


@login_not_required
@csrf_exempt  # nothing is changed by asking, so there is nothing to forge
@require_http_methods(["GET", "HEAD", "POST"])
def result(request: HttpRequest) -> HttpResponse:
    """By POST only, so that no answer stands in an address."""
    if request.method != "POST":
        return see("contact:who_sees")
    form = Asked(request.POST, nonce=new_nonce())
    if not form.is_valid():
        return render(request, "contact/who_sees.html", {"form": form}, status=422)
    day = clock.day(clock.now())
    seen = simulate(Question.from_answers(form.cleaned_data), day=day)
    context = {"page": shown(seen, day=day), "asked": asked_words(form), "other": in_the_other_language(request)}
    return render(request, "contact/who_sees_result.html", context)


@login_not_required
@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """The whole table, and whether the clocks give the worked dates today."""
    return render(request, "contact/who_sees_rules.html", {"page": rulebook(clock.day(clock.now()))})


def in_the_other_language(request: HttpRequest) -> dict[str, object]:
    """The same answers posted to the other address: a link would lose them, or show them."""
    code, name = OTHER[(get_language() or "en")[:2]]
    answers = [(field, request.POST.get(field, "")) for field in Asked.base_fields if request.POST.get(field)]
    return {"url": translate_url(request.path, code), "code": code, "name": name, "answers": answers}


def asked_words(form: Asked) -> list[dict[str, str]]:
    """The answers again, in words, above the result."""
    said = form.cleaned_data
    rows = [
        {"label": form[name].label, "value": str(dict(form.fields[name].choices)[said[name]])}
        for name in ("kind", "about", "weight", "sender")
    ]
    return rows + ([{"label": form["accounts"].label, "value": "✓"}] if said["accounts"] else [])
