"""The delegation register as its readers see it: how far each has come, who did what, and whether it was misused."""

from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from conduct import clock
from conduct.access.check import can
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.desks.places import BOARD, BOSA, CEO, Desk
from conduct.desks.presenters.names import name_of
from conduct.desks.standing import Standing
from conduct.office.queries import delegations_for, used_outside
from conduct.office.services._delegation import TooLate, check_not_concerned
from conduct.people.delegations import instrument_of, last_day_of, resolution_of
from conduct.people.models import Delegation
from conduct.rules.delegation import End, lapsed, state
from conduct.rules.vocabulary import DelegationState, Power, Role
from conduct.web.templatetags.ui.words import label

LIST = {CEO: "desks:delegation", BOARD: "desks:board_delegations", BOSA: "desks:bosa_delegations"}
STEPS = (gettext_lazy("Draft"), gettext_lazy("Board authorises"), gettext_lazy("In force"), gettext_lazy("Ended"))
REACHED = {
    DelegationState.DRAFT: 1,
    DelegationState.RECORDED: 1,
    DelegationState.AUTHORISED: 2,
    DelegationState.IN_FORCE: 2,
    DelegationState.ENDED: 3,
}
TONES = {DelegationState.IN_FORCE: "done", DelegationState.ENDED: "plain"}
RIGHTS = {
    "record": Permission.RESOLUTION_RECORD,
    "authorise": Permission.RESOLUTION_CONFIRM,
    "revoke": Permission.DELEGATION_REVOKE,
}
OPEN = frozenset(DelegationState) - {DelegationState.ENDED}


def list_url(desk: Desk) -> str:
    return reverse(LIST[desk])


def own_page(here: Standing) -> dict[str, object]:
    """The CEO's page: what runs or waits, and what was. A delegate sees the own delegations and gives nothing on."""
    rows = [row_of(each, here) for each in delegations_for(here.actor)]
    return {
        "here": here,
        "now": here.now,
        "open_rows": [row for row in rows if row["state"] in OPEN],
        "rows": [row for row in rows if row["state"] not in OPEN],
        "may_draft": Role.CEO in here.actor.roles,
    }


def register_page(here: Standing) -> dict[str, object]:
    """The register: for the Board what it is asked, for the statutory auditors whether each was kept to."""
    rows = [row_of(each, here) for each in delegations_for(here.actor)]
    checked = here.desk is BOSA
    if checked:
        rows = [row | {"outside": used_outside(row["delegation"], now=here.now).count()} for row in rows]
    return {"here": here, "now": here.now, "rows": rows, "checked": checked}


def row_of(delegation: Delegation, here: Standing) -> dict[str, object]:
    today = clock.day(here.now)
    known = instrument_of(delegation, today)
    reached = state(known, today)
    return {
        "delegation": delegation,
        "state": reached,
        "tone": TONES.get(reached, "soon"),
        "delegate": name_of(delegation.delegate),
        "powers": [capfirst(label(Power(word))) for word in delegation.powers],
        "number": number_of(delegation),
        "last_on": last_day_of(delegation),
        "ending": lapsed(known, today),
        "url": reverse("desks:show_delegation", args=[here.desk, delegation.pk]),
    }


def number_of(delegation: Delegation) -> str:
    resolution = resolution_of(delegation)
    return resolution.number if resolution else ""


def delegation_at(here: Standing, key: int) -> Delegation:
    """One delegation that the reader may look at. Http404 for what is hidden or missing alike."""
    return get_object_or_404(delegations_for(here.actor), pk=key)


def delegation_page(here: Standing, delegation: Delegation) -> dict[str, object]:
    """Everything about one: what was given, how far it is, what happened, what can be done to it now."""
    row = row_of(delegation, here)
    resolution = resolution_of(delegation)
    return row | {
        "here": here,
        "now": here.now,
        "ceo": name_of(delegation.ceo),
        "resolution": resolution,
        "list_url": list_url(here.desk),
        "steps": steps_of(delegation, row["state"], row["ending"]),
        "events": events_of(delegation, row["ending"]),
        "acts": ledger.lines_under(delegation.pk).count(),
        "outside": list(used_outside(delegation, now=here.now).select_related("record", "actor")[:20]),
        "checked": here.desk is BOSA,
        "may": possible(here, delegation, row["state"]),
    }


def steps_of(delegation: Delegation, reached: DelegationState, ending: End | None) -> list[dict[str, object]]:
    """Draft, Board authorises, in force, ended. What it never reached stays open."""
    place = REACHED[reached]
    resolution = resolution_of(delegation)
    authorised = resolution is not None and resolution.confirmed_at is not None
    began = authorised and (ending is None or ending.on > delegation.first_on)
    passed = (True, authorised, began, False)
    states = ["current" if step == place else "done" if step < place and passed[step] else "todo" for step in range(4)]
    notes = ["", "", "", capfirst(label(ending.why)) if ending else ""]
    return [{"label": text, "state": each, "note": note} for text, each, note in zip(STEPS, states, notes, strict=True)]


def events_of(delegation: Delegation, ending: End | None) -> list[dict[str, object]]:
    """What happened to it, the latest first."""
    told = [(delegation.known_from, _("%(who)s asked the Board to authorise it"), delegation.ceo)]
    if resolution := resolution_of(delegation):
        told.append((resolution.recorded_at, _("%(who)s recorded the Board's resolution"), resolution.recorded_by))
        if resolution.confirmed_at:
            told.append((resolution.confirmed_at, _("%(who)s confirmed it for the Board"), resolution.confirmed_by))
    if delegation.ended_by:
        told.append((delegation.ended_at, _("%(who)s took it back"), delegation.ended_by))
    lines = [{"at": at, "text": text % {"who": name_of(who)}, "paragraphs": ()} for at, text, who in told]
    if ending and not delegation.ended_by:
        words = {"why": label(ending.why)}
        at = clock.start_of(ending.on)
        lines.append({"at": at, "text": _("It lapsed: %(why)s") % words, "paragraphs": (), "tone": "decision"})
    return sorted(lines, key=lambda line: line["at"], reverse=True)


def possible(here: Standing, delegation: Delegation, reached: DelegationState) -> dict[str, bool]:
    """The buttons that this reader has now. The services demand the same."""
    roles, me = here.actor.roles, here.person.pk
    concerned = Role.CEO in here.roles or me in {delegation.ceo_id, delegation.delegate_id}
    resolution = resolution_of(delegation)
    wrote = resolution is not None and resolution.recorded_by_id == me
    before = reached in {DelegationState.DRAFT, DelegationState.RECORDED}
    return {
        "record": Role.SECRETARY in roles and before and not concerned,
        "authorise": Role.DIRECTOR in roles and reached is DelegationState.RECORDED and not (concerned or wrote),
        "revoke": bool(roles & {Role.CEO, Role.DIRECTOR}) and reached in OPEN,
        "concerned": concerned and here.desk is BOARD and before,
    }


def for_an_act(here: Standing, key: int, act: str) -> tuple[Delegation, dict[str, object]]:
    """The delegation and its page. Http404 for a reader whose office it is not; TooLate where it has moved on."""
    delegation = delegation_at(here, key)
    if not can(here.actor, RIGHTS[act]):
        raise Http404
    page = delegation_page(here, delegation)
    if not page["may"][act]:
        if act != "revoke":
            check_not_concerned(here.actor, delegation)
        raise TooLate(state=page["state"])
    return delegation, page
