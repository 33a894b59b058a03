"""Kinds of limits that a reading can have."""

from dataclasses import dataclass
from typing import Protocol


class Allowed(Protocol):
    """Says of a value whether a company may choose it. `resolved`: the resolution asked for is at hand."""

    def permits(self, value: object, *, resolved: bool = False) -> bool: ...


class OneOf(tuple[object, ...]):
    """These values and no other. A single one is shown, but cannot be changed."""

    def permits(self, value: object, *, resolved: bool = False) -> bool:
        return any(type(value) is type(each) and value == each for each in self)

    def __str__(self) -> str:
        return " / ".join(str(each).lower() if isinstance(each, bool) else str(each) for each in self)


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number from `first` to `last`, both included; without end where `last` is None."""

    first: int
    last: int | None = None

    def permits(self, value: object, *, resolved: bool = False) -> bool:
        whole = isinstance(value, int) and not isinstance(value, bool)
        return whole and self.first <= value and (self.last is None or value <= self.last)  # type: ignore[operator]

    def __str__(self) -> str:
        return f"{self.first} or more" if self.last is None else f"{self.first} to {self.last}"


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

    def __str__(self) -> str:
        return "this list or a longer one" + ("; shorter only by resolution" if self.shorter else "")


@dataclass(frozen=True, slots=True)
class Words:
    """A text, or a list of texts; not empty, and not one of `never`."""

    many: bool = False
    never: str = ""

    def permits(self, value: object, *, resolved: bool = False) -> bool:
        return isinstance(value, frozenset if self.many else str) and bool(value) and value != self.never

    def __str__(self) -> str:
        return "required before use" if not self.never else f"by company rule; never {self.never}"


class Amounts:
    """A whole amount for each currency, by its three letters."""

    def permits(self, value: object, *, resolved: bool = False) -> bool:
        return isinstance(value, tuple) and bool(value) and all(map(self._is_amount, value))

    def _is_amount(self, pair: object) -> bool:
        match pair:
            case (str(currency), int(amount)):
                return len(currency) == len("JPY") and currency.isupper() and amount >= 0 and amount is not True
        return False

    def __str__(self) -> str:
        return "required before use: an amount for each currency"


@dataclass(frozen=True, slots=True)
class Either:
    """What the one or the other permits."""

    one: Allowed
    other: Allowed

    def permits(self, value: object, *, resolved: bool = False) -> bool:
        return self.one.permits(value, resolved=resolved) or self.other.permits(value, resolved=resolved)

    def __str__(self) -> str:
        return f"{self.one}, or {self.other}"


class Parts(dict[str, Allowed]):
    """A reading of several parts, each with its own limits."""

    def permits(self, value: object, *, resolved: bool = False) -> bool:
        same = all(hasattr(value, name) for name in self)
        return same and all(rule.permits(getattr(value, name), resolved=resolved) for name, rule in self.items())

    def __str__(self) -> str:
        return "; ".join(f"{name}: {rule}" for name, rule in self.items())


def only(*values: object) -> OneOf:
    return OneOf(values)
