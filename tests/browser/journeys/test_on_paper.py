"""The Code, a paragraph and a matter on paper: one press, no controls, head and foot, everything unfolded."""

import re

import pytest

from conduct.people.models import Company
from conduct.provisions.models import Paragraph, Section
from conduct.rules.vocabulary import PersonClass

CONTROLS = "nav, button, form .actions, .skip, .exit-bar, .demo, header.top, footer.foot, input[type=search]"
HEAD, FOOT = ".sheet-head", ".sheet-foot"
WORDS = "The one who presides over the firm answers for how it is kept."
PRINTED = "() => { window.printed = 0; window.print = () => { window.printed += 1; }; }"


@pytest.fixture
def paragraph(staff, code):
    section = Section.objects.create(
        version=code, ordinal=3, numeral="III", title="Care", heading="Care", page=1, line=1
    )
    places = {"page": 1, "line_first": 1, "line_last": 2, "offset_first": 0, "offset_last": 9}
    row = {"version": code, "section": section, "key": "III ¶1", "ordinal": 1, "number": 1}
    return Paragraph.objects.create(text=WORDS, text_ja="会社を率いる者が責任を負う。", **row, **places)


@pytest.fixture
def pages(enter, filed, paragraph):
    """pages(language): each page that can be printed, opened, with a word that stands on it."""

    def opened(language):
        case = filed(PersonClass.EMPLOYEE)
        Company.objects.update(name_ja="楓ネットワークス株式会社")
        words = {"en": WORDS, "ja": "会社を率いる者が責任を負う。"}[language]
        for path in ("/xx/code/", "/xx/code/iii-1/"):
            anybody = enter(language=language)
            anybody.open(path)
            yield anybody, words
        ceo = enter("ceo", language=language)
        ceo.open(f"/w/desk/cases/{case.record.reference}/")
        yield ceo, case.record.reference

    return opened


def seen(page, selector):
    return [each for each in page.locator(selector).all() if each.is_visible()]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_on_paper_there_is_text_and_no_control(pages, language):
    for way, words in pages(language):
        page = way.page
        assert seen(page, CONTROLS) and not seen(page, f"{HEAD}, {FOOT}")

        page.emulate_media(media="print")
        assert [each.evaluate("each => each.outerHTML.slice(0, 80)") for each in seen(page, CONTROLS)] == []
        assert words in page.locator("main").inner_text()
        assert len(seen(page, HEAD)) == len(seen(page, FOOT)) == 1
        assert [each for each in page.locator("main details > :not(summary)").all() if not each.is_visible()] == []
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


@pytest.mark.parametrize("language", ["en", "ja"])
def test_it_becomes_sheets_of_paper(pages, language):
    for way, _words in pages(language):
        made = way.page.pdf(prefer_css_page_size=True)

        assert made.startswith(b"%PDF")
        assert 1 <= len(re.findall(rb"/Type\s*/Page\b", made)) <= 4
        assert re.search(rb"/MediaBox\s*\[0 0 59[45]\.\d+ 84[12]", made)


def test_one_press_prints(pages):
    for way, _words in pages("en"):
        way.page.evaluate(PRINTED)
        way.page.get_by_role("button", name="Print", exact=True).click()

        assert way.page.evaluate("window.printed") == 1


def test_without_scripts_there_is_nothing_to_press(enter, paragraph):
    anybody = enter(js=False)
    anybody.open("/en/code/")

    assert not anybody.page.locator("[data-print]").is_visible()


def test_a_matter_on_paper_says_who_printed_it_and_for_whose_eyes(pages):
    *_code, (ceo, reference) = pages("en")
    ceo.page.emulate_media(media="print")
    head, foot = (ceo.page.locator(each).inner_text() for each in (HEAD, FOOT))

    assert "Kaede Networks Inc." in head and reference in head
    assert "Confidential – for the CEO" in head and "Printed for Ceo" in head
    assert re.search(r"Fingerprint [\w-]{16}$", foot)
