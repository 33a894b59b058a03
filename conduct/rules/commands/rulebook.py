"""`rulebook`: every table of the rulebook for people, in one language."""

from typing import IO

from conduct.rules.commands import chapters, chapters_of_time
from conduct.rules.commands.japanese import japanese
from conduct.rules.commands.tables import Translate
from conduct.rules.labels import gettext_noop

NAME = gettext_noop("The rulebook")
INTRODUCTION = gettext_noop(
    "Printed from the tables in this folder by `python -m conduct.rules rulebook`; do not edit it by hand."
)
CHAPTERS = (*chapters.CHAPTERS, *chapters_of_time.CHAPTERS)


def run(out: IO[str], *, lang: str = "en") -> int:
    """Print the whole rulebook in English or Japanese; 0."""
    out.write(rulebook(japanese() if lang == "ja" else str))
    return 0


def rulebook(translate: Translate = str) -> str:
    """The whole rulebook as Markdown."""
    lines = [f"# {translate(NAME)}", "", translate(INTRODUCTION)]
    for chapter in CHAPTERS:
        lines += chapter(translate)
    return "\n".join(lines) + "\n"
