"""The front door: a language, and three ways in."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation


@login_not_required
def choose_language(request: HttpRequest) -> HttpResponse:
    """By the browser's wish once; afterwards by the link on every page. The demo opens on the people to be."""
    if settings.DEMO:
        return redirect("account_login")
    return redirect(f"/{translation.get_language_from_request(request)}/")


@login_not_required
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "web/home.html")
