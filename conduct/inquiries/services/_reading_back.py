"""Whether the person who was heard agrees with what was written down."""

from datetime import datetime

from conduct.inquiries.models import Interview, InterviewVersion
from conduct.people.actor import Actor
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.vault import vault
from conduct.vault.kinds import Sealed


class ReadBackAlready(RuleBroken):
    """Each version is read back once; a correction is a new version."""

    sentence = gettext_noop("This version was read back already. A correction is a new version.")


class WithoutRemarks(RuleBroken):
    """Whoever does not agree says with what."""

    sentence = gettext_noop("Write down what is not right.")


def last_version(interview: Interview) -> InterviewVersion:
    """The version to be read back. Raises ReadBackAlready."""
    version: InterviewVersion = interview.versions.latest("version")
    check_open(version)
    return version


def check_open(version: InterviewVersion) -> None:
    if version.heard_at is not None:
        raise ReadBackAlready


def hear(version: InterviewVersion, actor: Actor, *, confirmed: bool, remarks: str, now: datetime) -> None:
    """Keep the answer with the version. Raises WithoutRemarks."""
    if not confirmed and not remarks.strip():
        raise WithoutRemarks
    version.confirmed, version.heard_by, version.heard_at = confirmed, actor.who, now
    if remarks.strip():
        version.remarks = vault.seal(version.record, Sealed.REMARKS, remarks, now=now)
    version.save(update_fields=["confirmed", "remarks", "heard_by", "heard_at"])
