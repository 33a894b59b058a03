from django.apps import AppConfig


class HandoffsConfig(AppConfig):
    name = "conduct.handoffs"

    def ready(self) -> None:
        import conduct.handoffs.consequences  # noqa: F401, PLC0415 -- models are ready only now
