"""The demo's sign-in page: it lists the people one may be and what each would do next."""

from django.forms import Form
from django.http import HttpResponse
from django.utils.translation import get_language

from conduct.demo.cast import PASSWORD, demo_groups
from conduct.web.preferences import keep
from conduct.web.sign_in import SignIn


class SignInAs(SignIn):
    """The same sign-in, beside a list of made-up people."""

    template_name = "web/sign_in_as.html"

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        return super().get_context_data(**kwargs) | {"groups": demo_groups(), "password": PASSWORD}

    def form_valid(self, form: Form) -> HttpResponse:
        """The person goes on in the language in which the visitor read the list."""
        answer = super().form_valid(form)
        if self.request.user.is_authenticated:
            keep(self.request, {"language": get_language()})
        return answer


sign_in_as = SignInAs.as_view()
