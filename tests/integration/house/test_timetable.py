"""Nothing that is to happen by itself waits for somebody to remember it."""

from conduct.worker import app


def test_every_task_of_ours_stands_on_the_timetable():
    app.loader.import_default_modules()
    ours = {name for name in app.tasks if not name.startswith("celery.")}

    assert ours == {entry["task"] for entry in app.conf.beat_schedule.values()}
    assert len(ours) == 7
