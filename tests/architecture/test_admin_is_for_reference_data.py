"""Records, the ledger, walls, grants and the vault are never shown in Django's admin."""

from django.contrib import admin

from conduct.admin import reference

SHOWN = {"people.Person", "people.Company", "provisions.Holiday"}


def test_only_reference_data_is_registered():
    assert {model._meta.label for model in reference._registry} == SHOWN


def test_the_default_site_stays_empty():
    assert admin.site._registry == {}


def test_nothing_can_be_deleted(rf):
    request = rf.get("/")

    assert not any(shown.has_delete_permission(request) for shown in reference._registry.values())
