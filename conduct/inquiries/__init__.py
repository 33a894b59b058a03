"""The investigation of a report: mandate, team, plan and tasks, interviews, evidence, and what happened when."""
