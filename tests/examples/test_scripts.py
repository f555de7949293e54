"""The scripts and the notebook run as a reader would run them."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"


def run(script: Path, *arguments: str) -> str:
    """Run a script in a process of its own and return what it prints."""
    done = subprocess.run(
        [sys.executable, "-W", "error", str(script), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_first_look() -> None:
    """A city's layer with its two faults, and 13 pairs with what they can not show."""
    text = run(EXAMPLES / "first_look.py")
    assert "<Community 'cambridge': 68 places, 54 assets>" in text
    assert "Faults of the data: 2" in text
    assert "rose, unchanged, fell  8, 5, 0" in text
    assert "! There is no comparison group" in text


def test_founding_case() -> None:
    """From the asset map to the honest answer."""
    text = run(EXAMPLES / "founding_case.py")
    assert text.count("not estimable. There is no baseline") == 7
    assert "a mean change of 1.00 standard deviations" in text
    assert "(rivals and scores are invented)" in text


def test_founding_case_writes_four_reports(tmp_path: Path) -> None:
    """Called with --write, it writes beside itself; here it stands in a folder of its own."""
    for name in ("founding_case.py", "founding_case_words.py"):
        (tmp_path / name).write_bytes((EXAMPLES / name).read_bytes())
    run(tmp_path / "founding_case.py", "--write")
    for audience in ("village", "campus"):
        for language in ("en", "id"):
            report = tmp_path / f"founding_case.{audience}.{language}.md"
            text = report.read_text(encoding="utf-8")
            assert "Member 1" not in text
            assert ("(rekaan)" in text) == (language == "id")


def test_the_notebook_runs_and_shows_the_objects(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every cell runs in order, and the outputs that are stored are the objects' own HTML."""
    monkeypatch.syspath_prepend(str(EXAMPLES))
    notebook = json.loads((EXAMPLES / "founding_case.ipynb").read_text(encoding="utf-8"))
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    names: dict[str, Any] = {}
    for cell in cells:
        exec("".join(cell["source"]), names)  # noqa: S102 - our own notebook
    shown = [
        kind for cell in cells for output in cell["outputs"] for kind in output.get("data", {})
    ]
    assert shown.count("text/html") >= 8
