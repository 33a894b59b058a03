"""English: day, short month, year."""
