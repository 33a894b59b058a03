"""Signing in by django-allauth, with a door that nobody opens from outside: accounts come by import."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class ClosedDoor(DefaultAccountAdapter):
    """No sign-up, no mail from the library."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, object]) -> None:
        """Nothing: the library's mails name accounts and events; ours say only that there is news."""
