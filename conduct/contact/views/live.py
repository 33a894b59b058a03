"""A page that needs a live visit, and where everybody else goes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.crypto import get_random_string

from conduct import clock
from conduct.contact import doors
from conduct.contact.addresses import address
from conduct.contact.services import keep_visit, touch_visit
from conduct.contact.sessions import visit_of
from conduct.contact.steps import Step
from conduct.contact.visit import Visit

SEE_OTHER = 303


@dataclass(frozen=True, slots=True)
class Live:
    """The visit behind the cookie, and when the page was asked for."""

    secret: str
    visit: Visit
    now: datetime

    @property
    def day(self) -> date:
        return clock.day(self.now)

    def keep(self, visit: Visit) -> None:
        keep_visit(secret=self.secret, visit=visit, now=self.now)


View = Callable[..., HttpResponse]


def with_visit(wanted: Callable[[Visit], bool]) -> Callable[[View], View]:
    """Give the view its `live` visit. Without one, or with one of another kind: away to the neutral page."""

    def decorator(view: View) -> View:
        @wraps(view)
        def around(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            secret = doors.secret_in(request)
            now = clock.now() if secret else None
            visit = visit_of(secret, now=now) if now else None
            if now is None or visit is None or not wanted(visit):
                return see("contact:after")
            touch_visit(secret=secret, now=now)
            return view(request, *args, live=Live(secret, visit, now), **kwargs)

        return around

    return decorator


def anything(visit: Visit) -> bool:
    return True


def draft(visit: Visit) -> bool:
    return visit.is_draft


def sent(visit: Visit) -> bool:
    return visit.is_sent


def looking(visit: Visit) -> bool:
    return bool(visit.record) and not visit.is_sent


def see(page: str | Step) -> HttpResponse:
    """303: the browser asks for the other page anew, whatever this one was sent by."""
    answer = redirect(address(page) if isinstance(page, Step) else reverse(page))
    answer.status_code = SEE_OTHER
    return answer


def new_nonce() -> str:
    return get_random_string(8, "abcdefghijkmnpqrstuvwxyz23456789")
