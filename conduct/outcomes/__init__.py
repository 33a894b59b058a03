"""What was found and what follows: allegations, findings, consultation, measures, what the reporter is told."""
