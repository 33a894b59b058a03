"""Who acts, at which desk, at what moment. Every page of the workspace begins here."""

from dataclasses import dataclass
from datetime import datetime

from django.http import Http404, HttpRequest

from conduct import clock
from conduct.access.policy import DECIDERS
from conduct.desks.places import BY_SLUG, OF_A_DESK, Desk, desks_of
from conduct.people.actor import Actor
from conduct.people.delegations import Mandate
from conduct.people.models import Person
from conduct.rules.vocabulary import Body, Role


@dataclass(frozen=True, slots=True)
class Standing:
    """A person at one desk. The rights of that person's other desks stay outside: there is no merged inbox.

    `mandate`: what is delegated to the person, wherever they stand; `actor` has it at the CEO's desk alone.
    """

    actor: Actor
    person: Person
    roles: frozenset[Role]
    desk: Desk
    held: tuple[Desk, ...]
    now: datetime
    mandate: Mandate | None = None

    @property
    def decides(self) -> bool:
        """Whether the person decides at this desk, and does not only keep its papers."""
        return bool(self.actor.roles & {*DECIDERS, Role.DELEGATE})


def stand(request: HttpRequest, desk: Desk | None = None) -> Standing:
    """Take the desk of the address, or the last one used. Http404 for a desk that the person does not hold today."""
    now = clock.now()
    whole = Actor.of(request.user, clock.day(now))
    held = desks_of(whole.roles)
    here = desk or last_used(request, held)
    if here not in held:
        raise Http404
    if request.session.get("desk") != here.slug:
        request.session["desk"] = here.slug
    mandate = whole.mandate if here.body is Body.CEO else None
    actor = Actor(whole.person, roles=(whole.roles - OF_A_DESK) | (whole.roles & here.roles), mandate=mandate)
    request.standing = Standing(actor, request.user, whole.roles, here, held, now, whole.mandate)
    return request.standing


def last_used(request: HttpRequest, held: tuple[Desk, ...]) -> Desk:
    desk = BY_SLUG.get(request.session.get("desk", ""))
    return desk if desk in held else held[0]
