"""manage.py rulebook: the printed rulebook. The same function as `python -m conduct.rules rulebook`."""

from conduct.management.rule_command import RuleCommand


class Command(RuleCommand):
    name = "rulebook"
