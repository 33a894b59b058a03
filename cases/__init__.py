"""Kinds report and question: what somebody told us or asked us, and everything done about it."""
