"""The ways of sending, each with who reads it that way and why: the hints of question 2 and of the last page."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from conduct.contact.readers import WAYS, Audience, Group, House, Sight, audience
from conduct.contact.reports import matter_of, named_people
from conduct.contact.visit import Visit
from conduct.people.models import Person
from conduct.people.queries import ceo_on, members_on
from conduct.provisions.queries import readings_on
from conduct.rules.decision import Step
from conduct.rules.vocabulary import Body, Channel, PersonClass

LABELS = {
    Channel.BOSA_NAMED: gettext_lazy("With my name, to the Statutory Auditors only"),
    Channel.CEO: gettext_lazy("With my name, to the CEO's desk"),
    Channel.SUPERVISOR: gettext_lazy("Through my supervisor"),
    Channel.ANONYMOUS: gettext_lazy("Anonymously, to the Statutory Auditors"),
}
GROUPS = {
    Group.AUDITORS: gettext_lazy("Statutory Auditors"),
    Group.CEO: gettext_lazy("CEO"),
    Group.BOARD: gettext_lazy("Board"),
    Group.SUPERVISOR: gettext_lazy("your supervisor"),
    Group.DELEGATE: gettext_lazy("CEO's delegate"),
}


@dataclass(frozen=True, slots=True)
class Named:
    """What follows from the people named so far: whether the CEO is one, and how many statutory auditors are."""

    is_ceo: bool
    auditors: int

    @classmethod
    def in_visit(cls, visit: Visit, day: date) -> "Named":
        people = {person.pk for person in named_people(visit, day)}
        ceo = ceo_on(day)
        auditors = members_on(Body.BOSA, day).filter(pk__in=people).count() if people else 0
        return cls(is_ceo=visit.about == PersonClass.CEO or bool(ceo and ceo.pk in people), auditors=auditors)


@dataclass(frozen=True, slots=True)
class Way:
    """One way of sending, in words."""

    channel: Channel
    label: str
    lines: tuple[str, ...]
    steps: tuple[Step, ...]

    @property
    def hint(self) -> str:
        return "\n".join(self.lines)


def ways(visit: Visit, *, sender: Person | None, day: date) -> list[Way]:
    """The ways that are open for what has been answered so far."""
    house, under, named = House.on(day), readings_on(day), Named.in_visit(visit, day)
    shut = frozenset({Group.CEO}) if named.is_ceo else frozenset()
    found = []
    for channel in open_ways(named):
        matter = matter_of(visit, sender=sender, day=day, channel=channel)
        seen = audience(matter, under=under, house=house, walled=shut)
        lines = (*told(seen, house.auditors - named.auditors), *cautions(visit, named, seen))
        found.append(Way(channel, str(LABELS[channel]), lines, seen.decision.steps))
    return found


def open_channels(visit: Visit, day: date) -> list[Channel]:
    return open_ways(Named.in_visit(visit, day))


def open_ways(named: Named) -> list[Channel]:
    """What is about the CEO does not go to the CEO (A1)."""
    return [channel for channel in WAYS if not (channel is Channel.CEO and named.is_ceo)]


def way_of(visit: Visit, *, sender: Person | None, day: date) -> Way | None:
    """The way that was chosen, if it is still open."""
    return next((way for way in ways(visit, sender=sender, day=day) if way.channel is visit.channel), None)


def told(seen: Audience, auditors: int) -> list[str]:
    """Who reads it, who only may later, who does not; and the name."""
    lines = [_("Goes straight on to the Statutory Auditors.")] if passes_the_ceo(seen) else []
    lines.append(readers(seen, auditors))
    if later := seen.of(Sight.LATER):
        lines.append(_("Only if it is handed on to them: %(groups)s.") % {"groups": listed(later)})
    if Sight.NOTICE in seen.sights.values():
        lines.append(_("The CEO learns only that something was handed on."))
    if nothing := seen.of(Sight.NOTHING):
        lines.append(_("Does not read it: %(groups)s.") % {"groups": listed(nothing)})
    return lines


def passes_the_ceo(seen: Audience) -> bool:
    return seen.channel is Channel.CEO and seen.first is Body.BOSA


def readers(seen: Audience, auditors: int) -> str:
    if seen.first is Body.SUPERVISOR:
        return through_the_supervisor(seen)
    if seen.first is Body.BOSA:
        return auditors_read(auditors)
    if seen.sights.get(Group.DELEGATE) is Sight.READS:
        return _("Reads it: the CEO's desk, two people: the CEO and the CEO's delegate.")
    return _("Reads it: the CEO's desk.")


def through_the_supervisor(seen: Audience) -> str:
    if seen.onward is Body.CEO and seen.sights.get(Group.DELEGATE) is Sight.NEXT:
        return _("Reads it: your supervisor, who must pass it on unchanged to the CEO and the CEO's delegate.")
    return SUPERVISED[seen.onward]()


def auditors_read(count: int) -> str:
    if count == 1:
        return _("Reads it: 1 statutory auditor.")
    return _("Reads it: %(count)s statutory auditors.") % {"count": count}


SUPERVISED = {
    Body.BOSA: lambda: _("Reads it: your supervisor, who must pass it on unchanged to the Statutory Auditors."),
    Body.CEO: lambda: _("Reads it: your supervisor, who must pass it on unchanged to the CEO's desk."),
}


def cautions(visit: Visit, named: Named, seen: Audience) -> list[str]:
    if visit.about == PersonClass.STATUTORY_AUDITOR and not named.auditors:
        return [_("Name the statutory auditor in question 4, so that this person is kept out.")]
    return []


def listed(groups: list[Group]) -> str:
    """Those that a reporter thinks of; nobody else reads it either."""
    return _(", ").join(str(GROUPS[group]) for group in groups if group in GROUPS)
