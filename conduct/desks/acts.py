"""What can be done to a matter: when the button stands there, what is asked, which service does it, what is said after.

The predicates repeat what the services demand, so that no button leads to a refusal. The services decide.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from cases import forms, services
from conduct.access.permissions import Permission
from conduct.answers import services as answering
from conduct.answers.forms import PublicWords
from conduct.answers.services import Words
from conduct.answers.signs import NOTHING, Signs
from conduct.desks import effects, holding
from conduct.handoffs import services as handoffs
from conduct.handoffs.services.hand_on import TARGETS
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.sentence import Sentence
from conduct.rules.vocabulary import Body, CaseState, Kind, QuestionState, Stage

CAN_BE_BROUGHT = frozenset({CaseState.RECEIVED, CaseState.TRIAGE, CaseState.INVESTIGATING})
CAN_BE_KEPT = frozenset({CaseState.TRIAGE, QuestionState.TRIAGE})
FOUND_WHILE = frozenset({CaseState.TRIAGE, CaseState.INVESTIGATING})
CAN_BE_CLOSED = frozenset({CaseState.TRIAGE, CaseState.INVESTIGATING, CaseState.FOUND, CaseState.ACTING})


class NotNow(RuleBroken):
    """The page of an act was opened while the act is not possible."""

    sentence = gettext_noop("This cannot be done to the matter now. A colleague may have been faster.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """Everything on which a button depends: the reader's rights, and the facts that the services look at as well."""

    rights: frozenset[Permission]
    body: Body
    kind: Kind
    state: str
    stage: Stage
    provisional: bool
    was_report: bool
    beyond_ceo: bool
    is_mine: bool
    presides: bool
    arrives: bool
    came_from: Body | None
    asked: bool
    must_hand_on: bool
    answer: Signs = NOTHING

    @property
    def may_work(self) -> bool:
        return Permission.RECORD_WORK in self.rights

    @property
    def may_hand_on(self) -> bool:
        return Permission.RECORD_HAND_ON in self.rights

    @property
    def is_open(self) -> bool:
        return self.stage is not Stage.CONCLUDED

    @property
    def is_only_assessed(self) -> bool:
        """At the CEO's desk while another body may be competent: nobody decides or closes (A4)."""
        return self.body is Body.CEO and self.provisional


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act: its address, its words, its form and its service. `leaves`: afterwards it may be another desk's.
    `effect`: what it does, told before it is done.
    """

    name: str
    slug: str
    label: object
    done: object
    may: Callable[[Situation], bool]
    service: Callable[..., object]
    form: type[forms.Act] = forms.Act
    lead: object = ""
    asks: object = ""
    kind: str = "secondary"
    key: str = ""
    leaves: bool = False
    effect: Callable[..., list[Sentence]] | None = None
    template: str = "cases/act.html"

    @property
    def is_plain(self) -> bool:
        """Nothing is asked: the button on the page of the matter does it."""
        return self.form is forms.Act


def can_receive(now: Situation) -> bool:
    return now.may_hand_on and now.arrives


def can_return(now: Situation) -> bool:
    """Not to the CEO what is never his."""
    return can_receive(now) and not (now.beyond_ceo and now.came_from is Body.CEO)


def can_take(now: Situation) -> bool:
    return now.may_work and now.is_open and not now.is_mine


def can_hand_on(now: Situation) -> bool:
    return now.may_hand_on and not now.arrives and now.body in TARGETS and now.state in CAN_BE_BROUGHT


def can_determine(now: Situation) -> bool:
    """Where propose, find and refuse meet: the CEO's desk while it is assessed, or the Board while it works on it."""
    if now.asked or now.must_hand_on or not now.may_hand_on:
        return False
    if now.body is Body.BOARD:
        return now.kind is Kind.REPORT and now.state in FOUND_WHILE
    return now.is_only_assessed and now.state in CAN_BE_KEPT


def can_name(now: Situation) -> bool:
    return now.may_work and now.is_open and now.body in TARGETS and not now.arrives


def can_make_question(now: Situation) -> bool:
    return now.may_work and now.kind is Kind.REPORT and now.state == CaseState.TRIAGE and not now.must_hand_on


def can_investigate(now: Situation) -> bool:
    return can_make_question(now) and not now.is_only_assessed


