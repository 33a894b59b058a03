"""Language, colours, density and keys, chosen in the menu under one's name and kept with the person."""

from django import forms
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from conduct.people.vocabulary import Density, Theme


class Preferences(forms.Form):
    """One choice at a time; what is not sent stays as it is."""

    language = forms.ChoiceField(required=False, choices=settings.LANGUAGES)
    theme = forms.ChoiceField(required=False, choices=[(word.value, word.value) for word in Theme])
    density = forms.ChoiceField(required=False, choices=[(word.value, word.value) for word in Density])
    keys = forms.TypedChoiceField(
        required=False, choices=[("on", "on"), ("off", "off")], coerce=lambda word: word == "on", empty_value=None
    )

    def chosen(self) -> dict[str, object]:
        return {name: word for name, word in self.cleaned_data.items() if word not in ("", None)}


@login_not_required
@require_POST
def preferences(request: HttpRequest) -> HttpResponse:
    """Keep the choice with the person; before signing in only the language, with the browser."""
    form = Preferences(request.POST)
    chosen = form.chosen() if form.is_valid() else {}
    answer = redirect(page_before(request))
    if request.user.is_authenticated:
        keep(request, chosen)
    elif "language" in chosen:
        answer.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            str(chosen["language"]),
            path="/w/",
            secure=True,
            httponly=True,
            samesite="Lax",
        )
    return answer


def keep(request: HttpRequest, chosen: dict[str, object]) -> None:
    for name, word in chosen.items():
        setattr(request.user, name, word)
    request.user.save(update_fields=list(chosen))


def page_before(request: HttpRequest) -> str:
    """Back to the page with the menu, filters and all; never to another site."""
    wanted = request.POST.get("next", "")
    ours = wanted.startswith("/w/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if ours else "/w/"
