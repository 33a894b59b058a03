"""manage.py route: where each matter goes. The same function as `python -m conduct.rules route`."""

from conduct.management.rule_command import RuleCommand


class Command(RuleCommand):
    name = "route"
