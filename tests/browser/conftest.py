"""Chromium, started once for every browser test, and what the integration tests have that a browser needs as well."""

import os
import shutil

import pytest
from playwright.sync_api import sync_playwright

from tests.integration.conftest import _vault_key, django_db_setup

__all__ = ["_vault_key", "django_db_setup"]
QUIET = [
    *("--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"),
    "--disable-component-update",
]


@pytest.fixture(scope="session")
def chromium():
    """chromium(): a browser; chromium(cache=True): one that keeps pages for Back and Forward, as people's do."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    assert path, "Chromium is needed for these tests: install it, or name it in CHROMIUM"
    args = [*QUIET, "--no-sandbox"] if os.geteuid() == 0 else QUIET
    with sync_playwright() as playwright:
        browsers = {}

        def launched(*, cache=False):
            if cache not in browsers:
                left_out = ["--disable-back-forward-cache"] if cache else None
                browsers[cache] = playwright.chromium.launch(
                    executable_path=path, args=args, ignore_default_args=left_out
                )
            return browsers[cache]

        yield launched
        for browser in browsers.values():
            browser.close()
