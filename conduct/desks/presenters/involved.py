"""The people in a matter on a page: sealed until they are asked for, then one row each."""

from django.http import QueryDict
from django.urls import reverse

from cases.forms import CorrectParty
from cases.models import Case
from conduct.access.permissions import Permission
from conduct.desks import queries
from conduct.desks.acts import NotNow, can_name
from conduct.desks.presenters.names import name_of
from conduct.desks.presenters.queue import record_url
from conduct.desks.presenters.record import situation_of
from conduct.desks.standing import Standing
from conduct.handoffs.queries import links_of
from conduct.handoffs.reading import InIt, open_people
from conduct.rules.vocabulary import LinkKind


def people_page(here: Standing, case: Case, *, opened: bool) -> dict[str, object]:
    """With the rows where the list was asked for. The opening is on the ledger first."""
    record = queries.signs_of(here, case)
    may = situation_of(here, case, record)
    rows = [row_of(here, case, each) for each in open_people(here.actor, case, now=here.now)] if opened else None
    return {
        "here": here,
        "now": here.now,
        "record": record,
        "url": record_url(here, record.reference),
        "rows": rows,
        "may_change": can_name(may),
        "reads_sealed": Permission.READ_SEALED in may.rights,
        "name_url": reverse("desks:name_party", args=[here.desk, record.reference]),
        "links": [linked(here, record.pk, each) for each in links_of(here.actor, record)],
    }


def row_of(here: Standing, case: Case, each: InIt) -> dict[str, object]:
    return {
        "place": each.place,
        "role": each.role,
        "name": name_of(each.who) if each.who else each.name,
        "person_class": each.person_class,
        "on": each.on,
        "url": reverse("desks:correct_party", args=[here.desk, case.record.reference, each.place]),
    }


def linked(here: Standing, key: object, link: object) -> dict[str, object]:
    other = link.other if link.record_id == key else link.record
    return {"kind": LinkKind(link.kind), "reference": other.reference, "url": record_url(here, other.reference)}


def correction_of(here: Standing, case: Case, sent: QueryDict | None) -> CorrectParty:
    """The form of a correction. Raises NotNow where the people cannot be changed, so that nobody types in vain."""
    record = queries.signs_of(here, case)
    if sent is None and not can_name(situation_of(here, case, record)):
        raise NotNow
    return CorrectParty(sent)


def correction_page(here: Standing, case: Case, place: int, form: CorrectParty) -> dict[str, object]:
    reference = case.record.reference
    back = reverse("desks:people", args=[here.desk, reference])
    return {"here": here, "now": here.now, "record": case.record, "place": place, "form": form, "url": back}


def way_after(here: Standing, reference: str) -> str:
    """Back to the matter while it is at this desk, else to the list of what was handed on."""
    if queries.desk_records(here).filter(reference=reference).exists():
        return record_url(here, reference)
    return reverse(here.desk.first)
