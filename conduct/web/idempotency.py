"""An act that is sent twice with the same Idempotency-Key is carried out once, also when both come at once.

The row of the key, the act and its outcome share one transaction: the second request waits for the first on the
unique index, then finds the outcome. A refused act leaves no row, so that it may be sent again.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from rest_framework.exceptions import ValidationError
from rest_framework.request import Request

from conduct import clock
from conduct.web.models import IdempotentAnswer
from conduct.web.problems import KeyReused
from conduct.web.secrecy import keyed, mask, unmask

HEADER = "Idempotency-Key"
SHAPE = re.compile(r"[!-~]{16,100}", re.ASCII)
DAYS = 1  # kept until the end of the next day: 24 hours and more, and no time by which a row could be matched
Prepared = TypeVar("Prepared")


@dataclass(frozen=True, slots=True)
class Sent:
    """A request with a key, as far as it is remembered: two hashes nobody recomputes without the client's key."""

    key: str
    request: str
    word: str


def once(
    request: Request,
    *,
    prepare: Callable[[], Prepared],
    act: Callable[[Prepared], str],
    now: datetime,
    secret: bool = False,
) -> str:
    """What the act's answer names, from this time or from the first time.

    `prepare` runs before the transaction and only where the act is new; `secret` keeps the outcome, 24 digits, masked.
    """
    sent = read(request)
    if sent is None:
        prepared = prepare()
        with transaction.atomic():
            return act(prepared)
    IdempotentAnswer.objects.filter(kept_until__lt=clock.day(now)).delete()
    if kept := IdempotentAnswer.objects.filter(key=sent.key).first():
        return told_again(kept, sent, secret)
    prepared = prepare()
    with transaction.atomic():
        row, is_new = claimed(sent, clock.day(now))
        if is_new:
            about = act(prepared)
            row.about = mask(about, sent.word, str(row.pk)) if secret else about
            row.save(update_fields=["about"])
            return about
    return told_again(row, sent, secret)


def claimed(sent: Sent, today: date) -> tuple[IdempotentAnswer, bool]:
    """The row of this key. Whoever comes second waits here until the first has ended."""
    given = {"id": uuid4(), "request": sent.request, "kept_until": today + timedelta(days=DAYS)}
    return IdempotentAnswer.objects.get_or_create(key=sent.key, defaults=given)


def told_again(kept: IdempotentAnswer, sent: Sent, secret: bool) -> str:
    if kept.request != sent.request:
        raise KeyReused
    return unmask(kept.about, sent.word, str(kept.pk)) if secret else kept.about


def read(request: Request) -> Sent | None:
    word = request.headers.get(HEADER)
    if word is None:
        return None
    if not SHAPE.fullmatch(word):
        raise ValidationError({HEADER: [_("A key has 16 to 100 letters, digits and signs, without spaces.")]})
    body = json.dumps(request.data, sort_keys=True)
    return Sent(
        key=keyed("key", str(request.user.pk), word),
        request=keyed("request", word, str(request.method), request.path, body),
        word=word,
    )
