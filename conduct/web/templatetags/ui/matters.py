"""Parts of a matter's page: what is due, what happened, what was said, what is sealed, who votes."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.safestring import SafeString

from conduct.web.templatetags.ui.bricks import brick, register


@register.inclusion_tag("components/task_list.html")
def task_list(tasks: Iterable[object], now: datetime | None = None) -> dict[str, object]:
    """What is to be done: {label, url, hint, due_at, met_at, locked}; what is done stays in the list."""
    return {"tasks": tasks, "now": now}


@register.inclusion_tag("components/timeline.html")
def timeline(entries: Iterable[object], latest_first: bool = True) -> dict[str, object]:
    """What happened: {at, text, paragraphs, who, note, tone}. Text may be a sentence of the ledger."""
    return {"entries": entries, "latest_first": latest_first}


@register.inclusion_tag("components/thread.html")
def thread(messages: Iterable[object], title: str) -> dict[str, object]:
    """What was written to and fro: {on, who, text, mine, lang}. Days only; a minute could point to a person."""
    return {"messages": messages, "title": title}


@register.simple_block_tag
def sealed_box(content: str, title: str, who: str, name: str) -> SafeString:
    """Something closed: what it holds, who may open it, and inside the block the way to open it."""
    return brick("sealed_box", content=content, title=title, who=who, name=name)


@register.inclusion_tag("components/quorum_panel.html")
def quorum_panel(sentence: str, reached: bool, seats: Iterable[object], arithmetic: str = "") -> dict[str, object]:
    """Who may vote: the sentence first, the seats after it: {who, state, tone}."""
    return {"sentence": sentence, "reached": reached, "seats": seats, "arithmetic": arithmetic}
