"""Putting a version of a piece of evidence away: its file, its hash, and the line of custody."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime

from conduct.inquiries.models import Custody, Exhibit, ExhibitVersion
from conduct.inquiries.wording import About, Line
from conduct.people.actor import Actor
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Audience, CustodyStep
from conduct.vault import vault
from conduct.vault.kinds import Sealed

MOST = 10_000_000


class TooLarge(RuleBroken):
    """A file of more than ten megabytes is not kept here."""

    sentence = gettext_noop("The file is larger than 10 MB. Keep it elsewhere, and note here where and its hash.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One version of a piece of evidence, as it is handed in: what is said of it, its bytes if any, and for whom."""

    about: About
    audience: Audience
    content: bytes | None = None


def keep(exhibit: Exhibit, piece: Piece, actor: Actor, *, redacts: bool = False, now: datetime) -> ExhibitVersion:
    """The next version, hashed before it is sealed. Raises TooLarge."""
    return ExhibitVersion.objects.create(
        record=exhibit.record,
        exhibit=exhibit,
        version=exhibit.versions.count() + 1,
        audience=piece.audience.value,
        about=vault.seal(exhibit.record, Sealed.EXHIBIT, hashed(piece).as_text(), now=now),
        file=vault.seal_file(exhibit.record, piece.content, now=now) if piece.content is not None else None,
        redacts=redacts,
        kept_by=actor.who,
        kept_at=now,
    )


def hashed(piece: Piece) -> About:
    """With size and SHA-256 of the file, exactly as it came."""
    if piece.content is None:
        return piece.about
    if len(piece.content) > MOST:
        raise TooLarge
    digest = hashlib.sha256(piece.content).hexdigest()
    return replace(piece.about, size=len(piece.content), digest=digest)


def seal_of(version: ExhibitVersion) -> bytes:
    """What the ledger repeats: the hash of the sealed bytes, which tells nobody which file it is."""
    return vault.seal_hash(version.file or version.about)


def note(
    exhibit: Exhibit,
    step: CustodyStep,
    actor: Actor,
    *,
    line: Line | None = None,
    version: int | None = None,
    now: datetime,
) -> None:
    """One line of custody. Lines stay for good."""
    sealed = vault.seal(exhibit.record, Sealed.CUSTODY, line.as_text(), now=now) if line else None
    known = {"record": exhibit.record, "exhibit": exhibit, "step": step.value, "version": version}
    Custody.objects.create(text=sealed, by=actor.who, at=now, **known)
