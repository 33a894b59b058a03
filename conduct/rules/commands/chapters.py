"""The rulebook's tables on who decides: competence, asking first, lead, overlays, succession, waivers, votes."""

from collections.abc import Iterable
from typing import Any

from conduct.rules import (
    before_act,
    deciders,
    disclosures,
    intake,
    lead,
    materiality,
    norms,
    notice,
    overlays,
    publication,
    routing,
    votes,
    waivers,
)
from conduct.rules.commands.tables import Translate, cell, open_ended, table
from conduct.rules.decision import Speaks
from conduct.rules.labels import gettext_noop as _
from conduct.rules.vocabulary import Holder, Materiality

NO = _("Rule")
WHO = _("Person")
GRAVITY = _("Materiality")
SENTENCE = _("What it says")
SOURCE = _("Paragraphs")
READINGS = _("Readings")
UNDER = _("Only where the company reads it so")
SAYING = (NO, SENTENCE, SOURCE, READINGS)
COMPETENCE = _("Who is competent")
ASKED = _("Who answers before an act")
LEADS = _("Who leads")
ADDED = _("What the matter and the way it came add")
DESKS = _("Whose desk opens it first: the first that holds")
NOTICES = _("What the CEO passes on")
GRAVE = _("How grave a matter is")
SUCCESSION = _("Who acts when a body cannot")
GATES = _("What a waiver must pass, in this order")
TOLD = _("Whether the public is told of a waiver")
COUNTED = _("How votes are counted")
CONFLICTS = _("Clear conflicts of interest")
FOR_WHOM = _("For whom a conflict is clear")
NORMS = _("The norms of the Code")
INTERPRETS, INVESTIGATES, CONSULTED = _("Interprets"), _("Investigates"), _("Consulted on discipline")
WAIVES, OPINION, NOTICE = _("Waives"), _("Consulted on a waiver"), _("Notice")
ANSWERS, MATTER, NAME, NEEDS = _("Answers"), _("Matter"), _("Name"), _("Needs")
KIND = _("Kind of record")
BINDS, TYPE, SOFT, EXPECTATION = _("Whom it binds"), _("Type"), _("Weight"), _("an expectation")
CHANNEL, ADDS, INSTEAD_OF, PASSES_TO = _("How it came"), _("What it adds"), _("Body"), _("Who acts")
MATERIAL, WAITS = _("it counts as material"), _("the notice to the CEO waits")
COPY, COPY_FOR = _("the Statutory Auditors get a copy"), _("the Statutory Auditors get a copy about: {people}")
UNLESS_LEAD, OPENS = _("unless they lead"), _("{matter}: first opened by {desk}")


def competence(translate: Translate) -> list[str]:
    rows = [
        (
            row.id, row.who, gravity(row.how_serious), row.interprets, row.investigates, row.consulted, row.waives,
            row.waiver_consults, row.notice, row.paragraphs, row.readings, under(row.under),
        )
        for row in routing.TABLE
    ]  # fmt: skip
    what = (INTERPRETS, INVESTIGATES, CONSULTED, WAIVES, OPINION, NOTICE)
    return table(COMPETENCE, (NO, WHO, GRAVITY, *what, SOURCE, READINGS, UNDER), rows, translate)


def asked(translate: Translate) -> list[str]:
    rows = [
        (r.id, r.matter, people(r.who), gravity(r.how_serious), r.lead, r.paragraphs, r.readings, under(r.under))
        for r in before_act.TABLE
    ]
    return table(ASKED, (NO, MATTER, WHO, GRAVITY, ANSWERS, SOURCE, READINGS, UNDER), rows, translate)


def leads(translate: Translate) -> list[str]:
    return sayings(LEADS, lead.RULES, translate)


def added(translate: Translate) -> list[str]:
    rows = [
        (
            row.id, translate(row.why), any_of(row.matters), any_of(row.kinds), any_of(row.channels),
            any_of(row.who), effects(row, translate), row.paragraphs, row.readings, under(row.under),
        )
        for row in overlays.OVERLAYS
    ]  # fmt: skip
    return table(ADDED, (NO, SENTENCE, MATTER, KIND, CHANNEL, WHO, ADDS, SOURCE, READINGS, UNDER), rows, translate)


