from django.apps import AppConfig


class ProtectionConfig(AppConfig):
    name = "conduct.protection"

    def ready(self) -> None:
        import conduct.protection.consequences  # noqa: F401, PLC0415 -- models are ready only now
