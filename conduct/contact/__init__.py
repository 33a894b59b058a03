"""The reporter's zone: tell us, ask us, come back with a number, leave without a trace."""
