"""How grave a matter is: what is presumed, who may say "not material", and what a change sets going (A4, A4b)."""

from collections.abc import Mapping

from conduct.rules.decision import Decision, Rule, spoke
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.overlays import FINANCE
from conduct.rules.readings import Readings
from conduct.rules.vocabulary import Materiality, MatterType, Reply, Role, Sign

SIGN_OF: dict[MatterType, Sign] = {
    MatterType.BRIBERY: Sign.BRIBERY,
    MatterType.ANTITRUST: Sign.ANTITRUST,
    MatterType.INSIDER_TRADING: Sign.INSIDER_TRADING,
    MatterType.ACCOUNTING: Sign.ACCOUNTING,
    MatterType.INTERNAL_CONTROL: Sign.INTERNAL_CONTROL,
    MatterType.FINANCIAL_DISCLOSURE: Sign.FINANCIAL_DISCLOSURE,
    MatterType.RETALIATION: Sign.RETALIATION,
    MatterType.SAFETY: Sign.SAFETY,
    MatterType.LARGE_DATA_LEAK: Sign.LARGE_DATA_LEAK,
}
NEEDED: dict[Sign, str] = {
    Sign.MANAGER_RANK: "materiality_manager_rank",
    Sign.AMOUNT_OVER_THRESHOLD: "materiality_amount_jpy",
}
PRESUMED = Rule(id="T1", readings=("A4",), why=gettext_noop("This is presumed material because of: {sign}."))
NOTHING = Rule(id="T2", readings=("A4",), why=gettext_noop("Nothing makes it presumed material; it must be assessed."))
CONTROLS = Rule(
    id="T3",
    paragraphs=("I ¶5",),
    readings=("A4",),
    why=gettext_noop("The officer in charge of internal controls agrees or refuses as the second person."),
)
PRESIDING = Rule(
    id="T4",
    paragraphs=("III ¶1",),
    readings=("A4",),
    why=gettext_noop("The presiding statutory auditor agrees or refuses as the second person."),
)
SAID_YES = Rule(
    id="T5", readings=("A4",), why=gettext_noop("Proposed as material, because of the answers to: {questions}.")
)
NOT_KNOWN = Rule(
    id="T6",
    readings=("A4",),
    why=gettext_noop("Proposed as material, because too much is not known: {questions}."),
)
ONE_OPEN = Rule(
    id="T7",
    readings=("A4",),
    why=gettext_noop(
        "It cannot be said yet, because this is not known: {questions}. Until then it counts as material."
    ),
)
ALL_NO = Rule(
    id="T8", readings=("A4",), why=gettext_noop("No answer speaks for material. Two people can find it not material.")
)
RULES = (PRESUMED, NOTHING, CONTROLS, PRESIDING, SAID_YES, NOT_KNOWN, ONE_OPEN, ALL_NO)
OPEN_ANSWERS = 2  # from so many on, not knowing weighs as much as a yes


class AlwaysMaterial(RuleBroken):
    """Accounting, control, auditing and disclosure matters count as material, whoever says otherwise (M1)."""

    sentence = gettext_noop("A matter of this kind always counts as material ({matter}).")


class ReasonMissing(RuleBroken):
    """Finding something not material needs a reason."""

    sentence = gettext_noop("Write why this is not material.")


class SecondPersonMissing(RuleBroken):
    """Finding something not material needs a second person, and never the CEO alone."""

    sentence = gettext_noop("A second person has to agree that this is not material.")


class NoSecondPerson(RuleBroken):
    """Both who could be the second person are vacant, conflicted, or propose it themselves."""

    sentence = gettext_noop("Nobody can be the second person, so this cannot be found not material.")


SECONDS: dict[str, tuple[Rule, ...]] = {
    "internal_controls_else_presiding_auditor": (CONTROLS, PRESIDING),
    "presiding_auditor": (PRESIDING, CONTROLS),
}
ROLE_OF: dict[str, Role] = {CONTROLS.id: Role.INTERNAL_CONTROLS, PRESIDING.id: Role.PRESIDING_AUDITOR}


