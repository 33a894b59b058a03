"""Where the printed address leads, and what every page of the demo says about itself."""

import re

import pytest

from conduct.demo.cast import PASSWORD, demo_people
from conduct.people.models import Person
from tests.demo import demo_switched_on

SAYS_SO = {"en": "Demonstration: everything here is made up.", "ja": "デモ：ここにあるものはすべて架空です。"}
FRAMES = {
    "public": "/{}/",
    "simulator": "/{}/who-sees/",
    "reporter": "/{}/contact/",
    "left": "/{}/after",
    "nothing": "/{}/nothing-here/",
}


@pytest.fixture
def demo():
    with demo_switched_on():
        yield


def shown(client, path, language="en"):
    answer = client.get(path, secure=True, follow=True, headers={"accept-language": language})
    return answer.content.decode()


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_address_that_the_demo_prints_opens_on_the_people_to_be(client, code, demo, language):
    text = shown(client, "/", language)

    names = [person.name_ja if language == "ja" else person.name for person in demo_people()]
    assert f'<html lang="{language}"' in text
    assert [name for name in names if name not in text] == []


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_front_page_of_the_demo_leads_to_them_first(client, code, demo, language):
    doors = re.findall(r'<li[^>]*><a href="([^"]+)"', shown(client, f"/{language}/").split("doors")[1])

    assert doors[0] == "/w/sign-in/"


@pytest.mark.parametrize("language", ["en", "ja"])
def test_outside_the_demo_it_opens_on_the_front_page(client, db, language):
    text = shown(client, "/", language)

    assert f'<html lang="{language}"' in text and text.count("/w/sign-in/") == 1
    assert demo_people()[0].name not in text


@pytest.mark.parametrize("language", ["ja", "en"])
def test_whoever_is_chosen_goes_on_in_the_visitors_language(client, code, demo, language):
    Person.objects.create_user("employee", "employee@example.test", PASSWORD, name="Employee")

    sent = {"login": "employee", "password": PASSWORD}
    first = client.post("/w/sign-in/", sent, secure=True, follow=True, headers={"accept-language": language})

    assert f'<html lang="{language}"' in first.content.decode()


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_frame_says_that_it_is_the_demo(client, code, demo, frame, language):
    assert shown(client, FRAMES[frame].format(language)).count(SAYS_SO[language]) == 1


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_workspace_says_it_once(client, staff, demo, language):
    assert shown(client, "/w/sign-in/", language).count(SAYS_SO[language]) == 1

    ceo = staff.person("ceo")
    Person.objects.filter(pk=ceo.pk).update(language=language)
    client.force_login(ceo)
    assert shown(client, "/w/desk/").count(SAYS_SO[language]) == 1


@pytest.mark.parametrize("frame", FRAMES)
def test_outside_the_demo_no_frame_does(client, code, frame):
    assert 'class="demo"' not in shown(client, FRAMES[frame].format("en"))
