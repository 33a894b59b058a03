"""What the matter (M1 to M12) and the way it came (K1 to K6) add to the cell of the person concerned."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from conduct.rules.decision import Step, spoke
from conduct.rules.errors import RuleBroken
from conduct.rules.facts import Matter
from conduct.rules.labels import gettext_noop
from conduct.rules.readings import Readings
from conduct.rules.routing import CEO, DELEGATE, GROUP_LEADERS, LEADERS, counts_as
from conduct.rules.vocabulary import Authority, Channel, Kind, Materiality, MatterType, PersonClass

EVERYBODY = frozenset(PersonClass)
COPIED_LEADERS = LEADERS | DELEGATE | GROUP_LEADERS | CEO
FINANCE = frozenset(
    {
        MatterType.ACCOUNTING,
        MatterType.INTERNAL_CONTROL,
        MatterType.AUDITING,
        MatterType.FINANCIAL_DISCLOSURE,
    }
)
BOSA_CHANNELS = frozenset({Channel.ANONYMOUS, Channel.BOSA_NAMED})


class SupervisorConcerned(RuleBroken):
    """The way through the supervisor is shut where the supervisor is concerned (A38)."""

    sentence = gettext_noop("Your supervisor is concerned in this. Choose another way to send it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlay:
    """When it speaks (None: always; `who`: one of the subjects), and what it adds."""

    id: str
    why: str
    matters: frozenset[MatterType] | None = None
    kinds: frozenset[Kind] | None = None
    channels: frozenset[Channel] | None = None
    who: frozenset[PersonClass] | None = None
    under: tuple[str, str] | None = None
    counts_as_material: bool = False
    holds_notice: bool = False
    copy_for: frozenset[PersonClass] = frozenset()  # BoSA gets a copy when one of these is a subject
    copy_unless_lead: bool = False
    desk: Mapping[MatterType, Authority] | None = None  # whose desk opens it first
    paragraphs: tuple[str, ...] = ()
    readings: tuple[str, ...] = ()


# fmt: off
OVERLAYS = (
    Overlay(
        id="M1", matters=FINANCE, counts_as_material=True, holds_notice=True,
        copy_for=EVERYBODY, copy_unless_lead=True, paragraphs=("III ¶3",), readings=("A4", "A10"),
        why=gettext_noop(
            "Matters of accounting, control and financial reports start with the Statutory Auditors, as material."
        ),
    ),
    Overlay(
        id="M2", matters=frozenset({MatterType.RETALIATION, MatterType.IDENTITY_LEAK}), copy_for=EVERYBODY,
        paragraphs=("III ¶3",), readings=("A45",),
        why=gettext_noop(
            "Retaliation and the leak of an identity are a matter of their own; the Statutory Auditors get a copy."
        ),
    ),
    Overlay(
        id="M3", matters=frozenset({MatterType.CEO_FAILED_TO_NOTIFY}), paragraphs=("III ¶1",),
        why=gettext_noop("When the CEO does not hand on, that is a matter about the CEO."),
    ),
    Overlay(
        id="M4", matters=frozenset({MatterType.FAILED_TO_NOTIFY}), paragraphs=("III ¶1",), readings=("A35",),
        why=gettext_noop("Not notifying goes by the class of that person and is opened by hand only."),
    ),
    Overlay(
        id="M5", matters=frozenset({MatterType.DIRECTOR_CONFLICT}), paragraphs=("V ¶1", "III ¶1"), readings=("A22",),
        why=gettext_noop(
            "A director's conflict also needs the Board under the Companies Act; that approval is not a waiver."
        ),
    ),
    Overlay(
        id="M6", matters=frozenset({MatterType.CORPORATE_OPPORTUNITY}), paragraphs=("IX ¶1",),
        why=gettext_noop("An opportunity must first be offered to the company and turned down by it."),
    ),
    Overlay(
        id="M7", matters=frozenset({MatterType.ASSET_USE}), paragraphs=("VIII ¶1", "IX ¶2"), readings=("A29", "A33"),
        why=gettext_noop("Use that is not only for the company needs the talk beforehand and the Board's approval."),
    ),
    Overlay(
        id="M8", matters=frozenset({MatterType.TRADING}), paragraphs=("X ¶1",), readings=("A30", "A31", "A32"),
        why=gettext_noop("An answer about a trade is advice; nobody asks himself or herself."),
    ),
    Overlay(
        id="M9", matters=frozenset({MatterType.STAKEHOLDER_DETRIMENT}), copy_for=COPIED_LEADERS,
        paragraphs=("XIII ¶2",), readings=("A33",),
        why=gettext_noop(
            "When the CEO, an officer or a director reports possible harm, the Statutory Auditors get a copy."
        ),
    ),
    Overlay(
        id="M10", matters=frozenset({MatterType.MEDIA_REQUEST, MatterType.REGULATOR_REQUEST}), paragraphs=("XI ¶1",),
        desk={
            MatterType.MEDIA_REQUEST: Authority.INVESTOR_RELATIONS,
            MatterType.REGULATOR_REQUEST: Authority.LEGAL_SECTION,
        },
        why=gettext_noop("Requests from outside are forwarded to the section in charge, which decides nothing."),
    ),
    Overlay(
        id="M11", matters=frozenset({MatterType.SUBSIDIARY_MODIFICATION}), copy_for=EVERYBODY,
        paragraphs=("I ¶6",), readings=("A44", "S7"),
        why=gettext_noop("The Statutory Auditors are told of every modification for a subsidiary."),
    ),
    Overlay(
        id="M12", kinds=frozenset({Kind.QUESTION}), paragraphs=("III ¶2", "III ¶1"), readings=("A22", "A33"),
        why=gettext_noop("A question that turns out to be a report is converted; whoever asked stays protected."),
    ),
    Overlay(
        id="K1", channels=frozenset({Channel.CEO}), paragraphs=("III ¶1",), readings=("A48",),
        why=gettext_noop("The CEO and the Board know the person who told us by a pseudonym only."),
    ),
    Overlay(
        id="K2", channels=frozenset({Channel.SUPERVISOR}), under=("supervisor_notice", "discharges_reporter"),
        paragraphs=("III ¶3",), readings=("A38",),
        why=gettext_noop("Telling the supervisor meets the duty to notify; the supervisor must pass it on."),
    ),
    Overlay(
        id="K2r", channels=frozenset({Channel.SUPERVISOR}), under=("supervisor_notice", "reminder_until_relayed"),
        paragraphs=("III ¶3",), readings=("A38",),
        why=gettext_noop("Whoever told the supervisor is reminded until the supervisor has passed it on."),
    ),
    Overlay(
        id="K3", channels=frozenset({Channel.ANONYMOUS}), holds_notice=True,
        paragraphs=("III ¶3",), readings=("A10",),
        why=gettext_noop("Only the Statutory Auditors read an anonymous submission, and it meets the duty to notify."),
    ),
    Overlay(
        id="K4", channels=frozenset({Channel.BOSA_NAMED}), holds_notice=True,
        paragraphs=("III ¶3",), readings=("A11",),
        why=gettext_noop("Only the Statutory Auditors read a confidential submission; the name lies in a vault."),
    ),
    Overlay(
        id="K5", kinds=frozenset({Kind.REPORT}), who=CEO, paragraphs=("III ¶1",), readings=("A1",),
        why=gettext_noop("A report about the CEO is kept from the CEO, whichever way it came."),
    ),
    Overlay(
        id="K6", kinds=frozenset({Kind.REPORT}), who=frozenset({PersonClass.STATUTORY_AUDITOR}), readings=("A2",),
        why=gettext_noop("In a report about a statutory auditor the Statutory Auditors act without that auditor."),
    ),
)
# fmt: on


@lru_cache(maxsize=4096)
def speaking(
    kind: Kind, matter: MatterType | None, channel: Channel, people: frozenset[PersonClass], under: Readings
) -> tuple[tuple[Overlay, ...], tuple[Step, ...], Mapping[str, str]]:
    """The overlays that speak, their steps, and for each other overlay the condition that failed."""
    faults = {each.id: failing(each, kind, matter, channel) or unlike(each, people, under) for each in OVERLAYS}
    spoken = tuple(each for each in OVERLAYS if faults[each.id] is None)
    return spoken, tuple(map(spoke, spoken)), {rule: fault for rule, fault in faults.items() if fault}


def failing(overlay: Overlay, kind: Kind, matter: MatterType | None, channel: Channel) -> str | None:
    """The first condition about the matter that does not hold, or None."""
    if overlay.matters is not None and matter not in overlay.matters:
        return "matter"
    if overlay.kinds is not None and kind not in overlay.kinds:
        return "kind"
    return "channel" if overlay.channels is not None and channel not in overlay.channels else None


def unlike(overlay: Overlay, people: frozenset[PersonClass], under: Readings) -> str | None:
    """The first condition about the people and the readings that does not hold, or None."""
    if overlay.who is not None and not overlay.who & people:
        return "who"
    return "under" if overlay.under and getattr(under, overlay.under[0]) != overlay.under[1] else None


def materiality_of(given: Matter, own: Materiality | None) -> Materiality:
    """What counts for one subject: its own materiality, else the matter's; always material under M1 (A4, A10)."""
    return Materiality.MATERIAL if given.matter in FINANCE else own or given.materiality


def copied(overlay: Overlay, given: Matter, lead: Authority, under: Readings) -> bool:
    """Whether BoSA gets a copy because of this overlay."""
    if not overlay.copy_for or (overlay.copy_unless_lead and lead is Authority.BOSA):
        return False
    cells = (counts_as(each.person_class, Materiality.UNKNOWN, under)[0] for each in given.subjects)
    return any(person in overlay.copy_for for person in cells)


def check_channel(channel: Channel, *, supervisor_concerned: bool) -> None:
    """Refuse the way through the supervisor where the supervisor is concerned (III ¶3, A38)."""
    if channel is Channel.SUPERVISOR and supervisor_concerned:
        raise SupervisorConcerned
