"""The demo's company with one matter in each state, told once for all pages; and its people, signed in."""

from datetime import date, timedelta

from django.conf import settings

from cases.services import keep_number
from conduct import clock
from conduct.access.models import Wall
from conduct.answers.models import Interpretation
from conduct.demo.keeping import OLD, let_go
from conduct.demo.protecting import watch_over
from conduct.demo.records import acting, play
from conduct.demo.stories import plot
from conduct.demo.stories.plot import Story
from conduct.handoffs.models import Lateness
from conduct.management.commands.load_demo import load_house
from conduct.office import services as office
from conduct.people.dated import span
from conduct.people.models import Appointment, Company, Person
from conduct.retention import services
from conduct.retention.models import Batch, Erasure, Hold
from conduct.rules.vocabulary import Power
from tests.browser.watching import Watched
from tests.integration.conftest import say_no_conflict

LONG = "A delivery was booked a month early.\n\nThe second paper has another date. " * 4
STORIES = {
    "fresh": Story(days=0.2, about=("employee",), what="Overtime is written down as training."),
    "taken": Story(days=3, about=("employee",), what=LONG, acts=(plot.take(1, "ceo"), plot.note(1.2, "ceo", "Noted."))),
    "asked": Story(
        days=4, about=("employee",), what="An offer came after the last day.",
        acts=(plot.take(1, "ceo"), plot.keep(2, "One small order, no pattern found so far.")),
    ),
    "kept": Story(
        days=14, about=("employee",), what="同僚が取引先から商品券を受け取っているのを見ました。",
        acts=(plot.take(1, "ceo"), plot.keep(2, "Once, and small."), plot.second(3, "Agreed.")),
    ),
    "material": Story(
        days=2, about=("employee", "employee"), what="Two quarters are affected.",
        acts=(plot.take(1, "ceo"), plot.material(1.5, "Several customers may be affected.")),
    ),
    "arriving": Story(
        days=8, about=("employee",), what="A test report was signed before the test.",
        acts=(plot.take(1, "ceo"), plot.hand_on(2, "ceo", "board", "More than one customer relies on it.")),
    ),
    "at_board": Story(
        days=30, about=("employee",), what="Night shifts without the second person.",
        acts=(plot.take(1, "ceo"), plot.hand_on(2, "ceo", "board", "A safety rule."), plot.receive(3, "director2"),
              plot.take(3.1, "director2"), plot.investigate(6, "director2")),
    ),
    "sent_back": Story(
        days=10, about=("employee",), what="The team lead's brother repairs our chairs.",
        acts=(plot.take(1, "ceo"), plot.hand_on(2, "ceo", "board", "I am not sure."),
              plot.send_back(3, "director1", "A small matter of an employee: yours under III ¶1.")),
    ),
    "late": Story(
        days=20, about=("employee",), what="An invoice was paid twice.",
        acts=(plot.take(1, "ceo"), plot.material(2, "Two quarters.")),
    ),
    "decided": Story(
        days=22, about=("employee",), what="A complaint was deleted from the list.",
        acts=(plot.take(1, "ceo"), plot.decide(9, "auditor1", "The CEO was abroad and said so.", opened=False)),
    ),
    "question": Story(
        days=6, kind="question", about=("employee",), what="Is it work?",
        acts=(plot.take(1, "ceo"), plot.keep(1.1, "Unpaid."), plot.second(1.2, "Agreed.")),
    ),
    "answered": Story(
        days=20, kind="question", about=("officer",), what="May an officer teach?",
        acts=(plot.take(1, "auditor1"), plot.answered(2, "auditor1", "V ¶2", "Once a year, yes.", "One talk.\nUnpaid."),
              plot.proposed(3, "auditor1", ("May an officer teach?", "役員は教えてもよいですか。"),
                            ("Once a year, yes.", "年に一度はかまいません。")),
              plot.approved(4, "auditor2")),
    ),
    "departing": Story(
        days=3, kind="question", about=("officer",), what="May I keep it although the Code says no?",
        acts=(plot.take(1, "auditor1"), plot.needs_waiver(2, "auditor1", "V ¶2", "He may keep it.")),
    ),
    "proposed_words": Story(
        days=12, kind="question", about=("employee",), what="May I keep a calendar?",
        acts=(plot.take(1, "ceo"), plot.keep(1.1, "A calendar."), plot.second(1.2, "Agreed."),
              plot.answered(2, "ceo", "V ¶2", "A calendar is no gift.", "A calendar of paper."),
              plot.proposed(3, "ceo", ("Is a calendar a gift?", "カレンダーは贈答に当たりますか。"),
                            ("No.", "当たりません。"))),
    ),
    "officer": Story(days=1, about=("officer",), what="An officer's card paid for a dinner without guests."),
    "closed": Story(
        days=60, about=("director1",), channel="bosa_named", what="A daughter was hired without an interview.",
        acts=(plot.take(1, "auditor1"), plot.investigate(5, "auditor1"), plot.close(35, "auditor1", "Not confirmed.")),
    ),
    "about_ceo": Story(days=9, about=("ceo",), channel="bosa_named", what="It is about the CEO."),
    "to_pass_on": Story(days=0.3, about=("employee",), channel="supervisor", what="A tool was taken home."),
}  # fmt: skip
CAST = {
    "employee": "employee", "manager": "manager", "delegate": "delegate", "ceo": "ceo",
    "secretary": "secretary", "board": "director1", "director2": "director2", "bosa": "auditor1", "admin": "admin",
}  # fmt: skip


