"""The pages on which a question is answered and its public words are approved."""

from collections.abc import Mapping, Sequence

from django.http import Http404, QueryDict
from django.urls import reverse

from cases.models import Case
from conduct.answers.forms import AnswerQuestion, Concerned
from conduct.answers.models import Proposal
from conduct.answers.presenters import in_language, number_url
from conduct.answers.queries import Precedent, newer_than, precedents, proposal_on, shown_to
from conduct.answers.reply import Words
from conduct.desks import queries
from conduct.desks.acts import Act, NotNow
from conduct.desks.mandates import check_covered
from conduct.desks.presenters.names import name_of
from conduct.desks.presenters.record import situation_of
from conduct.desks.standing import Standing
from conduct.provisions.models import Paragraph
from conduct.provisions.queries import paragraphs_of
from conduct.rules.vocabulary import Kind
from conduct.vault import vault


def check_now(here: Standing, act: Act, case: Case) -> None:
    """Raises NotNow where the act is not possible, so that nobody types in vain."""
    if not act.may(situation_of(here, case, queries.signs_of(here, case))):
        raise NotNow
    check_covered(here, act.name, Kind(case.record.kind))


def paragraphs_for(case: Case) -> list[Paragraph]:
    """Those of the version under which the question was asked."""
    return list(paragraphs_of(case.record.code_version))


def found_before(here: Standing, case: Case, keys: Sequence[str]) -> list[Precedent]:
    return precedents(here.actor, keys, version=case.record.code_version, besides=case.record)


def answer_form(here: Standing, case: Case, keys: Sequence[str], sent: QueryDict | None = None) -> AnswerQuestion:
    """The second step: blank, or with what was typed."""
    has_some = bool(found_before(here, case, keys))
    given = {"initial": {"paragraphs": list(keys)}, "paragraphs": paragraphs_for(case)}
    return AnswerQuestion(sent, has_precedents=has_some, **given)


def were_shown(here: Standing, case: Case, keys: Sequence[str]) -> bool:
    """Whether everything that stands above the answer now was there when it was last shown."""
    shown = shown_to(here.person, case.record, keys)
    return shown is not None and not newer_than(here.actor, shown, keys, version=case.record.code_version)


def answer_page(
    here: Standing, act: Act, case: Case, form: Concerned, *, keys: Sequence[str] = ()
) -> Mapping[str, object]:
    """The first step chooses paragraphs; with `keys` the earlier answers on them stand above the answer."""
    found = found_before(here, case, keys) if keys else []
    return frame(here, act, case) | {
        "form": form,
        "keys": keys,
        "precedents": [precedent_row(here, each) for each in found],
        "answers": isinstance(form, AnswerQuestion),
    }


def precedent_row(here: Standing, each: Precedent) -> dict[str, object]:
    asked, answer = in_language(each.public) if each.public else ("", "")
    return {
        "precedent": each,
        "asked": asked,
        "answer": answer,
        "number": str(each.public) if each.public else "",
        "public_url": number_url(each.public) if each.public else "",
        "url": reverse("desks:record", args=[here.desk, each.reference]) if each.reference else "",
    }


def waiting_at(here: Standing, case: Case) -> Proposal:
    """The wording that waits. Http404 where none does."""
    waiting = proposal_on(here.actor, case.record)
    if waiting is None:
        raise Http404
    return waiting


def read_words(here: Standing, waiting: Proposal) -> Words:
    """The words that wait. That they were opened stands on the ledger first."""
    return Words.from_text(vault.open(here.actor, waiting.words, now=here.now))


def decide_page(here: Standing, act: Act, case: Case, waiting: Proposal, words: Words | None) -> Mapping[str, object]:
    """The public words beside each other, once they were opened."""
    who, paragraphs = name_of(waiting.proposed_by), waiting.answer.paragraphs
    return frame(here, act, case) | {"who": who, "paragraphs": paragraphs, "words": words}


def frame(here: Standing, act: Act, case: Case) -> dict[str, object]:
    url = reverse("desks:record", args=[here.desk, case.record.reference])
    return {"here": here, "now": here.now, "act": act, "record": case.record, "url": url}
