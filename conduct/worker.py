"""The Celery app and its timetable. Imported by every tasks.py; imports no room. Started with -A conduct.worker."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "conduct.settings.production")

HOUR = 3600.0

app = Celery("conduct")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@app.on_after_configure.connect
def keep_the_timetable(sender: Celery, **_signal: object) -> None:
    """Seven tasks run the product; each may run twice at once, late, or not at all for a night."""
    from django.conf import settings  # noqa: PLC0415 -- settings are read when the app is configured

    every = settings.SWEEP_SECONDS
    sender.conf.beat_schedule = {
        "sweep-deadlines": {"task": "deadlines.sweep", "schedule": every, "options": {"expires": every}},
        "end-idle-visits": {"task": "contact.end_idle_visits", "schedule": every, "options": {"expires": every}},
        "sweep-delegations": {"task": "office.sweep", "schedule": every, "options": {"expires": every}},
        "sweep-inquiries": {"task": "inquiries.sweep", "schedule": every, "options": {"expires": every}},
        "sweep-retention": {"task": "retention.sweep", "schedule": HOUR, "options": {"expires": HOUR}},
        "sweep-protection": {"task": "protection.sweep", "schedule": HOUR, "options": {"expires": HOUR}},
        "deliver-notices": {"task": "notices.deliver", "schedule": every, "options": {"expires": every}},
    }
