"""Every benchmark runs, at a size that says nothing about speed, and writes the file in its promised shape."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
FIELDS = {"name": str, "value": float, "unit": str, "against": str, "ratio": float, "target": str, "met": bool}
MEASURED = ("queue", "the page of a record", "filing a report", "due", "decisions by `route`", "walls", "`seed`")


def test_every_benchmark_runs_and_the_file_has_its_shape(tmp_path):
    command = [sys.executable, "-m", "pytest", "-p", "no:randomly", "-p", "no:cacheprovider"]
    collected = ["-o", "python_files=bench_*.py", "-q", "tests/bench"]
    given = {"CONDUCT_BENCH_RECORDS": "1200", "CONDUCT_BENCH_FILE": str(tmp_path / "bench.json")}
    own = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}

    ran = subprocess.run([*command, *collected], cwd=ROOT, env=own | given, capture_output=True, text=True, check=False)

    assert ran.returncode == 0, ran.stdout[-4000:] + ran.stderr[-2000:]
    figures = json.loads((tmp_path / "bench.json").read_text())
    assert all(list(figure) == list(FIELDS) for figure in figures)
    assert all(isinstance(figure[name], kind) for figure in figures for name, kind in FIELDS.items())
    assert all(any(words in figure["name"] for figure in figures) for words in MEASURED)
    assert "ratio" in ran.stdout
