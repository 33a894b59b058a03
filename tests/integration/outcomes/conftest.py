"""Cases that are looked into at each desk, and the steps from an allegation to a decision, one word each."""

from datetime import timedelta

import pytest

from cases.services import answer_keeping, open_investigation, propose_keeping, take_case
from conduct.handoffs.services import determine_materiality
from conduct.outcomes import services
from conduct.outcomes.words import Alleged, Answered, Decided, Opinion, Proposed
from conduct.provisions.models import Paragraph, Section
from conduct.rules.vocabulary import (
    Body,
    Found,
    Materiality,
    MeasureKind,
    Organ,
    PersonClass,
    RootCause,
    Taken,
    View,
)
from tests.integration.desks.conftest import at, moment, page, secretary, words

__all__ = ["at", "moment", "page", "secretary", "words"]
KEYS = ("III ¶1", "III ¶2", "III ¶4", "V ¶1", "X ¶1")
WHO = {Body.CEO: "ceo", Body.BOARD: "director1", Body.BOSA: "auditor1"}
ORGAN = {Body.CEO: Organ.HR_RULES, Body.BOARD: Organ.HR_RULES, Body.BOSA: Organ.BOARD}
NO_REPLIES: dict = {}


@pytest.fixture
def code(code):
    """The Code of the other tests, with a few paragraphs in it."""
    for place, numeral in enumerate(("III", "V", "X"), 1):
        Section.objects.create(
            version=code, ordinal=place, numeral=numeral, title=f"Part {numeral}", heading=numeral, page=1, line=place
        )
    for place, key in enumerate(KEYS, 1):
        Paragraph.objects.create(
            version=code, section=code.sections.get(numeral=key.partition(" ")[0]), key=key, ordinal=place,
            number=int(key[-1]), text=f"Words of {key}.", text_ja=f"{key}の文。", page=1,
            line_first=place, line_last=place, offset_first=place, offset_last=place,
        )  # fmt: skip
    return code


class Desk:
    """A case at the desk that the rules name, and everything that can be done about its outcome, each once."""

    def __init__(self, case, actor, now):
        self.case, self.find, self.now = case, actor, now

    @property
    def body(self):
        self.case.record.refresh_from_db()
        return Body(self.case.record.body)

    @property
    def who(self):
        return {"actor": self.find(WHO[self.body]), "case": self.case, "now": self.now}

    def do(self, act, **said):
        self.case = getattr(services, act)(**self.who, **said)
        return self.case

    def allege(self, place=1, paragraph="V ¶1", text="She hired her brother."):
        return self.do("add_allegation", alleged=Alleged(place=place, paragraph=paragraph, text=text))

    def answer(self, number=1, outcome=Found.CONFIRMED, reason="", **said):
        given = {
            "paragraph": "V ¶1", "grounds": "The contract.", "answer": "She denies it.", "cause": RootCause.SUPERVISION
        }  # fmt: skip
        answered = Answered(outcome=outcome, **given | said)
        return self.do("make_finding", number=number, answered=answered, reason=reason)

    def conclude(self):
        return self.do("conclude_investigation")

    def found(self, outcome=Found.CONFIRMED, **said):
        self.allege()
        self.answer(outcome=outcome, **said)
        return self.conclude()

    def propose(self, number=1, kind=MeasureKind.DISCIPLINARY, what="A warning.", **said):
        return self.do("propose_measure", number=number, proposed=Proposed(kind=kind, what=what, **said))

    def ask(self, body=None, measure=1):
        return self.do("ask_consultation", measure=measure, body=body or self.body)

    def advise(self, body=None, measure=1, view=View.FOR, days=0):
        opinion = Opinion(view=view, text="It is right.", given_on=self.now.date() - timedelta(days=days), minutes="12")
        return self.do("write_opinion", measure=measure, body=body or self.body, opinion=opinion)

    def decide(self, measure=1, organ=None, taken=Taken.ADOPTED, days=0, divergence="", case=None):
        decided = Decided(
            organ=organ or ORGAN[self.body], taken=taken, decided_on=self.now.date() - timedelta(days=days),
            text="As proposed.", divergence=divergence,
        )  # fmt: skip
        return self.do("decide_measure", measure=measure, decided=decided)

    def advised(self, body=None, **said):
        self.ask(body)
        return self.advise(body, **said)


@pytest.fixture
def minor(filed, actor, now):
    """An employee's matter that two people found not material: the CEO looks into it."""
    case = take_case(actor=actor("ceo"), case=filed("employee2"), now=now)
    case = propose_keeping(actor=actor("ceo"), case=case, reason="Small.", now=now)
    case = answer_keeping(actor=actor("controls"), case=case, confirmed=True, reason="Yes.", now=now)
    return Desk(open_investigation(actor=actor("ceo"), case=case, now=now), actor, now)


@pytest.fixture
def material(filed, actor, now):
    """An employee's matter that was found material: the Board looks into it."""
    case = take_case(actor=actor("ceo"), case=filed("employee2"), now=now)
    said = {"outcome": Materiality.MATERIAL, "replies": NO_REPLIES, "reason": "Large."}
    case = determine_materiality(actor=actor("ceo"), case=case, now=now, **said)
    case = take_case(actor=actor("director1"), case=case, now=now)
    return Desk(open_investigation(actor=actor("director1"), case=case, now=now), actor, now)


@pytest.fixture
def grave(filed, actor, now):
    """An officer's matter: the statutory auditors look into it."""
    case = take_case(actor=actor("auditor1"), case=filed("officer1"), now=now)
    return Desk(open_investigation(actor=actor("auditor1"), case=case, now=now), actor, now)


@pytest.fixture
def outside(filed, actor, now):
    """A contractor's matter, which the CEO looks into as management."""
    case = take_case(actor=actor("ceo"), case=filed(PersonClass.THIRD_PARTY), now=now)
    return Desk(open_investigation(actor=actor("ceo"), case=case, now=now), actor, now)


@pytest.fixture(params=["minor", "material", "grave"])
def desk(request):
    """Each of the three cases of III ¶4 in turn."""
    return request.getfixturevalue(request.param)
