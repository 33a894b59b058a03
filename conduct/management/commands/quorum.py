"""manage.py quorum: whether each vote is carried. The same function as `python -m conduct.rules quorum`."""

from conduct.management.rule_command import RuleCommand


class Command(RuleCommand):
    name = "quorum"
