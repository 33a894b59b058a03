"""The clocks C01 to C33: the catalogue, the worked vectors, every way to be switched off, and every refusal."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from conduct.rules.calendar import DateNotLoaded
from conduct.rules.calendars import CALENDARS, NEW_YORK, TOKYO
from conduct.rules.clock_facts import (
    FactMissing,
    NotAChannel,
    NotADate,
    NotAMoment,
    ReceivedLater,
    TooFarAway,
    UnknownFact,
)
from conduct.rules.clocks import CLOCK_OF, CLOCKS, SAYS, UnknownClock, due
from conduct.rules.commands.japanese import japanese
from conduct.rules.counting import BeyondTime, MeetingBefore
from conduct.rules.readings import RECOMMENDED, ReadingMissing, ReadingNotAllowed
from conduct.rules.vocabulary import DeadlineKind
from tests.unit.rules.tables import written

FRIDAY = "2026-11-20T10:00+09:00"
NEEDED = {"C19": {"next_board_meeting": "2026-12-10"}, "C25": {"act_at": "2026-12-10T10:00+09:00"}, "C28": {
    "sla_answer_question_bd": 5
}}  # fmt: skip


def decision(clock, start=FRIDAY, **facts):
    moment = datetime.fromisoformat(start)
    return due(clock, start=moment, facts=facts, calendars=CALENDARS, under=RECOMMENDED)


def at(clock, start=FRIDAY, **facts):
    return decision(clock, start, **facts).answer.at


def told(clock, start=FRIDAY, **facts):
    return [str(step.why) for step in decision(clock, start, **facts).steps]


@pytest.mark.parametrize("row", written("clocks.json"), ids=lambda row: row["id"])
def test_each_clock_stands_in_the_catalogue_as_written(row):
    clock = CLOCKS[row["id"]]

    assert {
        "id": clock.id,
        "calendar": clock.calendar,
        "source": clock.source,
        "source_tag": clock.tag,
        "kind": clock.kind,
        "config_keys": list(clock.keys),
        "norms": list(clock.norms),
    } == {key: row[key] for key in row if key != "stages"}
    assert [(stage.label, stage.unit) for stage in clock.stages] == [(s["label"], s["unit"]) for s in row["stages"]]


def number_of(stage):
    number = RECOMMENDED if stage.key else stage.amount
    for name in stage.key.split(".") if stage.key else ():
        number = getattr(number, name)
    return number


@pytest.mark.parametrize("row", written("clocks.json"), ids=lambda row: row["id"])
def test_each_stage_counts_the_number_that_is_written(row):
    amounts = [None if stage["unit"] == "timestamp_order" else stage["amount"] for stage in row["stages"]]

    assert [number_of(stage) for stage in CLOCKS[row["id"]].stages] == amounts


NOT_YET_LAW = {"C09"}  # the presumption of retaliation holds from 1 December 2026 on
LAW = {
    "law_fixed",
    "law",
    "law_minimum",
    "law_off_if_C01_runs",
    "law_off_for_fpi",
    "law_loss_of_shield",
    "law_if_eu_pack",
}


@pytest.mark.parametrize("row", written("clocks.json"), ids=lambda row: row["id"])
def test_each_clock_answers_in_its_zone_and_says_whether_the_number_is_law(row):
    answer = decision(row["id"], **NEEDED.get(row["id"], {})).answer

    assert answer.zone == (NEW_YORK if row["calendar"] == "sec" else TOKYO)
    assert answer.law is (row["kind"] in LAW and row["id"] not in NOT_YET_LAW)
    if answer.at is not None and row["id"] != "C25":
        assert answer.at.timetz().isoformat().startswith("23:59:59")
        assert answer.at.tzinfo == ZoneInfo(answer.zone)


WORKED = {
    "C04": "2027-11-20", "C05": "2031-11-20", "C06": "2027-03-20", "C07": "2026-12-14", "C08": "2026-12-10",
    "C09": "2027-11-20", "C12": "2026-11-25", "C13": "2026-11-24", "C14": "2026-11-25", "C15": "2026-12-07",
    "C16": "2026-12-21", "C17": "2026-11-25", "C18": "2026-11-20", "C19": "2026-12-10", "C20": "2026-11-25",
    "C21": "2026-11-13", "C22": "2036-11-20", "C23": "2026-11-23", "C24": "2027-05-19", "C26": "2026-11-26",
    "C27": "2026-11-30", "C28": "2026-11-30", "C29": "2027-02-20", "C30": "2026-11-24", "C31": "2027-11-20",
    "C32": "2027-11-20", "C33": "2027-02-20",
}  # fmt: skip


@pytest.mark.norm("N021", "N025", "N027", "N028", "N033", "N034", "N040")
@pytest.mark.parametrize("clock", WORKED)
def test_each_clock_ends_on_the_day_counted_by_hand(clock):
    """Friday 20 November 2026 in Tokyo; Monday the 23rd is a holiday."""
    assert str(at(clock, **NEEDED.get(clock, {})).date()) == WORKED[clock]


@pytest.mark.norm("N009")
@pytest.mark.parametrize("vector", written("vectors.json"), ids=lambda vector: vector["granted"])
def test_each_worked_vector_of_the_waiver_clock(vector):
    def day(clock="C01", **facts):
        return str(at(clock, vector["granted"], **facts).date())

    edgar = at("C01", vector["granted"], channel="edgar")
    assert day() == vector["due_default"]
    assert day(waiver_clock_zone="new_york") == vector["due_4bd_from_new_york_date"]
    assert day(waiver_clock_mode="strict_either_open") == vector["due_strict_either_open"]
    assert edgar == datetime.fromisoformat(vector["edgar_cutoff_of_default_in_tokyo"])
    assert day("C02", nasdaq_5610_home_country_optout=True) == vector["due_5bd_from_new_york_date"]
    assert day("C03", issuer_type="domestic") == vector["due_default"]
    steps = " ".join(told("C01", vector["granted"]))
    assert f"That ends on {vector['due_4bd_from_tokyo_date']}." in steps
    assert vector["event_date_tokyo"] in steps and vector["event_date_new_york"] in steps


OFF = [
    ("C01", {"issuer_type": "domestic"}, "foreign private issuer"),
    ("C01", {"issuer_type": "not_us_registered"}, "foreign private issuer"),
    ("C01", {"pack_us": False}, "United States are switched off"),
    ("C01", {"nasdaq_5610_home_country_optout": True}, "home country"),
    ("C02", {}, "shorter time of C01"),
    ("C02", {"pack_us": False}, "United States are switched off"),
    ("C03", {}, "domestic issuer"),
    ("C03", {"pack_us": False}, "United States are switched off"),
    ("C06", {"issuer_type": "domestic"}, "foreign private issuer"),
    ("C08", {"pack_japan": False}, "Japan are switched off"),
    ("C09", {"pack_japan": False}, "Japan are switched off"),
    ("C10", {}, "European Union are switched off"),
    ("C11", {}, "European Union are switched off"),
    ("C32", {"coi_annual_declaration": False}, "no yearly round"),
    *((clock, {"pack_us": False}, "United States are switched off") for clock in ("C04", "C05", "C07", "C24")),
    *((clock, {"issuer_type": "not_us_registered"}, "not registered") for clock in ("C04", "C05", "C07", "C24")),
    ("C23", {"pack_japan": False}, "Japan are switched off"),
]


@pytest.mark.parametrize(("clock", "facts", "why"), OFF)
def test_a_clock_that_is_off_says_why(clock, facts, why):
    answer = decision(clock, **facts).answer

    assert (answer.at, answer.stages) == (None, ())
    assert why in told(clock, **facts)[0]


OF_THE_UNITED_STATES = {"C01", "C02", "C03", "C04", "C05", "C06", "C07", "C24"}
OF_JAPAN = {"C08", "C09", "C23"}


@pytest.mark.parametrize("clock", CLOCKS)
def test_a_regime_that_is_off_takes_its_clocks_with_it_and_no_others(clock):
    def is_off(**under):
        return decision(clock, **NEEDED.get(clock, {}), **under).answer.at is None

    always = {"pack_eu": True, "nasdaq_5610_home_country_optout": clock == "C02"}
    always |= {"issuer_type": "domestic"} if clock == "C03" else {}
    assert not is_off(**always)
    assert is_off(**always, pack_us=False) is (clock in OF_THE_UNITED_STATES)
    assert is_off(**always, pack_japan=False) is (clock in OF_JAPAN)
    assert is_off(**{**always, "pack_eu": False}) is (clock in {"C10", "C11"})


def test_switched_on_by_the_settings():
    assert str(at("C10", pack_eu=True).date()) == "2026-11-27"
    assert str(at("C11", pack_eu=True).date()) == "2027-02-20"
    assert str(at("C30", ceo_overdue_copy_offset_bd=0).date()) == "2026-11-20"
    assert str(at("C31", waiver_max_months=6).date()) == "2027-05-20"


def test_the_cap_counts_from_the_first_receipt_and_wins_where_it_is_earlier():
    late = decision("C15", first_received="2026-11-10T09:00+09:00")

    assert str(late.answer.at.date()) == "2026-11-30"
    assert [label for label, _ in late.answer.stages] == ["decide", "cap"]
    assert late.passed_over == {"decide": "later"}
    assert "The outer limit comes first and counts: 2026-11-30." in [str(step.why) for step in late.steps]
    assert str(at("C26", sla_acknowledge_max_days=2).date()) == "2026-11-22"


def test_a_long_golden_week_lets_the_cap_of_the_acknowledgement_win():
    assert str(at("C26", "2026-05-01T12:00+09:00").date()) == "2026-05-08"
    assert str(at("C26", "2019-04-26T12:00+09:00").date()) == "2019-05-03"  # ten days off for the enthronement


def test_an_investigation_never_opens_later_than_the_twentieth_day():
    for day in range(400):
        start = datetime.fromisoformat(FRIDAY) + timedelta(days=day)
        assert (at("C15", start.isoformat()).date() - start.date()).days <= 20


@pytest.mark.norm("N078", "N083", "N098")
def test_asking_before_the_act_is_an_order_of_moments():
    act = "2026-12-10T10:00+09:00"
    on_time, late = decision("C25", act_at=act), decision("C25", "2026-12-10T02:00Z", act_at=act)

    assert on_time.answer.at == late.answer.at == datetime.fromisoformat(act)
    assert "It is due at the moment of the act" in str(on_time.steps[0].why)
    assert "It was asked only at 2026-12-10 11:00:00+09:00" in str(late.steps[0].why)


def test_a_conflict_transaction_is_reported_at_the_next_meeting_or_within_thirty_days():
    assert str(at("C19", next_board_meeting="2027-01-15").date()) == "2026-12-20"
    assert str(at("C19", next_board_meeting="2026-12-09T16:00Z").date()) == "2026-12-10"
    assert str(at("C19", next_board_meeting=date(2026, 12, 1)).date()) == "2026-12-01"
    assert str(at("C19", next_board_meeting=datetime.fromisoformat(FRIDAY)).date()) == "2026-11-20"
    with pytest.raises(MeetingBefore):
        at("C19", next_board_meeting="2026-11-19")


def test_the_company_may_tell_within_days_and_list_every_month():
    both = decision("C32", coi_sla=5)

    assert [label for label, _ in both.answer.stages] == ["tell", "annual declaration"]
    assert str(both.answer.at.date()) == "2026-11-30"
    assert [label for label, _ in decision("C32", coi_sla=5, coi_annual_declaration=False).answer.stages] == ["tell"]
    assert str(at("C33", materiality_bosa_list="monthly").date()) == "2026-12-20"


def test_a_longer_watch_for_retaliation_is_the_companys_and_not_the_laws():
    start = "2026-12-01T00:00+09:00"
    longer = decision("C09", start, retaliation_label_years=2)

    assert (decision("C09", start).answer.law, longer.answer.law) == (True, False)
    assert "Where the number comes from: company target." in str(longer.steps[-3].why)


SINCE = {"C01": ("2023-09-20T00:00-04:00", "2023-09-20"), "C09": ("2026-12-01T00:00+09:00", "2026-12-01")}


@pytest.mark.parametrize("clock", SINCE)
def test_a_number_is_the_laws_from_the_day_on_which_the_rule_holds(clock):
    start, day = SINCE[clock]
    before = (datetime.fromisoformat(start) - timedelta(seconds=1)).isoformat()
    early, later = decision(clock, before), decision(clock, start)

    assert (early.answer.law, later.answer.law) == (False, True)
    assert early.answer.at is not None
    assert str(early.steps[-1].why) == f"The rule holds only since {day}; before that the number is the company's own."
    assert str(later.steps[-1].why) == f"The rule holds since {day}."
    assert "company target" in str(early.steps[-3].why) and "set by law" in str(later.steps[-3].why)
    assert decision(clock, before, pack_us=False, pack_japan=False).answer.law is False


def test_every_date_that_is_written_down_is_in_this_proof():
    dated = {clock.id: str(clock.since) for clock in CLOCKS.values() if clock.since}

    assert dated == {clock: day for clock, (_, day) in SINCE.items()}


@pytest.mark.parametrize("clock", CLOCKS)
def test_a_rule_from_outside_says_how_it_was_checked_and_since_when_it_holds(clock):
    steps = told(clock, **NEEDED.get(clock, {}))
    outside = any("How the source was checked" in step for step in steps)

    assert {outside, CLOCKS[clock].tag not in ("Code", "-"), "since" in steps[-1].lower()} == {outside}


def test_no_worked_vector_starts_before_its_rule_holds():
    assert all(decision("C01", vector["granted"]).answer.law for vector in written("vectors.json"))


def test_what_reached_the_body_cannot_have_been_received_later():
    assert at("C15", first_received=FRIDAY) == at("C15")
    assert at("C14", first_received="2026-11-21T10:00+09:00") == at("C14")  # no part of that clock
    with pytest.raises(ReceivedLater, match="first_received"):
        at("C15", first_received="2026-11-20T10:00:01+09:00")


def test_tokyo_may_rest_over_the_new_year():
    assert str(at("C14", "2026-12-29T10:00+09:00").date()) == "2026-12-31"
    assert str(at("C14", "2026-12-29T10:00+09:00", tokyo_year_end_closed=True).date()) == "2027-01-04"


def test_the_day_of_a_moment_is_the_day_in_tokyo():
    assert at("C18", "2026-11-20T14:59Z").isoformat() == "2026-11-20T23:59:59+09:00"
    assert at("C18", "2026-11-20T15:00Z").isoformat() == "2026-11-21T23:59:59+09:00"


def test_the_end_of_the_day_in_new_york_knows_daylight_saving():
    assert at("C01").isoformat() == "2026-11-25T23:59:59-05:00"
    assert at("C01", "2026-07-01T10:00+09:00").isoformat() == "2026-07-07T23:59:59-04:00"
    assert at("C01", channel="edgar").isoformat() == "2026-11-25T17:30:00-05:00"
    assert at("C01", channel="website") == at("C01")
    assert at("C02", channel="edgar", nasdaq_5610_home_country_optout=True).hour == 23


def test_the_whole_computation_is_told():
    assert told("C14") == [
        "Business days counted after 2026-11-20 in Asia/Tokyo, on the calendar “tokyo”: 2. That ends on 2026-11-25.",
        "Closed on weekdays in between and not counted: 2026-11-23.",
        "It is due on 2026-11-25 at 23:59:59, Asia/Tokyo.",
        "Where the number comes from: company target. Source: III ¶1 L115-119.",
    ]
    assert "That month has no such day, so its last day counts." in told("C29", "2026-11-30T10:00+09:00")
    assert "Computed and not announced yet: 2029-09-24." in told("C14", "2029-09-21T10:00+09:00")
    assert all(not step.why.told(japanese()).isascii() for step in decision("C14").steps)
    assert decision("C14").rules == ["C14"] * 4 and decision("C14").readings == ["A18", "A4b"]


def test_a_closure_ordered_once_moves_the_date():
    assert str(at("C01", "2025-01-07T10:00+09:00").date()) == "2025-01-13"  # 9 January 2025 was a day of mourning


REFUSED = [
    ("C99", {}, UnknownClock),
    ("C14", {"no_such_fact": 1}, UnknownFact),
    ("C19", {}, FactMissing),
    ("C19", {"next_board_meeting": None}, FactMissing),
    ("C19", {"next_board_meeting": "soon"}, NotADate),
    ("C19", {"next_board_meeting": "2026-12-10T10:00"}, NotADate),
    ("C19", {"next_board_meeting": 5}, NotADate),
    ("C25", {}, FactMissing),
    ("C25", {"act_at": "2026-12-10"}, NotAMoment),
    ("C15", {"first_received": "yesterday"}, NotAMoment),
    ("C15", {"first_received": 5}, NotAMoment),
    ("C15", {"first_received": "1750-01-01T00:00Z"}, TooFarAway),
    ("C28", {}, ReadingMissing),
    ("C14", {"sla_ceo_notice_bd": 9}, ReadingNotAllowed),
    ("C01", {"channel": "fax"}, NotAChannel),
    ("C28", {"sla_answer_question_bd": 10**6}, DateNotLoaded),
    ("C09", {"retaliation_label_years": 10**6}, BeyondTime),
]


@pytest.mark.parametrize(("clock", "facts", "refusal"), REFUSED)
def test_what_cannot_be_counted_is_refused_in_words(clock, facts, refusal):
    with pytest.raises(refusal) as told_why:
        decision(clock, **facts)
    assert "{" not in str(told_why.value)


@pytest.mark.parametrize("start", ["2026-11-20T10:00", "2026-11-20"])
def test_a_start_without_offset_is_refused(start):
    with pytest.raises(NotAMoment):
        decision("C14", start)


def test_a_year_whose_calendar_is_not_loaded_is_refused_but_only_where_it_is_needed():
    with pytest.raises(DateNotLoaded):
        at("C14", "2037-01-05T10:00+09:00")

    assert str(at("C22", "2037-01-05T10:00+09:00").date()) == "2047-01-05"


def test_each_duty_has_its_clock_and_each_stage_its_words():
    assert set(CLOCK_OF) == set(DeadlineKind)
    assert set(CLOCK_OF.values()) <= set(CLOCKS)
    assert {stage.label for clock in CLOCKS.values() for stage in clock.stages} <= set(SAYS)


@pytest.mark.parametrize("example", written("deadlines.toml"), ids=lambda example: example["name"])
def test_the_examples_for_people_who_know_the_code(example):
    assert str(at(example["clock"], example["start"]).date()) == example["due"]