def effects(row: overlays.Overlay, translate: Translate) -> str:
    """What an overlay changes beyond its sentence."""
    said = [translate(text) for text, holds in ((MATERIAL, row.counts_as_material), (WAITS, row.holds_notice)) if holds]
    said += [copy_of(row, translate)] if row.copy_for else []
    opens = sorted((row.desk or {}).items())
    said += [translate(OPENS).format(matter=cell(what, translate), desk=cell(who, translate)) for what, who in opens]
    return "; ".join(said)


def copy_of(row: overlays.Overlay, translate: Translate) -> str:
    """About whom the Statutory Auditors get a copy, and when they do not."""
    all_of_them = row.copy_for == overlays.EVERYBODY
    told = translate(COPY) if all_of_them else translate(COPY_FOR).format(people=cell(row.copy_for, translate))
    return f"{told}, {translate(UNLESS_LEAD)}" if row.copy_unless_lead else told


def any_of(values: frozenset[Any] | None) -> frozenset[Any]:
    """Nothing to say where the condition is not asked."""
    return values or frozenset()


def desks(translate: Translate) -> list[str]:
    return sayings(DESKS, intake.DESKS, translate)


def notices(translate: Translate) -> list[str]:
    return sayings(NOTICES, notice.RULES, translate)


def grave(translate: Translate) -> list[str]:
    return sayings(GRAVE, materiality.RULES, translate)


def succession(translate: Translate) -> list[str]:
    rows: list[tuple[object, ...]] = [
        (row.rule.id, row.body, open_ended(row.rule.why, translate), row.passes_to, *stands(row.rule))
        for row in deciders.TABLE
    ]
    others = ((deciders.INVESTIGATOR, Holder.REPLACEMENT), (deciders.SECTION, Holder.OUTSIDE_COUNSEL))
    alone = ((deciders.TIED, None), (deciders.FREE, None))
    rows += [(rule.id, None, open_ended(rule.why, translate), who, *stands(rule)) for rule, who in (*others, *alone)]
    return table(SUCCESSION, (NO, INSTEAD_OF, SENTENCE, PASSES_TO, SOURCE, READINGS), rows, translate)


def stands(rule: Speaks) -> tuple[object, object]:
    """Where a rule stands, and the readings it rests on."""
    return rule.paragraphs, rule.readings


def gates(translate: Translate) -> list[str]:
    return sayings(GATES, waivers.GATES, translate)


def told(translate: Translate) -> list[str]:
    return sayings(TOLD, publication.TABLE, translate)


def counted(translate: Translate) -> list[str]:
    return sayings(COUNTED, votes.RULES, translate)


def conflicts(translate: Translate) -> list[str]:
    rows = [(each.id, translate(each.name), each.paragraph, each.norm, each.needs) for each in disclosures.CATEGORIES]
    return table(CONFLICTS, (NO, NAME, SOURCE, NORMS, NEEDS), rows, translate)


def for_whom(translate: Translate) -> list[str]:
    return sayings(FOR_WHOM, disclosures.RULES, translate)


def all_norms(translate: Translate) -> list[str]:
    rows = [
        (each.id, each.paragraph, each.type, each.addressee, translate(each.text), translate(EXPECTATION) * each.soft)
        for each in norms.TABLE
    ]
    return table(NORMS, (NO, SOURCE, TYPE, BINDS, SENTENCE, SOFT), rows, translate)


def sayings(title: str, rules: Iterable[Speaks], translate: Translate) -> list[str]:
    """A table of rules that are told by their sentence."""
    rows = [(rule.id, open_ended(rule.why, translate), rule.paragraphs, rule.readings) for rule in rules]
    return table(title, SAYING, rows, translate)


def gravity(values: frozenset[Materiality]) -> frozenset[Materiality]:
    """Nothing to say where materiality makes no difference."""
    return frozenset() if values == routing.ANY else values


def people(values: frozenset[object]) -> frozenset[object]:
    """Nothing to say where the person makes no difference."""
    return frozenset() if values == before_act.EVERYBODY else values


def under(condition: tuple[str, str] | None) -> str:
    """The reading under which a row holds."""
    return " = ".join(condition) if condition else ""


CHAPTERS = (
    competence, asked, leads, added, desks, notices, grave, succession, gates, told, counted, conflicts, for_whom,
    all_norms,
)  # fmt: skip