def can_close(now: Situation) -> bool:
    closing = now.kind is Kind.REPORT and now.state in CAN_BE_CLOSED
    return now.may_work and closing and not (now.is_only_assessed or now.must_hand_on)


def can_close_unanswered(now: Situation) -> bool:
    open_question = now.kind is Kind.QUESTION and now.state == QuestionState.TRIAGE
    return now.may_work and open_question and not (now.is_only_assessed or now.must_hand_on)


def can_answer(now: Situation) -> bool:
    return now.may_work and now.answer.may_answer and not now.must_hand_on


def can_lapse(now: Situation) -> bool:
    return now.may_work and now.answer.holds


def can_make_public(now: Situation) -> bool:
    return now.may_work and now.answer.holds and not (now.answer.waits or now.answer.was_withdrawn)


def can_approve(now: Situation) -> bool:
    return now.answer.is_asked


def can_withdraw(now: Situation) -> bool:
    return now.may_work and now.answer.is_public


def propose_wording(*, actor: object, case: object, now: object, **words: str) -> object:
    return answering.propose_wording(actor=actor, case=case, words=Words(**words), now=now)


def can_reopen(now: Situation) -> bool:
    return now.may_work and not now.is_open


def can_hold(now: Situation) -> bool:
    return Permission.RECORD_HOLD in now.rights


def can_step_aside(now: Situation) -> bool:
    return now.body is not Body.CEO or now.state in CAN_BE_BROUGHT


def can_exclude(now: Situation) -> bool:
    return now.may_work and now.is_open and now.presides


def can_note(now: Situation) -> bool:
    return now.may_work


