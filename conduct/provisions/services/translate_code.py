"""Giving a version of the Code its Japanese words. The adopted text itself is never touched."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from conduct.provisions.adoption import Acting
from conduct.provisions.japanese import check_keys
from conduct.provisions.models import CodeVersion, Paragraph, Section


@transaction.atomic
def translate_code(*, actor: Acting, version: CodeVersion, japanese: Mapping[str, str], now: datetime) -> int:
    """Store the words by section numeral and paragraph key; how many were new or other than before."""
    sections = {section.numeral: section for section in version.sections.all()}
    paragraphs = {paragraph.key: paragraph for paragraph in version.paragraphs.all()}
    check_keys(japanese, frozenset(sections) | frozenset(paragraphs))

    titled = [section for key, section in sections.items() if section.title_ja != japanese.get(key, section.title_ja)]
    worded = [row for key, row in paragraphs.items() if row.text_ja != japanese.get(key, row.text_ja)]
    for section in titled:
        section.title_ja = japanese[section.numeral]
    for row in worded:
        row.text_ja = japanese[row.key]
    Section.objects.bulk_update(titled, ["title_ja"])
    Paragraph.objects.bulk_update(worded, ["text_ja"])
    return len(titled) + len(worded)
