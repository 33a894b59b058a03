"""The spine: one row for every report, question, disclosure, consultation and waiver."""
