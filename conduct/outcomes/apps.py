from django.apps import AppConfig


class OutcomesConfig(AppConfig):
    name = "conduct.outcomes"

    def ready(self) -> None:
        import conduct.outcomes.consequences  # noqa: F401, PLC0415 -- models are ready only now
