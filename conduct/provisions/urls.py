"""Addresses of the Code, below /en/ and /ja/."""

from django.urls import path

from conduct.provisions import views

app_name = "provisions"
urlpatterns = [
    path("code/", views.code, name="code"),
    path("code/<slug:slug>/", views.paragraph, name="paragraph"),
]
