"""What each app does when one of its deadlines passes. Filled in by the apps at start-up, in their consequences.py."""

from collections.abc import Callable

from conduct.rules.vocabulary import DeadlineKind, DeadlineStep

Duty = tuple[DeadlineKind, DeadlineStep]
CONSEQUENCES: dict[Duty, Callable[..., None]] = {}


def when_passed(*duties: Duty) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Register one function for these moments. Two functions for one moment are a mistake (ValueError)."""

    def register(function: Callable[..., None]) -> Callable[..., None]:
        for duty in duties:
            if CONSEQUENCES.get(duty, function) is not function:
                raise ValueError(f"{duty} already has a consequence")
            CONSEQUENCES[duty] = function
        return function

    return register
