"""Takes the companies of the group from a JSON file into the register."""

from conduct.management.file_command import FileCommand
from conduct.people.imports.companies import lines_of_json

LAYOUT = """
Takes the companies of the group into the register. FILE is JSON: {"companies": [{…}, …]}.

Each entry has "id" (the key), "name" and "relation" (issuer, subsidiary, affiliate), and may have "name_ja",
"ownership_pct", "jurisdiction" (two letters), "code_adopted_on", and "from" and "until", the first and last day of the
share held. Other fields are remarks.

Companies that the file does not name stay. The same file again changes nothing. Every faulty entry is named with the
line on which it begins; with one of them nothing of the file is taken (exit status 2).
"""


class Command(FileCommand):
    help = LAYOUT
    lines_of = staticmethod(lines_of_json)
