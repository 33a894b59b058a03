"""Addresses of the desk, below /en/ and /ja/. No secret and no topic stands in any of them."""

from django.urls import path, re_path

from conduct.contact.views import number, questions, simulator, start

app_name = "contact"
urlpatterns = [
    path("contact/", start.start, name="start"),
    re_path(r"^contact/(?P<page>[1-5])$", questions.question, name="question"),
    path("contact/check", questions.check, name="check"),
    path("contact/reply", number.number, name="number"),
    path("contact/messages", number.status, name="status"),
    path("contact/messages/ask", number.ask_more, name="ask_again"),
    path("contact/messages/how", number.how, name="how"),
    path("contact/exit", start.leave, name="exit"),
    path("contact/stay", start.stay, name="stay"),
    path("after", start.after, name="after"),
    path("who-sees/", simulator.ask, name="who_sees"),
    path("who-sees/result/", simulator.result, name="who_sees_result"),
    path("who-sees/rules/", simulator.rules, name="who_sees_rules"),
]
