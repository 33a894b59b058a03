"""Every brick is on the page of bricks, refuses a misspelt argument, and says in words what it shows in colour."""

import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest
from django import forms
from django.http import Http404
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory
from django.urls import include, path
from django.utils import translation

from conduct.rules.vocabulary import Authority, Body, Stage
from conduct.web.components import components
from conduct.web.templatetags.ui import register
from conduct.web.templatetags.ui.words import number_of

ROOT = Path(__file__).resolve().parents[3]
FRAMES = [*ROOT.glob("templates/layouts/*.html"), ROOT / "templates" / "base.html"]
PAGES = [*ROOT.glob("templates/web/**/*.html"), *FRAMES]
NOW = datetime(2026, 11, 22, 5, 14, tzinfo=UTC)
urlpatterns = [
    path("bricks/", components, name="components"),
    path("", include("conduct.provisions.urls")),
    path("", include("conduct.contact.urls")),
]
pytestmark = pytest.mark.urls(__name__)


def shown(text, language="en", **context):
    with translation.override(language):
        return Template("{% load ui %}" + text).render(Context(context))


@pytest.fixture
def page(settings):
    """page(lang="ja", theme="dark", frame="contact"): the page of bricks."""
    settings.DEMO = True

    def answer(**choices):
        return components(RequestFactory().get("/bricks/", choices)).content.decode()

    return answer


class Reader(HTMLParser):
    """Ids, and everything that points to an id; styles, scripts and event attributes inside the page."""

    def __init__(self, text):
        super().__init__()
        self.ids, self.pointers, self.inline = Counter(), set(), []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.ids.update([given["id"]] if "id" in given else [])
        for name in ("for", "aria-describedby", "aria-labelledby"):
            self.pointers.update((given.get(name) or "").split())
        self.inline += [name for name in given if name == "style" or name.startswith("on")]
        self.inline += [tag] if tag == "style" or (tag == "script" and "src" not in given) else []


@pytest.mark.parametrize("frame", ["work", "contact", "public"])
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_page_of_bricks_holds_together(page, lang, frame):
    read = Reader(page(lang=lang, frame=frame))

    assert read.inline == []
    assert [name for name, times in read.ids.items() if times > 1] == []
    assert read.pointers - set(read.ids) == set()


def test_the_page_of_bricks_is_shut_outside_the_demo(settings):
    settings.DEMO = settings.DEBUG = False

    with pytest.raises(Http404):
        components(RequestFactory().get("/bricks/"))


def test_every_brick_is_used_on_the_page_of_bricks():
    used = set(re.findall(r"{% (\w+)", "\n".join(page.read_text() for page in PAGES)))
    inside = {"cite", "authority_mark", "icon"}

    assert set(register.tags) - used - inside == set()


@pytest.mark.parametrize("tag", ["button 'Send' colour='red'", "due at now metat=at", "notice tune='late'", "cite"])
def test_a_misspelt_argument_stops_the_page(tag):
    with pytest.raises(TemplateSyntaxError):
        Template("{% load ui %}{% " + tag + " %}")


@pytest.mark.parametrize("body", [*Body, *Authority, "public"])
def test_every_body_has_a_letter_and_a_word(body):
    text = shown("{% authority_mark body %}", body=body)

    assert re.search(r'class="mark-letter" aria-hidden="true">.</b><span class="mark-word">\w+', text)


@pytest.mark.parametrize("stage", list(Stage))
def test_every_stage_has_a_word_and_as_many_pips_as_steps_taken(stage):
    text = shown("{% stage_tag stage %}", stage=stage)

    assert text.count("pip-on") == list(Stage).index(stage) + 1
    assert re.search(r"</svg>\w+", text)


@pytest.mark.parametrize(
    ("days", "met_days", "english", "japanese"),
    [
        (4, None, "in 4 days", "あと4日"),
        (1, None, "in 1 day", "あと1日"),
        (0.1, None, "today by 16:38", "今日 16:38まで"),
        (-0.1, None, "late since 11:50", "11:50から超過"),
        (-1, None, "1 day late", "1日超過"),
        (-2, None, "2 days late", "2日超過"),
        (1, 0, "done on time", "期限内に完了"),
        (-3, 0, "done, 3 days late", "3日遅れで完了"),
        (None, None, "no date", "期日なし"),
    ],
)
def test_a_due_date_is_told_in_words(days, met_days, english, japanese):
    at = None if days is None else NOW + timedelta(days=days)
    met_at = None if met_days is None else NOW
    due = {"at": at, "now": NOW, "met_at": met_at}

    assert english in shown("{% due at now met_at=met_at %}", **due)
    assert japanese in shown("{% due at now met_at=met_at %}", "ja", **due)


