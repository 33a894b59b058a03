"""A text becomes a version of the Code, once, and is never changed again."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from conduct.people.actor import SYSTEM, Actor
from conduct.people.models import Person
from conduct.provisions.adoption import AdoptedAfterEffective
from conduct.provisions.exhibit import read
from conduct.provisions.models import CodeVersion, Paragraph, Section
from conduct.provisions.queries import NoCodeInForce, code_version_on, paragraph, paragraphs_of
from conduct.provisions.services import Adoption, adopt_code

NOW = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
DAY = date(2026, 4, 1)


@pytest.mark.norm("N002")
def test_every_paragraph_is_stored_with_its_place_and_its_words(version, sample):
    code = read(sample)
    texts = [*code.paragraphs, *code.list_items]

    stored = {row.key: row for row in paragraphs_of(version)}

    assert (version.sha256, version.pages, version.title) == (code.sha256, 6, code.title)
    assert (version.sections.count(), len(stored)) == (13, 27 + 17)
    for text in texts:
        row, place = stored[text.key], text.place
        assert (row.text, row.page, row.line_first, row.line_last) == (text.text, place.page, *place_of(place))
        assert (row.offset_first, row.offset_last) == (place.start, place.end)


def place_of(place):
    return place.line_first, place.line_last


def test_paragraphs_come_in_the_order_of_the_text_with_their_items_below_them(version):
    keys = [row.key for row in paragraphs_of(version)]

    assert keys[:9] == ["I ¶1", "I ¶2", *(f"I ¶2({number})" for number in range(1, 7)), "I ¶3"]
    assert keys[-1] == "XIII ¶2"


def test_a_paragraph_is_found_by_its_key(version):
    found = paragraph("III ¶3(1)", version)

    assert (found.section.numeral, found.number, found.item) == ("III", 3, 1)
    assert paragraph("III ¶9", version) is None


def test_the_same_file_is_adopted_once(version, adopt, sample):
    again, is_new = adopt_code(
        actor=SYSTEM,
        code=read(sample),
        adoption=Adoption(adopted_on=date(2026, 9, 1), effective_on=date(2026, 9, 1)),
        now=NOW + timedelta(days=1),
    )

    assert (again, is_new) == (version, False)
    assert again.effective_on == date(2026, 4, 1)
    assert (CodeVersion.objects.count(), Paragraph.objects.count()) == (1, 44)


def test_one_changed_letter_is_another_version(version, adopt, sample):
    other = adopt(sample.replace(b"speaks up early", b"speaks up soon!"), effective_on=date(2026, 9, 1))

    assert other != version
    assert code_version_on(date(2026, 8, 31)) == version
    assert code_version_on(date(2026, 9, 1)) == other


def test_of_two_versions_of_one_day_the_later_import_counts(version, adopt, sample):
    code = read(sample.replace(b"speaks up early", b"speaks up soon!"))
    adoption = Adoption(adopted_on=DAY, effective_on=DAY)

    other, _ = adopt_code(actor=SYSTEM, code=code, adoption=adoption, now=NOW + timedelta(minutes=1))

    assert code_version_on(DAY) == other


def test_before_the_first_version_there_is_no_code(version):
    with pytest.raises(NoCodeInForce) as refused:
        code_version_on(date(2026, 3, 31))

    assert str(refused.value) == "No Code of Conduct was in force on 2026-03-31. Import the adopted text first."


def test_who_adopted_it_is_kept(db, sample):
    admin = Person.objects.create(username="admin", name="Admin")

    adoption = Adoption(adopted_on=DAY, effective_on=DAY)
    version, _ = adopt_code(actor=Actor(admin), code=read(sample), adoption=adoption, now=NOW)

    assert (version.imported_by, version.imported_at) == (admin, NOW)


def test_a_code_cannot_bind_people_before_it_was_adopted(db, sample):
    adoption = Adoption(adopted_on=date(2026, 4, 2), effective_on=DAY)

    with pytest.raises(AdoptedAfterEffective):
        adopt_code(actor=SYSTEM, code=read(sample), adoption=adoption, now=NOW)

    assert not CodeVersion.objects.exists()


CHANGES = {
    "the date of a version": lambda: CodeVersion.objects.update(effective_on=date(2027, 1, 1)),
    "the hash of a version": lambda: CodeVersion.objects.update(sha256="0" * 64),
    "the text of a paragraph": lambda: Paragraph.objects.filter(key="I ¶4").update(text="Anybody may waive anything."),
    "the key of a paragraph": lambda: Paragraph.objects.filter(key="I ¶4").update(key="I ¶9"),
    "the title of a section": lambda: Section.objects.filter(numeral="I").update(title="Nothing"),
    "the version": lambda: CodeVersion.objects.all()._raw_delete("default"),
    "a section": lambda: Section.objects.all()._raw_delete("default"),
    "a paragraph": lambda: Paragraph.objects.filter(key="I ¶4").delete(),
    "one more paragraph": lambda: Paragraph.objects.create(**like(Paragraph, key="I ¶7", ordinal=99)),
    "one more section": lambda: Section.objects.create(**like(Section, numeral="XIV", ordinal=14)),
}


def like(model, **changes):
    row = model.objects.order_by("pk").values().first()
    return {name: value for name, value in row.items() if name != "id"} | changes


@pytest.mark.norm("N002")
@pytest.mark.parametrize("what", CHANGES)
def test_the_database_refuses_to_change_a_version(what, version):
    with pytest.raises(IntegrityError), transaction.atomic():
        CHANGES[what]()

    assert paragraph("I ¶4", version).text.startswith("Kaede may, now and then")
    assert (Paragraph.objects.count(), Section.objects.count()) == (44, 13)


def test_a_japanese_text_may_be_added_later(version):
    Paragraph.objects.filter(key="II ¶1").update(text_ja="法令を守る。")
    Section.objects.filter(numeral="II").update(title_ja="法令の遵守")

    assert paragraph("II ¶1", version).text_ja == "法令を守る。"
