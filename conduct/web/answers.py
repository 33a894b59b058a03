"""The questions that a report answers, and how the answers read: on the reporter's check page and at every desk."""

from collections.abc import Mapping

from django.utils.translation import gettext, gettext_lazy, gettext_noop

QUESTIONS = {
    "what": gettext_noop("What happened?"),
    "who": gettext_noop("Who took part"),
    "when": gettext_noop("When, roughly"),
    "where": gettext_noop("Where, which team"),
    "still": gettext_noop("Still going on?"),
    "how": gettext_noop("How do you know?"),
    "treated": gettext_noop("Treated badly for speaking up, or afraid of it?"),
}
WORDS = {
    "yes": gettext_noop("Yes"),
    "no": gettext_noop("No"),
    "unsure": gettext_noop("I don't know"),
    "saw": gettext_noop("I saw it"),
    "told": gettext_noop("I was told"),
    "documents": gettext_noop("From documents"),
}
CHOSEN = frozenset({"still", "how", "treated"})  # answered by choosing, kept as words of WORDS


def question(name: str) -> str:
    """A question in the reader's language, lazily."""
    return gettext_lazy(QUESTIONS[name])


def word(name: str) -> str:
    """A chosen answer in the reader's language, lazily."""
    return gettext_lazy(WORDS[name])


def told_rows(told: Mapping[str, str]) -> list[dict[str, str]]:
    """Question and answer in the reader's language, in the order of the form: {label, value}, for `summary_list`.

    An answer under another name comes last, under that name.
    """
    order = [*QUESTIONS, *(name for name in told if name not in QUESTIONS)]
    return [
        {"label": gettext(QUESTIONS.get(name, name)), "value": answer_of(name, told[name])}
        for name in order
        if told.get(name)
    ]


def answer_of(name: str, said: str) -> str:
    if name not in CHOSEN:
        return said
    return gettext(", ").join(gettext(WORDS.get(word, word)) for word in said.split(", "))
