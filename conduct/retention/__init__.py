"""How long things are kept: schedules, legal holds, disposal by two people, and what stays of a person who left."""
