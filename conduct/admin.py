"""Django admin for reference data only."""

from django.contrib import admin

reference = admin.AdminSite(name="reference")
