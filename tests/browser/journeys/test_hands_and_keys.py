"""A whole report by keyboard alone; mistakes told where they are put right; letters work only when asked for."""

import pytest

from conduct.contact.models import ContactSession
from conduct.rules.vocabulary import PersonClass

FOCUS = "(here => here.matches('input, textarea') ? here.name : here.innerText.trim())(document.activeElement)"
HERE = "document.activeElement.closest('tr')?.querySelector('a.reference').innerText"


class Hands:
    """Tab, Space, Enter and arrows; nothing is clicked."""

    def __init__(self, way):
        self.page = way.page

    def tab_to(self, wanted):
        for _step in range(80):
            if self.page.evaluate(FOCUS) == wanted:
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{wanted} cannot be reached with Tab on {self.page.url}")

    def choose(self, name, *arrows):
        self.tab_to(name)
        self.page.keyboard.press("Space")
        for arrow in arrows:
            self.page.keyboard.press(arrow)

    def type(self, name, text):
        self.tab_to(name)
        self.page.keyboard.type(text)

    def press(self, words, key="Enter"):
        self.tab_to(words)
        with self.page.expect_navigation():
            self.page.keyboard.press(key)


def test_a_report_from_start_to_number_by_keyboard_alone(enter):
    reporter = enter()
    reporter.open("/en/contact/")
    hands = Hands(reporter)
    hands.press("Start", key="Space")
    hands.choose("about", "ArrowDown")
    hands.press("Continue")
    hands.choose("channel")
    hands.press("Continue")
    hands.type("what", "I saw it.")
    hands.press("Continue")
    hands.choose("still")
    hands.press("Continue", key="Space")
    hands.press("Continue")
    assert "An officer" in reporter.words()
    hands.press("Continue to sign in")
    hands.type("login", "employee1")
    hands.type("password", "demo")
    with reporter.page.expect_navigation():
        reporter.page.keyboard.press("Enter")
    hands.press("Send")

    assert len("".join(reporter.number().split())) == 24


@pytest.mark.parametrize(("language", "error"), [("en", "Error:"), ("ja", "エラー")])
def test_a_mistake_is_told_above_and_beside_and_costs_no_word(enter, language, error):
    reporter = enter(language=language, expected={422})
    page = reporter.page
    reporter.to_question(4)
    reporter.type("where", "Osaka")
    reporter.press("main details:has([name=on]) summary") if not page.locator('[name="on"]').is_visible() else None
    page.locator('[name="on"]').fill("2999-01-01")
    reporter.go_on()

    assert page.title().startswith(error)
    assert page.evaluate("document.activeElement.matches('[data-error-summary]')")
    link = page.locator("[data-error-summary] a")
    said = link.inner_text()
    link.click()
    field = page.evaluate_handle("document.activeElement").as_element()
    assert field.get_attribute("name") == "on" and field.get_attribute("aria-invalid") == "true"
    described = field.get_attribute("aria-describedby").split()
    assert said in "".join(page.locator(f'[id="{each}"]').inner_text() for each in described)
    assert reporter.typed("where") == "Osaka"


def test_a_missing_choice_leads_to_the_first_of_the_choices(enter):
    reporter = enter(expected={422})
    reporter.start()
    reporter.go_on()
    reporter.page.locator("[data-error-summary] a").click()

    assert reporter.page.evaluate("document.activeElement.type") == "radio"


def test_letters_move_and_open_only_when_switched_on(enter, filed):
    references = [filed(PersonClass.EMPLOYEE).record.reference for _each in range(3)]
    without = enter("ceo")
    without.open("/w/desk/triage/")
    without.page.keyboard.press("j")
    assert without.page.evaluate(HERE) is None

    using = enter("ceo", keys=True)
    using.open("/w/desk/triage/")
    shown = using.page.locator("tbody a.reference").all_inner_texts()
    assert sorted(shown) == sorted(references)
    seen = []
    for key in "jjk":
        using.page.keyboard.press(key)
        seen.append(using.page.evaluate(HERE))
    assert seen == [shown[0], shown[1], shown[0]]
    using.page.keyboard.press("/")
    using.page.keyboard.type("jo")
    assert using.page.locator('[role=search] [name="reference"]').input_value() == "jo"
    using.page.keyboard.press("Escape")
    using.page.evaluate("document.activeElement.blur()")
    using.page.keyboard.press("j")
    with using.page.expect_navigation():
        using.page.keyboard.press("o")
    assert using.heading() == shown[0]
    with using.page.expect_navigation():
        using.page.keyboard.press("h")
    assert using.path.endswith("/hand-on/")
    assert using.page.locator('[name="reason"]').input_value() == ""


def test_letters_do_nothing_where_reporters_write(enter):
    reporter = enter("ceo", keys=True)
    reporter.open("/en/contact/")

    assert reporter.page.locator("body[data-keys], script[src*=keys]").count() == 0


@pytest.mark.parametrize("js", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_simulator_answers_keeps_nothing_and_carries_the_answers_on(enter, language, js):
    somebody = enter(language=language, js=js)
    somebody.ask_who_sees(about="ceo")
    table = somebody.page.locator("table#who-sees")

    assert somebody.path == f"/{language}/who-sees/result/"
    assert table.locator("thead th").count() == 5
    assert somebody.page.context.cookies() == []
    assert not ContactSession.objects.exists()

    somebody.press(table.locator("tfoot button"))
    assert ContactSession.objects.count() == 1
    somebody.open("/xx/contact/1")
    assert somebody.page.locator('input[name="about"]:checked').get_attribute("value") == "ceo"
