"""Evidence: hashed as it came, in versions for readers of their own, with a chain of custody that nobody rewrites."""

import hashlib

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.db.utils import InternalError

from conduct.audit.domains import Domain
from conduct.audit.events import Event
from conduct.audit.models import AuditEvent
from conduct.inquiries.models import Custody, ExhibitVersion, Happening
from conduct.inquiries.reading import open_file, open_inquiry, who_knew
from conduct.inquiries.services import (
    About,
    Line,
    Piece,
    What,
    add_exhibit_version,
    enter_happening,
    keep_exhibit,
    note_custody,
)
from conduct.inquiries.services._content import NotFoundHere, StillToCome
from conduct.inquiries.services._evidence import MOST, TooLarge
from conduct.inquiries.services._standing import NotOnTheTeam
from conduct.inquiries.services.add_exhibit_version import WithoutReason
from conduct.inquiries.services.note_custody import NotByHand
from conduct.records.models import Copy
from conduct.rules.vocabulary import Audience, CustodyStep, TeamPart
from conduct.vault import vault
from conduct.vault.models import SealedItem

pytestmark = pytest.mark.django_db
JOURNAL = b"%PDF-1.7 the journal of June"


def piece(content=JOURNAL, audience=Audience.TEAM, **words):
    about = {"title": "Journal", "source": "Accounting", "original_at": "Safe 3", "filename": "june.pdf"} | words
    return Piece(about=About(**about), audience=audience, content=content)


@pytest.fixture
def kept(mandated, join, actor, now):
    """kept(audience): a matter in which employee2, the lead, has put the journal away."""

    def make(audience=Audience.TEAM):
        case = mandated()
        join(case, "employee2", TeamPart.LEAD)
        return keep_exhibit(actor=actor("employee2"), case=case, piece=piece(audience=audience), now=now)

    return make


def exhibits(actor, case, now):
    return open_inquiry(actor, case, now=now).exhibits


@pytest.mark.django_db(transaction=True)
def test_a_file_comes_back_byte_for_byte_with_the_hash_of_its_arrival(kept, actor, now):
    case = kept()

    download = open_file(actor("employee2"), case, 1, 1, now=now)

    assert download.content == JOURNAL and download.is_whole
    assert download.about.digest == hashlib.sha256(JOURNAL).hexdigest()
    assert (download.about.filename, download.about.size) == ("june.pdf", len(JOURNAL))


@pytest.mark.django_db(transaction=True)
def test_the_hash_changes_when_one_byte_does(kept, actor, now):
    case = kept()
    other = bytes([JOURNAL[0] ^ 1]) + JOURNAL[1:]
    add_exhibit_version(actor=actor("employee2"), case=case, number=1, piece=piece(other), redacts=False, now=now)

    first, second = exhibits(actor("employee2"), case, now)
    assert first.about.digest != second.about.digest
    seals = [line.facts["seal"] for line in AuditEvent.objects.filter(event=Event.EXHIBIT_KEPT.value)]
    assert len(set(seals)) == 2 and not {first.about.digest, second.about.digest} & set(seals)


@pytest.mark.django_db(transaction=True)
def test_bytes_that_were_changed_at_rest_do_not_open(kept, actor, now):
    from nacl.exceptions import CryptoError  # noqa: PLC0415

    case = kept()
    item = ExhibitVersion.objects.get().file
    broken = bytes(item.sealed)
    item.sealed = broken[:-1] + bytes([broken[-1] ^ 1])

    with pytest.raises(CryptoError):
        vault.open_file(actor("employee2"), item, now=now)
    assert open_file(actor("employee2"), case, 1, 1, now=now).is_whole


@pytest.mark.django_db(transaction=True)
def test_a_redaction_is_a_version_of_its_own_with_a_reason_and_readers(kept, actor, now):
    case = kept(Audience.BODY)
    words = {"case": case, "number": 1, "redacts": True, "now": now}
    redacted = piece(b"the journal", Audience.MATTER, reason="A name of a customer.")

    with pytest.raises(NotFoundHere):
        add_exhibit_version(actor=actor("employee2"), piece=redacted, **words)
    case = keep_exhibit(actor=actor("employee2"), case=case, piece=piece(), now=now)
    with pytest.raises(WithoutReason):
        add_exhibit_version(actor=actor("employee2"), piece=piece(b"x"), **words | {"number": 2})
    add_exhibit_version(actor=actor("employee2"), piece=redacted, **words | {"number": 2})

    assert [(each.version.exhibit.number, each.version.version) for each in exhibits(actor("auditor2"), case, now)] == [
        (1, 1), (2, 1), (2, 2),
    ]  # fmt: skip
    assert [each.version.exhibit.number for each in exhibits(actor("employee2"), case, now)] == [2, 2]
    with pytest.raises(NotFoundHere):
        open_file(actor("employee2"), case, 1, 1, now=now)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("audience", list(Audience))