def told(url, browser):
    """The company, its matters, and one number that a reporter has kept."""
    now = clock.now()
    load_house(now=now)
    cases = {name: play(story, now=now) for name, story in (OLD | STORIES).items()}
    let_go(cases, now=now)
    watch_over(cases["closed"], now=now)
    cast = Person.objects.filter(username__in=CAST.values())
    for case in cases.values():
        say_no_conflict(case, cast, now=now)
    person = staff_who_left()
    services.ask_erasure(actor=acting("auditor2", now), person=person, now=now)
    for name in ("fresh", "proposed_words"):
        keep_number(actor=acting("employee", now), case=cases[name], now=now)
    return House(url, browser, cases, delegations(now))


def delegations(now):
    """One in force, and the next one waiting for a director."""
    today = clock.day(now)
    ends = {"running": (today, today + timedelta(days=30)), "asked": (today + timedelta(days=31), None)}
    return {name: delegated(f"B-26-0{number}", *days, now=now) for number, (name, days) in enumerate(ends.items(), 7)}


def delegated(number, first_on, last_on, *, now):
    """Authorised where a last day is given, otherwise only written down."""
    days = {"first_on": first_on, "last_on": last_on or first_on + timedelta(days=90)}
    given = {"delegate": acting("delegate", now).person, "powers": [Power.TRIAGE, Power.INVESTIGATE]}
    delegation = office.draft_delegation(actor=acting("ceo", now), now=now, **given, **days)
    resolution = {"number": number, "resolved_on": clock.day(now)}
    office.record_resolution(actor=acting("secretary", now), delegation=delegation, now=now, **resolution)
    if last_on:
        office.authorise_delegation(actor=acting("director2", now), delegation=delegation, number=number, now=now)
    return delegation


def staff_who_left():
    """Somebody whose last post ended long ago."""
    person = Person.objects.create_user("left1", "left1@example.test", None, name="Somebody who left")
    valid = span(date(2008, 4, 1), date(2012, 3, 31))
    company = Company.objects.get(relation="issuer")
    Appointment.objects.create(person=person, company=company, office="employee", valid=valid)
    return person


class House:
    """Where it is, its matters by name, and a tab for each of its people."""

    def __init__(self, url, browser, cases, delegations):
        self.url, self.browser = url, browser
        self.cases, self.delegations = cases, delegations
        self.contexts = {}

    def reference(self, name):
        return self.cases[name].record.reference

    def lateness(self, name):
        """What its address is made of."""
        late = Lateness.objects.filter(record=self.cases[name].pk).order_by("shown_at").first()
        return late.record.reference, late.duty

    def shut_out(self, name):
        """The matter, and the first one behind its wall."""
        wall = Wall.objects.filter(record=self.cases[name].pk).order_by("since").first()
        return wall.record.reference, wall.person_id

    @property
    def hold(self):
        return Hold.objects.get(record=self.cases["held"].pk).pk

    @property
    def erasure(self):
        return Erasure.objects.get().pk

    def batch(self, name):
        return Batch.objects.get(rows__record=self.cases[name].pk).pk

    def number(self, name):
        """Of the interpretation that came of this question."""
        return str(Interpretation.objects.get(answer__record=self.cases[name].pk))

    def speaks(self, language):
        """Everybody wants the workspace in this language."""
        Person.objects.filter(username__in=CAST.values()).update(language=language)

    def tab(self, who, expected=(), **more):
        """A tab of this person, signed in through the real page the first time; of nobody in particular with ""."""
        context = self.browser.new_context(storage_state=self._signed_in(who), **more)
        return Watched(context.new_page(), self.url, expected)

    def _signed_in(self, who):
        if who and who not in self.contexts:
            spoken = Person.objects.values_list("language", flat=True).get(username=CAST[who])
            context = self.browser.new_context(locale=spoken)
            page = context.new_page()
            page.goto(f"{self.url}{settings.LOGIN_URL}")
            page.locator(f'form:has(input[name="login"][value="{CAST[who]}"]) button').click()
            page.wait_for_url(lambda url: settings.LOGIN_URL not in url)
            self.contexts[who] = context.storage_state()
            context.close()
        return self.contexts.get(who)
