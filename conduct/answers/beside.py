"""The public answers beside the paragraphs of the Code."""

from urllib.parse import urlencode

from django.urls import reverse

from conduct.answers.presenters import in_language, keys_in, number_url
from conduct.answers.queries import found
from conduct.provisions.beside import BESIDE, Mention, Mentions

MOST = 5


def mentions(key: str) -> Mentions:
    """The newest interpretations of this paragraph."""
    rows = found(keys=keys_in(key))[:MOST]
    shown = [Mention(number_url(one), str(one), in_language(one)[0], one.withdrawn_on is None) for one in rows]
    return Mentions(shown, f"{reverse('answers:register')}?{urlencode({'paragraph': key})}")


if mentions not in BESIDE:
    BESIDE.append(mentions)
