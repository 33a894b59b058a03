"""What the routing looks at: the people a matter is about, how grave it is, what it is about, how it came."""

from dataclasses import dataclass

from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.vocabulary import Channel, Kind, Materiality, MatterType, PersonClass


class NobodyConcerned(RuleBroken):
    """A matter is always about somebody, if only about somebody not identified yet."""

    sentence = gettext_noop("Say who it is about. “Not identified yet” is an answer.")


class WaiverForMany(RuleBroken):
    """Each waiver is for one person; two people need two waivers (A3)."""

    sentence = gettext_noop("A waiver is for one person. This one names {count} people.")


@dataclass(frozen=True, slots=True)
class Subject:
    """The person concerned: reported, asking, disclosing, or for whom a waiver is sought. Class: at the conduct."""

    person_class: PersonClass
    materiality: Materiality | None = None  # None: as the whole matter


@dataclass(frozen=True, slots=True)
class Matter:
    """Everything on which the authority depends. Refuses no subject, and a waiver for more than one."""

    kind: Kind
    subjects: tuple[Subject, ...]
    materiality: Materiality = Materiality.UNKNOWN
    matter: MatterType | None = None
    channel: Channel = Channel.CEO

    def __post_init__(self) -> None:
        if not self.subjects:
            raise NobodyConcerned
        if self.kind is Kind.WAIVER and len(self.subjects) > 1:
            raise WaiverForMany(count=len(self.subjects))
