"""How the rulebook says no."""

from conduct.rules.sentence import Sentence


class RuleBroken(Exception):
    """The rulebook says no, in a whole sentence for the person at the screen.

    A subclass gives `sentence`, marked with `gettext_noop`, with named gaps that the raiser fills.
    """

    sentence = ""

    def __init__(self, **gaps: object) -> None:
        self.told = Sentence(self.sentence, gaps)
        super().__init__(str(self.told))
