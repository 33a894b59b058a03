"""Takes people, companies, offices, seats, supervisors, ties and functions from a CSV file into the register."""

from conduct.management.file_command import FileCommand
from conduct.people.imports.lines import lines_of_csv

LAYOUT = """
Takes people and what they are into the register. FILE is CSV in UTF-8 with commas; the first line names the columns,
in any order. The column "kind" says what a line is about. Per kind, columns a line needs, then (those it may have):

  company      company name relation (name_ja ownership_pct jurisdiction code_adopted_on from until)
  person       username name (name_ja email language active)
  appointment  username company office from (until title title_ja department department_ja
               outside sec_16b nasdaq_executive_officer)
  supervision  username supervisor from (until)
  seat         username body from (until presides)
  tie          username other tie from (until)
  function     username function from (until)

  company      key of a company: a-z, digits, hyphens      relation  issuer, subsidiary, affiliate
  office       employee, officer, director, statutory_auditor, ceo, internal_controls
  body         board, bosa       function  designee, secretary, custodian, assurance, admin
  tie          relative, staff, business: what "username" is to "other"
  from, until  first and last day, YYYY-MM-DD; no "until" means until further notice
  yes or no    active outside sec_16b nasdaq_executive_officer presides

A company's "from" and "until" are those of the share held; the line of the latest period says what the company is.
A line is the same as a row of the register if key, person, office, body or function and the first day agree. Then
filled cells that differ correct it (the old row is closed, not lost), and empty cells leave what is there. Rows that
the file does not name stay. The same file again changes nothing.

Every faulty line is named; with one of them nothing of the file is taken (exit status 2).
"""


class Command(FileCommand):
    help = LAYOUT
    lines_of = staticmethod(lines_of_csv)