def test_an_item_opens_for_its_readers_alone(kept, actor, now, audience):
    case = kept(audience)
    readers = {"auditor2": set(Audience), "employee2": {Audience.MATTER, Audience.TEAM}, "ceo": set()}

    for name, reads in readers.items():
        if audience in reads:
            assert open_file(actor(name), case, 1, 1, now=now).content == JOURNAL
        else:
            with pytest.raises((NotFoundHere, PermissionDenied)):
                open_file(actor(name), case, 1, 1, now=now)


@pytest.mark.django_db(transaction=True)
def test_the_chain_says_who_received_opened_and_handed_on_and_where_the_original_lies(kept, actor, now):
    case = kept()
    open_file(actor("auditor1"), case, 1, 1, now=now)
    line = Line(who="The bank", where="Its vault", note="By courier")
    note_custody(actor=actor("employee2"), case=case, number=1, step=CustodyStep.HANDED_ON, line=line, now=now)

    chain = open_inquiry(actor("auditor1"), case, now=now).custody
    assert [(row.step, row.by.username, text.who, text.where) for row, text in chain] == [
        ("received", "employee2", "Accounting", "Safe 3"),
        ("opened", "auditor1", "", ""),
        ("handed_on", "employee2", "The bank", "Its vault"),
    ]


@pytest.mark.django_db(transaction=True)
def test_a_body_that_only_reads_a_copy_leaves_no_trace_in_the_chain(kept, actor, now):
    case = kept(Audience.MATTER)
    Copy.objects.create(record=case.record, body="board", since=now)

    assert open_file(actor("director1"), case, 1, 1, now=now).is_whole

    assert [line.step for line in Custody.objects.all()] == ["received"]
    lines = AuditEvent.objects.filter(record=case.record, actor__username="director1")
    assert {line.domain for line in lines} == {"board"}


def test_the_chain_is_not_rewritten_and_writes_its_own_openings(kept, actor, now):
    case = kept()

    with pytest.raises(NotByHand):
        note_custody(actor=actor("employee2"), case=case, number=1, step=CustodyStep.OPENED, line=Line(), now=now)
    for change in (Custody.objects.update, ExhibitVersion.objects.update):
        with pytest.raises(InternalError), transaction.atomic():
            change(version=2)
    with pytest.raises(InternalError), transaction.atomic():
        Custody.objects.all()._raw_delete("default")


def test_what_is_too_large_is_refused_and_only_the_team_keeps_evidence(kept, actor, now):
    case = kept()

    with pytest.raises(TooLarge):
        keep_exhibit(actor=actor("employee2"), case=case, piece=piece(bytes(MOST + 1)), now=now)
    with pytest.raises(NotOnTheTeam):
        keep_exhibit(actor=actor("auditor1"), case=case, piece=piece(), now=now)
    with pytest.raises(PermissionDenied):
        keep_exhibit(actor=actor("employee1"), case=case, piece=piece(), now=now)


def test_nothing_of_a_file_lies_in_clear(kept):
    kept()

    for item in SealedItem.objects.all():
        assert JOURNAL not in bytes(item.sealed) and hashlib.sha256(JOURNAL).digest() not in bytes(item.sealed)
    assert ExhibitVersion.objects.get().file.kind == "file"


@pytest.mark.django_db(transaction=True)
def test_what_happened_stands_in_its_order_and_a_correction_follows_the_entry(kept, actor, now):
    case = kept()
    for on, what in (("2026-06-30", "Booked"), ("2026-04-01", "Agreed")):
        enter_happening(actor=actor("employee2"), case=case, what=What(on=on, what=what), corrects=None, now=now)
    wrong = Happening.objects.order_by("pk").first()
    right = {"what": What(on="2026-03-31", what="Booked before"), "corrects": wrong.pk, "now": now}
    enter_happening(actor=actor("employee2"), case=case, **right)

    told = open_inquiry(actor("auditor2"), case, now=now).happenings
    assert [what.what for _, what in told] == ["Booked before", "Agreed"]
    assert Happening.objects.count() == 3
    with pytest.raises(NotFoundHere):
        enter_happening(actor=actor("employee2"), case=case, **right)
    with pytest.raises(StillToCome):
        enter_happening(
            actor=actor("employee2"), case=case, what=What(on="2999-01-01", what="?"), corrects=None, now=now
        )


@pytest.mark.django_db(transaction=True)
def test_who_knew_when_comes_from_the_ledger_each_opening_once(kept, actor, now):
    case = kept()
    for _ in range(2):
        vault.open(actor("auditor2"), case.told, now=now)

    lines = who_knew(case, [Domain.BOSA])

    assert [(line.event, line.actor and line.actor.username) for line in lines] == [
        ("report:filed", None), ("record:taken", "auditor1"), ("statement:signed", "employee2"),
        ("text:opened", "auditor2"),
    ]  # fmt: skip
    assert who_knew(case, [Domain.CEO]) == []


def test_a_version_number_stands_once(kept, now):
    kept()
    version = ExhibitVersion.objects.get()
    version.pk = None

    with pytest.raises(IntegrityError), transaction.atomic():
        version.save()
