from django.apps import AppConfig


class CasesConfig(AppConfig):
    name = "cases"

    def ready(self) -> None:
        import cases.consequences  # noqa: F401, PLC0415 -- models are ready only now
