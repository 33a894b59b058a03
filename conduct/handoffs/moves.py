"""What other rooms do when a matter comes before another body. Filled in by the rooms at start-up."""

from collections.abc import Callable

MOVED: list[Callable[..., None]] = []


def when_moved(function: Callable[..., None]) -> Callable[..., None]:
    """Register a function of (case, *, now), called in the transaction of the move."""
    MOVED.append(function)
    return function
