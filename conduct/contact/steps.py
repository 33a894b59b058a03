"""The order of the pages, which of them need an answer, and where Continue and Back lead. No Django."""

from dataclasses import dataclass
from enum import StrEnum

from conduct.contact.visit import Visit


class Step(StrEnum):
    """A page of the draft, spelt as in its address."""

    ABOUT = "1"
    WAY = "2"
    WHAT = "3"
    MORE = "4"
    REACH = "5"
    CHECK = "check"


REPORT = (Step.ABOUT, Step.WAY, Step.WHAT, Step.MORE, Step.REACH, Step.CHECK)
QUESTION = (Step.WAY, Step.WHAT, Step.REACH, Step.CHECK)
QUESTION_ABOUT = (Step.ABOUT, *QUESTION)
REQUIRED = {Step.ABOUT: "about", Step.WAY: "channel", Step.WHAT: "what"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page stands: “question 2 of 6”."""

    number: int
    total: int


def path_of(visit: Visit) -> tuple[Step, ...]:
    """A question skips who it is about, unless the asker chose to say."""
    if not visit.is_question:
        return REPORT
    return QUESTION_ABOUT if visit.about else QUESTION


def place_of(visit: Visit, step: Step) -> Place:
    path = path_of(visit)
    path = path if step in path else (step, *path)
    return Place(path.index(step) + 1, len(path))


def unanswered(visit: Visit) -> Step | None:
    """The first page whose answer is needed and missing."""
    return next((step for step in path_of(visit) if step in REQUIRED and not visit.answers.get(REQUIRED[step])), None)


def detour(visit: Visit, step: Step) -> Step | None:
    """The page to send somebody to who skipped a needed answer before this page, or asks for a page not on the path."""
    path = path_of(visit)
    if step is Step.ABOUT and visit.is_question:
        return None
    if step not in path:
        return path[0]
    missing = unanswered(visit)
    return missing if missing and path.index(missing) < path.index(step) else None


def after(visit: Visit, step: Step) -> Step:
    """Where Continue leads: on, or back to the check page for somebody who came from there."""
    missing = unanswered(visit)
    if visit.is_checked:
        return missing or Step.CHECK
    path = path_of(visit)
    following = path[path.index(step) + 1] if step in path else path[0]
    return missing if missing and path.index(missing) < path.index(following) else following


def before(visit: Visit, step: Step) -> Step | None:
    """Where Back leads; None on the first page."""
    path = path_of(visit)
    if visit.is_checked and step is not Step.CHECK:
        return Step.CHECK
    place = path.index(step) if step in path else 0
    return path[place - 1] if place else None
