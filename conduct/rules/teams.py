"""The words of an investigation: who is in the team, who reads an item, what happened to an original."""

from enum import StrEnum


class TeamPart(StrEnum):
    """What somebody is in the team of an investigation."""

    LEAD = "lead"
    MEMBER = "member"
    REVIEWER = "reviewer"
    COUNSEL = "counsel"  # a guest, with an end date


class Audience(StrEnum):
    """Who reads one item of an investigation: everybody who may know the matter, the team, or the body alone."""

    MATTER = "matter"
    TEAM = "team"
    BODY = "body"


class CustodyStep(StrEnum):
    """What happened to the original of a piece of evidence, or to its file."""

    RECEIVED = "received"
    OPENED = "opened"
    HANDED_ON = "handed_on"
    COPIED = "copied"
    MOVED = "moved"
    RETURNED = "returned"
