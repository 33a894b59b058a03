"""The map of pages as the demo has it, inside a test."""

from contextlib import contextmanager
from importlib import reload

from django.test import override_settings
from django.urls import clear_url_caches

import conduct.urls


@contextmanager
def demo_switched_on():
    """A list of people to be, and the building blocks."""
    try:
        with override_settings(DEMO=True):
            reload(conduct.urls)
            clear_url_caches()
            yield
    finally:
        reload(conduct.urls)
        clear_url_caches()
