"""The project holds nothing of the machine it was written on, no registry's address, and nothing switched off."""

import re

import pytest

from tests.architecture.tree import ROOT, files

TEXT = {
    ".py", ".html", ".txt", ".md", ".toml", ".yml", ".yaml", ".in", ".lock", ".css", ".js", ".json", ".po", ".svg",
    ".sh", ".cfg", "",
}  # fmt: skip
LOCAL = re.compile(r"/[w]ork/|/[r]oot/|/[t]mp/|/home/\w|/[U]sers/\w")
REGISTRY = re.compile(r"[p]ypi\.org|python[h]osted|[n]pmjs\.|deb\.[d]ebian\.org|[g]hcr\.io")
SWITCHED_OFF = re.compile(
    r"\b(T[O]DO|F[I]XME|X[X]X|NotImplemented[E]rror)\b|mark\.(s[k]ip|x[f]ail)|pytest\.(s[k]ip|x[f]ail|import[o]rskip)\("
    r"|pragma: n[o] cover"
)
FILES = [path for path in files() if path.suffix in TEXT]


def found(pattern, path):
    return pattern.findall((ROOT / path).read_text(errors="replace"))


@pytest.mark.parametrize("pattern", [LOCAL, REGISTRY], ids=["machine", "registry"])
def test_no_file_names_a_machine_or_a_registry(pattern):
    assert [str(path) for path in FILES if found(pattern, path)] == []


def test_nothing_is_unfinished_or_switched_off():
    assert [str(path) for path in FILES if path.suffix in {".py", ".html"} and found(SWITCHED_OFF, path)] == []


def test_no_lock_that_records_addresses_is_kept():
    assert [path for path in FILES if path.name in {"uv.lock", "pylock.toml", "package-lock.json"}] == []


def test_files_were_found_at_all():
    assert len(FILES) > 100
