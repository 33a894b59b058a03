"""Kinds of limits that a reading can have."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from conduct.rules.labels import gettext_noop

Translate = Callable[[str], str]
FROM_TO = gettext_noop("{first} to {last}")
FROM = gettext_noop("{first} or more")
LONGER = gettext_noop("this list or a longer one")
SHORTER = gettext_noop("this list or a longer one; a shorter one only by resolution")
NEEDED = gettext_noop("must be chosen before use")
NOT = gettext_noop("by company rule, never {never}")
PER_CURRENCY = gettext_noop("an amount for each currency; must be chosen before use")
OR = gettext_noop("{one}, or {other}")
TEXTS = (FROM_TO, FROM, LONGER, SHORTER, NEEDED, NOT, PER_CURRENCY, OR)


class Allowed(Protocol):
    """Says of a value whether a company may choose it. `resolved`: the resolution asked for is at hand."""

    def permits(self, value: object, *, resolved: bool = False) -> bool: ...

    def told(self, translate: Translate = str) -> str: ...


class OneOf(tuple[object, ...]):
    """These values and no other. A single one is shown, but cannot be changed."""

    def permits(self, value: object, *, resolved: bool = False) -> bool:
        return any(type(value) is type(each) and value == each for each in self)

    def told(self, translate: Translate = str) -> str:
        return " / ".join(str(each).lower() if isinstance(each, bool) else str(each) for each in self)


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from `first` to `last`, both included; without end where `last` is None."""

    first: int
    last: int | None = None

    def permits(self, value: object, *, resolved: bool = False) -> bool:
        whole = isinstance(value, int) and not isinstance(value, bool)
        return whole and self.first <= value and (self.last is None or value <= self.last)  # type: ignore[operator]

    def told(self, translate: Translate = str) -> str:
        return translate(FROM if self.last is None else FROM_TO).format(first=self.first, last=self.last)


@dataclass(frozen=True, slots=True)
class Longer:
    """This list or a longer one, by `only` where that is given. Shorter with a resolution, where `shorter` says so."""

    least: frozenset[str]
    only: frozenset[str] = frozenset()
    shorter: bool = False

    def permits(self, value: object, *, resolved: bool = False) -> bool:
        if not isinstance(value, frozenset) or (self.only and value - self.least - self.only):
            return False
        return self.least <= value or (self.shorter and resolved)

    def told(self, translate: Translate = str) -> str:
        return translate(SHORTER if self.shorter else LONGER)


@dataclass(frozen=True, slots=True)
class Words:
    """A text, or a list of texts; not empty, and not one of `never`."""

    many: bool = False
    never: str = ""

    def permits(self, value: object, *, resolved: bool = False) -> bool:
        return isinstance(value, frozenset if self.many else str) and bool(value) and value != self.never

    def told(self, translate: Translate = str) -> str:
        return translate(NOT if self.never else NEEDED).format(never=self.never)


class Amounts:
    """A whole amount for each currency, by its three letters."""

    def permits(self, value: object, *, resolved: bool = False) -> bool:
        return isinstance(value, tuple) and bool(value) and all(map(self._is_amount, value))

    def _is_amount(self, pair: object) -> bool:
        match pair:
            case (str(currency), int(amount)):
                whole = amount >= 0 and not isinstance(amount, bool)
                return len(currency) == len("JPY") and currency.isupper() and whole
        return False

    def told(self, translate: Translate = str) -> str:
        return translate(PER_CURRENCY)


@dataclass(frozen=True, slots=True)
class Either:
    """What the one or the other permits."""

    one: Allowed
    other: Allowed

    def permits(self, value: object, *, resolved: bool = False) -> bool:
        return self.one.permits(value, resolved=resolved) or self.other.permits(value, resolved=resolved)

    def told(self, translate: Translate = str) -> str:
        return translate(OR).format(one=self.one.told(translate), other=self.other.told(translate))


class Parts(dict[str, Allowed]):
    """A reading of several parts, each with its own limits."""

    def permits(self, value: object, *, resolved: bool = False) -> bool:
        same = all(hasattr(value, name) for name in self)
        return same and all(rule.permits(getattr(value, name), resolved=resolved) for name, rule in self.items())

    def told(self, translate: Translate = str) -> str:
        return "; ".join(f"{name}: {rule.told(translate)}" for name, rule in self.items())


def only(*values: object) -> OneOf:
    return OneOf(values)
