"""Tables and what stands around them; charts, which are tables with a picture."""

from collections.abc import Iterable, Mapping

from django.utils.safestring import SafeString

from conduct.web.templatetags.ui.bricks import brick, register

BAR_SPACE, ROW_SPACE, LABEL_SPACE = 400, 34, 170
SMALLEST = 5  # a smaller number could point to a person


@register.simple_block_tag
def table(content: str, caption: str, name: str, quiet: bool = False) -> SafeString:
    """A wide table in a region of its own that scrolls, can be focused and has the caption as its name."""
    return brick("table", content=content, caption=caption, name=name, quiet=quiet)


@register.simple_block_tag
def peek_row(content: str, summary: str, columns: int) -> SafeString:
    """A row under a row that opens on the spot."""
    return brick("peek_row", content=content, summary=summary, columns=columns)


@register.inclusion_tag("components/pagination.html")
def pagination(earlier: str = "", later: str = "", position: str = "") -> dict[str, object]:
    """The way through a long list: no page numbers, because the list moves."""
    return {"earlier": earlier, "later": later, "position": position}


@register.inclusion_tag("components/tabs.html")
def tabs(items: Iterable[object], title: str) -> dict[str, object]:
    """Pages of one matter, or views of one list: {url, label, current, count}. They are links."""
    return {"items": items, "title": title}


@register.inclusion_tag("components/stepper.html")
def stepper(steps: Iterable[object], title: str) -> dict[str, object]:
    """The way of a matter: {label, state: done|current|todo|locked, note}."""
    return {"steps": steps, "title": title}


@register.inclusion_tag("components/chart.html")
def chart(name: str, finding: str, caption: str, rows: Iterable[Mapping[str, object]], definition: str = "") -> dict:
    """Bars and the same numbers in a table. Rows: {label, count, tone}; numbers under 5 are hidden in both."""
    shown = [row | {"hidden": 0 < row["count"] < SMALLEST} for row in rows]
    widest = max((row["count"] for row in shown if not row["hidden"]), default=0) or 1
    bars = [bar(row, place, BAR_SPACE / widest) for place, row in enumerate(shown)]
    height = ROW_SPACE * len(bars) + 8
    context = {"name": name, "finding": finding, "caption": caption, "definition": definition}
    return context | {"bars": bars, "height": height, "width": LABEL_SPACE + BAR_SPACE + 70}


def bar(row: Mapping[str, object], place: int, scale: float) -> dict[str, object]:
    top = ROW_SPACE * place + 8
    width = 0 if row["hidden"] else round(row["count"] * scale)
    upright = {"top": top, "text_top": top + 17}
    across = {"left": LABEL_SPACE, "width": width, "number_left": LABEL_SPACE + width + 10}
    return {**row, **upright, **across, "tone": row.get("tone", "1")}
