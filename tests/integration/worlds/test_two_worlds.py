"""Whether there is a matter about him or not, the CEO gets the same bytes: pages, counts, searches, notices, API."""

import pytest

from tests.integration.worlds.world import differences, play_and_look

pytestmark = pytest.mark.django_db
VISIBLE = 2


@pytest.mark.norm("N024")
def test_with_and_without_a_hidden_matter_the_ceo_gets_the_same_bytes(staff, filed, monkeypatch, now, volume):
    for seed in range(volume("two worlds, the hidden matter at every place", sample=30, full=2_000)):
        where = {"seed": seed, "visible": VISIBLE, "now": now}
        without = play_and_look(staff, filed, monkeypatch, place=None, **where)
        for place in range(VISIBLE + 1):
            with_it = play_and_look(staff, filed, monkeypatch, place=place, **where)
            assert differences(without, with_it) == [], (seed, place)
