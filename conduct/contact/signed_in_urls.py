"""Addresses below /w/: sending needs a name, so it needs signing in."""

from django.urls import path

from conduct.contact.views import send

app_name = "send"
urlpatterns = [
    path("send/", send.check, name="check"),
    path("send/way/", send.switch, name="switch"),
    path("send/done/", send.done, name="done"),
    path("send/keep/", send.keep, name="keep"),
]
