"""The sign-in page of production: the demo's list of people stands in its place only while the demo is on."""

import pytest

from conduct.demo.cast import demo_people

LOOKS = [("en", "light", 390), ("ja", "dark", 390), ("ja", "light", 1280), ("en", "dark", 1280)]
WRONG = {"en": "are not correct", "ja": "正しくありません"}


@pytest.mark.parametrize(("language", "theme", "width"), LOOKS)
def test_it_holds_together_empty_and_after_a_mistake(enter, language, theme, width):
    somebody = enter(language=language)
    page = somebody.page
    page.emulate_media(color_scheme=theme)
    page.set_viewport_size({"width": width, "height": 800})
    somebody.open("/w/sign-in/")
    names = page.content()
    assert [person.username for person in demo_people() if f'value="{person.username}"' in names] == []
    assert somebody.tab.violations() == []

    somebody.type("login", f"nobody-{theme}-{width}")
    somebody.type("password", "not the word")
    somebody.go_on()
    assert WRONG[language] in somebody.words()
    assert somebody.tab.violations() == [] and somebody.tab.too_wide() == []
