"""The docs keep up with the package."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from .discovery import face_room_names

PROJECT = Path(__file__).parents[1]
PAGES = sorted(path for path in (PROJECT / "docs").rglob("*.md") if "_build" not in path.parts)
README = (PROJECT / "README.md").read_text("utf-8")
# Python blocks run through Sybil (conftest.py); the others are nothing that runs in Python.
LANGUAGES = {"python", "bash", "text", "bibtex"}


@pytest.mark.parametrize("name", face_room_names())
def test_every_room_has_a_page(name: str) -> None:
    """The reference of a room stands on a page of its name, generated from its docstrings."""
    page = PROJECT / "docs" / "reference" / f"{name.removeprefix('abcd.')}.md"
    assert f".. automodule:: {name}\n" in page.read_text("utf-8")


@pytest.mark.parametrize(
    "page",
    [*PAGES, PROJECT / "README.md", PROJECT / "CONTRIBUTING.md"],
    ids=lambda path: str(path.relative_to(PROJECT)),
)
def test_every_code_block_has_a_language_that_runs_or_can_not(page: Path) -> None:
    """No Python hides in a block that the tests do not run."""
    fences = re.findall(r"^```(.*)$", page.read_text("utf-8"), flags=re.MULTILINE)
    opening = fences[::2]
    assert len(fences) % 2 == 0
    assert {name for name in opening if not name.startswith("{")} <= LANGUAGES
    assert ">>>" not in "".join(_blocks_outside_python(page))


def _blocks_outside_python(page: Path) -> list[str]:
    blocks = re.findall(r"^```(\S+)\n(.*?)^```", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
    return [text for language, text in blocks if language != "python"]


def test_the_readme_has_exactly_two_set_up_commands_on_its_first_screen() -> None:
    """Both stand before line 40, and each makes its own environment."""
    lines = README.splitlines()
    start = lines.index("## Set-up")
    end = next(place for place in range(start + 1, len(lines)) if lines[place].startswith("## "))
    inside = [line for line in lines[start:end] if line.startswith("python3 -m venv ")]
    assert len(inside) == 2
    assert max(lines.index(line) for line in inside) < 40
    assert len({line.split()[3] for line in inside}) == 2
    assert 80 <= len(lines) <= 150


def test_every_page_with_code_is_collected() -> None:
    """A page that no pattern finds would never run, and nobody would see it."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "--no-cov", "docs", "README.md"],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    collected = {line.partition("::")[0] for line in done.stdout.splitlines() if "::" in line}
    with_code = {
        str(page.relative_to(PROJECT))
        for page in [*PAGES, PROJECT / "README.md"]
        if "```python" in page.read_text("utf-8")
    }
    assert with_code <= collected
