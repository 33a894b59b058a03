"""What can lie in the vault, and for what purpose."""

from enum import StrEnum


class Purpose(StrEnum):
    """Each purpose has a data key of its own, so that a later change of wraps touches no content."""

    CONTENT = "content"
    IDENTITY = "identity"


class Sealed(StrEnum):
    """The kinds of sealed text."""

    REPORT = "report"
    SUBJECTS = "subjects"
    PARTY = "party"
    DETERMINATION = "determination"
    IDENTITY = "identity"
    NOTE = "note"
    REASON = "reason"
    WALL_REASON = "wall_reason"
    EXPLANATION = "explanation"
    ANSWER = "answer"
    FOLLOW_UP = "follow_up"
    WORDING = "wording"
    MEASURE = "measure"
    CHECK_IN = "check_in"  # also what the statutory auditors say of an alert
    ALERT = "alert"
    REVEAL = "reveal"
    ALLEGATION = "allegation"
    FINDING = "finding"
    PROPOSED = "proposed"
    OPINION = "opinion"
    RESOLVED = "resolved"
    PROOF = "proof"
    FEEDBACK = "feedback"
    MANDATE = "mandate"
    ENGAGEMENT = "engagement"
    TASK = "task"
    INTERVIEW = "interview"
    REMARKS = "remarks"
    EXHIBIT = "exhibit"
    FILE = "file"
    CUSTODY = "custody"
    HAPPENING = "happening"

    @property
    def purpose(self) -> Purpose:
        return Purpose.IDENTITY if self is Sealed.IDENTITY else Purpose.CONTENT


PERSONAL = frozenset(
    {Sealed.IDENTITY, Sealed.SUBJECTS, Sealed.ALERT}
)  # entries that name people, as JSON; the rest is what was said
FOR_THE_TELLER = frozenset(
    {Sealed.ANSWER, Sealed.FOLLOW_UP, Sealed.REVEAL, Sealed.FEEDBACK}
)  # what the number opens again for whoever told us
FOR_THE_DOER = frozenset({Sealed.TASK, Sealed.INTERVIEW})  # a task, and a record to read back, for its owner alone
TO_BE_PUBLIC = frozenset({Sealed.WORDING})  # drafts of what everybody may read once it is approved
