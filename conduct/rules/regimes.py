"""Which clocks are switched off by the readings, and why."""

from collections.abc import Callable

from conduct.rules.clock_parts import Clock
from conduct.rules.labels import gettext_noop as _
from conduct.rules.readings import Readings

JAPAN = _("The rules of Japan are switched off.")
EU = _("The rules of the European Union are switched off.")
UNITED_STATES = _("The rules of the United States are switched off.")
NOT_FOREIGN = _("The issuer is not a foreign private issuer registered in the United States.")
NOT_REGISTERED = _("The issuer is not registered in the United States.")
NOT_DOMESTIC = _("The issuer is not a domestic issuer of the United States.")
OPTED_OUT = _("The company follows the practice of its home country instead of Nasdaq Rule 5610.")
ABSORBED = _("The shorter time of C01 runs and contains it.")
NO_ROUND = _("There is no yearly round of disclosures.")


def no_nasdaq_clock(under: Readings) -> str | None:
    if not_foreign := no_annual_form(under):
        return not_foreign
    return OPTED_OUT if under.nasdaq_5610_home_country_optout else None


def no_website_clock(under: Readings) -> str | None:
    if not_foreign := no_annual_form(under):
        return not_foreign
    return None if no_nasdaq_clock(under) else ABSORBED


def no_domestic_clock(under: Readings) -> str | None:
    if not under.pack_us:
        return UNITED_STATES
    return None if under.issuer_type == "domestic" else NOT_DOMESTIC


def no_annual_form(under: Readings) -> str | None:
    if not under.pack_us:
        return UNITED_STATES
    return None if under.issuer_type == "fpi" else NOT_FOREIGN


def not_in_united_states(under: Readings) -> str | None:
    if not under.pack_us:
        return UNITED_STATES
    return NOT_REGISTERED if under.issuer_type == "not_us_registered" else None


def no_japan_pack(under: Readings) -> str | None:
    return None if under.pack_japan else JAPAN


def no_eu_pack(under: Readings) -> str | None:
    return None if under.pack_eu else EU


def no_yearly_round(under: Readings) -> str | None:
    return None if under.coi_annual_declaration or under.coi_sla != "promptly" else NO_ROUND


QUESTIONS: dict[str, Callable[[Readings], str | None]] = {
    each.__name__: each
    for each in (
        no_nasdaq_clock,
        no_website_clock,
        no_domestic_clock,
        no_annual_form,
        not_in_united_states,
        no_japan_pack,
        no_eu_pack,
        no_yearly_round,
    )
}
OFF_WHERE: dict[str, tuple[str, ...]] = {  # every answer that a question can give
    "no_nasdaq_clock": (UNITED_STATES, NOT_FOREIGN, OPTED_OUT),
    "no_website_clock": (UNITED_STATES, NOT_FOREIGN, ABSORBED),
    "no_domestic_clock": (UNITED_STATES, NOT_DOMESTIC),
    "no_annual_form": (UNITED_STATES, NOT_FOREIGN),
    "not_in_united_states": (UNITED_STATES, NOT_REGISTERED),
    "no_japan_pack": (JAPAN,),
    "no_eu_pack": (EU,),
    "no_yearly_round": (NO_ROUND,),
}


def off(clock: Clock, under: Readings) -> str | None:
    """Why a clock does not run under these readings, as a sentence to translate; None where it runs."""
    return QUESTIONS[clock.off](under) if clock.off else None
