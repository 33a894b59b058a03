"""The number a reporter keeps: 24 digits, eight to find the report, sixteen to open it, the last a check digit.

The check digit is ISO/IEC 7064 MOD 11,10 over all digits. It is part of the secret, never of the locator, which is
stored in clear and would give some of the secret away.
"""

import secrets
import unicodedata
from dataclasses import dataclass

LOCATOR, TOTAL, GROUP = 8, 24, 4


class Mistyped(ValueError):
    """The digits are not a number that was ever given out; `length` says how many were typed."""

    def __init__(self, length: int) -> None:
        self.length = length
        super().__init__(length)


@dataclass(frozen=True, slots=True)
class Number:
    """A receipt number in its two parts."""

    locator: str
    secret: str

    def grouped(self) -> str:
        digits = self.locator + self.secret
        return " ".join(digits[start : start + GROUP] for start in range(0, TOTAL, GROUP))


def draw() -> Number:
    """A new random number."""
    digits = "".join(secrets.choice("0123456789") for _ in range(TOTAL - 1))
    digits += check_digit(digits)
    return Number(digits[:LOCATOR], digits[LOCATOR:])


def read(typed: str) -> Number:
    """What a person typed, in any width, with spaces and dashes anywhere. Raises Mistyped."""
    folded = unicodedata.normalize("NFKC", typed)
    digits = "".join(str(unicodedata.digit(sign)) for sign in folded if sign.isdigit())
    if len(digits) != TOTAL or check_digit(digits[:-1]) != digits[-1]:
        raise Mistyped(len(digits))
    return Number(digits[:LOCATOR], digits[LOCATOR:])


def check_digit(digits: str) -> str:
    """ISO/IEC 7064 MOD 11,10: catches every single wrong digit."""
    product = 10
    for digit in digits:
        total = (int(digit) + product) % 10 or 10
        product = total * 2 % 11
    return str((11 - product) % 10)
