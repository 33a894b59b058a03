"""Who is who, on which day: persons, companies, dated appointments, seats, functions and supervisors."""
