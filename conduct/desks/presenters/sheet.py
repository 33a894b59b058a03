"""What stands at the head and the foot of a matter on paper."""

from dataclasses import dataclass
from datetime import UTC

from django.utils.translation import gettext_lazy

from conduct.desks.presenters.names import name_of
from conduct.desks.standing import Standing
from conduct.people.queries import issuer
from conduct.records.models import Record
from conduct.rules.vocabulary import Body
from conduct.web.secrecy import keyed

CONFIDENTIAL = {
    Body.SUPERVISOR: gettext_lazy("Confidential – for the supervisor"),
    Body.CEO: gettext_lazy("Confidential – for the CEO"),
    Body.BOARD: gettext_lazy("Confidential – for the Board of Directors"),
    Body.BOSA: gettext_lazy("Confidential – for the Board of Statutory Auditors"),
    Body.OUTSIDE_CODE: gettext_lazy("Confidential – for the company's management"),
}
SHOWN = 16


@dataclass(frozen=True, slots=True)
class Sheet:
    """Company, for whose eyes, who printed it, and a mark that only this server can make from what is printed."""

    company: str
    for_whom: str
    printed_for: str
    fingerprint: str


def sheet_of(here: Standing, record: Record) -> Sheet:
    company = issuer()
    minute = here.now.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
    return Sheet(
        company=name_of(company) if company else "",
        for_whom=str(CONFIDENTIAL[Body(record.body)]),
        printed_for=name_of(here.person),
        fingerprint=keyed("on paper", record.reference, str(here.person.pk), minute)[:SHOWN],
    )
