"""The page of one act: what it does, what is asked, what follows."""

from django import forms
from django.http import QueryDict

from cases.forms import DetermineMateriality, ExcludeMember, HandOn, Offer
from cases.models import Case
from conduct import clock
from conduct.access.wall import not_walled
from conduct.desks import queries
from conduct.desks.acts import Act, NotNow
from conduct.desks.mandates import check_covered
from conduct.desks.presenters.queue import record_url
from conduct.desks.presenters.reasons import lead_body
from conduct.desks.presenters.record import situation_of
from conduct.desks.standing import Standing
from conduct.handoffs.services.hand_on import TARGETS
from conduct.people.queries import members_on
from conduct.provisions.criteria import criteria_on, questions
from conduct.rules.sentence import Sentence
from conduct.rules.vocabulary import Body, Kind
from conduct.rulings.services import Question, explain_all, latest
from conduct.web.secrecy import keyed

USUAL = "III ¶1"


def form_of(here: Standing, act: Act, case: Case, sent: QueryDict | None) -> forms.Form:
    """The form of an act, with what the rule proposes filled in, or with what was typed."""
    form = act.form(sent, offer=OFFERS[act.form](here, case) if act.form in OFFERS else None)
    if "reason" in form.fields:
        form.fields["reason"].label = act.asks
    return form


def offer_of(here: Standing, case: Case) -> Offer:
    """The bodies this desk can hand on to, the rule's own first; the rule's paragraphs, the usual one first."""
    ruling = latest(case.record, Question.ROUTING)
    told = explain_all(here.actor, [ruling]).get(ruling.pk)
    lead = lead_body(told) if told else None
    never = {Body.CEO} if case.record.beyond_ceo else set()
    targets = [body for body in TARGETS.get(Body(case.record.body), ()) if body not in never]
    said = [key for step in told.steps for key in step.paragraphs] if told else []
    return Offer(
        bodies=sorted(targets, key=lambda body: body is not lead), paragraphs=list(dict.fromkeys([USUAL, *said]))
    )


def questions_of(here: Standing, case: Case) -> Offer:
    """The questions on materiality that hold today."""
    return Offer(questions=questions(criteria_on(clock.day(here.now))))


def colleagues_of(here: Standing, case: Case) -> Offer:
    """The other members of the body who still take part."""
    members = members_on(Body(case.record.body), clock.day(here.now)).exclude(pk=here.person.pk)
    return Offer(people=not_walled(members, case.record))


OFFERS = {HandOn: offer_of, DetermineMateriality: questions_of, ExcludeMember: colleagues_of}


def effects_of(here: Standing, act: Act, case: Case, form: forms.Form) -> list[Sentence]:
    """What the act would do with what was typed. Nothing for an act that is done without a look ahead."""
    return act.effect(here, case, form.cleaned_data) if act.effect else []


def seen(effects: list[Sentence]) -> str:
    """A mark of what was shown: if it is another one by the time of the act, it is shown again."""
    return keyed("effects", *(str(effect.to_data()) for effect in effects))[:16] if effects else ""


def act_page(
    here: Standing, act: Act, case: Case, form: forms.Form, effects: list[Sentence] | None = None
) -> dict[str, object]:
    """Raises NotNow where the act is not possible, so that nobody types in vain."""
    record = queries.signs_of(here, case)
    check_covered(here, act.name, Kind(record.kind))
    if not form.is_bound and not act.may(situation_of(here, case, record)):
        raise NotNow
    return {
        "here": here,
        "now": here.now,
        "act": act,
        "form": form,
        "record": record,
        "url": record_url(here, record.reference),
        "effects": effects,
        "seen": seen(effects or []),
    }
