"""Everything that can be wrong with the file, each as a whole sentence with its line."""

from collections.abc import Sequence
from dataclasses import dataclass

from conduct.rules.errors import RuleBroken
from conduct.rules.labels import gettext_noop
from conduct.rules.sentence import Sentence

MOST = 20  # after so many the reader knows that it is the wrong file

EMPTY = gettext_noop("The file is empty.")
TOO_LARGE = gettext_noop("The file is larger than {limit} bytes. A code of conduct is far smaller.")
UTF_16 = gettext_noop("The file is written in UTF-16. Save it as plain ASCII text.")
BINARY = gettext_noop("The line holds a control character, so the file looks binary and not like text.")
TAB = gettext_noop("The line holds a tab. The layout is made of spaces only.")
NOT_ASCII = gettext_noop("The line holds a character outside ASCII at column {column}.")
TOO_WIDE = gettext_noop("The line is longer than {widest} characters. The layout has wrapped lines.")
HTML = gettext_noop("The file is HTML. Only the plain text layout of EDGAR can be read.")
OPEN_ENVELOPE = gettext_noop("The envelope that opens here is never closed. The file seems to be cut off.")
SECOND_DOCUMENT = gettext_noop("A second document begins here. Give each document in a file of its own.")
NO_PAGES = gettext_noop("There is no <PAGE> mark, so the file is not in the EDGAR text layout.")
WRONG_PAGE = gettext_noop("Page {found} stands where page {expected} is due.")
CUT_OFF = gettext_noop("The last page has no page number. The file seems to be cut off.")
CUT_SENTENCE = gettext_noop("The text stops in the middle of a sentence. The file seems to be cut off.")
NO_SECTIONS = gettext_noop("There is no section heading in capitals, such as the one that would open section I.")
WRONG_SECTION = gettext_noop("Section {found} stands where section {expected} is due.")
SECTION_TWICE = gettext_noop("Section {numeral} appears a second time. It began on line {before}.")
TITLE_TWICE = gettext_noop("The heading {title} appears a second time. It stood on line {before}.")
NO_TEXT = gettext_noop("Section {numeral} has no text.")
NOT_IN_TEXT = gettext_noop("The contents list names section {numeral}, {title}, but the text does not have it.")
NOT_IN_CONTENTS = gettext_noop("Section {numeral}, {title}, is missing from the contents list.")
OTHER_TITLE = gettext_noop("The contents list calls section {numeral} {listed}, but the text calls it {title}.")
CONTENTS_ORDER = gettext_noop("The contents list names section {found} where section {expected} is due.")
WRONG_ITEM = gettext_noop("Item ({found}) stands where item ({expected}) is due.")
LOST_LIST = gettext_noop("A list begins here, but there is no paragraph above it.")

NO_CONTENTS = gettext_noop("There is no contents list to compare the headings with.")
NO_TITLE = gettext_noop("No title stands above the contents list.")
NO_PAGE_NUMBERS = gettext_noop("No page carries a number. Pages are counted from 1.")
UNNUMBERED = gettext_noop("This page carries no number. It counts as page {number}.")
LONG_LINE = gettext_noop("The line is longer than 80 characters.")
TABLE = gettext_noop("The marks of a table were left out here. Check the text against the original.")
NO_FULL_STOP = gettext_noop("The last sentence has no full stop.")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong, and the line it is on."""

    line: int
    told: Sentence


def fault(line: int, text: str, **gaps: object) -> Fault:
    return Fault(line, Sentence(text, gaps))


class ExhibitRefused(RuleBroken):
    """The file is not a code of conduct in this layout. The faults say why, in the order of their lines."""

    sentence = gettext_noop("The file was refused: it is not a code of conduct in the EDGAR text layout.")

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__()
        self.faults = tuple(sorted(faults, key=lambda fault: fault.line)[:MOST])


def refuse_if(faults: Sequence[Fault]) -> None:
    if faults:
        raise ExhibitRefused(faults)
