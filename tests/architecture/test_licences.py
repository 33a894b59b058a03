"""What we run on is free to use beside Apache-2.0, and every exception has been looked at."""

import pytest

from conduct import licences


def test_every_licence_is_known_and_none_is_refused():
    packages = licences.installed()

    assert len(packages) > 40
    assert {name: licence for name, licence in packages.items() if licences.doubtful(name, licence)} == {}


@pytest.mark.parametrize(
    "licence", ["AGPL-3.0-only", "GNU Affero General Public License v3", "LGPLv3", "", "Proprietary"]
)
def test_a_licence_that_nobody_has_looked_at_is_refused(licence):
    assert licences.doubtful("something-new", licence)


def test_every_explanation_is_still_needed():
    assert set(licences.EXPLAINED) <= set(licences.installed())
