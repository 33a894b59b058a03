"""The visitor's cookie, and the check that a form without a token was sent from a page of ours."""

from django.http import HttpRequest, HttpResponse

COOKIE = "__Host-c"


def secret_in(request: HttpRequest) -> str:
    return request.COOKIES.get(COOKIE, "")


def give_cookie(answer: HttpResponse, secret: str) -> HttpResponse:
    """Until the browser closes; never to another site, never to a script."""
    answer.set_cookie(COOKIE, secret, path="/", secure=True, httponly=True, samesite="Strict")
    return answer


def take_cookie(answer: HttpResponse) -> HttpResponse:
    answer.delete_cookie(COOKIE, path="/", samesite="Strict")
    return answer


def sent_from_here(request: HttpRequest) -> bool:
    """Whether the browser says so, by Origin or Sec-Fetch-Site, and neither says otherwise. Silence is no."""
    said = {
        "Origin": f"{request.scheme}://{request.get_host()}",
        "Sec-Fetch-Site": "same-origin",
    }
    heard = [request.headers[name] == ours for name, ours in said.items() if name in request.headers]
    return bool(heard) and all(heard)
