"""Error pages say what happened, what was saved, and one next step, without any help from the request."""

import re

import pytest
from django.template.loader import get_template
from django.urls import path
from django.utils import translation

from conduct.web.components import components

urlpatterns = [path("bricks/", components)]
pytestmark = pytest.mark.urls(__name__)
NAMES = ["400", "403", "404", "409", "429", "500", "503"]


def page(name, language, **context):
    with translation.override(language):
        return get_template(f"{name}.html").render(context)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", ["en", "ja"])
def test_an_error_page_says_three_things_in_the_readers_language(name, language):
    text = page(name, language)
    told = re.findall(r"<p(?: class=\"lead\")?>([^<]+)</p>", text.split("<main")[1].split("</main>")[0])

    assert len(told) == 3
    assert f'<html lang="{language}"' in text
    assert all(bool(re.search("[ぁ-ん]", line)) == (language == "ja") for line in told)
    assert not re.search(rf"\b{name}\b", text)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_refused_page_and_a_missing_page_are_the_same_bytes(language):
    assert page("403", language) == page("404", language) == page("not_shown", language)


def test_a_conflict_shows_both_texts_and_keeps_them_as_text():
    text = page("409", "en", yours="<b>mine</b>", theirs="theirs")

    assert "&lt;b&gt;mine&lt;/b&gt;" in text and ">theirs<" in text
