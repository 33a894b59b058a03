"""The printed rulebook is whole: whatever a table of the rules holds can be read in it, in both languages."""

import re

import pytest

from conduct.rules import deciders, overlays, regimes, retention
from conduct.rules.allowed import NOT_YET
from conduct.rules.calendars import SEC_ONCE
from conduct.rules.clocks import CLOCKS
from conduct.rules.commands.chapters_of_time import CLOSURES
from conduct.rules.commands.japanese import japanese
from conduct.rules.commands.rulebook import rulebook
from conduct.rules.labels import label
from conduct.rules.readings import ALLOWED, KEYS, SOURCE
from tests.unit.rules.tables import readings_over

LANGUAGES = {"en": str, "ja": japanese()}
PRINTED = {
    name: [line.strip("| ").split(" | ") for line in rulebook(translate).splitlines() if line.startswith("| ")]
    for name, translate in LANGUAGES.items()
}
BOTH = pytest.mark.parametrize("language", LANGUAGES)


def line(language, *start):
    """The one line that starts with these cells."""
    (found,) = [cells for cells in PRINTED[language] if tuple(cells[: len(start)]) == start]
    return found


def told(language, words):
    return {label(word, LANGUAGES[language]) for word in words or ()}


def listed(cell):
    return set() if cell == "–" else set(cell.split(", "))


@BOTH
@pytest.mark.parametrize("row", overlays.OVERLAYS, ids=lambda row: row.id)
def test_an_overlay_says_when_it_speaks_and_what_it_adds(language, row):
    cells = line(language, row.id)
    _, sentence, matters, kinds, channels, people, adds, cites, readings, under = cells
    channels_told = told(language, row.channels)

    assert sentence == LANGUAGES[language](row.why)
    assert (listed(matters), listed(kinds)) == (told(language, row.matters), told(language, row.kinds))
    assert channels == (channels_told.pop() if channels_told else "–")
    assert listed(people) == told(language, row.who)
    changes = row.counts_as_material + row.holds_notice + bool(row.copy_for) + len(row.desk or ())
    assert len(adds.split("; ")) == max(changes, 1) and (adds == "–") is not bool(changes)
    assert all(word in adds for word in told(language, (row.desk or {}).values()))
    assert (listed(cites), listed(readings)) == (set(row.paragraphs), set(row.readings))
    assert under == (" = ".join(row.under) if row.under else "–")


@BOTH
@pytest.mark.parametrize("row", deciders.TABLE, ids=lambda row: row.rule.id)
def test_who_acts_instead_of_whom_is_said(language, row):
    cells = line(language, row.rule.id)

    assert ({cells[1]}, {cells[3]}) == (told(language, [row.body]), told(language, [row.passes_to]))


@BOTH
def test_every_rule_on_who_acts_is_printed(language):
    assert all(line(language, rule.id) for rule in deciders.RULES)


SWITCHES = {key: ALLOWED[key] for key in ("pack_us", "pack_japan", "pack_eu", "issuer_type", "coi_annual_declaration")}
EVERY_REGIME = readings_over({**SWITCHES, "nasdaq_5610_home_country_optout": (True, False), "coi_sla": ("promptly", 5)})


@BOTH
@pytest.mark.parametrize("clock", CLOCKS.values(), ids=lambda clock: clock.id)
def test_a_clock_says_everything_that_switches_it_off_how_it_is_known_and_since_when(language, clock):
    reasons = {regimes.off(clock, under) for under in EVERY_REGIME} - {None}
    cells = line(language, clock.id)

    assert reasons == set(regimes.OFF_WHERE[clock.off] if clock.off else ())
    assert (cells[9] == "–") is (not reasons) and all(LANGUAGES[language](why) in cells[9] for why in reasons)
    assert {cells[7]} == told(language, [clock.tag])
    assert cells[8] == str(clock.since or "–")
    assert (listed(cells[10]), listed(cells[11])) == (set(clock.paragraphs), set(clock.readings))


@BOTH
@pytest.mark.parametrize("paper", retention.PAPERS, ids=lambda paper: paper.id)
def test_a_length_has_its_unit(language, paper):
    number = paper.key or paper.years
    kept = line(language, paper.id)[3]

    assert kept == (f"{number} {LANGUAGES[language]('years')}" if number else LANGUAGES[language]("a person decides"))


@BOTH
def test_why_the_sec_was_closed_is_said_in_the_language_of_the_reader(language):
    assert set(SEC_ONCE.values()) == set(CLOSURES)
    assert all(line(language, str(day)) == [str(day), LANGUAGES[language](why)] for day, why in SEC_ONCE.items())
    assert language == "en" or not [why for why in CLOSURES if LANGUAGES[language](why).isascii()]


@BOTH
@pytest.mark.parametrize("key", KEYS)
def test_a_reading_that_nothing_reads_says_so(language, key):
    cells = line(language, SOURCE[key], key)

    assert cells[-1] == (LANGUAGES[language]("not yet in effect") if key in NOT_YET else "–")


def test_the_japanese_rulebook_leaves_no_sentence_in_english():
    said = {cell for cells in PRINTED["ja"] for cell in cells if re.search(r"[a-z]+ [a-z]+ [a-z]+ [a-z]+", cell)}

    assert said == set()
