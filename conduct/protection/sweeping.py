"""What the beat does: ask, once a month. It works by the ids of watches and never knows whom it asks."""

from datetime import date

from django.db import transaction

from conduct.protection.models import CheckIn, Watch
from conduct.protection.watching import STANDING
from conduct.rules.protection import check_in_after

BATCH = 500


@transaction.atomic
def ask(day: date) -> int:
    """Put the question to everybody whose month is over. After a pause of the beat it is asked once, not for each
    month. Answers how many were asked; none after the last day of a watch.
    """
    due = Watch.objects.filter(STANDING, next_on__lte=day).only("since_on", "next_on").order_by("next_on", "pk")
    watches = list(
        due.filter(next_on__lte=day, until_on__gte=day).select_for_update(of=("self",), skip_locked=True)[:BATCH]
    )
    for watch in watches:
        CheckIn.objects.get_or_create(watch=watch, asked_on=watch.next_on)
        watch.next_on = check_in_after(watch.since_on, day)
        watch.save(update_fields=["next_on"])
    return len(watches)
