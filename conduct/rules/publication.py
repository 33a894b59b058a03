"""Whether the public must be told of a waiver, and on which clock (I ¶4; A26b, A26c, S1, S2): a truth table."""

from collections.abc import Callable
from dataclasses import dataclass

from conduct.rules.decision import Decision, spoke
from conduct.rules.labels import gettext_noop
from conduct.rules.readings import Readings
from conduct.rules.vocabulary import PersonClass

OFFICERS = frozenset({PersonClass.OFFICER, PersonClass.DIRECTOR, PersonClass.CEO, PersonClass.DELEGATE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Flags:
    """What the register said of the person on the date (A26)."""

    is_director: bool = False
    nasdaq_executive_officer: bool = False
    sec_16b_covered: bool = False  # principal executive, financial or accounting officer, or controller

    @property
    def any(self) -> bool:
        return self.is_director or self.nasdaq_executive_officer or self.sec_16b_covered


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What is due: whether the public is told, whether somebody must, and the clocks that run."""

    public: bool
    by_rule: bool
    clocks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the publication test."""

    id: str
    holds: Callable[[PersonClass, Flags, Readings], bool]
    answer: Publication
    why: str
    paragraphs: tuple[str, ...] = ("I ¶4",)
    readings: tuple[str, ...] = ()


def _registered(under: Readings) -> bool:
    return under.pack_us and under.issuer_type != "not_us_registered"


def is_16b(person: PersonClass, flags: Flags, under: Readings) -> bool:
    return _registered(under) and under.issuer_type == "fpi" and flags.sec_16b_covered


def is_executive(person: PersonClass, flags: Flags, under: Readings) -> bool:
    return _registered(under) and under.issuer_type == "fpi" and flags.any and not flags.sec_16b_covered


def is_domestic(person: PersonClass, flags: Flags, under: Readings) -> bool:
    return _registered(under) and under.issuer_type == "domestic" and flags.any


def is_auditor(person: PersonClass, flags: Flags, under: Readings) -> bool:
    return person is PersonClass.STATUTORY_AUDITOR and under.auditor_waiver_disclose and not _by_flags(flags, under)


def is_other_officer(person: PersonClass, flags: Flags, under: Readings) -> bool:
    chosen = under.disclosure_test == "disclose_all_officers"
    return person in OFFICERS and chosen and not _by_flags(flags, under)


def is_internal(person: PersonClass, flags: Flags, under: Readings) -> bool:
    others = (is_auditor, is_other_officer)
    return not _by_flags(flags, under) and not any(holds(person, flags, under) for holds in others)


def _by_flags(flags: Flags, under: Readings) -> bool:
    return _registered(under) and flags.any


TABLE = (
    Row(
        id="X1", holds=is_16b, readings=("A26b", "S1"),
        answer=Publication(public=True, by_rule=True, clocks=("C01", "C02", "C06")),
        why=gettext_noop("An officer covered by Item 16B: four business days, and the annual report as well."),
    ),
    Row(
        id="X2", holds=is_executive, readings=("A26b", "S1"),
        answer=Publication(public=True, by_rule=True, clocks=("C01",)),
        why=gettext_noop("A director or Executive Officer: the public is told in four business days."),
    ),
    Row(
        id="X3", holds=is_domestic, readings=("S1",),
        answer=Publication(public=True, by_rule=True, clocks=("C03",)),
        why=gettext_noop("For a domestic issuer the notice is filed on Form 8-K in four business days."),
    ),
    Row(
        id="X4", holds=is_auditor, readings=("A26c",), answer=Publication(public=True, by_rule=False),
        why=gettext_noop("No rule asks for it, but the company tells the public of a statutory auditor's waiver."),
    ),
    Row(
        id="X5", holds=is_other_officer, readings=("A26b",), answer=Publication(public=True, by_rule=False),
        why=gettext_noop("No rule asks for it, but the company tells the public of every officer's waiver."),
    ),
    Row(
        id="X6", holds=is_internal, readings=("A14", "A26b"), answer=Publication(public=False, by_rule=False),
        why=gettext_noop("The public is not told; the waiver stands in the internal log."),
    ),
)  # fmt: skip


def publication(person: PersonClass, flags: Flags, *, under: Readings) -> Decision[Publication]:
    """Whether and by which clocks a waiver for this person becomes public; exactly one row covers each case."""
    (row,) = [each for each in TABLE if each.holds(person, flags, under)]
    return Decision(
        answer=row.answer,
        facts={
            "person": person,
            "is_director": flags.is_director,
            "nasdaq_executive_officer": flags.nasdaq_executive_officer,
            "sec_16b_covered": flags.sec_16b_covered,
        },
        steps=(spoke(row),),
        passed_over={each.id: "holds" for each in TABLE if each is not row},
    )
