"""Questions, and desks that answer them, under a Code with paragraphs."""

import pytest

from cases.services import About, Report, answer_keeping, file_report, propose_keeping, take_case
from conduct.answers.services import Reply, Words, answer_question, decide_wording, propose_wording, show_precedents
from conduct.provisions.models import Paragraph, Section
from conduct.rules.vocabulary import Channel, Kind, PersonClass
from tests.integration.conftest import say_no_conflict
from tests.integration.desks.conftest import at, moment, page, secretary, words

__all__ = ["at", "moment", "page", "secretary", "words"]

KEYS = ("III ¶1", "III ¶2", "III ¶3", "III ¶3(1)", "V ¶1", "V ¶2")


@pytest.fixture
def code(code):
    """The Code of the other tests, with a few paragraphs in it."""
    for place, numeral in enumerate(("III", "V"), 1):
        Section.objects.create(
            version=code, ordinal=place, numeral=numeral, title=f"Part {numeral}", heading=numeral, page=1, line=place
        )
    for place, key in enumerate(KEYS, 1):
        numeral, _, rest = key.partition(" ¶")
        Paragraph.objects.create(
            version=code, section=code.sections.get(numeral=numeral), key=key, ordinal=place, number=int(rest[0]),
            item=1 if "(" in key else None, text=f"Words of {key}.", text_ja=f"{key}の文。", page=1,
            line_first=place, line_last=place, offset_first=place, offset_last=place,
        )  # fmt: skip
    return code


@pytest.fixture
def asked(staff, now):
    """asked(PersonClass.OFFICER, by="officer1"): a question about a situation of that class, nobody named."""

    def ask(about=PersonClass.EMPLOYEE, *, by="employee1", channel=Channel.CEO, receipt=None, at=None, what="May I?"):
        report = Report(kind=Kind.QUESTION, channel=channel, about=(About(person_class=about),), told={"what": what})
        case = file_report(actor=staff.actor(by), report=report, receipt=receipt, now=at or now)
        say_no_conflict(case, staff.made.values(), now=at or now)
        return case

    return ask


@pytest.fixture
def settled(asked, actor, now):
    """An employee's question that two people found not material: the CEO's to answer."""

    def settle(**words):
        case = take_case(actor=actor("ceo"), case=asked(**words), now=now)
        case = propose_keeping(actor=actor("ceo"), case=case, reason="Small.", now=now)
        return answer_keeping(actor=actor("controls"), case=case, confirmed=True, reason="Yes.", now=now)

    return settle


@pytest.fixture
def at_bosa(asked, actor, now):
    """An officer's question that auditor1 has taken."""
    return lambda **words: take_case(
        actor=actor("auditor1"), case=asked(PersonClass.OFFICER, by="officer1", **words), now=now
    )


def reply(*paragraphs, **words):
    given = {"text": "You may.", "facts": ("It is worth 500 yen.",), "departs": False} | words
    return Reply(paragraphs=paragraphs or ("V ¶1",), **given)


@pytest.fixture
def answer(actor, now):
    """answer(case, "auditor1"): the precedents are shown and the question is answered."""

    def give(case, by, *paragraphs, at=None, **words):
        said = reply(*paragraphs, **words)
        show_precedents(actor=actor(by), case=case, paragraphs=said.paragraphs, now=at or now)
        return answer_question(actor=actor(by), case=case, reply=said, now=at or now)

    return give


WORDS = Words(
    asked_en="May an officer teach?", asked_ja="役員は教えてもよいですか。",
    answer_en="Teaching for a fee is told beforehand.", answer_ja="報酬のある授業は事前に申告します。",
)  # fmt: skip


@pytest.fixture
def published(actor, now):
    """published(case, "auditor1", "auditor2"): proposed by the one, approved by the other."""

    def publish(case, by, second, words=WORDS, at=None):
        case = propose_wording(actor=actor(by), case=case, words=words, now=at or now)
        waiting = case.record.answers.latest("answered_at").proposals.get(decided_at=None, ended_at=None)
        return decide_wording(actor=actor(second), case=case, proposal=waiting.pk, approved=True, now=at or now)

    return publish


@pytest.fixture(params=["en", "ja"])
def language(request):
    return request.param
