"""The people a visitor may be: who they are, and in one sentence what they do next."""

from dataclasses import dataclass

from django.utils.translation import gettext

from conduct.demo.names import name_of
from conduct.rules.labels import gettext_noop

PASSWORD = "demo"
DOES = {
    "employee": gettext_noop("An engineer who has something to report or to ask."),
    "employee2": gettext_noop("A colleague in the same team, who has also sent a report."),
    "manager": gettext_noop("Their supervisor, who passes on what is reported to them."),
    "ceo": gettext_noop("The chief executive officer, who decides some matters and hands on the rest."),
    "delegate": gettext_noop("The officer in charge of internal controls, the second person in what is not material."),
    "designee": gettext_noop("The colleague who answers questions about trading in shares."),
    "director1": gettext_noop("A director, who presides over the Board."),
    "director2": gettext_noop("A director and the chief financial officer."),
    "director3": gettext_noop("A director and the officer for technology."),
    "director4": gettext_noop("An outside director."),
    "director5": gettext_noop("An outside director in the first term."),
    "auditor1": gettext_noop("The statutory auditor who presides over the Board of Statutory Auditors."),
    "auditor2": gettext_noop("An outside statutory auditor, a lawyer."),
    "auditor3": gettext_noop("An outside statutory auditor, an accountant."),
    "auditor4": gettext_noop("An outside statutory auditor in the first term."),
    "secretary": gettext_noop("The secretariat of the Board and of the Board of Statutory Auditors."),
    "custodian1": gettext_noop("One of three custodians of reporters' identities, from human resources."),
    "custodian2": gettext_noop("One of three custodians of reporters' identities, from the legal department."),
    "custodian3": gettext_noop("One of three custodians of reporters' identities, from general affairs."),
    "assurance": gettext_noop("An internal auditor, who sees whether duties are kept, but no words of a report."),
    "admin": gettext_noop("Looks after reference data and sees no record."),
}


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody to sign in as. `does` is a sentence of the catalogue."""

    username: str
    name: str
    name_ja: str
    does: str

    @property
    def told(self) -> str:
        return gettext(self.does)


def demo_people() -> list[DemoPerson]:
    """The people the sign-in page of the demo offers, in its order."""
    return [DemoPerson(username, *name_of(number), does) for number, (username, does) in enumerate(DOES.items())]
