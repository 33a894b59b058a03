"""The page that shows every answer before it is sent."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from conduct.contact import steps
from conduct.contact.addresses import address
from conduct.contact.forms.about import CHOICES as ABOUT
from conduct.contact.forms.more import More
from conduct.contact.forms.reach import CHOICES as REACH
from conduct.contact.hints import Trace, traces
from conduct.contact.presenters.ways import Way, way_of
from conduct.contact.reports import TOLD, said
from conduct.contact.steps import Step
from conduct.contact.visit import Visit
from conduct.web.answers import told_rows

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Checked:
    """The answers with their Change links, who will see it, and what could give the sender away."""

    rows: list[Row]
    way: Way | None
    traces: list[Trace]
    text_url: str


def checked(visit: Visit, *, day: date) -> Checked:
    way = way_of(visit, sender=None, day=day)
    typed = [str(visit.answers.get(name, "")) for name in ("what", "who", "when", "where")]
    return Checked(
        rows=[*first_rows(visit, way), *told(visit), *last_rows(visit, day)],
        way=way,
        traces=traces(*typed),
        text_url=address(Step.WHAT),
    )


def first_rows(visit: Visit, way: Way | None) -> list[Row]:
    about = dict(ABOUT).get(visit.about, "")
    rows = [row(_("Who it is about"), str(about), Step.ABOUT)] if Step.ABOUT in steps.path_of(visit) else []
    if visit.answers.get("accounts"):
        rows.append(row(_("Also about"), _("Accounts, audit or financial reports"), Step.ABOUT))
    return [*rows, row(_("How it is sent"), way.label if way else "", Step.WAY)]


def told(visit: Visit) -> list[Row]:
    """What was written, in the order of the questions."""
    pages = {"what": Step.WHAT}
    given = said(visit, TOLD)
    return [
        each | {"url": address(pages.get(name, Step.MORE))}
        for name, each in zip([name for name in TOLD if name in given], told_rows(given), strict=True)
    ]


def last_rows(visit: Visit, day: date) -> list[Row]:
    names = dict(More(visit=visit, day=day).fields["people"].choices)
    people = "\n".join(str(names[key]) for key in visit.people if key in names)
    rows = [row(_("Kept out"), people, Step.MORE)] if people else []
    if visit.happened_on:
        rows.append(row(_("The day"), visit.happened_on.isoformat(), Step.MORE))
    return [*rows, row(_("How to reach you"), reached(visit), Step.REACH)]


def reached(visit: Visit) -> str:
    word = dict(REACH).get(visit.answers.get("reach") or "none", "")
    phone = visit.answers.get("phone", "")
    asked = _("Once a month we ask how you are treated") if visit.answers.get("watch") else ""
    return "\n".join(str(line) for line in (word, phone, asked) if line)


def row(label: str, value: str, step: Step) -> Row:
    return {"label": label, "value": value, "url": address(step)}
