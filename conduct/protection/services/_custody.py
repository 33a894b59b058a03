"""What must hold before anybody is shown a name."""

from datetime import datetime

from conduct import clock
from conduct.people.models import Person
from conduct.protection.models import Designation
from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop


class WithoutGround(RuleBroken):
    """An attempt that the statutory auditors get to see."""

    sentence = gettext_noop("A name is shown to nobody without ground.")


class NotDesignated(WithoutGround):
    """The designation is in writing, and it stood before the request (Whistleblower Protection Act, Art. 11)."""

    sentence = gettext_noop("Only somebody designated in writing beforehand may ask who told us.")


class NoReason(WithoutGround):
    """A reason is what the second person decides on."""

    sentence = gettext_noop("Write why you need to know the name. The second person decides on it.")


class NotAgreed(WithoutGround):
    """Neither a second person nor the person who told us has agreed, or the time is over, or it was shown."""

    sentence = gettext_noop("Nobody has agreed to it, or the time for it is over. Ask again, with a reason.")


def designation_of(person: Person, *, now: datetime) -> Designation:
    """The designation that stands today. Raises NotDesignated."""
    day = clock.day(now)
    found = Designation.objects.filter(person=person, first_on__lte=day, last_on__gte=day, recorded_at__lte=now)
    standing = found.exclude(ended_on__lte=day).order_by("pk").first()
    if standing is None:
        raise NotDesignated
    return standing
