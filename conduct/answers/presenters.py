"""What the pages of the public register show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import get_language

from conduct.answers.models import Interpretation, Wording
from conduct.answers.queries import found, wordings_of
from conduct.provisions.keys import parts_of, parts_of_slug, whole_of
from conduct.provisions.searching import cleaned
from conduct.rules.vocabulary import Body

LEAF = 20


@dataclass(frozen=True, slots=True)
class Shown:
    """One interpretation in the reader's language."""

    number: str
    url: str
    body: Body
    one: Interpretation
    asked: str
    answer: str


def in_language(words: Interpretation | Wording) -> tuple[str, str]:
    """What was asked and what holds, as the page speaks."""
    if (get_language() or "en").startswith("ja"):
        return words.asked_ja, words.answer_ja
    return words.asked_en, words.answer_en


def number_url(one: Interpretation) -> str:
    return reverse("answers:one", args=[one.year, one.number])


def shown(one: Interpretation) -> Shown:
    asked, answer = in_language(one)
    return Shown(str(one), number_url(one), Body(one.body), one, asked, answer)


def register_page(asked: Mapping[str, str]) -> dict[str, object]:
    """A leaf of the register, narrowed by words and by paragraph. The address alone keeps what was sought."""
    words, keys = cleaned(asked.get("q", "")), keys_in(asked.get("paragraph", ""))
    rows: QuerySet[Interpretation] = found(words=words, keys=keys)
    leaf = leaf_of(asked.get("leaf", ""))
    part = list(rows[(leaf - 1) * LEAF : leaf * LEAF + 1])
    return {
        "rows": [shown(one) for one in part[:LEAF]],
        "sought": words,
        "paragraph": keys[0] if keys else "",
        "narrows": bool(words or asked.get("paragraph", "").strip()),
        "wrong_paragraph": "" if keys else cleaned(asked.get("paragraph", "")),
        "earlier": leaf_url(words, keys, leaf - 1) if leaf > 1 else "",
        "later": leaf_url(words, keys, leaf + 1) if len(part) > LEAF else "",
    }


def keys_in(typed: str) -> list[str]:
    """A paragraph as people write it: "III ¶3", iii-3-1, or iii 3."""
    plain = cleaned(typed)
    parts = parts_of(plain.upper()) or parts_of_slug(plain.lower().replace(" ", "-"))
    return list(dict.fromkeys([parts.key, whole_of(parts.key)])) if parts else []


def leaf_of(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and 0 < len(typed) < 5 and int(typed) else 1


def leaf_url(words: str, keys: Sequence[str], leaf: int) -> str:
    said = {"q": words, "paragraph": keys[0] if keys else "", "leaf": str(leaf) if leaf > 1 else ""}
    query = urlencode({name: word for name, word in said.items() if word})
    return reverse("answers:register") + (f"?{query}" if query else "")


def one_page(one: Interpretation) -> dict[str, object]:
    """One interpretation, and what it said before."""
    latest, *before = wordings_of(one)
    earlier = [(wording, *in_language(wording)) for wording in before]
    return {"shown": shown(one), "latest": latest, "earlier": earlier}
