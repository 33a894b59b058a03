"""Where each page of the draft is."""

from django.urls import reverse

from conduct.contact.steps import Step


def address(step: Step) -> str:
    return reverse("contact:check") if step is Step.CHECK else reverse("contact:question", args=[step])
