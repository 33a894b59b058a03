from celery.signals import worker_init
from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_migrate


class AccessConfig(AppConfig):
    name = "conduct.access"

    def ready(self) -> None:
        from conduct.access import acting, second_wall  # noqa: PLC0415 -- models are ready only now
        from conduct.access.startup import refuse_superusers, refuse_without_second_wall  # noqa: PLC0415

        worker_init.connect(refuse_superusers, weak=False)
        worker_init.connect(refuse_without_second_wall, weak=False)
        connection_created.connect(acting.begin, weak=False)
        pre_migrate.connect(acting.migrating, sender=self, weak=False)
        post_migrate.connect(acting.migrated, sender=self, weak=False)
        post_migrate.connect(second_wall.put_up, sender=self, weak=False)
