"""The Code for everybody, in both languages, without a cookie."""

from datetime import date

import pytest
from django.test import Client

from conduct.provisions.models import Paragraph, Section

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    def opened(address: str, **query: str) -> str:
        answer = Client().get(address, query)
        assert answer.status_code == 200
        assert not answer.cookies
        return answer.content.decode()

    return opened


LANGUAGES = ("en", "ja")


@pytest.mark.parametrize("language", LANGUAGES)
def test_before_a_code_is_adopted_the_page_says_so(language, page):
    text = page(f"/{language}/code/")

    assert {"en": "No version is in force yet.", "ja": "施行されている版はまだありません。"}[language] in text
    assert Client().get(f"/{language}/code/i-1/").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_code_is_one_page_with_an_address_for_every_paragraph(language, page, version):
    text = page(f"/{language}/code/")

    for row in Paragraph.objects.filter(version=version):
        slug = row.key.lower().replace(" ¶", "-").replace("(", "-").replace(")", "")
        assert f'id="{slug}"' in text
        assert f'href="/{language}/code/{slug}/"' in text
    for section in Section.objects.filter(version=version):
        assert f'<a href="#{section.numeral.lower()}">' in text
    assert version.sha256 in text
    assert "B-26-03" in text


def test_the_first_of_april_is_written_as_the_language_writes_it(page, version):
    assert "In force since <time" in page("/en/code/")
    assert "2026年4月1日" in page("/ja/code/")


def test_english_words_on_a_japanese_page_are_marked_as_english(page, version):
    text = page("/ja/code/")

    assert '<p lang="en">Kaede does business within the law' in text
    assert "日本語の文がない段落があります" in text


def test_japanese_words_stand_where_they_are_given(page, version):
    Paragraph.objects.filter(version=version).update(text_ja="決まりを守ります。")
    Section.objects.filter(version=version).update(title_ja="法令の遵守")

    whole, one = page("/ja/code/"), page("/ja/code/ii-1/")

    assert "<p>決まりを守ります。</p>" in whole
    assert "日本語の文がない段落があります" not in whole
    assert "Kaede does business" not in whole
    assert '<p lang="en">Kaede does business within the law' in one
    assert "Kaede does business" in page("/en/code/")


def test_what_is_sought_is_marked_and_counted(page, version):
    text = page("/en/code/", q="WAIVER")

    assert text.count("<mark>waiver</mark>") == 3
    assert "Places with “WAIVER”: 1." in text
    assert '<a href="#i-4">' in text


def test_a_paragraph_can_be_sought_by_its_name(page, version):
    for name in ("III ¶3", "iii-3", "ⅢＩ".replace("ⅢＩ", "iii ¶3")):
        assert '<div class="code-paragraph code-found" id="iii-3">' in page("/en/code/", q=name)


def test_what_is_not_there_is_said_to_be_absent(page, version):
    assert "“zebra” does not stand in this version." in page("/en/code/", q="zebra")
    assert "「zebra」はこの版にはありません。" in page("/ja/code/", q="zebra")


def test_what_is_sought_cannot_become_markup(page, version):
    text = page("/en/code/", q='"><script>alert(1)</script>\0')

    assert "<script>alert" not in text
    assert "&quot;&gt;&lt;script&gt;" in text


def test_signs_of_patterns_are_sought_as_they_are(page, version):
    assert "does not stand in this version" in page("/en/code/", q=".*(")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paragraph_has_a_page_of_its_own(language, page, version):
    for row in Paragraph.objects.filter(version=version):
        slug = row.key.lower().replace(" ¶", "-").replace("(", "-").replace(")", "")
        text = page(f"/{language}/code/{slug}/")
        assert row.text[:20] in text.replace("&quot;", '"').replace("&#x27;", "'")
        assert text.count("<h1") == 1


def test_a_paragraph_is_cited_with_page_and_lines_and_read_aloud_in_words(page, version):
    row = Paragraph.objects.get(version=version, key="III ¶3(1)")
    english, japanese = page("/en/code/iii-3-1/"), page("/ja/code/iii-3-1/")

    assert f"(p. 3, L{row.line_first}-{row.line_last})" in english
    assert '<span aria-hidden="true">III ¶3(1)</span>' in english
    assert '<span class="ear">section 3, paragraph 3, item 1</span>' in english
    assert '<span class="ear">3章、第3段落、1号</span>' in japanese
    assert f"（3ページ、L{row.line_first}-{row.line_last}）" in japanese


def test_a_single_line_is_cited_without_a_range(page, version):
    row = Paragraph.objects.get(version=version, key="V ¶3")

    assert f"(p. 4, L{row.line_first})" in page("/en/code/v-3/")


def test_a_paragraph_leads_to_the_one_before_and_the_one_after(page, version):
    third = page("/en/code/iii-3/")
    assert '<a rel="prev" href="/en/code/iii-2/">' in third
    assert '<a rel="next" href="/en/code/iii-4/">' in third

    item = page("/en/code/iii-3-1/")
    assert '<a rel="prev" href="/en/code/iii-3/">' in item
    assert '<a rel="next" href="/en/code/iii-3-2/">' in item

    assert 'rel="prev"' not in page("/en/code/i-1/")
    assert 'rel="next"' not in page("/en/code/xiii-2/")


def test_a_paragraph_shows_its_list_and_an_item_the_words_above_it(page, version):
    assert page("/en/code/iii-3/").count('class="code-item-number"') == 2
    assert "Two things are expected" in page("/en/code/iii-3-1/")


@pytest.mark.parametrize("address", ["iii-9", "iii-3-9", "xiv-1", "iii-03", "III-3", "iii", "zzz", "iii-99999999999"])
def test_what_the_version_does_not_have_is_not_found(address, version):
    assert Client().get(f"/en/code/{address}/").status_code == 404


def test_an_earlier_version_is_found_by_any_of_its_days(page, version, adopt, sample):
    adopt(sample.replace(b"speaks up early", b"speaks up soon!"), effective_on=date(2026, 9, 1))

    current, earlier = page("/en/code/"), page("/en/code/", version="2026-05-05")

    assert "speaks up soon!" in current
    assert '<a href="/en/code/?version=2026-04-01">' in current
    assert "speaks up early" in earlier
    assert "This is an earlier version." in earlier
    assert 'href="/en/code/i-2-6/?version=2026-04-01"' in earlier
    assert "speaks up early" in page("/en/code/i-2-6/", version="2026-04-01")


def test_a_version_that_is_not_in_force_yet_is_not_shown(page, version, adopt, sample):
    adopt(sample.replace(b"speaks up early", b"speaks up soon!"), effective_on=date(2999, 1, 1))

    assert "speaks up early" in page("/en/code/")
    assert "2999" not in page("/en/code/")
    assert Client().get("/en/code/?version=2999-01-01").status_code == 404


@pytest.mark.parametrize("day", ["2020-01-01", "yesterday", "2026-13-01", "%00"])
def test_a_day_without_a_version_is_not_found(day, version):
    assert Client().get(f"/en/code/?version={day}").status_code == 404
    assert Client().get(f"/en/code/i-1/?version={day}").status_code == 404


def test_a_page_of_the_code_takes_few_questions_to_the_database(version, django_assert_num_queries):
    client = Client()

    with django_assert_num_queries(3):
        client.get("/en/code/")
    with django_assert_num_queries(5):
        client.get("/en/code/iii-3/")


def test_nothing_can_be_sent_to_the_code(version):
    assert Client().post("/en/code/").status_code == 405
    assert Client().post("/en/code/i-1/").status_code == 405
