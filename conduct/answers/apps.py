from django.apps import AppConfig


class AnswersConfig(AppConfig):
    name = "conduct.answers"

    def ready(self) -> None:
        import conduct.answers.beside  # noqa: F401, PLC0415 -- models are ready only now
