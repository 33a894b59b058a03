"""What is known of a waiver on its way through the gates (I ¶4)."""

from dataclasses import dataclass
from datetime import date, datetime

from conduct.rules.publication import Flags, Publication
from conduct.rules.vocabulary import Holder, Materiality, PersonClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """What the Statutory Auditors said, in which form, and when."""

    at: datetime
    form: str
    objects: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """Who decided, when, and whether it was carried by a quorate vote without the person who gains (A7, A8)."""

    at: datetime
    by: Holder
    carried: bool
    beneficiary_out: bool
    second_reading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Conditions, how long, and who watches (A25)."""

    conditions: bool
    months: int
    monitor: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """The proof that a notice went out: how, where it is found, when, and the dates that follow from it."""

    channel: str
    link: str
    at: datetime
    proof: bool
    take_down_on: date
    archive_until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiverFacts:
    """Everything the gates look at. None means: not known yet, and nothing passes on it.

    `stands_in`: who acts for the CEO in this matter, by `deciders.stands_in`. `publication`: what was written down as
    the answer of the publication test; the gate takes the test again.
    """

    norms: frozenset[str]
    looks_forward: bool | None = None
    person_class: PersonClass | None = None
    flags: Flags | None = None
    materiality: Materiality = Materiality.UNKNOWN
    consultation: Consultation | None = None
    stands_in: Holder | None = None
    vote: Vote | None = None
    terms: Terms | None = None
    publication: Publication | None = None
    posting: Posting | None = None
    logged: bool = False
    already_happened: bool = False
    review_opened: bool = False  # the violation case and the review for an implicit waiver
