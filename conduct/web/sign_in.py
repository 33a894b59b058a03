"""Signing in and out, by django-allauth, under /w/ because the staff cookie's path is /w/."""

from allauth.account.views import LoginView, LogoutView
from django.contrib.auth.decorators import login_not_required
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST


@method_decorator(login_not_required, name="dispatch")
class SignIn(LoginView):
    """The sign-in page."""

    template_name = "web/sign_in.html"


sign_in = SignIn.as_view()
sign_out = require_POST(LogoutView.as_view())
