"""Django's admin for reference data only: names of people, companies, closed days. An explicit list, no deletion.

Offices, roles and shares are dated rows of the register; they are not edited here.
"""

from collections.abc import Callable
from functools import update_wrapper
from typing import Any

from django import forms
from django.conf import settings
from django.contrib import admin
from django.contrib.auth import logout
from django.db.models import DateField
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _

from conduct.people.models import Company, Person
from conduct.provisions.models import Holiday

NOT_HERE = ("password_change", "password_change_done", "view_on_site", "autocomplete")


class ReferenceSite(admin.AdminSite):
    """Staff with rights on these tables come in; signing in, out and passwords have their own pages."""

    site_header = site_title = index_title = _("Reference data")
    site_url = "/w/"
    enable_nav_sidebar = False

    def get_urls(self) -> list[URLPattern]:
        return [entry for entry in super().get_urls() if getattr(entry, "name", "") not in NOT_HERE]

    def get_app_list(self, request: HttpRequest, app_label: str | None = None) -> list[dict[str, Any]]:
        """One list; which room a table lives in is of no use to its reader."""
        apps = super().get_app_list(request, app_label)
        tables = [table for app in apps for table in app["models"]]
        return [{**apps[0], "name": self.index_title, "models": tables}] if tables else []

    def has_permission(self, request: HttpRequest) -> bool:
        return request.user.is_active and request.user.is_staff and not request.user.is_superuser

    def admin_view(self, view: Callable[..., HttpResponse], cacheable: bool = False) -> Callable[..., HttpResponse]:
        """To everybody else there is no such page."""
        shown = super().admin_view(view, cacheable)

        def asked(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
            if not self.has_permission(request):
                raise Http404
            return shown(request, *args, **kwargs)

        return update_wrapper(asked, shown)

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return redirect(settings.LOGIN_URL)

    def logout(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        if request.method == "POST":
            logout(request)
        return redirect(settings.LOGIN_URL)


class ReferenceTable(admin.ModelAdmin):
    """A table that is looked up, corrected and added to, never emptied."""

    actions = None
    list_per_page = 50
    show_full_result_count = False
    formfield_overrides = {DateField: {"widget": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}}

    @property
    def media(self) -> forms.Media:
        """None of the scripts: they write markup as text, which our pages do not allow, and nothing here needs them."""
        return forms.Media()

    def has_delete_permission(self, request: HttpRequest, obj: object = None) -> bool:
        return False


class Names(ReferenceTable):
    """How people are called. Everything else about them has a first day and a file or a page of its own."""

    fields = ("username", "name", "name_ja", "email")
    readonly_fields = ("username",)
    list_display = ("username", "name", "name_ja")
    search_fields = ("username", "name", "name_ja")
    ordering = ("username",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


class Companies(ReferenceTable):
    """How companies are called, where they are, and since when they apply the Code."""

    fields = ("key", "name", "name_ja", "relation", "jurisdiction", "code_adopted_on")
    readonly_fields = ("key", "relation")
    list_display = ("name", "name_ja", "relation", "jurisdiction", "code_adopted_on")
    ordering = ("key",)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False


class ClosedDays(ReferenceTable):
    """Days on which a calendar is closed."""

    list_display = ("calendar", "day", "name", "provisional")
    list_filter = ("calendar", "provisional")
    ordering = ("-day", "calendar")


reference = ReferenceSite(name="reference")
reference.register(Person, Names)
reference.register(Company, Companies)
reference.register(Holiday, ClosedDays)
