"""An employee tells the CEO's desk about an officer: it arrives at the statutory auditors, and nowhere else."""

import re
from datetime import timedelta

import pytest
from django.db.models import F

from cases.models import Case
from conduct.notices.models import Notice

STORY = "zq-marker: the officer's card paid for a dinner without guests"
CEOS_PAGES = ("", "triage/", "triage/?view=all", "cases/", "hand-ons/", "cases/?reference={}", "triage/?reference={}")
BATCH = timedelta(minutes=40)
WORDS = {
    "en": {"paragraph": "III ¶1", "received": "Received", "notice": "handed on to the Statutory Auditors in your name"},
    "ja": {"paragraph": "III 第1段落", "received": "受領", "notice": "監査役会に引き継"},
}


@pytest.mark.parametrize("js", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("language", ["en", "ja"])
def test_it_arrives_explained_and_the_ceo_learns_nothing(enter, staff, language, js):
    reporter = enter(language=language, js=js)
    number = tell(reporter, staff.person("officer1"))
    case = Case.objects.select_related("record").get()

    follow(reporter, number, WORDS[language])
    arrives(enter("auditor1", language=language, js=js), case.record.reference, WORDS[language])
    is_silent(enter("ceo", language=language, js=js, expected={404}), case.record.reference, WORDS[language])
    for stranger, desk in (("officer1", "bosa"), ("officer1", "me"), ("director1", "board"), ("employee1", "me")):
        is_hidden(enter(stranger, language=language, js=js, expected={404}), desk, case.record.reference)


def tell(way, officer):
    """Every question, the sign-in at the end, and Send. The number that is shown."""
    way.start()
    way.choose("about", "officer")
    way.go_on()
    way.choose("channel", "ceo")
    way.go_on()
    way.type("what", STORY)
    way.go_on()
    way.press("main details:has([name=people]) summary")
    way.choose("people", str(officer.pk))
    way.go_on()
    way.choose("reach", "inbox")
    way.go_on()
    assert STORY in way.words()
    way.go_on()
    assert way.path == "/w/sign-in/"
    way.sign_in("employee1")
    way.go_on()
    assert re.fullmatch(r"(\d{4} ){5}\d{4}", " ".join(way.number().split()))
    return way.number()


def follow(way, number, words):
    way.open("/xx/contact/reply")
    way.type("number", number)
    way.go_on()

    assert way.path == f"/{way.language}/contact/messages"
    assert way.heading() == words["received"]


def arrives(way, reference, words):
    """In the inbox; first a conflict of interest is asked about, then come the reason and its paragraph. The text opens
    by a press of its own.
    """
    way.open("/w/bosa/")
    way.press(f'a.reference:text-is("{reference}")')
    assert way.path.endswith("/before/") and words["paragraph"] not in way.words()
    way.choose("free", "yes")
    way.go_on()
    assert way.heading() == reference
    assert words["paragraph"] in way.page.locator("section#why").inner_text()
    assert STORY not in way.page.content()
    way.press('form:has(input[name="what"][value="report"]) button')
    assert STORY in way.words()


def is_silent(way, reference, words):
    """One notice without content, not before the batch; no page, count, list or search knows more."""
    for path in CEOS_PAGES:
        way.open("/w/desk/" + path.format(reference))
        shown = re.sub(r'<[^>]+ value="[^"]*"', "", way.page.content())
        assert reference not in shown
        assert STORY not in shown
        assert way.page.locator("tbody tr, main .tasks li").count() == 0
    way.open("/w/me/notices/")
    assert way.page.locator("main .tasks li").count() == 0
    Notice.objects.update(owed_at=F("owed_at") - BATCH)
    way.open("/w/me/notices/")
    assert way.page.locator("main .tasks li").count() == 1
    assert words["notice"] in way.words()
    assert way.page.locator("main .tasks a").count() == 0
    is_hidden(way, "desk", reference)


def is_hidden(way, desk, reference):
    assert way.open(f"/w/{desk}/cases/{reference}/").status == 404
    hidden = way.page.content()
    assert way.open(f"/w/{desk}/cases/C26ZZZ/").status == 404
    assert way.page.content() == hidden
