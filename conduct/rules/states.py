"""The finer steps of each kind of record: words of their own, because no two kinds share a state."""

from enum import StrEnum


class CaseState(StrEnum):
    """The finer step of a report."""

    RECEIVED = "received"
    TRIAGE = "triage"
    INVESTIGATING = "investigating"
    FOUND = "found"
    ACTING = "acting"
    CLOSED = "closed"


class QuestionState(StrEnum):
    """The finer step of a question."""

    RECEIVED = "received"
    TRIAGE = "triage"
    ANSWERED = "answered"


class DisclosureState(StrEnum):
    """The finer step of a disclosure."""

    DRAFT = "draft"
    RECEIVED = "received"
    REVIEW = "review"
    MANAGED = "managed"
    CLEARED = "cleared"
    STOPPED = "stopped"
    ENDED = "ended"


class ConsultationState(StrEnum):
    """The finer step of something asked before the act."""

    RECEIVED = "received"
    REVIEW = "review"
    ANSWERED = "answered"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class WaiverState(StrEnum):
    """The finer step of a waiver."""

    REQUESTED = "requested"
    CONSULTING = "consulting"
    DECIDING = "deciding"
    GRANTED = "granted"
    PUBLISHED = "published"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    REVOKED = "revoked"
    ENDED = "ended"
