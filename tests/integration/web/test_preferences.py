"""Language, colours, density and keys are kept with the person, or for the language with the browser."""

import pytest
from django.urls import path
from django.utils import translation
from django.views.generic import TemplateView

from conduct.people.models import Person
from conduct.web.preferences import preferences

PAGE = TemplateView.as_view(template_name="layouts/form.html")
urlpatterns = [path("w/preferences/", preferences, name="preferences"), path("w/page/", PAGE)]
pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]
HERE = "/w/preferences/"


@pytest.fixture
def person(client):
    names = {"name": "Hotaru Kurenaikaede", "name_ja": "紅楓 蛍"}
    person = Person.objects.create_user("employee1", "employee1@example.test", "demo", **names)
    client.force_login(person)
    yield person
    translation.activate("en")


@pytest.mark.parametrize(
    ("name", "sent", "kept"),
    [("language", "ja", "ja"), ("theme", "dark", "dark"), ("density", "dense", "dense"), ("keys", "on", True)],
)
def test_one_choice_is_kept_and_the_page_comes_back(client, person, name, sent, kept):
    answer = client.post(HERE, {name: sent, "next": "/w/page/?kind=report"}, secure=True)

    person.refresh_from_db()
    assert getattr(person, name) == kept
    assert answer.headers["Location"] == "/w/page/?kind=report"


def test_a_word_that_is_no_choice_changes_nothing(client, person):
    client.post(HERE, {"theme": "pink", "language": "ja"}, secure=True)

    person.refresh_from_db()
    assert (person.theme, person.language) == ("system", "en")


@pytest.mark.parametrize("elsewhere", ["https://example.test/w/", "//example.test/w/", "/en/", ""])
def test_the_way_back_never_leaves_the_workspace(client, person, elsewhere):
    answer = client.post(HERE, {"theme": "dark", "next": elsewhere}, secure=True)

    assert answer.headers["Location"] == "/w/"


def test_before_signing_in_the_browser_keeps_the_language_below_w_only(client):
    answer = client.post(HERE, {"language": "ja", "theme": "dark"}, secure=True)

    assert {name: cookie["path"] for name, cookie in answer.cookies.items()} == {"django_language": "/w/"}


def test_the_page_wears_what_the_person_chose(client, person):
    Person.objects.filter(pk=person.pk).update(theme="dark", density="dense", keys=True, language="ja")

    text = client.get("/w/page/", secure=True).content.decode()

    assert '<html lang="ja" data-theme="dark" data-density="dense">' in text
    assert '<body data-keys="on"' in text and "紅楓 蛍" in text
