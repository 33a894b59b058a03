"""The simulator's answer as a table, with its reasons and with what the Code leaves open."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from conduct.contact.presenters.open_points import OpenPoint, open_points
from conduct.contact.presenters.ways import LABELS
from conduct.contact.readers import WAYS, Audience, Group, Sight
from conduct.contact.simulator import SHOWN, Otherwise, Seen
from conduct.provisions.keys import slug_of
from conduct.provisions.models import Paragraph
from conduct.provisions.presenters import JAPANESE, ORIGINAL, in_language
from conduct.provisions.queries import paragraph, versions_until
from conduct.rules.decision import Decision
from conduct.rules.labels import label
from conduct.rules.route import Route
from conduct.rules.vocabulary import Channel, Kind, PersonClass

QUOTED, QUOTED_JA = 25, 60  # words, and signs
FILED_HERE = frozenset({Kind.REPORT, Kind.QUESTION})
GROUPS = {
    Group.CEO: gettext_lazy("CEO"),
    Group.BOARD: gettext_lazy("Board of Directors"),
    Group.SUPERVISOR: gettext_lazy("Your supervisor"),
    Group.HUMAN_RESOURCES: gettext_lazy("Human resources"),
    Group.ADMINISTRATORS: gettext_lazy("Administrators"),
    Group.DELEGATE: gettext_lazy("The CEO's delegate"),
}
SIGHTS = {
    Sight.READS: gettext_lazy("reads it"),
    Sight.NEXT: gettext_lazy("reads it once it is passed on"),
    Sight.LATER: gettext_lazy("only if it is handed on to them"),
    Sight.NOTICE: gettext_lazy("only that something was handed on"),
    Sight.NOTHING: gettext_lazy("sees nothing"),
    None: gettext_lazy("not open to you"),
}
NAMES = {
    Channel.ANONYMOUS: gettext_lazy("nobody knows it"),
    Channel.BOSA_NAMED: gettext_lazy("sealed"),
    Channel.CEO: gettext_lazy("sealed"),
    Channel.SUPERVISOR: gettext_lazy("sealed, but your supervisor may guess it"),
}
WHOM = {
    "employee": gettext_lazy("an employee"),
    "officer": gettext_lazy("an officer"),
    "director": gettext_lazy("a director"),
    "ceo": gettext_lazy("the CEO"),
    "statutory_auditor": gettext_lazy("a statutory auditor"),
}
WEIGHTS = {
    "non_material": gettext_lazy("If it were small: %(lead)s."),
    "material": gettext_lazy("If it could be big for the company: %(lead)s."),
    "unknown": gettext_lazy("If nobody knew how serious it is: %(lead)s."),
}


@dataclass(frozen=True, slots=True)
class Cell:
    """What one group sees one way. `tone` is the word for the eye; the text says it all."""

    text: str
    tone: str


@dataclass(frozen=True, slots=True)
class Column:
    """One way of sending. `start` says that this installation can begin a report this way."""

    channel: Channel
    label: str
    note: str
    start: bool
    decision: Decision[Route]

    @property
    def is_open(self) -> bool:
        """The reasons for this way stand open: it is the one in which the CEO's duty to hand on speaks."""
        return self.channel is Channel.CEO


@dataclass(frozen=True, slots=True)
class Quote:
    """The first words of a paragraph that the answer rests on. `lang` is empty where it is the page's own."""

    key: str
    words: str
    lang: str
    url: str


@dataclass(frozen=True, slots=True)
class Page:
    """Everything on the page of the answer."""

    seen: Seen
    columns: list[Column]
    rows: list[tuple[str, list[Cell]]]
    lead: Decision[Route]
    first_answer: str
    otherwise: list[str]
    quotes: list[Quote]
    open_points: list[OpenPoint]
    in_force: date | None
    is_filed_here: bool


