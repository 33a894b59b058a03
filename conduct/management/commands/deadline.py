"""manage.py deadline: when each duty is due. The same function as `python -m conduct.rules deadline`."""

from conduct.management.rule_command import RuleCommand


class Command(RuleCommand):
    name = "deadline"
