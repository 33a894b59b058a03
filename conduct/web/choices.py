"""The choices of a question, each with a sentence under it."""


class Choice(str):
    """A choice's label that carries its hint to the card: `("anonymous", Choice(_("Anonymously"), _("Reads it: …")))`.

    Made when the form is made, in the reader's language.
    """

    hint: str

    def __new__(cls, label: object, hint: object = "") -> "Choice":
        choice = super().__new__(cls, label)
        choice.hint = str(hint)
        return choice
