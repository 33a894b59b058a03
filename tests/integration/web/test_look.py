"""The look keeps its promises: contrast, weight, and nothing that the content security policy would refuse."""

import re
from pathlib import Path

import pytest

STATIC = Path(__file__).resolve().parents[3] / "conduct" / "static" / "conduct"
TOKENS = dict(
    re.findall(r"--([\w-]+): light-dark\(([^)]+)\)", (STATIC / "css" / "tokens.css").read_text()),
)
TINTS = {
    "link": "ai-tint",
    "shu": "shu-tint",
    "moss": "moss-tint",
    "ochre": "ochre-tint",
    "board": "board-tint",
    "kansa": "kansa-tint",
}
TEXT = ["ink", "ink-2", "link", "visited", "ai", "shu", "moss", "ochre", "board", "kansa"]
READ_ON = [(text, ground) for text in TEXT for ground in ("paper", "surface", "sunken")]
READ_ON += [*TINTS.items(), *(("ink", tint) for tint in TINTS.values()), *(("ink-2", tint) for tint in TINTS.values())]
READ_ON += [("on-ai", "ai"), ("on-ai", "ai-hover"), ("on-shu", "shu"), ("paper", "ink")]
READ_ON += [("paper", mark) for mark in ("link", "board", "kansa", "ink-2")]
SEEN_ON = [(f"series-{n}", "surface") for n in range(1, 7)] + [(f"series-{n}", "paper") for n in range(1, 7)]
SEEN_ON += [("line-strong", "paper"), ("line-strong", "surface"), ("focus-outer", "paper"), ("shu", "surface")]


def luminance(colour):
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    light = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2]


def contrast(front, back, theme):
    pair = sorted(luminance(TOKENS[name].split(",")[theme].strip()) for name in (front, back))
    return (pair[1] + 0.05) / (pair[0] + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_every_text_can_be_read_on_every_ground_it_stands_on(theme):
    faint = {pair: round(contrast(*pair, theme), 1) for pair in READ_ON if contrast(*pair, theme) < 7}

    assert faint == {}


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_every_bar_line_and_ring_can_be_seen(theme):
    faint = {pair: round(contrast(*pair, theme), 1) for pair in SEEN_ON if contrast(*pair, theme) < 3}

    assert faint == {}


@pytest.mark.parametrize(("kind", "limit"), [("css", 60_000), ("js", 15_000)])
def test_the_look_is_light(kind, limit):
    assert sum(file.stat().st_size for file in STATIC.rglob(f"*.{kind}")) <= limit


def test_no_colour_stands_outside_the_tokens():
    strays = {
        (file.name, colour)
        for file in (STATIC / "css").glob("*.css")
        if file.name not in ("tokens.css", "print.css")
        for colour in re.findall(r"#[0-9a-fA-F]{3,8}\b", file.read_text())
    }

    assert strays == set()


def test_nothing_that_the_policy_refuses():
    text = "\n".join(file.read_text() for kind in ("css", "js", "svg") for file in STATIC.rglob(f"*.{kind}"))

    assert re.findall(r"data:|innerHTML|setAttribute\(\"style|url\(['\"]?http|@import|localStorage|eval\(", text) == []
