"""The rulebook at the command line: JSON Lines in and out, and the printed rulebook. No database."""
