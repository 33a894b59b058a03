"""Prints the people of the demo that a visitor may sign in as."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _

from conduct.demo.cast import PASSWORD, demo_people


class Command(BaseCommand):
    help = "The people of the demo: user name, name, and what they do. The password of all of them is the first line."

    def handle(self, **options: Any) -> None:
        self.stdout.write(_("Password of everybody: %(password)s") % {"password": PASSWORD})
        for one in demo_people():
            self.stdout.write(f"{one.username:<11} {one.name:<26} {_(one.does)}")
