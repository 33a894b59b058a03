"""The demo's sign-in page: it lists the people one may be and what each would do next."""

from conduct.demo.cast import PASSWORD, demo_groups
from conduct.web.sign_in import SignIn


class SignInAs(SignIn):
    """The same sign-in, beside a list of made-up people."""

    template_name = "web/sign_in_as.html"

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        return super().get_context_data(**kwargs) | {"groups": demo_groups(), "password": PASSWORD}


sign_in_as = SignInAs.as_view()
