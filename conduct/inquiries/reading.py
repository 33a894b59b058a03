"""Reading an investigation. Each opening stands on the ledger before the first word is shown."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from cases.models import Case
from cases.services import Entry
from conduct.access.check import require
from conduct.access.permissions import Permission
from conduct.audit import ledger
from conduct.audit.domains import Domain
from conduct.audit.events import Event
from conduct.inquiries.models import Custody, ExhibitVersion, Happening, Interview, InterviewVersion, Task
from conduct.inquiries.queries import audiences_of, last_inquiry, tasks_of
from conduct.inquiries.services import open_exhibit
from conduct.inquiries.wording import About, Doing, Line, Talk, Terms, What
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.rules.vocabulary import Audience
from conduct.vault import vault

KNOWING = (  # that somebody knew: by telling, by being brought it, by opening it
    Event.REPORT_FILED,
    Event.REPORT_PASSED_ON,
    Event.RECORD_HANDED_ON,
    Event.RECORD_RECEIVED,
    Event.COPY_GIVEN,
    Event.RECORD_TAKEN,
    Event.RECORD_VIEWED,
    Event.TEXT_OPENED,
    Event.STATEMENT_SIGNED,
)
ONCE = frozenset({Event.RECORD_VIEWED, Event.TEXT_OPENED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Talked:
    """An interview with its last version."""

    interview: Interview
    version: InterviewVersion
    who: str
    talk: Talk
    remarks: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One version of a piece of evidence."""

    version: ExhibitVersion
    about: About


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """Everything of an investigation that a reader may open, in one go."""

    terms: Terms | None
    tasks: Sequence[tuple[Task, Doing]]
    talks: Sequence[Talked]
    exhibits: Sequence[Kept]
    custody: Sequence[tuple[Custody, Line]]
    happenings: Sequence[tuple[Happening, What]]


def open_inquiry(actor: Actor, case: Case, *, now: datetime) -> Opened:
    """The whole of it. Raises PermissionDenied for whoever may not read sealed text; items for others are left out."""
    require(actor, Permission.READ_SEALED, case.record)
    audiences = [each.value for each in audiences_of(actor, case, on=now)]
    inquiry = last_inquiry(actor, case.record)
    tasks = list(tasks_of(inquiry)) if inquiry else []
    versions = list(last_versions(case, audiences))
    exhibits = list(exhibit_versions(case, audiences))
    lines = list(custody_of(case, exhibits))
    found = list(case.record.happenings.filter(corrected_by=None).select_related("text__record", "entered_by"))
    found = found if Audience.TEAM.value in audiences else []
    items = [
        *([inquiry.terms] if inquiry else []),
        *(task.text for task in tasks),
        *(version.interview.who for version in versions),
        *(version.text for version in versions),
        *(version.remarks for version in versions if version.remarks),
        *(version.about for version in exhibits),
        *(line.text for line in lines if line.text),
        *(each.text for each in found),
    ]
    read = dict(zip([item.pk for item in items], vault.open_all(actor, items, now=now), strict=True))
    return Opened(
        terms=Terms.read(read[inquiry.terms_id]) if inquiry else None,
        tasks=[(task, Doing.read(read[task.text_id])) for task in tasks],
        talks=[talked(version, read) for version in versions],
        exhibits=[Kept(version=version, about=About.read(read[version.about_id])) for version in exhibits],
        custody=[(line, Line.read(read[line.text_id]) if line.text_id else Line()) for line in lines],
        happenings=sorted(
            ((each, What.read(read[each.text_id])) for each in found), key=lambda pair: (pair[1].on, pair[1].time)
        ),
    )


def talked(version: InterviewVersion, read: dict[object, str]) -> Talked:
    entry = Entry.read(read[version.interview.who_id])
    person = Person.objects.filter(pk=entry.person_id).first() if entry.person_id else None
    return Talked(
        interview=version.interview,
        version=version,
        who=person.name if person else entry.name,
        talk=Talk.read(read[version.text_id]),
        remarks=read[version.remarks_id] if version.remarks_id else "",
    )


def last_versions(case: Case, audiences: Iterable[str]) -> Iterable[InterviewVersion]:
    """The latest version of each interview that is for these readers."""
    found = InterviewVersion.objects.filter(record=case.record, interview__audience__in=audiences)
    newest = found.order_by("interview", "-version").distinct("interview")
    return newest.select_related("interview__who__record", "text__record", "remarks__record", "written_by", "heard_by")


def exhibit_versions(case: Case, audiences: Iterable[str]) -> Iterable[ExhibitVersion]:
    """The versions that are for these readers, by number."""
    found = ExhibitVersion.objects.filter(record=case.record, audience__in=audiences)
    return found.select_related("exhibit", "about__record", "kept_by").order_by("exhibit__number", "version")


def custody_of(case: Case, versions: Iterable[ExhibitVersion]) -> Iterable[Custody]:
    """The chain of each piece of evidence of which one version is open; of a version that is not, no line."""
    known = {(version.exhibit_id, version.version) for version in versions}
    lines = Custody.objects.filter(record=case.record, exhibit__in={exhibit for exhibit, _ in known})
    every = lines.select_related("exhibit", "by", "text__record").order_by("exhibit__number", "at", "pk")
    return [line for line in every if line.version is None or (line.exhibit_id, line.version) in known]


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """The bytes of a version, and whether they are still those that were put away."""

    about: About
    content: bytes
    is_whole: bool


def open_file(actor: Actor, case: Case, number: int, version: int, *, now: datetime) -> Download:
    """The file of one version, after the opening stands in its chain of custody and on the ledger."""
    found = open_exhibit(actor=actor, case=case, number=number, version=version, now=now)
    (text,) = vault.open_all(actor, [found.about], now=now)
    content = vault.open_file(actor, found.file, now=now)
    about = About.read(text)
    return Download(about=about, content=content, is_whole=hashlib.sha256(content).hexdigest() == about.digest)


def who_knew(case: Case, domains: Iterable[Domain]) -> list[object]:
    """When each person first had it or opened it, from the logs that this reader reads; oldest first."""
    lines = ledger.timeline(case.record, domains).filter(event__in=[event.value for event in KNOWING])
    first, told = set(), []
    for line in lines:
        key = (line.event, line.actor_id)
        if Event(line.event) in ONCE and key in first:
            continue
        first.add(key)
        told.append(line)
    return told


def open_task(actor: Actor, task: Task, *, now: datetime) -> tuple[Doing, Talk | None]:
    """A task, and what is to be read back, for its owner alone. Which task is whose, `own_tasks` has said."""
    items = [task.text, *([task.reads_back.text] if task.reads_back else [])]
    text, *talk = vault.open_for_doer(actor, items, now=now)
    return Doing.read(text), Talk.read(talk[0]) if talk else None
