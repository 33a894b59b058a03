"""Issuing and revoking access tokens. Everybody does it for themselves; nobody for somebody else."""

import secrets
import string
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction

from conduct import clock
from conduct.audit import ledger
from conduct.audit.events import Event
from conduct.people.actor import Actor
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.web.models import ApiToken
from conduct.web.scopes import LONGEST, Scope
from conduct.web.secrecy import fingerprint

MARK = "conduct"
LETTERS = string.ascii_letters + string.digits
PREFIX, SECRET = 8, 43  # 43 letters and digits out of 62: 256 bits


class NotThatLong(RuleBroken):
    """A token ends after today and within a year."""

    sentence = gettext_noop("An access token ends after today and within a year.")


class NothingAllowed(RuleBroken):
    """A token without a scope could do nothing."""

    sentence = gettext_noop("Say what the access token may be used for.")


@dataclass(frozen=True, slots=True)
class Issued:
    """A new token, and the only moment at which its text exists outside the owner's hands."""

    token: ApiToken
    text: str


@transaction.atomic
def issue_token(*, actor: Actor, label: str, scopes: Collection[Scope], expires_on: date, now: datetime) -> Issued:
    """Make a token for the person who acts. Its text is shown once; only its hash is kept."""
    if actor.person is None or not actor.person.is_active:
        raise PermissionDenied
    today = clock.day(now)
    if not today < expires_on <= today + timedelta(days=LONGEST):
        raise NotThatLong
    if not scopes:
        raise NothingAllowed

    prefix, text = drawn()
    token = ApiToken.objects.create(
        person=actor.person,
        label=label,
        prefix=prefix,
        fingerprint=fingerprint(text),
        scopes=[scope.value for scope in Scope if scope in scopes],
        issued_on=today,
        expires_on=expires_on,
    )

    ledger.record(actor, Event.TOKEN_ISSUED, None, at=now, until=expires_on)
    return Issued(token, text)


@transaction.atomic
def revoke_token(*, actor: Actor, token: ApiToken, now: datetime) -> ApiToken:
    """End one of one's own tokens at once. A token that has ended stays ended."""
    if actor.person is None or token.person_id != actor.person.pk:
        raise PermissionDenied

    today = clock.day(now)
    if ApiToken.objects.filter(pk=token.pk, revoked_on=None).update(revoked_on=today):
        ledger.record(actor, Event.TOKEN_REVOKED, None, at=now)
    token.refresh_from_db()
    return token


def drawn() -> tuple[str, str]:
    """A prefix by which its owner recognises a token, and the whole text, of which 256 bits are secret."""
    prefix = letters(PREFIX)
    return prefix, f"{MARK}_{prefix}_{letters(SECRET)}"


def letters(count: int) -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(count))
