"""Protection of those who told us: retaliation, the watch after a report, and the custody of names (III ¶3(2))."""
