"""Pressing and typing in either language: controls are found by what they send, not by what is written on them."""

from urllib.parse import urlsplit

from conduct import clock
from conduct.contact import doors
from conduct.contact.services import start_visit
from conduct.contact.visit import Visit

WRITTEN = "zq-marker-of-the-story"
ALONE = "zq-marker I am the only driver of the night shift. Call 03-1234-5678 or write to a.b@kaede.example."


class Way:
    """Somebody in one tab."""

    def __init__(self, tab, language="en", house=None):
        self.tab, self.page, self.language, self.house = tab, tab.page, language, house
        self.presses = 0

    @property
    def path(self):
        return urlsplit(self.page.url).path

    def open(self, path):
        return self.tab.open(path.replace("/xx/", f"/{self.language}/"))

    def press(self, control):
        """One click; they are counted. Waits until the answer has loaded."""
        self.presses += 1
        (self.page.locator(control) if isinstance(control, str) else control).first.click()
        self.page.wait_for_load_state()

    def press_button(self, name, value):
        self.press(f'main button[name="{name}"][value="{value}"]')

    def go_on(self):
        """The first button below the form."""
        self.press("main form .actions button")

    def choose(self, name, value):
        """The whole card can be pressed, so the label is, not the small circle."""
        self.press(f'input[name="{name}"][value="{value}"] + label')

    def type(self, name, text):
        self.page.locator(f'main [name="{name}"]').fill(text)

    def typed(self, name):
        return self.page.locator(f'main [name="{name}"]').input_value()

    def words(self):
        return self.page.locator("main").inner_text()

    def heading(self):
        return self.page.locator("h1").inner_text()

    def sign_in(self, username):
        self.type("login", username)
        self.type("password", "demo")
        self.go_on()

    def start(self, kind="report"):
        self.open("/xx/contact/")
        self.press_button("kind", kind)

    def carry(self, last, **answers):
        """A draft in hand, its questions up to this one answered; the journeys answer them one by one."""
        said = {"about": "officer", "channel": "bosa_named", "what": ALONE, "who": WRITTEN} | answers
        said = {name: said[name] for name in ("about", "channel", "what", "who")[:last]}
        visit = Visit(nonce="abcdefgh", language=self.language, answers=said)
        cookie = {"name": doors.COOKIE, "value": start_visit(visit=visit, now=clock.now())}
        origin = self.tab.base.replace("http:", "https:")
        self.page.context.add_cookies([{**cookie, "url": origin, "httpOnly": True, "sameSite": "Strict"}])

    def to_question(self, number, **answers):
        """Question 2 to 5 of a report."""
        self.carry(number - 1, **answers)
        self.open(f"/xx/contact/{number}")

    def to_check(self, **answers):
        self.carry(4, **answers)
        self.open("/xx/contact/check")

    def to_sending(self, **answers):
        self.carry(4, **answers)
        self.open("/w/send/")

    def to_done(self, **answers):
        self.to_sending(**answers)
        self.go_on()

    def number(self):
        return self.page.locator("[data-number]").inner_text()

    def to_status(self):
        self.to_done()
        self.type("number", self.number())
        self.go_on()

    def ask_who_sees(self, about="officer", weight="unknown", sender="employee"):
        self.open("/xx/who-sees/")
        for name, value in (("about", about), ("weight", weight), ("sender", sender)):
            self.choose(name, value)
        self.go_on()
