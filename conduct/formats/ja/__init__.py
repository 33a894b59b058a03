"""Japanese: year, month, day, with their characters."""
