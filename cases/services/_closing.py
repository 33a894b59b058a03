"""What must be settled before a case closes. Rooms above register what they ask, at start-up."""

from collections.abc import Callable

from cases.models import Case

Asked = Callable[[Case], None]
BEFORE_CLOSING: list[Asked] = []


def asked_before_closing(check: Asked) -> Asked:
    """Register a check, which raises RuleBroken for a case that must not close yet."""
    if check not in BEFORE_CLOSING:
        BEFORE_CLOSING.append(check)
    return check


def check_settled(case: Case) -> None:
    """Raises what the first check raises."""
    for check in BEFORE_CLOSING:
        check(case)
