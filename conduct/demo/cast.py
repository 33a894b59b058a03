"""The people a visitor may be: who they are, and in one sentence what they would do next."""

from dataclasses import dataclass

from django.utils.translation import gettext

from conduct.demo.names import name_of
from conduct.rules.labels import gettext_noop

PASSWORD = "demo"  # told to everybody; works only while CONDUCT_DEMO=1
DOES = {
    "employee": gettext_noop("Tells us what happened, asks what the Code means, and follows what was sent."),
    "employee2": gettext_noop("A colleague in the same team. Would send a report through their supervisor."),
    "manager": gettext_noop("Their supervisor. Has reports to pass on, unchanged, within a business day."),
    "ceo": gettext_noop("Opens today's desk: takes, keeps with a second person, or hands on what is not his."),
    "delegate": gettext_noop("In charge of internal controls. Confirms, or not, that a matter is not material."),
    "designee": gettext_noop("A member of staff whom the CEO has named for questions about trading in shares."),
    "director1": gettext_noop("Presides over the Board. Receives what the CEO handed on, or sends it back."),
    "director2": gettext_noop("A director and the chief financial officer. Works on the Board's matters."),
    "director3": gettext_noop("A director about whom something was told, and who finds no trace of it."),
    "director4": gettext_noop("An outside director about whom something was told as well."),
    "director5": gettext_noop("An outside director in the first term."),
    "auditor1": gettext_noop("Presides over the Statutory Auditors. Sees what came too late and decides about it."),
    "auditor2": gettext_noop("An outside statutory auditor, a lawyer. Has cases in hand."),
    "auditor3": gettext_noop("An outside statutory auditor, an accountant. One matter in the inbox is hidden here."),
    "auditor4": gettext_noop("An outside statutory auditor in the first term, who has stepped aside once."),
    "secretary": gettext_noop("The secretariat. Sees that the Board has matters, and none of their words."),
    "custodian1": gettext_noop("One of three custodians of reporters' identities, from human resources."),
    "custodian2": gettext_noop("One of three custodians of reporters' identities, from the legal department."),
    "custodian3": gettext_noop("One of three custodians of reporters' identities, from general affairs."),
    "assurance": gettext_noop("An internal auditor, who sees no word of a report."),
    "admin": gettext_noop("Looks after reference data and sees no record."),
}
GROUPS = {
    gettext_noop("Who tells and asks"): ("employee", "employee2", "manager"),
    gettext_noop("The CEO's desk"): ("ceo", "delegate"),
    gettext_noop("Board of Directors"): ("director1", "director2", "director3", "director4", "director5", "secretary"),
    gettext_noop("Board of Statutory Auditors"): ("auditor1", "auditor2", "auditor3", "auditor4"),
    gettext_noop("Others in the house"): (
        "designee", "custodian1", "custodian2", "custodian3", "assurance", "admin",
    ),
}  # fmt: skip


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


def demo_groups() -> list[tuple[str, list[DemoPerson]]]:
    """The same people by the room they belong to, its name in the reader's language."""
    cast = {person.username: person for person in demo_people()}
    return [(gettext(room), [cast[username] for username in usernames]) for room, usernames in GROUPS.items()]
