"""manage.py norms: the norms and their tests. The same function as `python -m conduct.rules norms`."""

from conduct.management.rule_command import RuleCommand


class Command(RuleCommand):
    name = "norms"
