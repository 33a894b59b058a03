"""Somebody at the desk: a browser's requests without a browser."""

import re
from html import unescape

import pytest
from django.test import Client

from conduct.contact import doors

HERE = {"sec-fetch-site": "same-origin", "origin": "https://testserver"}
STORY = "He signed two orders for his brother's firm."


class Reporter:
    """Walks through the pages as a person would, with the answers given, and keeps every page seen."""

    def __init__(self, language="en", client=None):
        self.language = language
        self.client = client or Client()
        self.pages = []

    def get(self, path, **options):
        return self.seen(self.client.get(self.at(path), secure=True, **options))

    def post(self, path, data=None, headers=HERE):
        return self.seen(self.client.post(self.at(path), data or {}, secure=True, headers=headers))

    def at(self, path):
        return path if path.startswith("/w/") else f"/{self.language}/{path}"

    def seen(self, answer):
        self.pages.append(answer)
        return answer

    def start(self, **chosen):
        return self.post("contact/", {"kind": "report", **chosen})

    def answer(self, page, **answers):
        self.get(f"contact/{page}")
        return self.post(f"contact/{page}", answers)

    def until_check(self, *, about="officer", channel="bosa_named", what=STORY, more=None, reach="inbox", **first):
        self.start()
        self.answer(1, about=about, **first)
        self.answer(2, channel=channel)
        self.answer(3, what=what)
        self.answer(4, **(more or {"skip": "yes"}))
        self.answer(5, reach=reach)
        return self.get("contact/check")

    def sign_in(self, person):
        self.client.force_login(person)
        return self

    def until_send(self, person, **answers):
        self.until_check(**answers)
        self.post("contact/check")
        self.sign_in(person)
        return self.get("/w/send/")

    def send(self, person, **answers):
        """The whole way to the number, which is shown on the page that is given back."""
        self.until_send(person, **answers)
        self.post("/w/send/")
        return self.get("/w/send/done/")

    @property
    def cookie(self):
        """The visitor's cookie, or nothing once it was taken."""
        found = self.client.cookies.get(doors.COOKIE)
        return found.value if found else ""


def text(answer):
    return answer.content.decode()


def number_on(answer):
    """The number as it stands on the receipt."""
    return " ".join(re.findall(r"<span>(\d{4})</span>", text(answer)))


def main(answer):
    """What stands in the page's main part, without what is folded away or hidden, as one line."""
    inner = re.search(r"<main.*?>(.*)</main>", text(answer), re.S)[1]
    inner = re.sub(r'<details class="fold">.*?</details>', " ", inner, flags=re.S)
    inner = re.sub(r"<(div|button|p|span)[^>]*\shidden[^>]*>.*?</\1>", " ", inner, flags=re.S)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", inner)).split())


def title(answer):
    return unescape(re.search(r"<title>(.*?)</title>", text(answer), re.S)[1])


@pytest.fixture
def reporter(staff):
    return Reporter()


@pytest.fixture(params=["en", "ja"])
def either(request, staff):
    """The same in both languages."""
    return Reporter(request.param)


@pytest.fixture
def another(staff):
    """Somebody else at another browser."""
    return Reporter()
