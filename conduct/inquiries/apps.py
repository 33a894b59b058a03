from django.apps import AppConfig


class InquiriesConfig(AppConfig):
    name = "conduct.inquiries"

    def ready(self) -> None:
        import conduct.inquiries.consequences  # noqa: F401, PLC0415 -- models are ready only now
