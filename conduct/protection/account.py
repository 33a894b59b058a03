"""What somebody tells us of retaliation, and how it lies sealed."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cases.services import About, Report
from conduct.people.models import Person
from conduct.rules.vocabulary import Channel, MatterType, Measure, PersonClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What was done, on which day, in which words, and by whom: a person of the register, or at least a class."""

    measure: Measure
    measure_on: date
    what: str
    person: Person | None = None
    person_class: PersonClass = PersonClass.UNKNOWN

    def report(self, source: str, channel: Channel, reach: Mapping[str, str] | None = None) -> Report:
        """The report that it is: about whoever did it, after the matter of that reference."""
        return Report(
            channel=channel,
            about=(About(person_class=self.person_class, person=self.person),),
            told={"what": self.what, "source": source},
            matter=MatterType.RETALIATION,
            conduct_on=self.measure_on,
            reach=reach or {},
        )

    def sealed_text(self) -> str:
        return json.dumps({"measure": self.measure.value, "on": self.measure_on.isoformat()})


def told_measure(text: str) -> tuple[Measure, date]:
    """From its sealed form."""
    kept = json.loads(text)
    return Measure(kept["measure"]), date.fromisoformat(kept["on"])
