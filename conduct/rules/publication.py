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


def has_16b_clock(person: PersonClass, flags: Flags, under: Readings) -> bool:
    return asked_by_sec(flags, under) and not under.nasdaq_5610_home_country_optout


def has_16b_clock_at_home(person: PersonClass, flags: Flags, under: Readings) -> bool:
    return asked_by_sec(flags, under) and under.nasdaq_5610_home_country_optout


def is_executive(person: PersonClass, flags: Flags, under: Readings) -> bool:
    return asked_by_nasdaq(flags, under) and not flags.sec_16b_covered


def is_domestic(person: PersonClass, flags: Flags, under: Readings) -> bool:
    return asked_of_domestic(flags, under)


def is_auditor(person: PersonClass, flags: Flags, under: Readings) -> bool:
    chosen = under.auditor_waiver_disclose
    return person is PersonClass.STATUTORY_AUDITOR and chosen and not asked_by_rule(flags, under)


def is_other_officer(person: PersonClass, flags: Flags, under: Readings) -> bool:
    chosen = under.disclosure_test == "disclose_all_officers"
    return person in OFFICERS and chosen and not asked_by_rule(flags, under)


def is_internal(person: PersonClass, flags: Flags, under: Readings) -> bool:
    others = (is_auditor, is_other_officer)
    return not asked_by_rule(flags, under) and not any(holds(person, flags, under) for holds in others)


def asked_by_sec(flags: Flags, under: Readings) -> bool:
    """Form 20-F Item 16B: a foreign private issuer and its principal officers."""
    return under.pack_us and under.issuer_type == "fpi" and flags.sec_16b_covered


def asked_by_nasdaq(flags: Flags, under: Readings) -> bool:
    """Rule 5610, unless the foreign private issuer follows the practice at home (S2)."""
    return under.pack_us and under.issuer_type == "fpi" and flags.any and not under.nasdaq_5610_home_country_optout


def asked_of_domestic(flags: Flags, under: Readings) -> bool:
    """Form 8-K Item 5.05 and Rule 5610 for an issuer of the United States."""
    return under.pack_us and under.issuer_type == "domestic" and flags.any


def asked_by_rule(flags: Flags, under: Readings) -> bool:
    return any(asks(flags, under) for asks in (asked_by_sec, asked_by_nasdaq, asked_of_domestic))


TABLE = (
    Row(
        id="X1", holds=has_16b_clock, readings=("A26b", "S1", "S2"),
        answer=Publication(public=True, by_rule=True, clocks=("C01", "C02", "C06")),
        why=gettext_noop("An officer covered by Item 16B: four business days, and the annual report as well."),
    ),
    Row(
        id="X1b", holds=has_16b_clock_at_home, readings=("A26b", "S1", "S2"),
        answer=Publication(public=True, by_rule=True, clocks=("C02", "C06")),
        why=gettext_noop("Without the exchange's rule, Item 16B asks: five business days, and the annual report."),
    ),
    Row(
        id="X2", holds=is_executive, readings=("A26b", "S1", "S2"),
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
        id="X6", holds=is_internal, readings=("A14", "A26b", "S2"), answer=Publication(public=False, by_rule=False),
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
