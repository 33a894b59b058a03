"""The public register, for everybody to read: no sign-in, no cookie, no trace of what was sought."""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from conduct import clock
from conduct.access import acting
from conduct.answers import presenters
from conduct.answers.forms import CheckNote
from conduct.answers.notes import checked
from conduct.answers.queries import interpretations


@login_not_required
@require_safe
def register(request: HttpRequest) -> HttpResponse:
    """The interpretations, by words and by paragraph."""
    return render(request, "answers/register.html", presenters.register_page(request.GET))


@login_not_required
@require_safe
def one(request: HttpRequest, year: int, number: int) -> HttpResponse:
    """One interpretation with its earlier wordings. Withdrawn, it stays and says so."""
    found = get_object_or_404(interpretations(), year=year, number=number)
    return render(request, "answers/one.html", presenters.one_page(found) | {"now": clock.now()})


@login_not_required
@csrf_exempt  # it changes nothing and sets no cookie
@require_http_methods(["GET", "HEAD", "POST"])
@acting.reporter()
def check(request: HttpRequest) -> HttpResponse:
    """Whether a printed answer is ours, and still holds. What was typed stays in the form and nowhere else."""
    form = CheckNote(request.POST if request.method == "POST" else None)
    note = checked(form.cleaned_data["note"], form.cleaned_data["mark"]) if form.is_valid() else None
    page = {"form": form, "note": note, "asked": form.is_bound and form.is_valid(), "now": clock.now()}
    return render(request, "answers/check.html", page, status=422 if form.is_bound and not form.is_valid() else 200)