def shown(seen: Seen, *, day: date) -> Page:
    decision = seen.audiences[-1].decision
    decisions = [each.decision for each in seen.audiences]
    version = versions_until(day).first()
    return Page(
        seen=seen,
        columns=[column(each, seen) for each in seen.audiences],
        rows=[*(row(group, seen) for group in SHOWN if group in seen.house.roles), name_row(seen)],
        lead=decision,
        first_answer=within(seen.under.sla_acknowledge_max_days),
        otherwise=[otherwise(each) for each in seen.otherwise],
        quotes=quotes(decisions, day),
        open_points=open_points(decisions, seen.under),
        in_force=version.effective_on if version else None,
        is_filed_here=seen.asked.kind in FILED_HERE,
    )


def within(days: int) -> str:
    return _("within 1 day") if days == 1 else _("within %(days)s days") % {"days": days}


def column(each: Audience, seen: Seen) -> Column:
    offered = each.channel in WAYS
    note = ""
    if not offered:
        note = _("This desk does not offer it yet.")
    elif seen.is_closed(each.channel):
        note = _("Needs signing in.")
    elif is_shut_for_ceo(each.channel, seen):
        note = _("Not offered: reports about the CEO do not go to the CEO.")
    start = offered and not note and seen.asked.kind in FILED_HERE
    return Column(each.channel, str(LABELS[each.channel]), note, start, each.decision)


def is_shut_for_ceo(channel: Channel, seen: Seen) -> bool:
    return channel is Channel.CEO and seen.asked.about == PersonClass.CEO


def row(group: Group, seen: Seen) -> tuple[str, list[Cell]]:
    sights = [seen.sight(each, group) for each in seen.audiences]
    return named(group, seen), [Cell(str(SIGHTS[sight]), sight.value if sight else "closed") for sight in sights]


def named(group: Group, seen: Seen) -> str:
    if group is not Group.AUDITORS:
        return str(GROUPS[group])
    if seen.asked.about == PersonClass.STATUTORY_AUDITOR:
        words = _("Statutory Auditors (%(count)s, without the one concerned once that person is named)")
        return words % {"count": seen.auditors}
    return _("Statutory Auditors (%(count)s)") % {"count": seen.auditors}


def name_row(seen: Seen) -> tuple[str, list[Cell]]:
    cells = [
        Cell(str(SIGHTS[None]), "closed") if seen.is_closed(each.channel) else Cell(str(NAMES[each.channel]), "name")
        for each in seen.audiences
    ]
    return _("Your name"), cells


def otherwise(change: Otherwise) -> str:
    """One whole sentence for each kind of other answer."""
    who = label(change.who, _)
    if change.name == "about":
        whom = _(", ").join(str(WHOM[value]) for value in change.values)
        return _("If it were about %(whom)s: %(lead)s.") % {"whom": whom, "lead": who}
    if change.name == "weight":
        return str(WEIGHTS[change.values[0]]) % {"lead": who}
    return _("If it were about accounts, audit or financial reports, this desk would open it first: %(desk)s.") % {
        "desk": who
    }


def quotes(decisions: list[Decision[Route]], day: date) -> list[Quote]:
    """Each paragraph once, in the order in which the rules cite them; nothing before a Code is in force."""
    version = versions_until(day).first()
    keys = dict.fromkeys(key for decision in decisions for key in decision.paragraphs)
    found = [paragraph(key, version) for key in keys] if version else []
    return [quote(each) for each in found if each]


def quote(row: Paragraph) -> Quote:
    """In the reader's language where the Code has its words, as on the pages of the Code."""
    language = (get_language() or ORIGINAL)[:2]
    text, lang = in_language(row.text, row.text_ja, language)
    words = beginning_ja(text) if language == JAPANESE and not lang else beginning(text)
    return Quote(key=row.key, words=words, lang=lang, url=reverse("provisions:paragraph", args=[slug_of(row.key)]))


def beginning(text: str) -> str:
    words = text.split()
    return " ".join(words[:QUOTED]) + (" …" if len(words) > QUOTED else "")


def beginning_ja(text: str) -> str:
    """Japanese is written without spaces: signs are counted, not words."""
    return text[:QUOTED_JA] + ("…" if len(text) > QUOTED_JA else "")
