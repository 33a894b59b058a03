"""What every page knows about its surroundings."""

from django.conf import settings
from django.http import HttpRequest


def surroundings(request: HttpRequest) -> dict[str, object]:
    return {"is_demo": settings.DEMO}
