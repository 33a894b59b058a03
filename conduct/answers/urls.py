"""Addresses of the public register, below /en/ and /ja/."""

from django.urls import path

from conduct.answers import views

app_name = "answers"
urlpatterns = [
    path("answers/", views.register, name="register"),
    path("answers/check/", views.check, name="check"),
    path("answers/<int:year>-<int:number>/", views.one, name="one"),
]
