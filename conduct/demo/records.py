"""The demo's records: each story is told through the same services as a real one, at its own time.

`now` is handed in everywhere, so the past is played in order: before each act, whatever fell due passes first.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from cases import services as cases
from cases.models import Case
from cases.services import About, Report
from conduct import clock
from conduct.access.statements import is_wanted
from conduct.deadlines.models import Deadline
from conduct.deadlines.services import pass_deadline
from conduct.demo import interpreting
from conduct.demo.keeping import OLD, let_go
from conduct.demo.protecting import watch_over
from conduct.demo.stories import auditors_desk, ceos_desk
from conduct.demo.stories.plot import Act, Story
from conduct.handoffs import services as handoffs
from conduct.handoffs.models import Lateness
from conduct.people.actor import Actor
from conduct.people.models import Person
from conduct.rules.errors import RuleBroken
from conduct.rules.vocabulary import Body, Channel, Kind, MatterType, PersonClass

STORIES = (*ceos_desk.STORIES, *auditors_desk.STORIES)
UNREAD = frozenset({"pass_on_report", "decide_lateness", "recuse"})
CLASSES = {word.value for word in PersonClass} - {"ceo"}


def load_records(*, now: datetime) -> int:
    """Tell every story, the oldest first. Answers how many records there are now."""
    played = {story.what: play(story, now=now) for story in sorted(STORIES, key=lambda story: -story.days)}
    watch_over(played[auditors_desk.WATCHED], now=now)
    let_go({name: play(story, now=now) for name, story in OLD.items()}, now=now)
    for derived in Case.objects.exclude(derived_from=None):
        let_pass(derived, until=now)
    return Case.objects.count()


def play(story: Story, *, now: datetime) -> Case:
    """File one story and do what was done about it, up to now."""
    start = now - timedelta(days=story.days)
    case = cases.file_report(actor=acting(story.by, start), report=report_of(story), now=start)
    for act in story.acts:
        then = min(start + timedelta(days=act.day), now)
        let_pass(case, until=then)
        do(act, case, now=then)
    let_pass(case, until=now)
    return case


def report_of(story: Story) -> Report:
    told = {"what": story.what} | ({"where": story.where} if story.where else {})
    return Report(
        channel=Channel(story.channel),
        about=tuple(map(about, story.about)),
        told=told,
        kind=Kind(story.kind),
        matter=MatterType(story.matter) if story.matter else None,
    )


def about(word: str) -> About:
    if word in CLASSES:
        return About(person_class=PersonClass(word))
    return About(person=Person.objects.get(username=word))


def acting(username: str, at: datetime) -> Actor:
    return Actor.of(Person.objects.get(username=username), clock.day(at))


def let_pass(case: Case, *, until: datetime) -> None:
    """What the sweep would have done, each at its own minute."""
    while due := open_deadlines(case).filter(due_at__lte=until).first():
        pass_deadline(due.pk, now=due.due_at)


def open_deadlines(case: Case) -> Iterable[Deadline]:
    return Deadline.objects.filter(record=case.pk).open().order_by("due_at", "pk")


def do(act: Act, case: Case, *, now: datetime) -> None:
    """Whoever acts on a matter has read it, and so has said before to know of no conflict of interest."""
    if act.verb not in UNREAD and is_wanted(acting(act.by, now), case.record):
        cases.state_no_conflict(actor=acting(act.by, now), case=case, now=now)
    words: dict[str, object] = dict(act.words)
    if act.verb == "decide_lateness":
        return decide(act, case, now=now)
    if act.verb == "answer_keeping":
        words["confirmed"] = bool(words["confirmed"])
    if act.verb == "hand_on":
        words["body"] = Body(str(words["body"]))
    if act.verb in interpreting.WAYS:
        return interpreting.WAYS[act.verb](act, case, actor=acting(act.by, now), now=now)
    service = getattr(cases, act.verb, None) or getattr(handoffs, act.verb)
    service(actor=acting(act.by, now), case=case, now=now, **words)
    return None


def decide(act: Act, case: Case, *, now: datetime) -> None:
    late = Lateness.objects.filter(record=case.pk, decided_at=None).order_by("shown_at").first()
    if late is None:
        raise RuleBroken
    words = {"open_case": bool(act.words["open_case"]), "reason": act.words["reason"]}
    handoffs.decide_lateness(actor=acting(act.by, now), lateness=late, now=now, **words)
