from celery.signals import worker_init
from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "conduct.access"

    def ready(self) -> None:
        from conduct.access.startup import refuse_superusers  # noqa: PLC0415 -- models are ready only now

        worker_init.connect(refuse_superusers, weak=False)
