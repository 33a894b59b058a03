"""What runs on a record, as far as the reader's logs go."""

from collections.abc import Collection

from django.db.models import QuerySet

from conduct.audit.domains import Domain
from conduct.deadlines.models import Deadline
from conduct.deadlines.services import HIDDEN
from conduct.records.models import Record


def duties_of(record: Record, domains: Collection[Domain]) -> QuerySet[Deadline]:
    """The duties that nobody has done yet, the most urgent first. Hidden ones only for the statutory auditors' log."""
    owed = record.deadlines.owed().select_related("computation")
    if Domain.BOSA not in domains:
        owed = owed.exclude(kind__in=[kind.value for kind in HIDDEN])
    return owed.order_by("due_at", "pk")