@pytest.mark.parametrize(
    ("key", "language", "eye", "ear"),
    [
        ("III ¶3(1)", "en", "III ¶3(1)", "section 3, paragraph 3, item 1"),
        ("III ¶3(1)", "ja", "III 第3段落(1)", "3章、第3段落、1号"),
        ("IX ¶2", "en", "IX ¶2", "section 9, paragraph 2"),
        ("XIII", "ja", "XIII", "13章"),
        ("Companies Act 369", "en", "Companies Act 369", "Companies Act 369"),
    ],
)
def test_a_paragraph_has_a_sign_for_the_eye_and_words_for_the_ear(key, language, eye, ear):
    text = shown("{% cite key %}", language, key=key)

    assert re.findall(r'<span aria-hidden="true">(.*?)</span><span class="ear">(.*?)</span>', text) == [(eye, ear)]


def test_roman_numbers_of_the_sections():
    signs = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII"]

    assert [number_of(sign) for sign in signs] == list(range(1, 14))


def test_dates_are_written_as_each_language_writes_them():
    on = date(2026, 11, 22)

    assert shown("{{ on|day }}|{{ on|short_day }}", on=on).count("22 Nov") == 2
    assert ">2026年11月22日<" in shown("{{ on|day }}", "ja", on=on)
    assert ">22 Nov 2026, 14:14<" in shown("{{ at|moment }}", at=NOW)


def test_a_small_number_is_hidden_in_the_bars_the_table_and_the_description():
    rows = [{"label": "Sales", "count": 3}, {"label": "Works", "count": 12}, {"label": "Desk", "count": 0}]
    text = shown('{% chart "c" "Finding" "Caption" rows %}', rows=rows)

    assert text.count("under 5") == 3
    assert not re.search(r">3<|: 3;", text)


def test_a_receipt_number_is_grouped_for_the_eye_and_spelt_for_the_ear():
    text = shown("{% receipt_panel number %}", number="482719305561207433186047")

    assert re.findall(r"<span>(\d{4})</span>", text) == ["4827", "1930", "5561", "2074", "3318", "6047"]
    assert "4, 8, 2, 7; 1, 9, 3, 0" in text


class Asked(forms.Form):
    """One field, and a question with choices."""

    who = forms.ChoiceField(choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect, help_text="Hint")
    what = forms.CharField(max_length=60, widget=forms.Textarea, help_text="<b>own</b> words")


def test_the_error_summary_leads_to_the_first_control_of_each_wrong_field():
    text = shown("{% error_summary form %}", form=Asked({}))

    assert re.findall(r'href="#(\w+)"', text) == ["id_who_0", "id_what"]
    assert 'role="alert"' in text
    assert shown("{% error_summary form %}", form=Asked()).strip() == ""


def test_a_field_keeps_hint_and_error_within_reach_and_says_nothing_as_markup():
    text = shown("{{ field.as_field_group }}", field=Asked({})["what"])

    assert 'aria-describedby="id_what_helptext id_what_error"' in text
    assert 'id="id_what_helptext"' in text and 'id="id_what_error"' in text
    assert "<b>" not in text and "Up to 60 characters" in text


def test_a_question_is_the_heading_of_its_page():
    text = shown("{% question field %}", field=Asked()["who"])

    assert "<legend><h1>Who</h1></legend>" in text


def test_the_title_of_a_page_with_errors_begins_with_the_word():
    page = Template('{% extends "base.html" %}{% block title %}T{% endblock %}')

    with translation.override("ja"):
        assert "<title>エラー： T – 行動規範の窓口</title>" in page.render(Context({"form": Asked({})}))
        assert "<title>T – 行動規範の窓口</title>" in page.render(Context({"form": Asked()}))
