"""What an access token lets a program do."""

from enum import StrEnum

LONGEST = 365  # days


class Scope(StrEnum):
    """Reading, acting on records, filing reports: each has to be asked for."""

    READ = "read"
    WORK = "work"
    FILE = "file"
