"""Opening sealed text at a desk. Each opening stands on the ledger before the first word is shown."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.urls import reverse

from cases.models import Case, Keeping
from cases.presenters import answers
from cases.queries import cases_to_confirm
from conduct.access.check import can
from conduct.access.permissions import Permission
from conduct.audit.domains import Domain, read_by
from conduct.desks.places import OWN
from conduct.desks.standing import Standing
from conduct.rules.vocabulary import Body
from conduct.vault import vault
from conduct.vault.kinds import Sealed
from conduct.vault.papers import papers


@dataclass(frozen=True, slots=True)
class Opened:
    """What this request has opened: the reporter's answers, and reasons and notes by the ledger line they belong to."""

    answers: list[dict[str, str]] | None = None
    notes: Mapping[object, str] | None = None
    reason: str = ""
    dialogue: Mapping[object, str] | None = None


NOTHING = Opened()


def open_asked(here: Standing, case: Case, what: str) -> Opened:
    """What a button of the record page asks for: the report, unless it is the reasons and notes."""
    if what == "answers":
        return open_dialogue(here, case)
    if what == "notes":
        return open_notes(here, case, logs_of(here, case))
    return open_report(here, case)


def way_in(here: Standing, case: Case) -> str:
    """Where somebody goes on who may now read: the page of the matter, or the question that was asked of a second
    person.
    """
    if here.desk is OWN and cases_to_confirm(here.actor).filter(pk=case.pk).exists():
        return reverse("desks:answer_keeping", args=[case.record.reference])
    return reverse("desks:record", args=[here.desk, case.record.reference])


def logs_of(here: Standing, case: Case) -> frozenset[Domain]:
    """A desk reads the logs of its body; somebody let in to work on a record, those of the body that holds it."""
    if here.desk.body:
        return read_by([here.desk.body])
    return read_by([Body(case.record.body)] if can(here.actor, Permission.RECORD_WORK, case.record) else [])


def open_report(here: Standing, case: Case) -> Opened:
    """What the reporter told. PermissionDenied where the reader may not open it."""
    return Opened(answers=answers(vault.open(here.actor, case.told, now=here.now)))


def open_notes(here: Standing, case: Case, domains: Collection[Domain]) -> Opened:
    """Every reason and note that belongs to a line which the reader's logs show."""
    found = papers(case.record, domains)
    texts = vault.open_all(here.actor, found.values(), now=here.now)
    return Opened(notes=dict(zip(found, texts, strict=True)))


def open_dialogue(here: Standing, case: Case) -> Opened:
    """What was answered and what was asked again, by the sealed item."""
    items = vault.lying(case.record, Sealed.ANSWER, Sealed.FOLLOW_UP)
    texts = vault.open_all(here.actor, items, now=here.now)
    return Opened(dialogue={item.pk: text for item, text in zip(items, texts, strict=True)})


def open_proposal(here: Standing, case: Case, keeping: Keeping) -> Opened:
    """For the second person: the report and the reason of the proposal, in one go."""
    told, reason = vault.open_all(here.actor, [case.told, keeping.reason], now=here.now)
    return Opened(answers=answers(told), reason=reason)