def presumed(signs: frozenset[Sign], matter: MatterType | None = None, *, under: Readings) -> Decision[Materiality]:
    """MATERIAL where a sign on the company's list speaks, UNKNOWN otherwise. A presumption; people determine.

    Raises `ReadingMissing` for a sign whose rank or amount nobody has chosen.
    """
    named = signs | ({SIGN_OF[matter]} if matter in SIGN_OF else frozenset())
    for sign in sorted(named & NEEDED.keys()):
        under.needed(NEEDED[sign])
    found = sorted(sign for sign in named if sign in under.materiality_presumed)
    passed_over = {str(sign): "not_named" for sign in Sign if sign not in found}
    return Decision(
        answer=Materiality.MATERIAL if found else Materiality.UNKNOWN,
        facts={"signs": ", ".join(sorted(named))},
        steps=tuple(spoke(PRESUMED, sign=sign) for sign in found) or (spoke(NOTHING),),
        passed_over=passed_over,
    )


def proposed(replies: Mapping[str, Reply]) -> Decision[Materiality]:
    """What the answers to the Board's questions propose, and which of them did it. No score; people decide (A4).

    `replies`: the answer to each question, by the question's number or name as it is to be shown. Any yes, or two
    unknown: MATERIAL. One unknown: UNKNOWN, which counts as material until then. All no, or nothing asked:
    NON_MATERIAL where something was asked, UNKNOWN where nothing was.
    """
    named = {reply: [name for name, given in replies.items() if given is reply] for reply in Reply}
    rule, answer, because = _weighed(len(named[Reply.YES]), len(named[Reply.UNKNOWN]), len(replies))
    return Decision(
        answer=answer,
        facts=dict(replies),
        steps=(spoke(rule, questions=", ".join(named[because]) or "-") if because else spoke(rule),),
        passed_over={other.id: "holds" for other in (SAID_YES, NOT_KNOWN, ONE_OPEN, ALL_NO) if other is not rule},
    )


def _weighed(yes: int, unknown: int, asked: int) -> tuple[Rule, Materiality, Reply | None]:
    if yes:
        return SAID_YES, Materiality.MATERIAL, Reply.YES
    if unknown >= OPEN_ANSWERS:
        return NOT_KNOWN, Materiality.MATERIAL, Reply.UNKNOWN
    if unknown or not asked:
        return ONE_OPEN, Materiality.UNKNOWN, Reply.UNKNOWN
    return ALL_NO, Materiality.NON_MATERIAL, None


def second_person(*, proposer: Role, unavailable: frozenset[Role] = frozenset(), under: Readings) -> Decision[Role]:
    """Who must agree to "not material" (A4): the first of the two who is neither the proposer nor `unavailable`.

    `unavailable`: offices that are vacant or conflicted. Raises `NoSecondPerson` where nobody is left.
    """
    seconds = SECONDS[under.materiality_second_person]
    faults = {rule.id: _unfit(ROLE_OF[rule.id], proposer, unavailable) for rule in seconds}
    rule = next((rule for rule in seconds if faults[rule.id] is None), None)
    if rule is None:
        raise NoSecondPerson
    facts = {"proposer": proposer, "unavailable": ", ".join(sorted(unavailable))}
    passed_over = {other.id: faults[other.id] or "asked later" for other in seconds if other is not rule}
    return Decision(answer=ROLE_OF[rule.id], facts=facts, steps=(spoke(rule),), passed_over=passed_over)


def _unfit(role: Role, proposer: Role, unavailable: frozenset[Role]) -> str | None:
    if role is proposer:
        return "proposer"
    return "unavailable" if role in unavailable else None


def check_not_material(matter: MatterType | None, *, reason: str, agreed_by_second: bool, under: Readings) -> None:
    """Refuse "not material" where it cannot be, where the reason is empty, or where nobody else has agreed (A4)."""
    if matter in FINANCE:
        raise AlwaysMaterial(matter=matter)
    if under.materiality_downgrade.reason and not reason.strip():
        raise ReasonMissing
    if under.materiality_downgrade.second_person and not agreed_by_second:
        raise SecondPersonMissing


def restarts_notice(old: Materiality, new: Materiality) -> bool:
    """Whether a change starts the CEO's duty to hand on (C14) anew, at the change: when it becomes material (A4b)."""
    return new is Materiality.MATERIAL and old is not new
