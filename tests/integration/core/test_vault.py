"""The vault: one server key in a file of its own, a key per record and purpose, receipts that lead to nobody."""

import os
from itertools import permutations
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from hypothesis import given
from hypothesis import strategies as st
from nacl.exceptions import CryptoError

from conduct.vault import cipher, digits, receipts, vault
from conduct.vault.digits import Mistyped
from conduct.vault.keys import data_key
from conduct.vault.kinds import Purpose, Sealed
from conduct.vault.models import SealedItem

KEY = bytes(range(32))


def test_bytes_moved_to_another_row_kind_or_record_do_not_open(filed):
    filed("officer1"), filed("officer1")
    items = list(SealedItem.objects.select_related("record"))

    for one, other in permutations(items, 2):
        key = data_key(other.record, Sealed(other.kind).purpose)
        with pytest.raises(CryptoError):
            cipher.unseal(key, bytes(one.sealed), cipher.context(other.record_id, other.pk, other.kind))


@given(text=st.binary(max_size=3000))
def test_what_goes_in_comes_out_and_its_length_is_hidden(text):
    sealed = cipher.seal(KEY, text, b"x")

    assert cipher.unseal(KEY, sealed, b"x") == text
    assert len(sealed) - 41 in {1024, 2048, 4096}


@given(at=st.integers(min_value=0, max_value=1064))
def test_one_turned_bit_closes_it(at):
    sealed = bytearray(cipher.seal(KEY, b"text", b"x"))
    sealed[at] ^= 1

    with pytest.raises((CryptoError, cipher.VaultClosed)):
        cipher.unseal(KEY, bytes(sealed), b"x")


@pytest.mark.parametrize(
    ("content", "mode", "says"),
    [("zz", 0o600, "cannot be read as a key"), ("00" * 32, 0o644, "read by others"), ("00" * 31, 0o600, "32 bytes")],
)
def test_a_key_file_that_is_wrong_closes_the_vault_and_says_why(settings, tmp_path, content, mode, says):
    path = tmp_path / "vault.key"
    path.write_text(content)
    path.chmod(mode)
    settings.VAULT_KEY_FILE = str(path)

    with pytest.raises(cipher.VaultClosed, match=says):
        cipher.server_key()


def test_a_missing_key_file_says_how_to_make_one_and_is_made_private(settings, tmp_path):
    settings.VAULT_KEY_FILE = str(tmp_path / "new" / "vault.key")

    with pytest.raises(cipher.VaultClosed, match="make_vault_key"):
        cipher.server_key()
    vault.make_server_key()
    assert len(cipher.server_key()) == 32
    assert os.stat(settings.VAULT_KEY_FILE).st_mode & 0o777 == 0o600
    with pytest.raises(FileExistsError):
        vault.make_server_key()


def test_identity_has_a_key_of_its_own(filed):
    record = filed("officer1").record

    assert data_key(record, Purpose.CONTENT) != data_key(record, Purpose.IDENTITY)


def test_text_is_not_opened_inside_a_transaction(filed, actor, now, transactional_db):
    case = filed("officer1")

    with transaction.atomic(), pytest.raises(RuntimeError):
        vault.open(actor("auditor1"), case.told, now=now)


def test_whoever_may_not_see_it_may_not_open_it(filed, actor, now):
    case = filed("officer1")

    for who in ("ceo", "director1", "employee1", "officer1"):
        with pytest.raises(PermissionDenied):
            vault.open(actor(who), case.told, now=now)


def test_a_receipt_opens_its_record_and_its_key_and_nothing_else(filed):
    record, other = filed("officer1").record, filed("officer1").record
    drawn = receipts.draw()
    receipts.keep(drawn, record)
    receipts.keep(receipts.draw(), other)

    assert receipts.find(digits.read(drawn.number.grouped())) == record
    assert receipts.content_key(drawn.number, record) == data_key(record, Purpose.CONTENT)
    assert receipts.find(digits.draw()) is None


def test_a_number_one_digit_off_is_a_typing_mistake_and_asks_no_database(db, django_assert_num_queries):
    number = digits.draw().grouped().replace(" ", "")
    with django_assert_num_queries(0):
        for place in range(len(number)):
            wrong = str((int(number[place]) + 1) % 10)
            with pytest.raises(Mistyped):
                digits.read(number[:place] + wrong + number[place + 1 :])


@pytest.mark.parametrize("write", [str, lambda n: n.replace(" ", "-"), lambda n: n.replace(" ", "ー") + "\n"])
def test_a_number_is_read_however_it_is_written(write):
    number = digits.draw()
    wide = str.maketrans("0123456789", "０１２３４５６７８９")

    assert digits.read(write(number.grouped())) == number
    assert digits.read(write(number.grouped()).translate(wide)) == number


def test_a_receipt_leads_to_no_person(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT column_name FROM information_schema.columns WHERE table_name = 'vault_receipt'")
        columns = {name for (name,) in cursor.fetchall()}

    assert columns == {
        "id", "locator", "record_id", "salt", "verifier", "public", "sealed_private", "wrapped_key",
    }  # fmt: skip


def test_an_unknown_record_has_no_context_in_common():
    assert cipher.context(uuid4(), "x") != cipher.context(uuid4(), "x")
