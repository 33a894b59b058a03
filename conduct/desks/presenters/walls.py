"""Why can she not see it? Who is shut out of a matter, as only the statutory auditors see it."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from cases.models import Case
from conduct.access import liftings
from conduct.access.check import scope
from conduct.access.permissions import Permission
from conduct.access.wall import people_behind
from conduct.desks.forms import WhichMatter
from conduct.desks.presenters.names import name_of
from conduct.desks.standing import Standing
from conduct.handoffs.shut_out import Out, open_walls
from conduct.people.models import Person
from conduct.rules.barring import Ground


def asked_about(here: Standing, form: WhichMatter) -> Case | None:
    """The matter of this number; else the form says so, alike for hidden and missing."""
    found = matters(here).filter(record__reference=form.cleaned_data["reference"]).first()
    if found is None:
        form.add_error("reference", _("There is no matter with this number that you can ask about."))
    return found


def matters(here: Standing) -> QuerySet[Case]:
    may = scope(here.actor, Permission.WALLS_VIEW)
    return Case.objects.filter(record__in=may).select_related("record")


def opened(here: Standing, case: Case) -> list[dict[str, object]]:
    return [row_of(here, case, out) for out in open_walls(here.actor, case, now=here.now)]


def row_of(here: Standing, case: Case, out: Out) -> dict[str, object]:
    is_open = out.ground is not Ground.SUBJECT and out.proposed_by != here.person
    return {
        "name": name_of(out.person),
        "since": out.since,
        "why": out.bar.rule.why,
        "words": out.words,
        "paragraphs": out.bar.rule.paragraphs,
        "proposed_by": name_of(out.proposed_by) if out.proposed_by else "",
        "url": reverse("desks:lift_wall", args=[case.record.reference, out.person.pk]) if is_open else "",
    }


def waiting(here: Standing) -> list[dict[str, object]]:
    """What this auditor is asked: proposals of colleagues to let somebody take part again."""
    asked = liftings.to_be_answered(scope(here.actor, Permission.WALLS_VIEW), by=here.person)
    return [
        {
            "reference": each.record.reference,
            "name": name_of(each.person),
            "by": name_of(each.proposed_by),
            "at": each.proposed_at,
            "url": reverse("desks:lift_wall", args=[each.record.reference, each.person_id]),
        }
        for each in asked
    ]


def one(here: Standing, reference: str, key: UUID) -> tuple[Case, Person, bool]:
    """The matter, the person behind its wall, and whether a proposal waits. Http404 where there is none to be seen."""
    case = matters(here).filter(record__reference=reference).first()
    person = next((each for each in people_behind(case.record) if each.pk == key), None) if case else None
    if case is None or person is None:
        raise Http404
    return case, person, liftings.waiting(case.record).filter(person=person).exists()