ACTS = (
    Act(
        name="receive", slug="receive", may=can_receive, service=handoffs.receive, kind="primary", key="t",
        label=_("Receive it"),
        lead=_("Whoever handed it on can then see that it arrived, and nothing more."),
        done=_("Received. Whoever handed it on can see that it arrived."),
    ),
    Act(
        name="take_case", slug="take", may=can_take, service=services.take_case, kind="primary", key="t",
        label=_("Take it"),
        lead=_("You look after it from now on. The person who told us can see that it has been read."),
        done=_("You have it now. The person who told us can see that it has been read."),
    ),
    Act(
        name="determine_materiality", slug="materiality", may=can_determine, service=handoffs.determine_materiality,
        form=forms.DetermineMateriality, effect=effects.of_materiality, key="m", leaves=True,
        label=_("Determine how grave it is"), asks=_("Why?"),
        lead=_("Answer the Board's questions. They propose; you decide, and whose it is follows at once."),
        done=_("Determined. What follows from it has been done."),
    ),
    Act(
        name="hand_on", slug="hand-on", may=can_hand_on, service=handoffs.hand_on, form=forms.HandOn,
        template="cases/hand_on.html", key="h", leaves=True,
        label=_("Hand on"), asks=_("Why do you hand it on?"),
        done=_("Handed on. You can see here when it is received."),
    ),
    Act(
        name="return_record", slug="return", may=can_return, service=handoffs.return_record, form=forms.WithReason,
        leaves=True,
        label=_("Return it"), asks=_("Why does it go back?"),
        lead=_("It goes back to where it came from, with your reason. After the third time both desks settle it."),
        done=_("Returned with your reason."),
    ),
    Act(
        name="open_investigation", slug="investigate", may=can_investigate, service=services.open_investigation,
        label=_("Open an investigation"),
        lead=_("You are competent. The matter is looked into from now on (III ¶4)."),
        done=_("The investigation is open."),
    ),
    Act(
        name="make_question", slug="question", may=can_make_question, service=services.make_question,
        form=forms.WithReason,
        label=_("It is only a question"), asks=_("Why is it only a question?"),
        lead=_("It then asks what the Code means (III ¶2). The body stays, and so does the protection."),
        done=_("It is a question now."),
    ),
    Act(
        name="answer_question", slug="answer", may=can_answer, service=answering.answer_question, kind="primary",
        key="a", form=forms.WithReason,
        label=_("Answer it"),
        lead=_("You may interpret the Code here (III ¶1). Choose the paragraphs; earlier answers come first."),
        done=_("Answered. The person who asked can read it by the number."),
    ),
    Act(
        name="decide_wording", slug="approve-words", may=can_approve, service=answering.decide_wording, kind="primary",
        form=forms.WithReason,
        label=_("Approve the public wording"),
        lead=_("Nothing is public until somebody else than its author has read and approved it."),
        done=_("Decided. Whoever proposed it has been told."),
    ),
    Act(
        name="propose_wording", slug="public-words", may=can_make_public, service=propose_wording, form=PublicWords,
        label=_("Make it public"),
        lead=_("Everybody then finds it by paragraph and by words, under a number. It says nothing about who asked."),
        done=_("Proposed. It is published when a second person approves it."),
    ),
    Act(
        name="mark_lapsed", slug="lapse", may=can_lapse, service=answering.mark_lapsed, form=forms.WithReason,
        label=_("The facts have changed"), asks=_("What has changed?"),
        lead=_("The answer then no longer holds. It stays readable, marked, and the person who asked is told."),
        done=_("Marked as lapsed. The person who asked can see it by the number."),
    ),
    Act(
        name="withdraw_interpretation", slug="withdraw", may=can_withdraw, service=answering.withdraw_interpretation,
        form=forms.WithReason,
        label=_("Withdraw the public part"), asks=_("Why is it withdrawn?"),
        lead=_("It stays readable under its number, and says that it no longer holds. This cannot be undone."),
        done=_("Withdrawn. It stays readable and marked."),
    ),
    Act(
        name="close_unanswered", slug="close-unanswered", may=can_close_unanswered, service=services.close_case,
        form=forms.WithReason,
        label=_("Close it without an answer"), asks=_("Why is there no answer?"),
        lead=_("For what asks nothing about the Code, or is about somebody whom it does not bind."),
        done=_("Closed without an answer. The person who asked can see that."),
    ),
    Act(
        name="close_case", slug="close", may=can_close, service=services.close_case, form=forms.WithReason,
        label=_("Close it"), asks=_("Why is it closed?"),
        lead=_("Nothing runs on it any longer. It can be opened again when something new is known."),
        done=_("Closed, with your reason."),
    ),
    Act(
        name="reopen_case", slug="reopen", may=can_reopen, service=services.reopen_case, form=forms.WithReason,
        label=_("Open it again"), asks=_("What is new?"),
        lead=_("It is assessed afresh, and its times begin again."),
        done=_("Open again."),
    ),
    Act(
        name="name_party", slug="name", may=can_name, service=handoffs.name_party, form=forms.NameParty,
        effect=effects.of_naming, leaves=True,
        label=_("Name a person"), asks=_("Why? It goes along where the matter moves"),
        lead=_("Whose it is, is asked again at once. You see what follows before anything is done."),
        done=_("Named. What follows from it has been done."),
    ),
    Act(
        name="add_note", slug="note", may=can_note, service=services.add_note, form=forms.AddNote, key="n",
        label=_("Add a note"), done=_("The note is kept."),
    ),
    Act(
        name="place_hold", slug="hold", may=can_hold, service=holding.place_hold, form=forms.WithReason,
        label=_("Place a legal hold"), asks=_("Why must nothing of it be deleted?"),
        lead=_(
            "From now on nothing of it is deleted, whoever asks. Whoever sees the matter sees the hold; nobody sees "
            "more by it. Lifting it needs a second person."
        ),
        done=_("The hold lies on it. Nothing of it is deleted."),
    ),
    Act(
        name="exclude_member", slug="exclude", may=can_exclude, service=handoffs.exclude_member,
        form=forms.ExcludeMember, kind="quiet",
        label=_("Shut a colleague out"), asks=_("Why?"),
        lead=_(
            "As the presiding member you decide who takes no part. It holds at once, on every page, and your colleague "
            "is not asked. Two statutory auditors can take it back."
        ),
        done=_("Shut out. Your colleague sees nothing more of this matter."),
    ),
    Act(
        name="recuse", slug="step-aside", may=can_step_aside, service=handoffs.recuse, form=forms.StepAside,
        kind="quiet", leaves=True,
        label=_("I am involved"), asks=_("A reason, if you like"),
        lead=_(
            "You lose sight of this matter at once and for good, on every page. "
            "At the CEO's desk it goes to the Board. You cannot undo this alone."
        ),
        done=_("You have stepped aside. You will see nothing more of it."),
    ),
)  # fmt: skip
BY_SLUG = {act.slug: act for act in ACTS}
