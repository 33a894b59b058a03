"""Changing who acts for whom: delegations of the CEO's authority. Each takes more than one person."""
