"""Whatever a person typed lies in the vault. No other table of ours has room for it."""

import pytest
from django.apps import apps
from django.db import models

from tests.architecture.tree import ROOMS

IN_CLEAR = {
    "people": "the organisation: names, offices, dates",
    "provisions": "the Code and the calendars",
}
WITH_A_REASON = {
    "answers.Wording.asked_en": "published words, approved by two people",
    "answers.Wording.asked_ja": "published words, approved by two people",
    "answers.Wording.answer_en": "published words, approved by two people",
    "answers.Wording.answer_ja": "published words, approved by two people",
    "audit.AuditEvent.facts": "words of the Code, keys, numbers and dates; the ledger refuses a plain string",
    "audit.AuditEvent.entry": "the same facts as canonical bytes",
    "audit.AuditEvent.leaf": "a hash",
    "contact.ContactSession.sealed": "sealed bytes: a draft, under a key that only the visitor's cookie holds",
    "vault.DataKey.wrapped": "a wrapped key",
    "vault.SealedItem.sealed": "sealed bytes: this is where text lies",
    "vault.SealedItem.digest": "the hash of sealed bytes that were destroyed",
    "retention.Tombstone.digest": "a hash",
    "protection.Watch.mark": "a keyed hash, which the vault alone can make and compare",
    "protection.SeenEvent.mark": "a keyed hash, which the vault alone can make and compare",
    "vault.Receipt.salt": "a salt",
    "vault.Receipt.verifier": "a hash",
    "vault.Receipt.public": "a public key",
    "vault.Receipt.sealed_private": "a wrapped key",
    "vault.Receipt.wrapped_key": "a wrapped key",
}
ROOMY = (models.TextField, models.FileField, models.JSONField, models.BinaryField)


def ours():
    for app in apps.get_app_configs():
        if app.name.split(".")[0] in ROOMS and app.label not in IN_CLEAR:
            yield from (
                field for model in app.get_models() if not model._meta.proxy for field in model._meta.local_fields
            )


@pytest.mark.parametrize("field", list(ours()), ids=str)
def test_a_field_is_a_word_a_date_or_a_key(field):
    assert str(field) in WITH_A_REASON or not is_roomy(field)


def is_roomy(field):
    return isinstance(field, ROOMY) or (isinstance(field, models.CharField) and (field.max_length or 1000) > 60)


def test_every_reason_still_has_its_field():
    assert set(WITH_A_REASON) <= {str(field) for field in ours() if is_roomy(field)}
