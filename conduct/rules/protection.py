"""Protection of those who told us (III ¶3(2), A45): what the law presumes of a measure, how long somebody is watched.

Law is dated data: a row says what it covers, since when it holds and where it stands. Days are the company's.
"""

from dataclasses import dataclass
from datetime import date

from conduct.rules.calendar import add_months
from conduct.rules.decision import Decision, Rule, Step, spoke
from conduct.rules.labels import gettext_noop
from conduct.rules.readings import Readings
from conduct.rules.vocabulary import Measure, SourceTag

YEAR = 12
PARAGRAPHS, READINGS = ("III ¶3(2)",), ("A45",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """What a law presumes of a measure after a report: of which, for how long, for reports from when to when on."""

    id: str
    measures: frozenset[Measure]
    years: int
    since: date
    source: str
    tag: SourceTag
    until: date | None = None


LAWS = (
    Law(
        id="WPA-12",
        measures=frozenset({Measure.DISMISSAL, Measure.DISCIPLINE}),
        years=1,
        since=date(2026, 12, 1),
        source="Whistleblower Protection Act, 2025 amendment (Act 62 of 2025)",
        tag=SourceTag.SECONDARY,
    ),
)
IN_FORCE = Rule(
    id="WPA-12", paragraphs=PARAGRAPHS, readings=READINGS,
    why=gettext_noop(
        "A dismissal or discipline within one year after a report is presumed to be because of it. "
        "Source: {source}. It holds for reports since {since}, here until {until}."
    ),
)  # fmt: skip
COMPANY_YEAR = Rule(
    id="A45", paragraphs=PARAGRAPHS, readings=READINGS,
    why=gettext_noop("After the year of the law the company itself goes on presuming it, until {until}."),
)  # fmt: skip
NOT_COVERED = Rule(
    id="WPA-12", paragraphs=PARAGRAPHS, readings=READINGS,
    why=gettext_noop("The law presumes nothing of this kind of measure ({measure}). It can still be retaliation."),
)  # fmt: skip
TOO_EARLY = Rule(
    id="WPA-12", paragraphs=PARAGRAPHS, readings=READINGS,
    why=gettext_noop("The law presumes it for reports since {since} only. It can still be retaliation."),
)  # fmt: skip
BEFORE = Rule(
    id="WPA-12", paragraphs=PARAGRAPHS, readings=READINGS,
    why=gettext_noop("It was done before the report of {reported_on}, so nothing is presumed."),
)  # fmt: skip
AFTER = Rule(
    id="WPA-12", paragraphs=PARAGRAPHS, readings=READINGS,
    why=gettext_noop("The time in which it is presumed ended on {until}. It can still be retaliation."),
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Presumption:
    """Whether a measure carries the label, whether the law itself puts it there, and the last day of that time."""

    holds: bool
    by_law: bool = False
    until: date | None = None


def presumption(measure: Measure, *, measure_on: date, reported_on: date, under: Readings) -> Decision[Presumption]:
    """Whether the measure of that day is presumed to be because of the report of that day. Both days are Tokyo's.

    Source: WPA-12 (2025 amendment, secondary sources), A45. The law counts one year; `retaliation_label_years` may
    be longer, and then the rest is the company's own. Raises nothing.
    """
    step, answer = _presumed(measure, measure_on, reported_on, under.retaliation_label_years)
    facts = {"measure": measure.value, "measure_on": str(measure_on), "reported_on": str(reported_on)}
    return Decision(answer=answer, facts=facts, steps=(step,), passed_over={})


def _presumed(measure: Measure, on: date, reported_on: date, years: int) -> tuple[Step, Presumption]:
    law = law_on(reported_on)
    if law is None:
        return spoke(TOO_EARLY, since=LAWS[0].since), Presumption(holds=False)
    if measure not in law.measures:
        return spoke(NOT_COVERED, measure=measure), Presumption(holds=False)
    by_law, until = ends_on(reported_on, law.years), ends_on(reported_on, max(years, law.years))
    if not reported_on <= on <= until:
        rule = BEFORE if on < reported_on else AFTER
        return spoke(rule, reported_on=reported_on, until=until), Presumption(holds=False, until=until)
    if on > by_law:
        return spoke(COMPANY_YEAR, until=until), Presumption(holds=True, until=until)
    told = {"source": law.source, "since": law.since, "until": by_law}
    return spoke(IN_FORCE, **told), Presumption(holds=True, by_law=True, until=by_law)


def law_on(reported_on: date) -> Law | None:
    """The row that holds for a report of that day, or None before the first one."""
    return next(
        (law for law in LAWS if law.since <= reported_on and (law.until is None or reported_on < law.until)), None
    )


def ends_on(since: date, years: int) -> date:
    """The last day of so many years after that day (the day itself is not counted). Source: C09."""
    return add_months(since, years * YEAR)


def watch_ends_on(since: date, *, under: Readings) -> date:
    """The last day of a watch that begins on that day: at least as long as the law presumes. Source: C09, A45."""
    return ends_on(since, under.retaliation_label_years)


def check_in_after(since: date, last: date) -> date:
    """The first monthly day after `last`, counted from the first day of the watch. Source: III ¶3(2), N035."""
    months = (last.year - since.year) * YEAR + last.month - since.month
    return next(day for n in (months, months + 1) if (day := add_months(since, n)) > last)
