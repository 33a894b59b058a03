"""One's own access tokens: see which there are, issue one, revoke one."""

from datetime import date, timedelta
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from conduct import clock
from conduct.people.actor import Actor
from conduct.web.choices import Choice
from conduct.web.models import ApiToken
from conduct.web.scopes import LONGEST, Scope
from conduct.web.services import Issued, issue_token, revoke_token

NAMES = {Scope.READ: _("Read records"), Scope.WORK: _("Act on records"), Scope.FILE: _("File reports")}
HINTS = {
    Scope.READ: _("Everything you may read yourself. Each look stands on the ledger."),
    Scope.WORK: _("Everything you may do to a record yourself."),
    Scope.FILE: _("Report or ask something in your name. When such a token was used is not kept."),
}
USUAL = timedelta(days=90)


class TokenForm(forms.Form):
    """What a new token is for, and until when."""

    label = forms.CharField(max_length=40, label=_("What is it for?"), help_text=_("So that you recognise it later."))
    scopes = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple, label=_("What may it be used for?"))
    expires_on = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}), label=_("Last day"))

    def __init__(self, *args: object, today: date, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["scopes"].choices = [(scope.value, Choice(NAMES[scope], HINTS[scope])) for scope in Scope]
        self.fields["expires_on"].initial = today + USUAL
        self.fields["expires_on"].help_text = _("Within a year. You can revoke it earlier.")
        for name, words in required_words().items():
            self.fields[name].error_messages["required"] = words

    def clean_expires_on(self) -> date:
        day: date = self.cleaned_data["expires_on"]
        if not self.today < day <= self.today + timedelta(days=LONGEST):
            raise forms.ValidationError(_("Choose a day after today and within a year"))
        return day


def required_words() -> dict[str, object]:
    return {
        "label": _("Write what it is for"),
        "scopes": _("Choose what it may be used for"),
        "expires_on": _("Choose its last day"),
    }


@require_http_methods(["GET", "HEAD", "POST"])
def tokens(request: HttpRequest) -> HttpResponse:
    """The list, and the form below it. The text of a new token stands in this one answer and nowhere else."""
    now = clock.now()
    today = clock.day(now)
    form = TokenForm(request.POST or None, today=today)
    issued = None
    if form.is_valid():
        words = form.cleaned_data
        scopes = [Scope(word) for word in words["scopes"]]
        kept = {"label": words["label"], "scopes": scopes, "expires_on": words["expires_on"]}
        issued = issue_token(actor=Actor.of(request.user, today), now=now, **kept)
        form = TokenForm(today=today)
    page = {"form": form, "issued": issued, "rows": rows(request, today)}
    return render(request, "web/tokens.html", page, status=status_of(form, issued))


def status_of(form: TokenForm, issued: Issued | None) -> int:
    if issued:
        return 201
    return 422 if form.errors else 200


def rows(request: HttpRequest, today: date) -> list[dict[str, object]]:
    """Every token of the person, the newest first, each with its words and whether it still opens anything."""
    own = ApiToken.objects.filter(person=request.user).order_by("-issued_on", "-expires_on", "pk")
    return [
        {
            "token": token,
            "scopes": [NAMES[Scope(word)] for word in token.scopes],
            "is_open": token.revoked_on is None and token.expires_on >= today,
        }
        for token in own
    ]


@require_POST
def revoke(request: HttpRequest, pk: UUID) -> HttpResponse:
    """End it now. Somebody else's token is a page that does not exist."""
    now = clock.now()
    token = get_object_or_404(ApiToken, pk=pk, person=request.user)
    revoke_token(actor=Actor.of(request.user, clock.day(now)), token=token, now=now)
    messages.success(request, gettext("The access token is revoked. No program can use it any more."))
    return redirect("tokens")
