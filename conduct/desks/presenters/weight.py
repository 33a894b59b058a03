"""What was found not material, as the statutory auditors see it: by whom, when, and on request why."""

import json
from collections.abc import Mapping

from django.http import Http404
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cases.models import Case, Determination
from conduct.access.check import scope
from conduct.access.permissions import Permission
from conduct.desks.forms import CallIn
from conduct.desks.paging import Order, leaf, wanted
from conduct.desks.presenters.names import name_of
from conduct.desks.standing import Standing
from conduct.handoffs.queries import kept_as_minor, standing_as_minor
from conduct.provisions.criteria import questions
from conduct.rules.vocabulary import Reply
from conduct.vault import vault
from conduct.web.templatetags.ui.words import label

BY_DECISION = Order("decided_at", "case__record__reference", newest_first=True)


def determinations_page(here: Standing, asked: Mapping[str, str]) -> dict[str, object]:
    found = leaf(kept_as_minor(here.actor), BY_DECISION, wanted(asked))
    url = reverse("desks:determinations")
    return {
        "here": here,
        "now": here.now,
        "rows": [row_of(each) for each in found.rows],
        "earlier": f"{url}?before={found.earlier}" if found.earlier else "",
        "later": f"{url}?after={found.later}" if found.later else "",
    }


def row_of(found: Determination) -> dict[str, object]:
    reference = found.case.record.reference
    return {
        "reference": reference,
        "decided_at": found.decided_at,
        "by": name_of(found.decided_by),
        "second": name_of(found.second_person),
        "called_in": found.called_in_by is not None,
        "ended_at": found.ended_at,
        "url": reverse("desks:read_grounds", args=[reference]),
        "call_url": f"{reverse('desks:call_in', args=['bosa'])}?no={reference}",
    }


def grounds_page(here: Standing, reference: str) -> dict[str, object]:
    """The last finding about this matter, with the answers and the reason. Http404 where there is none to be seen."""
    found = kept_as_minor(here.actor).filter(case__record__reference=reference).select_related("criteria").first()
    if found is None:
        raise Http404
    kept = json.loads(vault.open(here.actor, found.grounds, now=here.now))
    asked = [each for each in questions(found.criteria) if each.key in kept["replies"]]
    answers = [{"label": each.text, "value": capfirst(label(Reply(kept["replies"][each.key])))} for each in asked]
    answers.append({"label": _("Reason"), "value": kept["reason"]})
    return {"here": here, "now": here.now, "row": row_of(found), "answers": answers}


def case_to_call_in(here: Standing, form: CallIn) -> Case | None:
    """The matter of this number, if this person may call it in; else the form says so, alike for hidden and missing."""
    may = scope(here.actor, Permission.RECORD_CALL_IN).filter(reference=form.cleaned_data["reference"])
    found = standing_as_minor().filter(case__record__in=may).first()
    if found is None:
        form.add_error("reference", _("No matter with this number was found not material."))
        return None
    return found.case
